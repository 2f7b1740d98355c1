import type { LocalDate } from "../../domain/calendar/local-date";
import type { DiaryDue } from "../../domain/schedule/diary-grid";
import type { DayState } from "../../domain/schedule/due";
import type { ExerciseFact, LogSource, PainNrs, Reporter } from "../../domain/session/facts";

/** What an amount of an exercise counts beside its sets. */
export type DiaryUnit = "reps" | "seconds";

/** One exercise row. */
export interface DiaryExercise {
  readonly lineId: string;
  readonly name: string;
  /** In words; null for roles that do not see the record. */
  readonly dose: string | null;
  readonly unit: DiaryUnit;
}

/** What a session that is there says; null where the viewer may only know that it is there. */
export interface DiaryContent {
  readonly painBefore: PainNrs | null;
  readonly painAfter: PainNrs | null;
  /** By `lineId`. */
  readonly exercises: Readonly<Record<string, ExerciseFact>>;
}

/** A session that is in the system already. */
export interface DiarySession {
  readonly id: string;
  readonly rootId: string;
  readonly source: LogSource;
  readonly reportedBy: Reporter | null;
  /** Typed in from paper, and this viewer may change it here. */
  readonly isOpen: boolean;
  readonly content: DiaryContent | null;
  /** Of its own version, which may not be that of the day: prescribed ids by `lineId`. */
  readonly prescribedIds: Readonly<Record<string, string>>;
}

/** A next-morning rating that is in the system already; `pain` null: the viewer may not see it. */
export interface DiaryMorning {
  readonly id: string;
  readonly rootId: string;
  readonly source: LogSource;
  readonly isOpen: boolean;
  readonly pain: PainNrs | null;
}

/** Why a day takes no entry. */
export type DiaryClosed = "future" | "outside";

export interface DiaryDayView {
  readonly on: LocalDate;
  readonly state: DayState;
  readonly closed: DiaryClosed | null;
  /** Sessions that have a column. */
  readonly times: number;
  /** By `lineId`; absent: not in force on this day. */
  readonly lines: Readonly<
    Record<string, { readonly prescribedId: string; readonly due: readonly DiaryDue[] }>
  >;
  /** By time. */
  readonly sessions: readonly DiarySession[];
  readonly hasMorning: boolean;
  readonly morning: DiaryMorning | null;
}

/** A week of a patient to type a paper diary into. */
export interface DiaryWeek {
  readonly patientId: string;
  readonly weekOn: LocalDate;
  readonly today: LocalDate;
  readonly days: readonly DiaryDayView[];
  readonly rows: readonly DiaryExercise[];
  /** First day of the neighbouring weeks; null: none to type in. */
  readonly olderOn: LocalDate | null;
  readonly newerOn: LocalDate | null;
  readonly seesRecord: boolean;
  readonly isArchived: boolean;
}
