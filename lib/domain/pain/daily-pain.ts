import type { LocalDate } from "../calendar/local-date";
import type { SessionFact } from "../session/facts";
import { type Ratio, ratio } from "./ratio";

/** Pain of one local day: the mean of its `before` ratings, 0 to 10. Days without one have no entry. */
export interface DailyPain {
  readonly on: LocalDate;
  readonly mean: Ratio;
  /** How many ratings the mean is of, at least 1. */
  readonly ratings: number;
}

/**
 * Daily values in date order, one for each local day that holds a `before` rating. A skipped rating
 * (null) is no value; 0 is one. Other contexts are never pooled in (LOINC 72514-3, NPRS).
 */
export function dailyPain(
  sessions: readonly Pick<SessionFact, "localOn" | "painBefore">[],
): DailyPain[] {
  const days = new Map<LocalDate, { sum: number; count: number }>();
  for (const { localOn, painBefore } of sessions) {
    if (painBefore === null) continue;
    const day = days.get(localOn) ?? { sum: 0, count: 0 };
    day.sum += painBefore;
    day.count += 1;
    days.set(localOn, day);
  }
  return [...days]
    .map(([on, { sum, count }]) => ({ on, mean: ratio(sum, count), ratings: count }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
