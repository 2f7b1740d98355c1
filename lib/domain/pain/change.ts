import { addDays, type LocalDate } from "../calendar/local-date";
import { compareRatios, minus, type Ratio, ratio, ratioToNumber, times } from "./ratio";
import { type SevenDayMean, WINDOW_DAYS } from "./seven-day-mean";

/** Least improvement, in points, that is called a change at all (Salaffi 2004). */
const CLEAR_POINTS = ratio(1, 1);
/** Improvement in points that is moderate at any baseline (Farrar 2001). */
const MODERATE_POINTS = ratio(2, 1);
/** Improvement in percent of the baseline (Farrar 2001; Salaffi 2004; doi 10.1055/a-1304-3677). */
const CLASS_PERCENT = { minimal: 10, moderate: 30, substantial: 50 } as const;
/** Percent of a baseline below this many points says nothing, so it is hidden (design judgement). */
const PERCENT_FROM = ratio(1, 1);
/** From here on people usually need 3 to 4 points (Farrar 2001; Salaffi 2004; doi 10.1055/a-1304-3677). */
const HIGH_BASELINE_FROM = ratio(8, 1);

/** `none` is shown as "no clear change". */
export type ChangeClass = "none" | "minimal" | "moderate" | "substantial";

/** Change of the 7-day mean from baseline, or why none is shown yet. */
export type PainChange =
  | { readonly state: "no_baseline" }
  | { readonly state: "not_enough_data" }
  /** The two windows still share a day; `firstOn` is the first day that they do not. */
  | { readonly state: "too_early"; readonly firstOn: LocalDate }
  | {
      readonly state: "known";
      /** Current minus baseline, in NPRS points; negative is improvement. For printing only. */
      readonly points: number;
      /** Percent of the baseline, same sign; null (hidden) when the baseline is below 1. */
      readonly percent: number | null;
      readonly direction: "down" | "same" | "up";
      /** Null when pain went up: worsening has no class names, it is "up N points". */
      readonly class: ChangeClass | null;
      /** True when either mean is provisional. */
      readonly provisional: boolean;
      /** True from a baseline of 8: "people who start this high usually need 3 to 4 points". */
      readonly highBaseline: boolean;
    };

function reachesPercent(improvement: Ratio, baseline: Ratio, percent: number): boolean {
  return compareRatios(times(improvement, 100), times(baseline, percent)) >= 0;
}

/**
 * Class of an improvement from `baseline` to `current` (means, 0 to 10), null when pain went up.
 * Less than 1.0 point is `none` whatever the percent; from there substantial at 50 %, moderate at
 * 30 % or 2 points, minimal at 10 % (Farrar 2001; Salaffi 2004; doi 10.1055/a-1304-3677).
 */
export function classifyChange(baseline: Ratio, current: Ratio): ChangeClass | null {
  const improvement = minus(baseline, current);
  if (improvement.num < 0) return null;
  if (compareRatios(improvement, CLEAR_POINTS) < 0) return "none";
  if (reachesPercent(improvement, baseline, CLASS_PERCENT.substantial)) return "substantial";
  if (
    reachesPercent(improvement, baseline, CLASS_PERCENT.moderate) ||
    compareRatios(improvement, MODERATE_POINTS) >= 0
  ) {
    return "moderate";
  }
  return reachesPercent(improvement, baseline, CLASS_PERCENT.minimal) ? "minimal" : "none";
}

/**
 * Change from `baseline` to the `current` 7-day mean, shown only once the two windows share no day
 * (Farrar 2001; Salaffi 2004; doi 10.1055/a-1304-3677). Decisions are taken on exact ratios.
 */
export function painChange(
  baseline: SevenDayMean | null,
  current: SevenDayMean | null,
): PainChange {
  if (!baseline) return { state: "no_baseline" };
  if (!current) return { state: "not_enough_data" };
  if (current.startsOn <= baseline.endsOn) {
    return { state: "too_early", firstOn: addDays(baseline.endsOn, WINDOW_DAYS) };
  }
  const points = minus(current.mean, baseline.mean);
  const percentShown = compareRatios(baseline.mean, PERCENT_FROM) >= 0;
  return {
    state: "known",
    points: ratioToNumber(points),
    percent: percentShown
      ? (100 * points.num * baseline.mean.den) / (points.den * baseline.mean.num)
      : null,
    direction: points.num < 0 ? "down" : points.num > 0 ? "up" : "same",
    class: classifyChange(baseline.mean, current.mean),
    provisional: baseline.reliability === "provisional" || current.reliability === "provisional",
    highBaseline: compareRatios(baseline.mean, HIGH_BASELINE_FROM) >= 0,
  };
}

/**
 * The meaningful-change band of a baseline mean: from 0 up to the returned value (points, exact) the
 * change is at least moderate, which takes 30 % or 2 points, whichever is less, and at least 1.0.
 * Null when the baseline is too low for that (Farrar 2001; Salaffi 2004).
 */
export function meaningfulChangeAt(baseline: Ratio): Ratio | null {
  const share = times(baseline, CLASS_PERCENT.moderate, 100);
  const least = compareRatios(share, MODERATE_POINTS) < 0 ? share : MODERATE_POINTS;
  const needed = compareRatios(least, CLEAR_POINTS) < 0 ? CLEAR_POINTS : least;
  const value = minus(baseline, needed);
  return value.num < 0 ? null : value;
}
