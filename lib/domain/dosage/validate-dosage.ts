import {
  BANDS,
  DAY_PATTERNS,
  DOSAGE_BOUNDS,
  type Dosage,
  type DosageField,
  type DosageProblem,
  type Frequency,
  SIDES,
  type Side,
} from "./dosage";

interface Bounds {
  readonly min: number;
  readonly max: number;
}

const TEMPO_SHAPE = /^\d{1,2}-\d{1,2}-\d{1,2}$/;

/**
 * Times the prescribed reps or duration are worked through in one set: 2 when the dose is per side
 * (`each`, `alternating`), else 1.
 */
export function sidesCount(side: Side): 1 | 2 {
  return side === "each" || side === "alternating" ? 2 : 1;
}

/** Seconds of each part of a tempo `down-hold-up`, or null when it is not written `n-n-n`. */
export function tempoParts(tempo: string): [number, number, number] | null {
  if (!TEMPO_SHAPE.test(tempo)) return null;
  return tempo.split("-").map(Number) as [number, number, number];
}

function checkWhole(field: DosageField, value: number | null, bounds: Bounds): DosageProblem[] {
  if (value === null) return [];
  if (!Number.isInteger(value)) return [{ field, code: "not_whole", ...bounds }];
  if (value < bounds.min || value > bounds.max) return [{ field, code: "out_of_range", ...bounds }];
  return [];
}

function checkRequired(field: DosageField, value: number | null, bounds: Bounds): DosageProblem[] {
  if (value === null) return [{ field, code: "out_of_range", ...bounds }];
  return checkWhole(field, value, bounds);
}

function checkRange(
  minField: DosageField,
  min: number | null,
  maxField: DosageField,
  max: number | null,
  bounds: Bounds,
): DosageProblem[] {
  const problems = [
    ...checkRequired(minField, min, bounds),
    ...checkRequired(maxField, max, bounds),
  ];
  if (problems.length === 0 && min !== null && max !== null && min > max) {
    problems.push({ field: maxField, code: "range_order" });
  }
  return problems;
}

function checkTempo(tempo: string | null): DosageProblem[] {
  if (tempo === null) return [];
  const parts = tempoParts(tempo);
  if (!parts || parts.every((part) => part === 0)) return [{ field: "tempo", code: "tempo_shape" }];
  const bounds = DOSAGE_BOUNDS.tempoPart;
  return parts.some((part) => part < bounds.min || part > bounds.max)
    ? [{ field: "tempo", code: "out_of_range", ...bounds }]
    : [];
}

function checkWeekdays(frequency: Frequency): DosageProblem[] {
  const days = frequency.weekdays;
  if (frequency.pattern !== "weekdays") {
    return days.length === 0 ? [] : [{ field: "weekdays", code: "not_for_pattern" }];
  }
  if (days.length === 0) return [{ field: "weekdays", code: "weekdays_missing" }];
  if (days.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    return [{ field: "weekdays", code: "not_in_list" }];
  }
  const ascending = days.every((day, i) => i === 0 || day > (days[i - 1] as number));
  return ascending ? [] : [{ field: "weekdays", code: "range_order" }];
}

function checkDaysPerWeek(frequency: Frequency): DosageProblem[] {
  const { daysPerWeekMin: min, daysPerWeekMax: max } = frequency;
  if (frequency.pattern === "per_week") {
    return checkRange("daysPerWeekMin", min, "daysPerWeekMax", max, DOSAGE_BOUNDS.daysPerWeek);
  }
  const problems: DosageProblem[] = [];
  if (min !== null) problems.push({ field: "daysPerWeekMin", code: "not_for_pattern" });
  if (max !== null) problems.push({ field: "daysPerWeekMax", code: "not_for_pattern" });
  return problems;
}

function checkFrequency(frequency: Frequency): DosageProblem[] {
  const { timesPerDayMin, timesPerDayMax } = frequency;
  const times = checkRange(
    "timesPerDayMin",
    timesPerDayMin,
    "timesPerDayMax",
    timesPerDayMax,
    DOSAGE_BOUNDS.timesPerDay,
  );
  if (!DAY_PATTERNS.includes(frequency.pattern)) {
    return [{ field: "pattern", code: "not_in_list" }, ...times];
  }
  return [...checkWeekdays(frequency), ...checkDaysPerWeek(frequency), ...times];
}

/**
 * Everything wrong with a dosage, in the order of its fields; empty when it may be prescribed.
 * Bounds are those of `DOSAGE_BOUNDS` (inclusive, design judgement). Weekdays ascend, each once.
 * Never throws: a value of the wrong kind is a problem, not an error.
 */
export function checkDosage(d: Dosage): DosageProblem[] {
  const problems: DosageProblem[] = [
    ...checkRequired("sets", d.sets, DOSAGE_BOUNDS.sets),
    ...checkWhole("reps", d.reps, DOSAGE_BOUNDS.reps),
  ];
  if ((d.reps === null) === (d.durationSeconds === null)) {
    problems.push({ field: "reps", code: "reps_or_duration" });
  }
  problems.push(...checkWhole("holdSeconds", d.holdSeconds, DOSAGE_BOUNDS.holdSeconds));
  if (d.holdSeconds !== null && d.reps === null) {
    problems.push({ field: "holdSeconds", code: "hold_needs_reps" });
  }
  problems.push(
    ...checkWhole("durationSeconds", d.durationSeconds, DOSAGE_BOUNDS.durationSeconds),
    ...checkWhole("restSeconds", d.restSeconds, DOSAGE_BOUNDS.restSeconds),
    ...checkWhole("loadGrams", d.loadGrams, DOSAGE_BOUNDS.loadGrams),
  );
  if (d.band !== null && !BANDS.includes(d.band)) {
    problems.push({ field: "band", code: "not_in_list" });
  }
  if (d.band !== null && d.loadGrams !== null) {
    problems.push({ field: "band", code: "load_or_band" });
  }
  problems.push(...checkTempo(d.tempo));
  if (!SIDES.includes(d.side)) problems.push({ field: "side", code: "not_in_list" });
  return [...problems, ...checkFrequency(d.frequency)];
}
