import { defaultDosage } from "../../../../domain/library/default-dosage";
import type { ExaminedRow } from "../../../../domain/library/import/examine";
import type { ImportedExercise } from "../../../../domain/library/import/read-row";
import { dosageShort } from "../../../../i18n/dosage-words";
import { facetWords } from "../../../plans/components/builder/facet-words";

/** Values of a facet in words: "Knee, hip". */
export function idsInWords(ids: readonly string[], none: string): string {
  const words = ids.map((id) => (id === "none" ? none : facetWords(id))).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** The dosage that a row states; null: none. */
export function dosageOf({ amounts, side }: ImportedExercise): string | null {
  if (Object.values(amounts).every((amount) => amount === null)) return null;
  const { sets, reps, hold, duration, rest, times_per_day, days_per_week } = amounts;
  const dosage = defaultDosage({
    sets,
    reps,
    side,
    holdSeconds: hold,
    durationSeconds: duration,
    restSeconds: rest,
    timesPerDay: times_per_day,
    daysPerWeek: days_per_week,
  });
  return dosageShort(dosage, "en");
}

/** Which languages a row has, and how many steps. */
export function textOf({ exercise }: ExaminedRow) {
  if (!exercise) return null;
  const { en, es } = exercise.text;
  const language = en && es ? "both" : es ? "es" : "en";
  return { language, steps: (en ?? es)?.steps.length ?? 0 } as const;
}
