import type { Weekday } from "../../calendar/local-date";
import type { Band, DayPattern, Dosage, DosageProblem, Side } from "../dosage";
import { DAILY_ONCE } from "../dosage";
import { checkDosage } from "../validate-dosage";

/** On which days; the part of a frequency that one token says. */
export interface SaidDays {
  readonly pattern: DayPattern;
  readonly weekdays: readonly Weekday[];
  readonly daysPerWeekMin: number | null;
  readonly daysPerWeekMax: number | null;
}

/** What a line says of a dosage. Absent: the line is silent, the exercise's own stays. Null: said to be none. */
export interface SaidDosage {
  readonly sets?: number;
  readonly reps?: number;
  readonly holdSeconds?: number | null;
  readonly durationSeconds?: number;
  readonly restSeconds?: number | null;
  readonly loadGrams?: number | null;
  readonly band?: Band | null;
  readonly tempo?: string | null;
  readonly side?: Side;
  readonly days?: SaidDays;
  readonly timesPerDay?: { readonly min: number; readonly max: number };
}

export type SaidField = keyof SaidDosage;

function withAmount(start: Dosage, said: SaidDosage) {
  if (said.durationSeconds !== undefined)
    return { reps: null, holdSeconds: null, durationSeconds: said.durationSeconds };
  const isCounted = said.reps !== undefined || typeof said.holdSeconds === "number";
  return {
    reps: said.reps ?? start.reps,
    holdSeconds: said.holdSeconds === undefined ? start.holdSeconds : said.holdSeconds,
    durationSeconds: isCounted ? null : start.durationSeconds,
  };
}

function withResistance(start: Dosage, said: SaidDosage) {
  const { loadGrams = start.loadGrams, band = start.band } = said;
  return {
    loadGrams: said.loadGrams === undefined && typeof said.band === "string" ? null : loadGrams,
    band: said.band === undefined && typeof said.loadGrams === "number" ? null : band,
  };
}

/**
 * An exercise's own dosage with what was said. A time takes the place of repetitions and hold, and the
 * other way round; a weight takes the place of a band. The result may be wrong still (a hold said of an
 * exercise that is done for a time leaves its repetitions open): `checkDosage` says so.
 */
export function withSaid(start: Dosage, said: SaidDosage): Dosage {
  const { timesPerDay, days } = said;
  return {
    sets: said.sets ?? start.sets,
    ...withAmount(start, said),
    restSeconds: said.restSeconds === undefined ? start.restSeconds : said.restSeconds,
    ...withResistance(start, said),
    tempo: said.tempo === undefined ? start.tempo : said.tempo,
    side: said.side ?? start.side,
    frequency: {
      ...start.frequency,
      ...days,
      timesPerDayMin: timesPerDay?.min ?? start.frequency.timesPerDayMin,
      timesPerDayMax: timesPerDay?.max ?? start.frequency.timesPerDayMax,
    },
  };
}

/** Everything a dosage says, its "none" included, so that it holds over any start. */
export function saidOf(d: Dosage): SaidDosage {
  const { timesPerDayMin, timesPerDayMax, ...days } = d.frequency;
  const amount =
    d.durationSeconds !== null
      ? { durationSeconds: d.durationSeconds }
      : { reps: d.reps ?? 0, holdSeconds: d.holdSeconds };
  return {
    sets: d.sets,
    ...amount,
    restSeconds: d.restSeconds,
    loadGrams: d.loadGrams,
    band: d.band,
    tempo: d.tempo,
    side: d.side,
    days,
    timesPerDay: { min: timesPerDayMin, max: timesPerDayMax },
  };
}

const PLAIN: Dosage = {
  sets: 1,
  reps: 1,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "none",
  frequency: DAILY_ONCE,
};

/** What is wrong with the values of one token by themselves, such as no sets or 20 times a day. */
export function checkSaid(said: SaidDosage): DosageProblem | null {
  return checkDosage(withSaid(PLAIN, said))[0] ?? null;
}
