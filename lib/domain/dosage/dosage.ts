import type { Weekday } from "../calendar/local-date";

export const SIDES = ["none", "left", "right", "both", "each", "alternating"] as const;
/** `each` and `alternating`: reps and hold are per side. */
export type Side = (typeof SIDES)[number];

export const BANDS = ["yellow", "red", "green", "blue", "black", "silver", "gold"] as const;
/** Resistance band colours, lightest first. */
export type Band = (typeof BANDS)[number];

export const DAY_PATTERNS = [
  "daily",
  "weekdays",
  "per_week",
  "every_other_day",
  "as_needed",
] as const;
export type DayPattern = (typeof DAY_PATTERNS)[number];

/** How often an exercise is due. A range N to M counts N as the target. */
export interface Frequency {
  readonly pattern: DayPattern;
  /** Chosen weekdays, ascending; only for `weekdays`, else empty. */
  readonly weekdays: readonly Weekday[];
  /** Any N (to M) days a week; only for `per_week`, else null. */
  readonly daysPerWeekMin: number | null;
  readonly daysPerWeekMax: number | null;
  /** Times on a due day; M >= N >= 1. */
  readonly timesPerDayMin: number;
  readonly timesPerDayMax: number;
}

/** What this patient is to do of one exercise. Exactly one of `reps` and `durationSeconds` is set. */
export interface Dosage {
  readonly sets: number;
  readonly reps: number | null;
  /** Seconds per rep; null: no hold. */
  readonly holdSeconds: number | null;
  /** Seconds, instead of reps. */
  readonly durationSeconds: number | null;
  /** Seconds between sets. */
  readonly restSeconds: number | null;
  readonly loadGrams: number | null;
  readonly band: Band | null;
  /** `down-hold-up` in seconds, for example `3-1-2`. */
  readonly tempo: string | null;
  readonly side: Side;
  readonly frequency: Frequency;
}

/** Bounds of every dosage field, inclusive. Beyond these a value is a slip of the finger, not a prescription (design judgement). */
export const DOSAGE_BOUNDS = {
  sets: { min: 1, max: 20 },
  reps: { min: 1, max: 200 },
  holdSeconds: { min: 1, max: 600 },
  durationSeconds: { min: 5, max: 7200 },
  restSeconds: { min: 0, max: 900 },
  loadGrams: { min: 100, max: 300_000 },
  tempoPart: { min: 0, max: 20 },
  timesPerDay: { min: 1, max: 12 },
  daysPerWeek: { min: 1, max: 7 },
} as const;

export type DosageField = keyof Omit<Dosage, "frequency"> | keyof Frequency;

/** One thing wrong with a dosage: the field, a stable code for the message catalogue, and its bounds. */
export interface DosageProblem {
  readonly field: DosageField;
  readonly code:
    | "out_of_range"
    | "not_whole"
    | "reps_or_duration"
    | "hold_needs_reps"
    | "range_order"
    | "weekdays_missing"
    | "not_in_list"
    | "tempo_shape"
    | "load_or_band"
    | "not_for_pattern";
  readonly min?: number;
  readonly max?: number;
}

export const DAILY_ONCE: Frequency = {
  pattern: "daily",
  weekdays: [],
  daysPerWeekMin: null,
  daysPerWeekMax: null,
  timesPerDayMin: 1,
  timesPerDayMax: 1,
};
