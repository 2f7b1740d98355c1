import type { LocalDate } from "../../domain/calendar/local-date";
import type { Dosage } from "../../domain/dosage/dosage";
import type { DayResponse } from "../../domain/pain/day-response";
import type { PainRule } from "../../domain/plan/plan-document";
import type { Deviation } from "../../domain/session/deviation";
import type { ExerciseFact, LogSource, PainNrs, Reporter } from "../../domain/session/facts";

/** One exercise of a session: what was done beside what this patient was shown. */
export interface DoneExercise {
  readonly prescribedId: string;
  readonly name: string;
  readonly prescribed: Dosage;
  readonly fact: ExerciseFact;
  readonly deviation: Deviation;
}

/** Of a log that came back on paper: who filled it in, and the name of who typed it in (null: no longer known). */
export interface FromPaper {
  readonly reportedBy: Reporter;
  readonly typedBy: string | null;
}

/** One row of a correction chain as it was typed. */
export interface SessionEntry {
  readonly id: string;
  readonly occurredAt: Date;
  readonly typedAt: Date;
  /** Zone of the device; times are told in it. */
  readonly zone: string;
  readonly source: LogSource;
  readonly paper: FromPaper | null;
  readonly painBefore: PainNrs | null;
  readonly painAfter: PainNrs | null;
  readonly stoppedForPain: boolean;
  readonly note: string | null;
  /** True: this row takes the log back. */
  readonly withdrawn: boolean;
  /** In plan order. */
  readonly exercises: readonly DoneExercise[];
}

/** One sitting with everything that was ever said about it. */
export interface HistorySession {
  readonly rootId: string;
  readonly planId: string;
  readonly versionNumber: number;
  /** Limits under which it was answered. */
  readonly painRule: PainRule;
  /** The row that counts; a withdrawn one counts for nothing and is shown as taken back. */
  readonly current: SessionEntry;
  /** Replaced rows, newest first. */
  readonly earlier: readonly SessionEntry[];
}

export interface HistoryMorning {
  readonly rootId: string;
  readonly pain: PainNrs;
  readonly source: LogSource;
  readonly paper: FromPaper | null;
  /** True: taken back; counts for nothing. */
  readonly withdrawn: boolean;
  readonly response: DayResponse | null;
  /** Replaced answers, newest first. */
  readonly earlier: readonly {
    readonly pain: PainNrs;
    readonly typedAt: Date;
    readonly zone: string;
  }[];
}

/** One local day with logs. */
export interface HistoryDay {
  readonly on: LocalDate;
  /** By time. */
  readonly sessions: readonly HistorySession[];
  readonly mornings: readonly HistoryMorning[];
}

/** One month of what a patient logged, newest day first, over all plans. */
export interface SessionHistory {
  readonly patientId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly days: readonly HistoryDay[];
  /** The nearest months with logs; null: none. */
  readonly olderMonth: string | null;
  readonly newerMonth: string | null;
  readonly hasLogs: boolean;
}
