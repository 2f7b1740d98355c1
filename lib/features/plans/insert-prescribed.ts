import { inArray } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { exercise, exerciseText } from "../../../db/schema/library";
import { prescribedMedia } from "../../../db/schema/media";
import { prescribedExercise, prescribedExerciseText } from "../../../db/schema/plan";
import { wordsIn } from "../../domain/library/words-of";
import { LOCALES } from "../../domain/plan/plan-document";
import { mediaOfExercises } from "../media/queries";
import type { ContentLine } from "./draft-content";
import { rowsOfLines } from "./draft-rows";

interface VersionKey {
  readonly clinicId: string;
  readonly patientId: string;
  readonly versionId: string;
}

/**
 * Writes the exercises and variants of a new version, with the library's pictures, photos, videos and texts as they are
 * now, in every language: the version prints the same for ever. A language that an exercise lacks gets the words of
 * the other. Throws when it has none at all.
 */
export async function insertPrescribed(
  tx: Tx,
  { clinicId, patientId, versionId }: VersionKey,
  lines: readonly ContentLine[],
  now: Date,
): Promise<void> {
  const all = rowsOfLines(lines);
  const slugs = [...new Set(all.map(({ slug }) => slug))];
  const [texts, figures, media] = await Promise.all([
    tx.select().from(exerciseText).where(inArray(exerciseText.slug, slugs)),
    tx
      .select({ slug: exercise.slug, figureId: exercise.figureId })
      .from(exercise)
      .where(inArray(exercise.slug, slugs)),
    mediaOfExercises(tx, slugs),
  ]);
  const figureOf = new Map(figures.map((row) => [row.slug, row.figureId]));
  const rows = all.map((row) => ({
    ...row,
    clinicId,
    id: newId(now.getTime()),
    versionId,
    patientId,
    figureId: figureOf.get(row.slug) ?? null,
  }));
  const frozen = rows.flatMap((row) =>
    LOCALES.map((locale) => {
      const words = wordsIn(
        texts.filter((one) => one.slug === row.slug),
        locale,
      );
      if (!words) throw new Error("exercise without a text");
      const { name, setup, steps, feel, faults, cautions, alt } = words.text;
      return {
        clinicId,
        prescribedId: row.id,
        patientId,
        locale,
        name,
        setup,
        steps,
        feel,
        faults,
        cautions,
        alt,
        writtenIn: words.writtenIn,
      };
    }),
  );
  const shown = rows.flatMap(({ id, slug }) =>
    (media.get(slug) ?? []).map((one, position) => ({
      clinicId,
      prescribedId: id,
      mediaId: one.id,
      patientId,
      position,
    })),
  );
  await Promise.all([
    tx.insert(prescribedExercise).values(rows),
    tx.insert(prescribedExerciseText).values(frozen),
    shown.length > 0 && tx.insert(prescribedMedia).values(shown),
  ]);
}
