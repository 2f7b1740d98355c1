import { addDays, type LocalDate } from "../calendar/local-date";
import type { Dosage } from "../dosage/dosage";
import type { VersionFact } from "../session/facts";
import {
  type DayDue,
  type DayState,
  dayState,
  dueOnDay,
  openOn,
  type PlanSpan,
  versionInForce,
} from "./due";

/** Days of one sheet. */
export const DIARY_DAYS = 7;

/** Rows that are pain ratings (0 to 10). `morning` is one for a day, the others one for a session. */
export const DIARY_PAINS = ["morning", "before", "after"] as const;
export type DiaryPain = (typeof DIARY_PAINS)[number];

/** A published plan as the diary reads it. */
export interface DiaryPlan extends PlanSpan {
  readonly planId: string;
  readonly versions: readonly VersionFact[];
}

/**
 * Whether an exercise belongs into a session of a day: `due`, `any_day` (any N days of the week: it may),
 * `as_needed`, or `not_due`, which is shaded and may be filled in all the same.
 */
export type DiaryDue = "due" | "any_day" | "as_needed" | "not_due";

/** An exercise of the version in force on a day, within its own dates and phase. */
export interface DiaryLine {
  readonly lineId: string;
  readonly prescribedId: string;
  readonly dosage: Dosage;
  /** Entry n - 1 is the day's n-th session. */
  readonly due: readonly DiaryDue[];
}

/** One local day of the sheet. `outside`: before the plan, or after its last day. */
export interface DiaryDay {
  readonly on: LocalDate;
  readonly state: DayState;
  /** What is in force; null where `state` is `outside`. */
  readonly plan: { readonly planId: string; readonly versionId: string } | null;
  /** Sessions that have a column: the most times a day of what is due; at least 1, 0 when `outside`. */
  readonly times: number;
  /** In plan order. */
  readonly lines: readonly DiaryLine[];
  /** The morning can be about a session: the day, or the day before it, is not `outside`. */
  readonly hasMorning: boolean;
}

/** The plan that a day belongs to: of those that run on it, the one that started last. */
function planOn(plans: readonly DiaryPlan[], on: LocalDate): DiaryPlan | null {
  return plans.reduce<DiaryPlan | null>((found, plan) => {
    if (dayState(on, plan) === "outside" || !versionInForce(plan.versions, on)) return found;
    return found === null || plan.startedOn >= found.startedOn ? plan : found;
  }, null);
}

function dueIn(session: number, line: VersionFact["exercises"][number], due: DayDue): DiaryDue {
  const { pattern, timesPerDayMin, timesPerDayMax } = line.dosage.frequency;
  const isOf = (list: DayDue["exercises"]) =>
    list.some((other) => other.prescribedId === line.prescribedId);
  if (pattern === "as_needed") return "as_needed";
  if (session > timesPerDayMax) return "not_due";
  if (isOf(due.anyDay)) return "any_day";
  if (!isOf(due.exercises)) return "not_due";
  return session <= timesPerDayMin ? "due" : "any_day";
}

function timesOf({ exercises, anyDay }: DayDue): number {
  const times = [...exercises, ...anyDay].map((e) => e.dosage.frequency.timesPerDayMax);
  return Math.max(1, ...times);
}

/** One day of the sheet, by the version in force at its local midnight. */
export function diaryDay(plans: readonly DiaryPlan[], on: LocalDate): DiaryDay {
  const plan = planOn(plans, on);
  const hasMorning = plan !== null || planOn(plans, addDays(on, -1)) !== null;
  const version = plan && versionInForce(plan.versions, on);
  if (!plan || !version)
    return { on, state: "outside", plan: null, times: 0, lines: [], hasMorning };
  const due = dueOnDay(version, on, plan);
  const times = timesOf(due);
  return {
    on,
    state: due.state,
    plan: { planId: plan.planId, versionId: version.versionId },
    times,
    lines: openOn(version, on).map((line) => ({
      lineId: line.lineId,
      prescribedId: line.prescribedId,
      dosage: line.dosage,
      due: Array.from({ length: times }, (_, n) => dueIn(n + 1, line, due)),
    })),
    hasMorning,
  };
}

/**
 * Columns of a paper diary: seven local days from `first`, each with as many sessions as times a day.
 * The printed sheet and the screen that it is typed into share it.
 */
export function diaryDays(plans: readonly DiaryPlan[], first: LocalDate): DiaryDay[] {
  return Array.from({ length: DIARY_DAYS }, (_, n) => diaryDay(plans, addDays(first, n)));
}

/** Rows of the sheet: every exercise in force on any of its days, the last day's in their order first. */
export function diaryLines(days: readonly DiaryDay[]): DiaryLine[] {
  const lines = new Map<string, DiaryLine>();
  for (const day of [...days].reverse()) {
    for (const line of day.lines) if (!lines.has(line.lineId)) lines.set(line.lineId, line);
  }
  return [...lines.values()];
}
