import { addDays, type LocalDate } from "../calendar/local-date";
import type { DailyPain } from "./daily-pain";
import { meanOf, type Ratio } from "./ratio";

export const WINDOW_DAYS = 7;
/** Fewer daily values than this: not enough data (design judgement). */
export const PROVISIONAL_FROM = 3;
/** One rating has reliability 0.65, the mean of five passes 0.90 (PubMed 25283469). */
export const RELIABLE_FROM = 5;

export type Reliability = "provisional" | "reliable";

/** Mean pain of 7 local days, both ends included, with what it rests on. */
export interface SevenDayMean {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly mean: Ratio;
  /** Days of the 7 that hold a value, 3 to 7. */
  readonly values: number;
  readonly reliability: Reliability;
}

/**
 * Mean of the daily values in the 7 local days that end on `endsOn`; null with fewer than 3 values
 * ("not enough data"), provisional with 3 or 4, reliable from 5 (PubMed 25283469).
 */
export function sevenDayMean(daily: readonly DailyPain[], endsOn: LocalDate): SevenDayMean | null {
  const startsOn = addDays(endsOn, 1 - WINDOW_DAYS);
  const values = daily.filter((day) => day.on >= startsOn && day.on <= endsOn);
  if (values.length < PROVISIONAL_FROM) return null;
  return {
    startsOn,
    endsOn,
    mean: meanOf(values.map((day) => day.mean)),
    values: values.length,
    reliability: values.length >= RELIABLE_FROM ? "reliable" : "provisional",
  };
}
