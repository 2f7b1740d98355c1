import { and, eq, inArray } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exercise, exerciseText } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import type { Dosage } from "../../domain/dosage/dosage";
import { defaultDosage } from "../../domain/library/default-dosage";
import type { DocumentExercise, Locale } from "../../domain/plan/plan-document";
import { parse } from "../../errors/parse";
import type { ExerciseCard } from "../library/search-queries";
import { exerciseTextsInput } from "./schema";

/** What the plan needs to know of a library exercise. */
export type PlanExercise = Pick<
  ExerciseCard,
  | "slug"
  | "name"
  | "kind"
  | "regions"
  | "positions"
  | "equipment"
  | "traits"
  | "recommended"
  | "dosage"
  | "figureId"
>;

/** An exercise in the patient's words with its picture, as a document prints it. */
export type ExerciseWords = Pick<
  DocumentExercise,
  "name" | "setup" | "steps" | "feel" | "faults" | "libraryCautions" | "alt" | "figureId"
>;

/** Library exercises by slug, retired ones included: old plans still name them. */
export async function planExercises(
  tx: Tx,
  slugs: readonly string[],
  locale: Locale,
): Promise<Map<string, PlanExercise>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .select({ exercise, name: exerciseText.name })
    .from(exercise)
    .innerJoin(exerciseText, eq(exerciseText.slug, exercise.slug))
    .where(and(inArray(exercise.slug, [...new Set(slugs)]), eq(exerciseText.locale, locale)));
  return new Map(
    rows.map(({ exercise: row, name }) => {
      const dosage: Dosage = defaultDosage(row);
      const { slug, kind, regions, positions, equipment, traits, recommended, figureId } = row;
      return [
        slug,
        { slug, name, kind, regions, positions, equipment, traits, recommended, dosage, figureId },
      ];
    }),
  );
}

/** Library texts and pictures by slug, in one language. */
export async function exerciseWords(
  tx: Tx,
  slugs: readonly string[],
  locale: Locale,
): Promise<Record<string, ExerciseWords>> {
  if (slugs.length === 0) return {};
  const rows = await tx
    .select({ text: exerciseText, figureId: exercise.figureId })
    .from(exerciseText)
    .innerJoin(exercise, eq(exercise.slug, exerciseText.slug))
    .where(and(inArray(exerciseText.slug, [...new Set(slugs)]), eq(exerciseText.locale, locale)));
  return Object.fromEntries(
    rows.map(({ text: { slug, name, setup, steps, feel, faults, cautions, alt }, figureId }) => [
      slug,
      { name, setup, steps, feel, faults, libraryCautions: cautions, alt, figureId },
    ]),
  );
}

/** Texts for the preview of exercises that were just added. Throws `Invalid` for input out of bounds. */
export async function exerciseWordsOf(
  access: ClinicAccess<"view-library">,
  input: unknown,
): Promise<Record<string, ExerciseWords>> {
  const { slugs, locale } = parse(exerciseTextsInput, input);
  return inScope(access.scope, (tx) => exerciseWords(tx, slugs, locale));
}
