import { DAILY_ONCE, type Dosage } from "../dosage/dosage";
import type { ExerciseAmounts, ExerciseFacts } from "./exercise-content";

/** The default amounts of an exercise with its side. */
type DefaultAmounts = ExerciseAmounts & Pick<ExerciseFacts, "side">;

/** Repetitions to start from where neither repetitions nor a duration are given (design judgement). */
const FALLBACK_REPS = 10;

/** The dosage that a newly added exercise starts with: the library's own, completed to a valid one. */
export function defaultDosage(amounts: DefaultAmounts): Dosage {
  const timed = amounts.durationSeconds !== null && amounts.reps === null;
  const times = amounts.timesPerDay ?? 1;
  const perWeek = amounts.daysPerWeek !== null && amounts.daysPerWeek < 7;
  return {
    sets: amounts.sets ?? 1,
    reps: timed ? null : (amounts.reps ?? FALLBACK_REPS),
    holdSeconds: timed ? null : amounts.holdSeconds,
    durationSeconds: timed ? amounts.durationSeconds : null,
    restSeconds: amounts.restSeconds,
    loadGrams: null,
    band: null,
    tempo: null,
    side: amounts.side,
    frequency: {
      ...DAILY_ONCE,
      pattern: perWeek ? "per_week" : "daily",
      daysPerWeekMin: perWeek ? amounts.daysPerWeek : null,
      daysPerWeekMax: perWeek ? amounts.daysPerWeek : null,
      timesPerDayMin: times,
      timesPerDayMax: times,
    },
  };
}
