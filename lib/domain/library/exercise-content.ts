import type { Side } from "../dosage/dosage";
import type { Locale } from "../plan/plan-document";

/** The words of an exercise in one language. What it lacks is empty. */
export interface ExerciseText {
  readonly name: string;
  /** Other names that it is found by. */
  readonly aliases: readonly string[];
  readonly setup: string;
  readonly steps: readonly string[];
  readonly feel: string;
  readonly cautions: readonly string[];
  /** What people often do wrong, and what to do instead. */
  readonly faults: readonly string[];
  /** The picture in words. */
  readonly alt: string;
}

/** The words of an exercise by language; a language may lack its text. */
export type ExerciseWords = Readonly<Partial<Record<Locale, ExerciseText>>>;

/** What an exercise is found by, and what side it is for. */
export interface ExerciseFacts {
  readonly kind: string;
  readonly side: Side;
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly equipment: readonly string[];
  /** Helps where it is at hand. */
  readonly optionalEquipment: readonly string[];
}

/** The amounts that a plan starts from; null where none is stated. Seconds; times a day; days a week. */
export interface ExerciseAmounts {
  readonly sets: number | null;
  readonly reps: number | null;
  readonly holdSeconds: number | null;
  readonly durationSeconds: number | null;
  readonly restSeconds: number | null;
  readonly timesPerDay: number | null;
  readonly daysPerWeek: number | null;
}
