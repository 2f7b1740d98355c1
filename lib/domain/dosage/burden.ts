import type { Weekday } from "../calendar/local-date";
import type { Dosage } from "./dosage";
import { sidesCount, tempoParts } from "./validate-dosage";

/** Seconds for a rep with neither hold nor tempo (design judgement). */
export const SECONDS_PER_REP = 4;
/** Seconds to finish one exercise and get into the next (design judgement). */
export const CHANGE_OVER_SECONDS = 30;
/** More exercises than this get a nudge: adherence falls with each one (design judgement). */
export const NUDGE_ABOVE_EXERCISES = 4;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** What a plan asks of the patient. Seconds are whole; minutes are rounded to the nearest, never 0 for work. */
export interface Burden {
  readonly exerciseCount: number;
  readonly secondsPerSession: number;
  readonly secondsPerDay: number;
  readonly minutesPerSession: number;
  readonly minutesPerDay: number;
  /** True above `NUDGE_ABOVE_EXERCISES`. */
  readonly tooMany: boolean;
}

function secondsPerRep(d: Dosage): number {
  if (d.holdSeconds !== null) return d.holdSeconds;
  const tempo = d.tempo === null ? null : tempoParts(d.tempo);
  const sum = tempo ? tempo[0] + tempo[1] + tempo[2] : 0;
  return sum > 0 ? sum : SECONDS_PER_REP;
}

/**
 * Seconds one sitting of this exercise takes, without the change-over to the next: sets x (reps x
 * seconds per rep, or the duration) x sides, plus the rest between sets. Seconds per rep are the
 * hold, else the sum of the tempo, else `SECONDS_PER_REP`. No rest stated counts as none.
 */
export function dosageSeconds(d: Dosage): number {
  const perSide = d.durationSeconds ?? (d.reps ?? 0) * secondsPerRep(d);
  const rests = Math.max(0, d.sets - 1) * (d.restSeconds ?? 0);
  return d.sets * perSide * sidesCount(d.side) + rests;
}

function mayBeDueOn(d: Dosage, weekday: Weekday): boolean {
  if (d.frequency.pattern === "as_needed") return false;
  return d.frequency.pattern !== "weekdays" || d.frequency.weekdays.includes(weekday);
}

function toMinutes(seconds: number): number {
  return seconds === 0 ? 0 : Math.max(1, Math.round(seconds / 60));
}

/**
 * Burden of a plan on its fullest day: exercises any days a week or every other day count on
 * every day, chosen weekdays on theirs, "as needed" never (it has no target). A session is each due
 * exercise once; the day counts each at its most times a day. A change-over is added per exercise.
 */
export function planBurden(dosages: readonly Dosage[]): Burden {
  let secondsPerSession = 0;
  let secondsPerDay = 0;
  for (const weekday of WEEKDAYS) {
    let session = 0;
    let day = 0;
    for (const d of dosages) {
      if (!mayBeDueOn(d, weekday)) continue;
      const once = dosageSeconds(d) + CHANGE_OVER_SECONDS;
      session += once;
      day += once * d.frequency.timesPerDayMax;
    }
    secondsPerSession = Math.max(secondsPerSession, session);
    secondsPerDay = Math.max(secondsPerDay, day);
  }
  return {
    exerciseCount: dosages.length,
    secondsPerSession,
    secondsPerDay,
    minutesPerSession: toMinutes(secondsPerSession),
    minutesPerDay: toMinutes(secondsPerDay),
    tooMany: dosages.length > NUDGE_ABOVE_EXERCISES,
  };
}
