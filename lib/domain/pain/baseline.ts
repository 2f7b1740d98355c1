import { addDays, type LocalDate } from "../calendar/local-date";
import type { DailyPain } from "./daily-pain";
import { type SevenDayMean, sevenDayMean, WINDOW_DAYS } from "./seven-day-mean";

/**
 * The baseline: the first window of 7 local days, from the first rating on, that holds at least 3
 * daily values, with its reliability; null until there is one. While that window is still running
 * (`endsOn` after `today`) its mean is of the values so far.
 *
 * `resetOn`: the therapist's reset at a phase change; only ratings from that day on count. A reset
 * after `today` is not in force yet. The old baseline is what the call without it returns.
 */
export function findBaseline(
  daily: readonly DailyPain[],
  { today, resetOn = null }: { today: LocalDate; resetOn?: LocalDate | null },
): SevenDayMean | null {
  const from = resetOn !== null && resetOn <= today ? resetOn : null;
  const known = daily
    .filter((day) => day.on <= today && (from === null || day.on >= from))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const first = known[0];
  if (!first) return null;
  const earliestEnd = addDays(first.on, WINDOW_DAYS - 1);
  // A window can only come to hold enough on a day with a value, or on the first window's last day.
  const later = known.map((day) => day.on).filter((on) => on > earliestEnd);
  for (const endsOn of [earliestEnd, ...later]) {
    const mean = sevenDayMean(known, endsOn);
    if (mean) return mean;
  }
  return null;
}
