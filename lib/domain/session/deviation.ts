import type { Dosage } from "../dosage/dosage";
import { doseRatio } from "./credit";
import type { ExerciseFact } from "./facts";

export type AmountField = "sets" | "reps" | "holdSeconds" | "durationSeconds";

/** One prescribed amount beside what the patient said was done; `done` null: not said. */
export interface AmountBeside {
  readonly field: AmountField;
  readonly prescribed: number;
  readonly done: number | null;
}

/**
 * What was really done of one exercise beside its prescription. `unstated`: done, but the patient gave
 * no amounts, so none may be shown as done. `less`, `same` and `more` compare the doses
 * (`doseRatio`); single amounts may differ in a `same`.
 */
export interface Deviation {
  readonly dose: "none" | "less" | "same" | "more" | "unstated";
  readonly amounts: readonly AmountBeside[];
}

const DONE_FIELD = {
  sets: "setsDone",
  reps: "repsDone",
  holdSeconds: "holdSecondsDone",
  durationSeconds: "durationSecondsDone",
} as const satisfies Record<AmountField, keyof ExerciseFact>;

function prescribedFields(dosage: Dosage): readonly AmountField[] {
  return dosage.durationSeconds === null
    ? ["sets", "reps", "holdSeconds"]
    : ["sets", "durationSeconds"];
}

function amountsBeside(dosage: Dosage, fact: ExerciseFact): AmountBeside[] {
  return prescribedFields(dosage).flatMap((field) => {
    const prescribed = dosage[field];
    return prescribed === null ? [] : [{ field, prescribed, done: fact[DONE_FIELD[field]] }];
  });
}

/** Compares a logged exercise with the dosage that the patient was shown (seconds, counts; per side). */
export function deviation(dosage: Dosage, fact: ExerciseFact): Deviation {
  const amounts = amountsBeside(dosage, fact);
  if (fact.outcome === "skipped") return { dose: "none", amounts };
  const isStated = amounts.some((amount) => amount.done !== null);
  if (!isStated) return { dose: fact.outcome === "partly" ? "less" : "unstated", amounts };
  const ratio = doseRatio(dosage, fact);
  return { dose: ratio < 1 ? "less" : ratio > 1 ? "more" : "same", amounts };
}
