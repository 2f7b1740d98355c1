import type { LocalDate } from "../calendar/local-date";
import { hasTarget } from "../schedule/due";
import { doseRatio } from "../session/credit";
import { WINDOW_DAYS } from "./adherence";
import { type AdherenceFacts, type PlanDay, planWeeks, windowFirst } from "./plan-days";

/** More than this of a day's dose is too much, in percent (clinical.md, "Session adherence"). */
export const OVERDOSE_ABOVE_PERCENT = 120;
/** Days of one clinic week with too much from which the week is flagged (clinical.md). */
export const OVERDOSE_DAYS = 2;
const FLOAT_SLACK_PERCENT = 1e-9;

/** A clinic week with too much done: flagged to the therapist, not praised. */
export interface OverdoseWeek {
  readonly weekStartsOn: LocalDate;
  /** Days with too much, ascending. */
  readonly days: readonly LocalDate[];
  /** The exercise lines that were overdone. */
  readonly lineIds: readonly string[];
}

function overdoneLines(day: PlanDay): string[] {
  const percents = new Map<string, number>();
  for (const { fact, shown } of day.sessions) {
    for (const e of shown.exercises) {
      if (!hasTarget(e.dosage.frequency)) continue;
      for (const done of fact.exercises) {
        if (done.prescribedId !== e.prescribedId) continue;
        const share = (100 * doseRatio(e.dosage, done)) / e.dosage.frequency.timesPerDayMax;
        percents.set(e.lineId, (percents.get(e.lineId) ?? 0) + share);
      }
    }
  }
  return [...percents]
    .filter(([, percent]) => percent > OVERDOSE_ABOVE_PERCENT + FLOAT_SLACK_PERCENT)
    .map(([lineId]) => lineId);
}

/**
 * Weeks of the trailing window in which some exercise passed 120 % of its day's dose on 2 days or
 * more, oldest first. The day's dose is its sitting's dose times the upper end of its times-a-day;
 * read per exercise, so that skipping one does not hide doing another twice. As needed has no dose.
 */
export function overdoseWeeks(facts: AdherenceFacts, days = WINDOW_DAYS): OverdoseWeek[] {
  const found: OverdoseWeek[] = [];
  for (const week of planWeeks(facts, windowFirst(facts, days))) {
    const over = week
      .map((day) => ({ day: day.day, lines: overdoneLines(day) }))
      .filter(({ lines }) => lines.length > 0);
    if (over.length < OVERDOSE_DAYS) continue;
    found.push({
      weekStartsOn: week[0]!.day,
      days: over.map(({ day }) => day),
      lineIds: [...new Set(over.flatMap(({ lines }) => lines))].sort(),
    });
  }
  return found;
}
