import type { LocalDate, Weekday } from "../../domain/calendar/local-date";
import type { PlanDiff } from "../../domain/plan/plan-diff";
import type { Locale, PlanDocument } from "../../domain/plan/plan-document";
import type {
  ExerciseFact,
  MorningFact,
  PauseFact,
  SessionFact,
  VersionFact,
} from "../../domain/session/facts";

/** Rises when an older phone could not read a newer snapshot. */
export const SNAPSHOT_FORMAT = 6;

/** Sessions and mornings reach back this many days: twelve weeks and the one that the window cuts. */
export const SNAPSHOT_DAYS = 91;

/** As `ExerciseFact`; absent fields are null. */
export type SnapshotExercise = Pick<ExerciseFact, "prescribedId" | "outcome"> &
  Partial<ExerciseFact>;

/** As `SessionRecord`, its instants as ISO text. */
export interface SnapshotSession extends Omit<SessionFact, "occurredAt" | "exercises"> {
  readonly rootId: string;
  readonly occurredAt: string;
  readonly typedAt: string;
  readonly note: string | null;
  readonly exercises: readonly SnapshotExercise[];
}

export interface SnapshotMorning extends Omit<MorningFact, "occurredAt"> {
  readonly id: string;
  readonly rootId: string;
  readonly occurredAt: string;
  readonly typedAt: string;
}

/** One published plan: what to do, what makes it due, and what was done. */
export interface SnapshotPlan {
  readonly planId: string;
  readonly startedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  /** The newest version, in both languages. */
  readonly documents: Readonly<Record<Locale, PlanDocument>>;
  readonly versions: readonly VersionFact[];
  readonly pauses: readonly PauseFact[];
  readonly sessions: readonly SnapshotSession[];
  readonly mornings: readonly SnapshotMorning[];
  /** Newest name of every exercise line that the plan ever had, by line id. */
  readonly names: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
  /** Titles of the advice of the newest version and of the one before, by id. */
  readonly adviceTitles: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
  /** What the newest version changed; null for the first. */
  readonly change: PlanDiff | null;
}

/** Everything the portal shows, for the phone to keep. Without consent in force it holds no health data. */
export interface PortalSnapshot {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly patient: {
    readonly id: string;
    readonly givenName: string;
    readonly language: Locale;
    readonly timeZone: string;
  };
  readonly clinic: {
    readonly name: string;
    readonly phone: string | null;
    readonly emergencyNumber: string;
    readonly weekStart: Weekday;
  };
  readonly consent: {
    /** Version of the privacy text to be asked for; null: given. */
    readonly wanted: string | null;
  };
  /** Running plans first, then ended ones of the days that the snapshot reaches back. */
  readonly plans: readonly SnapshotPlan[];
}
