import type { LocalDate } from "../calendar/local-date";
import type { Dosage } from "../dosage/dosage";
import type { PhaseSpan } from "../plan/phase";
import type { DateWindow } from "../schedule/date-window";

/** Numeric pain rating, whole 0 (no pain) to 10 (worst pain imaginable). LOINC 72514-3. */
export type PainNrs = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
export const PAIN_MIN = 0;
export const PAIN_MAX = 10;

export const OUTCOMES = ["done", "partly", "stepped_down", "skipped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const EFFORTS = ["easy", "right", "hard"] as const;
export type Effort = (typeof EFFORTS)[number];

export const SKIP_REASONS = [
  "hurts",
  "no_time",
  "no_equipment",
  "forgot",
  "unsure_how",
  "feels_fine",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** `live` while doing it, `late` filled in afterwards, `paper` typed in from the sheet. */
export const LOG_SOURCES = ["live", "late", "paper"] as const;
export type LogSource = (typeof LOG_SOURCES)[number];

/** Who filled the sheet in, or said what stands on it. */
export const REPORTERS = ["patient", "carer", "front_desk"] as const;
export type Reporter = (typeof REPORTERS)[number];

/**
 * Days back that a session may still be filled in or corrected, measured when it is typed. Paper has no
 * such limit: it was filled in on its day, and staff type it in when it comes back.
 */
export const LATE_DAYS = 7;

/** One exercise as published in a plan version. */
export interface PrescribedFact {
  readonly prescribedId: string;
  /** Same exercise line across versions. */
  readonly lineId: string;
  readonly dosage: Dosage;
  /** Dose of the easier variant, where one was approved. */
  readonly easier?: Dosage;
  /** Days on which it may be due: its dates and its phase; absent: every day of the plan. */
  readonly windows?: readonly DateWindow[];
}

/** A published version. In force from `startsOn` (version 1) or from the first local midnight after publishing (`startsOn` of later ones) until the next version's `startsOn`. */
export interface VersionFact {
  readonly versionId: string;
  readonly number: number;
  readonly startsOn: LocalDate;
  readonly exercises: readonly PrescribedFact[];
  /** When its phases are in force, oldest first; absent: it has none. */
  readonly phases?: readonly PhaseSpan[];
}

/** Both dates included; `endsOn` null: still paused. */
export interface PauseFact {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** What was really done of one prescribed exercise. Amounts are per side where the side is each or alternating. */
export interface ExerciseFact {
  readonly prescribedId: string;
  readonly outcome: Outcome;
  readonly setsDone: number | null;
  readonly repsDone: number | null;
  readonly holdSecondsDone: number | null;
  readonly durationSecondsDone: number | null;
  readonly painWorst: PainNrs | null;
  readonly effort: Effort | null;
  readonly skipReason: SkipReason | null;
}

/** One sitting, after corrections (only the newest row of a chain). `versionId` is what the patient was shown. */
export interface SessionFact {
  readonly id: string;
  readonly versionId: string;
  readonly localOn: LocalDate;
  readonly occurredAt: Date;
  readonly source: LogSource;
  /** Only of a `paper` one. */
  readonly reportedBy?: Reporter | null;
  readonly painBefore: PainNrs | null;
  readonly painAfter: PainNrs | null;
  readonly stoppedForPain: boolean;
  readonly exercises: readonly ExerciseFact[];
}

/** A `next_morning` rating; belongs to the day it is given. */
export interface MorningFact {
  readonly localOn: LocalDate;
  readonly occurredAt: Date;
  readonly pain: PainNrs;
}
