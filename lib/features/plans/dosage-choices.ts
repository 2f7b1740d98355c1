import { WEEKDAYS, type Weekday } from "../../domain/calendar/local-date";
import type { Band, DayPattern, Dosage, Side } from "../../domain/dosage/dosage";

/** What a change to a time instead of repetitions starts from (design judgement). */
const FIRST_DURATION_SECONDS = 30;
const FIRST_REPS = 10;
const FIRST_DAYS_PER_WEEK = 3;
const FIRST_WEEKDAYS: readonly Weekday[] = [1, 3, 5];

/** One press in a dosage: a choice that always leads to a valid dosage. */
export type DosageChoice =
  | { readonly of: "mode"; readonly value: "reps" | "time" }
  | { readonly of: "side"; readonly value: Side }
  | { readonly of: "band"; readonly value: Band | null }
  | { readonly of: "pattern"; readonly value: DayPattern }
  | { readonly of: "weekday"; readonly value: Weekday };

function withPattern(d: Dosage, pattern: DayPattern): Dosage {
  const { frequency } = d;
  const perWeek = pattern === "per_week" ? FIRST_DAYS_PER_WEEK : null;
  return {
    ...d,
    frequency: {
      ...frequency,
      pattern,
      weekdays: pattern === "weekdays" ? FIRST_WEEKDAYS : [],
      daysPerWeekMin: perWeek,
      daysPerWeekMax: perWeek,
    },
  };
}

// The last chosen day stays: weekdays without a day would be no frequency.
function withWeekday(d: Dosage, day: Weekday): Dosage {
  const chosen = new Set(d.frequency.weekdays);
  if (!chosen.delete(day)) chosen.add(day);
  if (chosen.size === 0) return d;
  const weekdays = WEEKDAYS.filter((one) => chosen.has(one));
  return { ...d, frequency: { ...d.frequency, weekdays } };
}

function withMode(d: Dosage, mode: "reps" | "time", start: Dosage): Dosage {
  if (mode === "time") {
    const durationSeconds = start.durationSeconds ?? FIRST_DURATION_SECONDS;
    return { ...d, reps: null, holdSeconds: null, durationSeconds };
  }
  const { reps, holdSeconds } = start;
  return { ...d, durationSeconds: null, reps: reps ?? FIRST_REPS, holdSeconds };
}

/** A dosage after one choice; `start` is the library's default, to fall back on. */
export function choose(d: Dosage, choice: DosageChoice, start: Dosage): Dosage {
  switch (choice.of) {
    case "mode":
      return withMode(d, choice.value, start);
    case "side":
      return { ...d, side: choice.value };
    case "band":
      return {
        ...d,
        band: choice.value,
        loadGrams: choice.value === null ? d.loadGrams : null,
      };
    case "pattern":
      return d.frequency.pattern === choice.value ? d : withPattern(d, choice.value);
    case "weekday":
      return withWeekday(d, choice.value);
  }
}
