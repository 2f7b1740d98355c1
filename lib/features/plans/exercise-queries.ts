import { inArray } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exercise, exerciseText } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import type { Dosage } from "../../domain/dosage/dosage";
import { defaultDosage } from "../../domain/library/default-dosage";
import { wordsIn } from "../../domain/library/words-of";
import type { FrozenMarks } from "../../domain/plan/frozen-marks";
import type { DocumentExercise, Locale } from "../../domain/plan/plan-document";
import { parse } from "../../errors/parse";
import type { ExerciseCard } from "../library/search-queries";
import { firstPhoto } from "../media/media-view";
import { mediaOfExercises } from "../media/queries";
import { libraryMarks } from "./frozen-queries";
import { exerciseTextsInput } from "./schema";

/** What the plan needs to know of a library exercise. */
export interface PlanExercise extends PlanExerciseFacts {
  /** No longer offered; plans that have it keep it. */
  readonly isRetired: boolean;
}

type PlanExerciseFacts = Pick<
  ExerciseCard,
  | "slug"
  | "name"
  | "kind"
  | "regions"
  | "positions"
  | "equipment"
  | "traits"
  | "recommended"
  | "ready"
  | "dosage"
  | "figureId"
  | "photoId"
>;

/** An exercise in the patient's words with its picture, as a document prints it. */
export type ExerciseWords = Pick<
  DocumentExercise,
  | "name"
  | "setup"
  | "steps"
  | "feel"
  | "faults"
  | "libraryCautions"
  | "alt"
  | "writtenIn"
  | "figureId"
  | "media"
>;

type TextRow = typeof exerciseText.$inferSelect;

const wordsOf = (texts: readonly TextRow[], slug: string, locale: Locale) =>
  wordsIn(
    texts.filter((text) => text.slug === slug),
    locale,
  );

const textsOf = (tx: Tx, slugs: readonly string[]) =>
  tx
    .select()
    .from(exerciseText)
    .where(inArray(exerciseText.slug, slugs as string[]));

/**
 * Exercises by slug, retired ones included: old plans still name them. Named in this language, else in
 * the one there is.
 */
export async function planExercises(
  tx: Tx,
  slugs: readonly string[],
  locale: Locale,
): Promise<Map<string, PlanExercise>> {
  if (slugs.length === 0) return new Map();
  const wanted = [...new Set(slugs)];
  const [rows, texts, media] = await Promise.all([
    tx.select().from(exercise).where(inArray(exercise.slug, wanted)),
    textsOf(tx, wanted),
    mediaOfExercises(tx, wanted),
  ]);
  return new Map(
    rows.map((row) => {
      const dosage: Dosage = defaultDosage(row);
      const { slug, kind, regions, positions, equipment, traits, figureId } = row;
      const { recommended, ready } = row;
      const name = wordsOf(texts, slug, locale)?.text.name ?? slug;
      const facts = { slug, name, kind, regions, positions, equipment, traits };
      const photoId = firstPhoto(media.get(slug) ?? [])?.id ?? null;
      const isRetired = row.retiredAt !== null;
      return [slug, { ...facts, recommended, ready, isRetired, dosage, figureId, photoId }];
    }),
  );
}

/** Texts, pictures, photos and videos by slug, in one language, or in the other where an exercise has no other words. */
export async function exerciseWords(
  tx: Tx,
  slugs: readonly string[],
  locale: Locale,
): Promise<Record<string, ExerciseWords>> {
  if (slugs.length === 0) return {};
  const wanted = [...new Set(slugs)];
  const [texts, media, figures] = await Promise.all([
    textsOf(tx, wanted),
    mediaOfExercises(tx, wanted),
    tx
      .select({ slug: exercise.slug, figureId: exercise.figureId })
      .from(exercise)
      .where(inArray(exercise.slug, wanted)),
  ]);
  return Object.fromEntries(
    figures.flatMap(({ slug, figureId }) => {
      const words = wordsOf(texts, slug, locale);
      if (!words) return [];
      const { name, setup, steps, feel, faults, cautions, alt } = words.text;
      const { writtenIn } = words;
      const shown = { name, setup, steps, feel, faults, libraryCautions: cautions, alt };
      return [[slug, { ...shown, writtenIn, figureId, media: media.get(slug) ?? [] }]];
    }),
  );
}

/** A library exercise as it stands: facts, words for the patient, and the marks of what publishing would freeze. */
export interface ExerciseNow {
  readonly exercise: PlanExercise;
  readonly words: ExerciseWords;
  readonly marks: FrozenMarks;
}

/**
 * Exercises for the builder that were just added, or may have been changed elsewhere; named in English, their
 * words in a language. Throws `Invalid` for input out of bounds.
 */
export async function exercisesNow(
  access: ClinicAccess<"view-library">,
  input: unknown,
): Promise<Record<string, ExerciseNow>> {
  const { slugs, locale } = parse(exerciseTextsInput, input);
  return inScope(access.scope, async (tx) => {
    const [exercises, words, marks] = await Promise.all([
      planExercises(tx, slugs, "en"),
      exerciseWords(tx, slugs, locale),
      libraryMarks(tx, slugs, []),
    ]);
    const found: Record<string, ExerciseNow> = {};
    for (const [slug, exercise] of exercises) {
      const [said, mark] = [words[slug], marks.exercises[slug]];
      if (said && mark) found[slug] = { exercise, words: said, marks: mark };
    }
    return found;
  });
}
