import { DOSAGE_BOUNDS } from "../../dosage/dosage";
import type { AmountField } from "./fields";

const BOUNDS: Readonly<Record<AmountField, { readonly min: number; readonly max: number }>> = {
  sets: DOSAGE_BOUNDS.sets,
  reps: DOSAGE_BOUNDS.reps,
  hold: DOSAGE_BOUNDS.holdSeconds,
  duration: DOSAGE_BOUNDS.durationSeconds,
  rest: DOSAGE_BOUNDS.restSeconds,
  times_per_day: DOSAGE_BOUNDS.timesPerDay,
  days_per_week: DOSAGE_BOUNDS.daysPerWeek,
};
const SECONDS: readonly AmountField[] = ["hold", "duration", "rest"];

const COUNT =
  /^(\d{1,6})(?:[.,]0+)?\s*(?:x|sets?|series|reps?|repetitions?|repeticiones|times|veces|days?|d[ií]as?)?$/i;
const TIME =
  /^(\d{1,6})(?:[.,]0+)?\s*(s|sec|secs|seconds?|seg|segundos?|["”″]|m|min|mins|minutes?|minutos?|['’′])?$/i;
const CLOCK = /^(\d{1,3}):([0-5]\d)$/;

function secondsOf(text: string): number | null {
  const clock = CLOCK.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const time = TIME.exec(text);
  if (!time) return null;
  return Number(time[1]) * (/^(?:m|['’′])/i.test(time[2] ?? "") ? 60 : 1);
}

/** A number, or the sentence about why it is none. Times are seconds; "1 min" and "1:30" are understood. */
export function amountOf(
  field: AmountField,
  text: string,
): { readonly amount: number } | { readonly problem: string } {
  const isTime = SECONDS.includes(field);
  const { min, max } = BOUNDS[field];
  const amount = isTime ? secondsOf(text) : Number(COUNT.exec(text)?.[1] ?? Number.NaN);
  if (amount !== null && amount >= min && amount <= max) return { amount };
  const unit = isTime ? " of seconds" : "";
  return { problem: `Write one whole number${unit} from ${min} to ${max}.` };
}
