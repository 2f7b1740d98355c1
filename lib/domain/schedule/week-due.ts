import type { PrescribedFact } from "../session/facts";

const DAYS_PER_WEEK = 7;

/**
 * Where a day of the week lies: `before` the window that is read, `past` in it, `today`, or `later`.
 */
export type DayPlace = "before" | "past" | "today" | "later";

/** One local day as the weekly account sees it. `bound`, `credit` and the levels are in sessions. */
export interface DayAccount {
  readonly place: DayPlace;
  /** Target bound to this very day; 0 on rest days, paused days and outside the plan. */
  readonly bound: number;
  /** Entry t - 1: days a week on which at least t sessions are due; empty when no any-day target. */
  readonly anyDay: readonly number[];
  /** Done on the day, already capped at its times-a-day. */
  readonly credit: number;
}

/**
 * Any-day target of one day as levels: entry t - 1 is the number of days a week that need at least t
 * sessions. Ranges count their lower end.
 */
export function anyDayLevels(anyDay: readonly PrescribedFact[]): number[] {
  const levels: number[] = [];
  for (const { dosage } of anyDay) {
    for (let t = 0; t < dosage.frequency.timesPerDayMin; t++) {
      levels[t] = Math.max(levels[t] ?? 0, dosage.frequency.daysPerWeekMin ?? 0);
    }
  }
  return levels;
}

/** Sessions due on the 1st, 2nd, ... of the week's any-day days, most first. */
function weekProfile(days: readonly DayAccount[]): number[] {
  const profile: number[] = [];
  const depth = Math.max(0, ...days.map((d) => d.anyDay.length));
  for (let t = 0; t < depth; t++) {
    const wanted = days.reduce((sum, d) => sum + (d.anyDay[t] ?? 0), 0);
    const dueDays = Math.max(1, Math.round(wanted / DAYS_PER_WEEK));
    for (let k = 0; k < dueDays; k++) profile[k] = (profile[k] ?? 0) + 1;
  }
  return profile;
}

/** Fewest sessions that meet day-bound targets and an any-day profile at once: fullest days overlap. */
function overlay(bound: readonly number[], profile: readonly number[]): number {
  const fullestFirst = [...bound].sort((a, b) => b - a);
  let total = 0;
  for (let k = 0; k < Math.max(fullestFirst.length, profile.length); k++) {
    total += Math.max(fullestFirst[k] ?? 0, profile[k] ?? 0);
  }
  return total;
}

/** What the whole week asks for, its later days included, in sessions. */
export function wholeWeekDue(days: readonly DayAccount[]): number {
  return overlay(
    days.map((d) => d.bound),
    weekProfile(days),
  );
}

/**
 * Sessions done and due in one clinic week (up to 7 consecutive local days), credit capped at the
 * week's due, so that Tuesday stands in for a missed Wednesday and double days never hide silence.
 * Source: clinical.md, "Any N days a week", "Credit is capped", "Session adherence".
 *
 * - Any N days: due round(N x active days / 7), at least 1. When the version changes within the week,
 *   N is the mean of the N of its days, so that publishing again never makes a week due twice.
 * - Day-bound exercises: due on their days. In a plan with both, day-bound sessions serve the any-day
 *   ones too: the week is due the fewest sessions that meet every target (Monday, Wednesday, Friday
 *   with any 5 days: 5).
 * - Current week: due is what can no longer wait (day-bound targets through yesterday; N - days left
 *   including today), or the credit so far where that is more, up to the whole week's due. A session
 *   of today on a day-bound day adds to both sides.
 * - Week cut by the window's edge: what could no longer wait when the window opened is not due, nor
 *   are its sessions: of day-bound exercises exactly the days inside. Any-day targets have the week as
 *   their unit: min(N, active days still inside) are due and sessions of the cut-off days still serve
 *   them. That mirrors the current week, so that a patient who does N days every week reads 100 % on
 *   each day of it, and silence never raises the number.
 */
export function tallyWeek(days: readonly DayAccount[]): { done: number; due: number } {
  const profile = weekProfile(days);
  const bound: Record<DayPlace, number[]> = { before: [], past: [], today: [], later: [] };
  const credit: Record<DayPlace, number> = { before: 0, past: 0, today: 0, later: 0 };
  const hosts: Record<DayPlace, number> = { before: 0, past: 0, today: 0, later: 0 };
  for (const day of days) {
    bound[day.place].push(day.bound);
    credit[day.place] += day.credit;
    if (day.anyDay.length > 0) hosts[day.place]++;
  }
  const left = hosts.today + hosts.later;
  const elapsed = [...bound.before, ...bound.past];
  const todayOnBothSides = Math.min(bound.today[0] ?? 0, credit.today);
  const whole = wholeWeekDue(days);
  const cutOff = overlay(bound.before, profile.slice(hosts.past + left));
  const least = overlay([...elapsed, todayOnBothSides], profile.slice(left)) - cutOff;
  const soFar = credit.past + credit.today;
  const due = Math.max(least, Math.min(soFar, whole - cutOff));
  const anyDayShare = whole - days.reduce((sum, d) => sum + d.bound, 0);
  return { done: Math.min(due, soFar + Math.min(credit.before, anyDayShare)), due };
}
