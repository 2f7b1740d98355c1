import type { AdherenceFacts } from "../../../lib/domain/adherence/plan-days";
import {
  addDays,
  type LocalDate,
  localDate,
  type Weekday,
} from "../../../lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage, type Frequency } from "../../../lib/domain/dosage/dosage";
import type {
  ExerciseFact,
  PrescribedFact,
  SessionFact,
  VersionFact,
} from "../../../lib/domain/session/facts";

/** A Monday. */
export const START = localDate("2026-03-02");

/** Day n of the plan; day 1 is its start date. */
export function day(n: number): LocalDate {
  return addDays(START, n - 1);
}

export function daily(times = 1, timesMax = times): Frequency {
  return { ...DAILY_ONCE, timesPerDayMin: times, timesPerDayMax: timesMax };
}

export function onWeekdays(weekdays: Weekday[], times = 1): Frequency {
  return { ...daily(times), pattern: "weekdays", weekdays };
}

export function everyOtherDay(times = 1): Frequency {
  return { ...daily(times), pattern: "every_other_day" };
}

export function anyDays(n: number, times = 1, max = n): Frequency {
  return { ...daily(times), pattern: "per_week", daysPerWeekMin: n, daysPerWeekMax: max };
}

export const AS_NEEDED: Frequency = { ...daily(), pattern: "as_needed" };

export function dosage(frequency: Frequency, overrides: Partial<Dosage> = {}): Dosage {
  return {
    sets: 3,
    reps: 10,
    holdSeconds: null,
    durationSeconds: null,
    restSeconds: null,
    loadGrams: null,
    band: null,
    tempo: null,
    side: "none",
    ...overrides,
    frequency,
  };
}

/** A version whose lines are `a`, `b`, ...; prescribed ids carry the version's number. */
export function version(
  frequencies: Frequency[],
  { number = 1, startsOn = START }: { number?: number; startsOn?: LocalDate } = {},
): VersionFact {
  const exercises: PrescribedFact[] = frequencies.map((f, i) => {
    const lineId = String.fromCharCode(97 + i);
    return { prescribedId: `${lineId}${number}`, lineId, dosage: dosage(f) };
  });
  return { versionId: `v${number}`, number, startsOn, exercises };
}

export function done(prescribedId: string, overrides: Partial<ExerciseFact> = {}): ExerciseFact {
  return {
    prescribedId,
    outcome: "done",
    setsDone: null,
    repsDone: null,
    holdSecondsDone: null,
    durationSecondsDone: null,
    painWorst: null,
    effort: null,
    skipReason: null,
    ...overrides,
  };
}

let serial = 0;

/** A session of `shown` on a local day; by default every exercise done. */
export function session(
  shown: VersionFact,
  localOn: LocalDate,
  exercises: ExerciseFact[] = shown.exercises.map((e) => done(e.prescribedId)),
  overrides: Partial<SessionFact> = {},
): SessionFact {
  serial++;
  return {
    id: `s${serial}`,
    versionId: shown.versionId,
    localOn,
    occurredAt: new Date(Date.UTC(2026, 0, 1) + serial * 60_000),
    source: "live",
    painBefore: null,
    painAfter: null,
    stoppedForPain: false,
    exercises,
    ...overrides,
  };
}

/** Full sessions of `shown` on days of the plan, by number; a day named twice has two. */
export function sessionsOn(shown: VersionFact, days: number[]): SessionFact[] {
  return days.map((n) => session(shown, day(n)));
}

export function facts(
  shown: VersionFact | VersionFact[],
  today: LocalDate,
  sessions: SessionFact[] = [],
  overrides: Partial<AdherenceFacts> = {},
): AdherenceFacts {
  return {
    versions: Array.isArray(shown) ? shown : [shown],
    pauses: [],
    sessions,
    startedOn: START,
    endedOn: null,
    today,
    weekStart: 1,
    ...overrides,
  };
}

/** Whole numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
