/** Bands on the printed whole percent (clinical.md, "Session adherence"; design judgement). */
export const GOOD_FROM_PERCENT = 80;
export const FAIR_FROM_PERCENT = 50;

/** Sums of shares miss a half percent by less than this, one way or the other. */
const FLOAT_SLACK_PERCENT = 1e-9;

export type AdherenceBand = "good" | "fair" | "low";

/**
 * An adherence number, always with its counts ("9 of 14"). `percent` is whole, null when nothing was
 * due ("no target" or "nothing due yet"), never 0 for that. Dose counts carry one decimal.
 */
export interface Tally {
  readonly done: number;
  readonly due: number;
  readonly percent: number | null;
  readonly band: AdherenceBand | null;
}

/** Band of a printed whole percent. */
export function bandOf(percent: number): AdherenceBand {
  if (percent >= GOOD_FROM_PERCENT) return "good";
  return percent >= FAIR_FROM_PERCENT ? "fair" : "low";
}

function oneDecimal(n: number): number {
  return Math.round(n * 10) / 10;
}

/** Makes the number out of its counts; the percent comes from the exact counts, then is rounded. */
export function tally(done: number, due: number): Tally {
  if (due <= 0) return { done: 0, due: 0, percent: null, band: null };
  const percent = Math.round((100 * done) / due + FLOAT_SLACK_PERCENT);
  return { done: oneDecimal(done), due: oneDecimal(due), percent, band: bandOf(percent) };
}
