import { addDays, daysBetween, type LocalDate, WEEKDAYS, weekdayOf } from "../calendar/local-date";
import type { Frequency } from "../dosage/dosage";
import type { PauseFact, PrescribedFact, VersionFact } from "../session/facts";
import { isWithin } from "./date-window";

/** When a plan runs. `endedOn` is its last day; null: still running. */
export interface PlanSpan {
  readonly startedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly pauses: readonly PauseFact[];
}

/** `outside`: before the plan's start date, after its last day, or no version in force yet. */
export type DayState = "active" | "paused" | "outside";

/** What is due on one local day. */
export interface DayDue {
  readonly state: DayState;
  /** Exercises bound to this day: daily, chosen weekdays, every other day. */
  readonly exercises: readonly PrescribedFact[];
  /** Target of the day in sessions: the largest times-a-day among `exercises`; 0 when there are none. */
  readonly timesADay: number;
  /** Exercises due on any N days of the week: they may be done today, none has to be. */
  readonly anyDay: readonly PrescribedFact[];
}

function isPaused(day: LocalDate, pauses: readonly PauseFact[]): boolean {
  return pauses.some((p) => p.startsOn <= day && (p.endsOn === null || day <= p.endsOn));
}

/** Whether the plan runs on a local day. Both dates of a pause are paused days. */
export function dayState(day: LocalDate, plan: PlanSpan): DayState {
  if (day < plan.startedOn || (plan.endedOn !== null && day > plan.endedOn)) return "outside";
  return isPaused(day, plan.pauses) ? "paused" : "active";
}

/**
 * Paused days of the plan from `first` to `last`, both included; a day in two pauses counts once.
 * Printed beside every adherence number (clinical.md, "Sessions due, sessions done").
 */
export function pausedDays(first: LocalDate, last: LocalDate, plan: PlanSpan): number {
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (dayState(day, plan) === "paused") count++;
  }
  return count;
}

/**
 * The version in force at local midnight, which sets the whole day; null before the first one.
 * Among the versions that have started, the one published last (highest number) is in force, so that
 * a superseded version never comes back; for versions that start in the order of their numbers that
 * is the one with the newest `startsOn`, ties by number.
 */
export function versionInForce(
  versions: readonly VersionFact[],
  day: LocalDate,
): VersionFact | null {
  let found: VersionFact | null = null;
  for (const v of versions) {
    if (v.startsOn <= day && (found === null || v.number > found.number)) found = v;
  }
  return found;
}

/** True for a frequency with a target; "as needed" has none. */
export function hasTarget(frequency: Frequency): boolean {
  return frequency.pattern !== "as_needed";
}

function isBoundTo(frequency: Frequency, day: LocalDate, startedOn: LocalDate): boolean {
  switch (frequency.pattern) {
    case "daily":
      return true;
    case "weekdays":
      return frequency.weekdays.includes(weekdayOf(day));
    case "every_other_day":
      return daysBetween(startedOn, day) % 2 === 0;
    default:
      return false;
  }
}

/** The exercises of a version that its dates and phases allow on a local day. */
export function openOn(version: VersionFact, day: LocalDate): readonly PrescribedFact[] {
  return version.exercises.filter(({ windows }) => isWithin(windows, day));
}

/** The largest times-a-day target among exercises; a range N to M counts N. 0 for none. */
export function largestTimesADay(exercises: readonly PrescribedFact[]): number {
  return exercises.reduce((max, e) => Math.max(max, e.dosage.frequency.timesPerDayMin), 0);
}

/**
 * What a version makes due on a local day (clinical.md, "Due on a day"). Every-other-day is anchored
 * on the plan's start date, whatever the version; "as needed" is never due; nothing is due on paused
 * days, outside the plan, or outside an exercise's own dates and phase.
 */
export function dueOnDay(version: VersionFact | null, day: LocalDate, plan: PlanSpan): DayDue {
  const state = version === null ? "outside" : dayState(day, plan);
  if (version === null || state !== "active") {
    return { state, exercises: [], timesADay: 0, anyDay: [] };
  }
  const open = openOn(version, day);
  const exercises = open.filter((e) => isBoundTo(e.dosage.frequency, day, plan.startedOn));
  const anyDay = open.filter((e) => e.dosage.frequency.pattern === "per_week");
  return { state, exercises, timesADay: largestTimesADay(exercises), anyDay };
}

/**
 * Most sessions of one local day that may count: the day's target, or the times-a-day of the
 * any-day exercises where that is more. On a rest or paused day, where a session can only stand in
 * for a missed one, the largest times-a-day of the version. 0 when the version has no target.
 */
export function dayCap(version: VersionFact | null, day: LocalDate, startedOn: LocalDate): number {
  const due = dueOnDay(version, day, { startedOn, endedOn: null, pauses: [] });
  const cap = Math.max(due.timesADay, largestTimesADay(due.anyDay));
  if (cap > 0 || version === null) return cap;
  return largestTimesADay(openOn(version, day).filter((e) => hasTarget(e.dosage.frequency)));
}

function nonEmpty(lists: readonly (readonly PrescribedFact[])[]) {
  return lists.filter((list) => list.length > 0);
}

/**
 * The sets of exercises a session of this day may be measured against; its credit is the best of
 * them. Empty when the version has no target.
 * - Exercises bound to the day, where there are any: that set alone.
 * - Else any-day exercises: all of them, and the ones due on more days a week without the rarer ones
 *   (a walk on five days, strength on three: a walk alone is a session).
 * - Else a rest day, standing in for another: the set of each weekday, and the every-other-day set.
 * Pauses do not matter: a session on a paused day is measured like any other.
 */
export function sessionDemands(
  version: VersionFact,
  day: LocalDate,
  startedOn: LocalDate,
): readonly (readonly PrescribedFact[])[] {
  const due = dueOnDay(version, day, { startedOn, endedOn: null, pauses: [] });
  if (due.exercises.length > 0) return [due.exercises];
  if (due.anyDay.length > 0) {
    const daysAWeek = (e: PrescribedFact) => e.dosage.frequency.daysPerWeekMin ?? 0;
    return [...new Set(due.anyDay.map(daysAWeek))].map((n) =>
      due.anyDay.filter((e) => daysAWeek(e) >= n),
    );
  }
  const withPattern = (wanted: (f: Frequency) => boolean) =>
    openOn(version, day).filter((e) => wanted(e.dosage.frequency));
  return nonEmpty([
    withPattern((f) => f.pattern === "every_other_day"),
    ...WEEKDAYS.map((w) => withPattern((f) => f.pattern === "weekdays" && f.weekdays.includes(w))),
  ]);
}
