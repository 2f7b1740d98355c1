import type { Adherence, WeekAdherence } from "../../domain/adherence/adherence";
import type { DayMark } from "../../domain/adherence/day-marks";
import type { DayOutcome } from "../../domain/adherence/day-outcome";
import type { OverdoseWeek } from "../../domain/adherence/overdose";
import type { Tally } from "../../domain/adherence/tally";
import type { LocalDate, Weekday } from "../../domain/calendar/local-date";
import type { Dosage } from "../../domain/dosage/dosage";
import type { PainChange } from "../../domain/pain/change";
import type { DayResponse } from "../../domain/pain/day-response";
import type { MeanVertex, PainPoint } from "../../domain/pain/series";
import type { Reliability } from "../../domain/pain/seven-day-mean";
import type { PlanDiff } from "../../domain/plan/plan-diff";
import type { PainRule } from "../../domain/plan/plan-document";
import type { ExerciseHistory } from "../../domain/session/exercise-history";
import type { PainNrs } from "../../domain/session/facts";
import type { ReviewPeriod } from "./schema";

/** Days that "by exercise" looks back. */
export const EXERCISE_DAYS = 14;

/** A 7-day mean for printing, NPRS 0 to 10. */
export interface MeanRead {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly value: number;
  /** Days of the 7 that were rated. */
  readonly days: number;
  readonly reliability: Reliability;
}

/** A plan version on the time axis. */
export interface VersionMark {
  readonly versionId: string;
  readonly number: number;
  readonly startsOn: LocalDate;
  /** Against the version before; null for the first. */
  readonly diff: PlanDiff | null;
}

/** The plan's own red zone while a version was in force, both days included. */
export interface RedZone {
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  /** Lowest rating that is red. */
  readonly from: number;
}

/** A next-morning rating with the 24-hour response that it gives. */
export interface MorningMark {
  readonly on: LocalDate;
  readonly pain: PainNrs;
  /** Null for a second rating of one morning: the first counts. */
  readonly response: DayResponse | null;
}

/** One local day of the shown range up to today: everything logged, and what the strip shows. */
export interface ReviewDay {
  readonly on: LocalDate;
  readonly points: readonly PainPoint[];
  readonly mornings: readonly MorningMark[];
  /** The 7-day mean that ends on this day; null: not enough data, or nothing rated on it. */
  readonly mean: MeanVertex | null;
  readonly mark: DayMark;
  readonly outcome: DayOutcome;
}

export interface ReviewPain {
  /** True when any session of the plan has a rating before it. */
  readonly isRated: boolean;
  /** Pieces of the 7-day-mean line inside the range; never to be joined. */
  readonly mean: readonly (readonly MeanVertex[])[];
  readonly baseline: MeanRead | null;
  /** At or below this the change from baseline is meaningful; null: no baseline, or too low for one. */
  readonly meaningfulAt: number | null;
  readonly current: MeanRead | null;
  /** Rated days of the last 7, also where they are too few for a mean. */
  readonly ratedDays: number;
  readonly change: PainChange;
  readonly redZones: readonly RedZone[];
}

/** One exercise line with what was really done of it. */
export interface ReviewExercise {
  readonly lineId: string;
  readonly name: string;
  /** Dosage of the version in force; of the last one shown when the line has left the plan. */
  readonly dosage: Dosage;
  readonly isInPlan: boolean;
  /** Sessions with at least half of it of those it was due in, trailing 28 days; null: no target. */
  readonly adherence: Tally | null;
  /** The last `EXERCISE_DAYS` days; null: not mentioned in any log. */
  readonly history: ExerciseHistory | null;
}

/** What the overview shows of one plan that has begun. Numbers are final; renderers only format. */
export interface PlanReview {
  /** First day drawn, and the last with data: today, or an ended plan's last day. */
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  /** Last day of the axis; what lies after `lastOn` stays empty. */
  readonly axisEndsOn: LocalDate;
  readonly hasLogs: boolean;
  readonly days: readonly ReviewDay[];
  readonly pain: ReviewPain;
  readonly versions: readonly VersionMark[];
  /** Past visits and today's, inside the range. */
  readonly visits: readonly LocalDate[];
  readonly adherence: Omit<Adherence, "exercises">;
  readonly weeks: readonly WeekAdherence[];
  readonly exercises: readonly ReviewExercise[];
  readonly overdose: readonly OverdoseWeek[];
  /** Names by line id, of the newest version that has the line. */
  readonly names: ReadonlyMap<string, string>;
  /** Titles of advice by id, of the newest version that has it. */
  readonly adviceTitles: ReadonlyMap<string, string>;
  readonly painRule: PainRule;
}

/** The plan that a review is about. */
export interface ReviewedPlan {
  readonly planId: string;
  readonly title: string;
  readonly startedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly state: "not_started" | "running" | "ended";
}

/** The overview of a patient; `plan` null: nothing published yet; `review` null: not begun. */
export interface PatientReview {
  readonly patientId: string;
  readonly today: LocalDate;
  readonly weekStart: Weekday;
  readonly period: ReviewPeriod;
  readonly plan: ReviewedPlan | null;
  readonly review: PlanReview | null;
}
