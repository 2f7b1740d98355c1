import type { Weekday } from "../../domain/calendar/local-date";
import type { DayPattern, Dosage } from "../../domain/dosage/dosage";

/** The dosage columns of a draft or prescribed exercise, as the database has them. */
export interface DosageRow extends Omit<Dosage, "frequency"> {
  readonly pattern: DayPattern;
  readonly weekdays: readonly number[];
  readonly daysPerWeekMin: number | null;
  readonly daysPerWeekMax: number | null;
  readonly timesPerDayMin: number;
  readonly timesPerDayMax: number;
}

/** A row's dosage in the domain's shape. */
export function dosageOfRow(row: DosageRow): Dosage {
  return {
    sets: row.sets,
    reps: row.reps,
    holdSeconds: row.holdSeconds,
    durationSeconds: row.durationSeconds,
    restSeconds: row.restSeconds,
    loadGrams: row.loadGrams,
    band: row.band,
    tempo: row.tempo,
    side: row.side,
    frequency: {
      pattern: row.pattern,
      weekdays: row.weekdays as Weekday[],
      daysPerWeekMin: row.daysPerWeekMin,
      daysPerWeekMax: row.daysPerWeekMax,
      timesPerDayMin: row.timesPerDayMin,
      timesPerDayMax: row.timesPerDayMax,
    },
  };
}
