import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { adviceText, versionAdvice } from "../../../db/schema/advice";
import { exercise, exerciseText } from "../../../db/schema/library";
import { planVersion, prescribedExercise, prescribedExerciseText } from "../../../db/schema/plan";
import { wordsIn } from "../../domain/library/words-of";
import type { LibraryMarks, VersionMarks } from "../../domain/plan/frozen-marks";
import type { Locale } from "../../domain/plan/plan-document";
import { mediaOfExercises, mediaOfVersions } from "../media/queries";
import type { PlanKey } from "./draft-queries";
import { type FrozenWords, markOfAdvice, marksOf } from "./frozen-content";

type TextRow = Omit<FrozenWords, "libraryCautions" | "writtenIn"> & {
  readonly cautions: readonly string[];
};

const frozen = (text: TextRow, writtenIn: Locale | null): FrozenWords => ({
  ...text,
  libraryCautions: text.cautions,
  writtenIn,
});

interface AdviceWords {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly body: string;
}

/** Marks by id, from rows of every language. */
function adviceMarks(rows: readonly AdviceWords[]): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const en of rows.filter(({ locale }) => locale === "en")) {
    const es = rows.find(({ id, locale }) => id === en.id && locale === "es");
    marks[en.id] = markOfAdvice({ en, es: es ?? en });
  }
  return marks;
}

/** What publishing would freeze of these exercises and this advice now. */
export async function libraryMarks(
  tx: Tx,
  slugs: readonly string[],
  adviceIds: readonly string[],
): Promise<LibraryMarks> {
  const wanted = [...new Set(slugs)];
  const [figures, texts, media, advice] = await Promise.all([
    tx
      .select({ slug: exercise.slug, figureId: exercise.figureId })
      .from(exercise)
      .where(inArray(exercise.slug, wanted)),
    tx.select().from(exerciseText).where(inArray(exerciseText.slug, wanted)),
    mediaOfExercises(tx, wanted),
    tx
      .select()
      .from(adviceText)
      .where(inArray(adviceText.id, [...adviceIds])),
  ]);
  const exercises = figures.flatMap(({ slug, figureId }) => {
    const own = texts.filter((text) => text.slug === slug);
    const [en, es] = [wordsIn(own, "en"), wordsIn(own, "es")];
    if (!en || !es) return [];
    const words = { en: frozen(en.text, en.writtenIn), es: frozen(es.text, es.writtenIn) };
    return [[slug, marksOf(words, { figureId, media: media.get(slug) ?? [] })] as const];
  });
  return { exercises: Object.fromEntries(exercises), advice: adviceMarks(advice) };
}

function versionsWhere({ clinicId, planId }: PlanKey, number: number | null) {
  return and(
    eq(planVersion.clinicId, clinicId),
    eq(planVersion.planId, planId),
    number === null ? undefined : eq(planVersion.number, number),
  );
}

function lineRows(tx: Tx, key: PlanKey, number: number | null) {
  return tx
    .select({
      number: planVersion.number,
      line: prescribedExercise,
      text: prescribedExerciseText,
    })
    .from(planVersion)
    .innerJoin(
      prescribedExercise,
      and(
        eq(prescribedExercise.clinicId, planVersion.clinicId),
        eq(prescribedExercise.versionId, planVersion.id),
      ),
    )
    .innerJoin(
      prescribedExerciseText,
      and(
        eq(prescribedExerciseText.clinicId, prescribedExercise.clinicId),
        eq(prescribedExerciseText.prescribedId, prescribedExercise.id),
      ),
    )
    .where(versionsWhere(key, number));
}

function adviceRows(tx: Tx, key: PlanKey, number: number | null) {
  return tx
    .select({
      number: planVersion.number,
      id: versionAdvice.adviceId,
      locale: versionAdvice.locale,
      title: versionAdvice.title,
      body: versionAdvice.body,
    })
    .from(planVersion)
    .innerJoin(
      versionAdvice,
      and(
        eq(versionAdvice.clinicId, planVersion.clinicId),
        eq(versionAdvice.versionId, planVersion.id),
      ),
    )
    .where(versionsWhere(key, number));
}

/** What the versions of a plan hold, by number; with a number that one alone. */
export async function versionMarks(
  tx: Tx,
  key: PlanKey,
  number: number | null = null,
): Promise<Map<number, VersionMarks>> {
  const [versions, lines, advice] = await Promise.all([
    tx
      .select({ id: planVersion.id, number: planVersion.number })
      .from(planVersion)
      .where(versionsWhere(key, number)),
    lineRows(tx, key, number),
    adviceRows(tx, key, number),
  ]);
  const ids = versions.map(({ id }) => id);
  const media = await mediaOfVersions(tx, key.clinicId, ids);
  const spanish = new Map(
    lines.flatMap(({ line, text }) => (text.locale === "es" ? [[line.id, text] as const] : [])),
  );
  const ofVersion = (wanted: number): VersionMarks => ({
    lines: Object.fromEntries(
      lines.flatMap(({ number: of, line, text }) => {
        if (of !== wanted || text.locale !== "en") return [];
        const es = spanish.get(line.id) ?? text;
        const words = { en: frozen(text, text.writtenIn), es: frozen(es, es.writtenIn) };
        const { figureId } = line;
        return [[line.lineId, marksOf(words, { figureId, media: media.get(line.id) ?? [] })]];
      }),
    ),
    advice: adviceMarks(advice.filter((row) => row.number === wanted)),
  });
  return new Map(versions.map((version) => [version.number, ofVersion(version.number)]));
}
