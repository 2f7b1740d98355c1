import { earlierOf, type LocalDate } from "../calendar/local-date";
import { hasTarget, pausedDays, versionInForce } from "../schedule/due";
import { anyDayLevels, type DayAccount, tallyWeek } from "../schedule/week-due";
import { countingSessions, counts, dayDose } from "../session/credit";
import {
  type AdherenceFacts,
  type PlanDay,
  planWeeks,
  readingDay,
  spanOf,
  windowFirst,
} from "./plan-days";
import { type Tally, tally } from "./tally";

/** Trailing local days that adherence is read over (clinical.md, "Session adherence"). */
export const WINDOW_DAYS = 28;

/** Counting sessions of a day, at most its times-a-day. */
export function countedOn(day: PlanDay): number {
  return countingSessions(
    day.sessions.map((s) => s.work),
    day.cap,
  );
}

function doseOn(day: PlanDay): number {
  const works = day.sessions.map((s) => s.work);
  // A session for a superseded version happened: it is measured by what the patient was shown.
  const shown = [...new Set(works.map((w) => w.demands))];
  return shown.reduce((best, demands) => Math.max(best, dayDose(works, demands, day.cap)), 0);
}

/** The day in sessions, with `credit` as its capped credit. */
export function sessionAccount(day: PlanDay, credit: number): DayAccount {
  return {
    place: day.place,
    bound: day.due.timesADay,
    anyDay: anyDayLevels(day.due.anyDay),
    credit,
  };
}

function lineAccount(day: PlanDay, lineId: string): DayAccount {
  const line = day.version?.exercises.find((e) => e.lineId === lineId);
  if (!line) return { place: day.place, bound: 0, anyDay: [], credit: 0 };
  const times = line.dosage.frequency.timesPerDayMin;
  const done = day.sessions.filter((s) => counts(s.work.shares.get(lineId) ?? 0)).length;
  return {
    place: day.place,
    bound: day.due.exercises.includes(line) ? times : 0,
    anyDay: day.due.anyDay.includes(line) ? anyDayLevels([line]) : [],
    credit: Math.min(done, times),
  };
}

function total(weeks: readonly PlanDay[][], account: (day: PlanDay) => DayAccount): Tally {
  let done = 0;
  let due = 0;
  for (const week of weeks) {
    const t = tallyWeek(week.map(account));
    done += t.done;
    due += t.due;
  }
  return tally(done, due);
}

function linesWithTarget(weeks: readonly PlanDay[][]): Set<string> {
  const lines = new Set<string>();
  for (const day of weeks.flat()) {
    if (day.place !== "past" && day.place !== "today") continue;
    for (const e of [...day.due.exercises, ...day.due.anyDay]) lines.add(e.lineId);
  }
  return lines;
}

/** Session adherence over a trailing window. */
export interface SessionAdherence {
  /** First day of the window, clipped to the plan's start; it runs through yesterday, plus today. */
  readonly first: LocalDate;
  /** The day it is read on: today, or the day after an ended plan's last. */
  readonly readOn: LocalDate;
  /** False when every exercise in force is as needed: print "no target". */
  readonly hasTarget: boolean;
  /** Capped counting sessions of the sessions due. */
  readonly sessions: Tally;
  /** Paused days in the window and today: "paused N days". */
  readonly pausedDays: number;
}

/** All adherence numbers over a trailing window. */
export interface Adherence extends SessionAdherence {
  /** Mean session credit over the sessions due; counts are sessions, with one decimal. */
  readonly dose: Tally;
  /** Per exercise line: sessions where at least half of it was done, of the sessions it was due in. */
  readonly exercises: ReadonlyMap<string, Tally>;
}

function readSessions(facts: AdherenceFacts, first: LocalDate, weeks: readonly PlanDay[][]) {
  const readOn = readingDay(facts);
  const inForce = versionInForce(facts.versions, readOn)?.exercises ?? [];
  return {
    first,
    readOn,
    hasTarget: inForce.some((e) => hasTarget(e.dosage.frequency)),
    sessions: total(weeks, (day) => sessionAccount(day, countedOn(day))),
    pausedDays: pausedDays(first, readOn, spanOf(facts)),
  };
}

/** The session part of `trailingAdherence` alone, for many patients on one page. */
export function trailingSessions(facts: AdherenceFacts, days = WINDOW_DAYS): SessionAdherence {
  const first = windowFirst(facts, days);
  return readSessions(facts, first, planWeeks(facts, first));
}

/**
 * Adherence over the trailing `days` local days, clipped to the plan's start: through yesterday, with
 * today's sessions added to both sides. Computed from the facts whenever it is read: silence lowers it
 * day by day, future days never count, the order of arrival does not matter, and one more session
 * never lowers it. Credit is capped per local day and per clinic week (`tallyWeek`).
 * Source: clinical.md, "Sessions due, sessions done". Throws `RangeError` as `planWeeks` does.
 */
export function trailingAdherence(facts: AdherenceFacts, days = WINDOW_DAYS): Adherence {
  const first = windowFirst(facts, days);
  const weeks = planWeeks(facts, first);
  const exercises = new Map<string, Tally>();
  for (const lineId of linesWithTarget(weeks)) {
    exercises.set(
      lineId,
      total(weeks, (day) => lineAccount(day, lineId)),
    );
  }
  return {
    ...readSessions(facts, first, weeks),
    dose: total(weeks, (day) => sessionAccount(day, doseOn(day))),
    exercises,
  };
}

/** Session adherence of one clinic week. */
export interface WeekAdherence {
  readonly weekStartsOn: LocalDate;
  readonly sessions: Tally;
  readonly dose: Tally;
  readonly pausedDays: number;
  /** True for the week that still runs. */
  readonly current: boolean;
}

/**
 * Adherence of every clinic week, oldest first, from the plan's start to the reading day; empty before
 * the start. Weeks are whole here; only the trailing window cuts one.
 */
export function weeklyAdherence(facts: AdherenceFacts): WeekAdherence[] {
  const readOn = readingDay(facts);
  if (readOn < facts.startedOn) return [];
  const running = facts.endedOn === null || facts.today <= facts.endedOn;
  const weeks = planWeeks(facts, facts.startedOn);
  return weeks
    .filter((week) => facts.endedOn === null || week[0]!.day <= facts.endedOn)
    .map((week) => {
      const last = earlierOf(week[6]!.day, readOn);
      return {
        weekStartsOn: week[0]!.day,
        sessions: total([week], (day) => sessionAccount(day, countedOn(day))),
        dose: total([week], (day) => sessionAccount(day, doseOn(day))),
        pausedDays: pausedDays(week[0]!.day, last, spanOf(facts)),
        current: running && last === facts.today,
      };
    });
}
