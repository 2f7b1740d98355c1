import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Weekday } from "../../../lib/domain/calendar/local-date";
import {
  DAILY_ONCE,
  DOSAGE_BOUNDS,
  type Dosage,
  type Frequency,
  SIDES,
} from "../../../lib/domain/dosage/dosage";
import { checkDosage, sidesCount, tempoParts } from "../../../lib/domain/dosage/validate-dosage";

const REPS: Dosage = {
  sets: 3,
  reps: 10,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "none",
  frequency: DAILY_ONCE,
};

function problems(change: Partial<Dosage>) {
  return checkDosage({ ...REPS, ...change }).map(({ field, code }) => `${field} ${code}`);
}

function frequencyProblems(change: Partial<Frequency>) {
  return problems({ frequency: { ...DAILY_ONCE, ...change } });
}

describe("checkDosage", () => {
  test("a plain dosage has no problems", () => {
    expect(checkDosage(REPS)).toEqual([]);
    expect(problems({ reps: null, durationSeconds: 60 })).toEqual([]);
  });

  test.each([
    ["sets", {}],
    ["reps", {}],
    ["holdSeconds", {}],
    ["durationSeconds", { reps: null }],
    ["restSeconds", {}],
    ["loadGrams", {}],
  ] as const)("%s: the bounds are inclusive, whole numbers only", (field, rest) => {
    const { min, max } = DOSAGE_BOUNDS[field];
    expect(problems({ ...rest, [field]: min })).toEqual([]);
    expect(problems({ ...rest, [field]: max })).toEqual([]);
    expect(problems({ ...rest, [field]: min - 1 })).toEqual([`${field} out_of_range`]);
    expect(problems({ ...rest, [field]: max + 1 })).toEqual([`${field} out_of_range`]);
    expect(problems({ ...rest, [field]: min + 0.5 })).toEqual([`${field} not_whole`]);
    expect(problems({ ...rest, [field]: Number.NaN })).toEqual([`${field} not_whole`]);
  });

  test("a problem names the bounds", () => {
    expect(checkDosage({ ...REPS, sets: 21 })).toEqual([
      { field: "sets", code: "out_of_range", min: 1, max: 20 },
    ]);
  });

  test("exactly one of reps and duration", () => {
    expect(problems({ reps: null })).toEqual(["reps reps_or_duration"]);
    expect(problems({ durationSeconds: 30 })).toEqual(["reps reps_or_duration"]);
  });

  test("a hold belongs to reps", () => {
    expect(problems({ holdSeconds: 20 })).toEqual([]);
    expect(problems({ reps: null, durationSeconds: 60, holdSeconds: 20 })).toEqual([
      "holdSeconds hold_needs_reps",
    ]);
  });

  test("load or band, not both; band and side from their lists", () => {
    expect(problems({ loadGrams: 2000 })).toEqual([]);
    expect(problems({ band: "red" })).toEqual([]);
    expect(problems({ loadGrams: 2000, band: "red" })).toEqual(["band load_or_band"]);
    expect(problems({ band: "pink" as never })).toEqual(["band not_in_list"]);
    expect(problems({ side: "up" as never })).toEqual(["side not_in_list"]);
  });

  test.each([
    ["3-1-2", []],
    ["0-0-1", []],
    ["20-0-20", []],
    ["21-0-1", ["tempo out_of_range"]],
    ["0-0-0", ["tempo tempo_shape"]],
    ["3-1", ["tempo tempo_shape"]],
    ["3-1-2-1", ["tempo tempo_shape"]],
    ["3 - 1 - 2", ["tempo tempo_shape"]],
    ["3--1-2", ["tempo tempo_shape"]],
    ["a-b-c", ["tempo tempo_shape"]],
    ["", ["tempo tempo_shape"]],
  ])("tempo %j", (tempo, expected) => {
    expect(problems({ tempo })).toEqual(expected);
  });

  test("chosen weekdays: at least one, ISO, ascending, each once", () => {
    const at = (weekdays: number[]) =>
      frequencyProblems({ pattern: "weekdays", weekdays: weekdays as Weekday[] });
    expect(at([1, 3, 5])).toEqual([]);
    expect(at([])).toEqual(["weekdays weekdays_missing"]);
    expect(at([0, 3])).toEqual(["weekdays not_in_list"]);
    expect(at([3, 8])).toEqual(["weekdays not_in_list"]);
    expect(at([3, 1])).toEqual(["weekdays range_order"]);
    expect(at([3, 3])).toEqual(["weekdays range_order"]);
  });

  test("days a week: both ends, ordered, 1 to 7", () => {
    const at = (daysPerWeekMin: number | null, daysPerWeekMax: number | null) =>
      frequencyProblems({ pattern: "per_week", daysPerWeekMin, daysPerWeekMax });
    expect(at(4, 4)).toEqual([]);
    expect(at(3, 5)).toEqual([]);
    expect(at(5, 3)).toEqual(["daysPerWeekMax range_order"]);
    expect(at(0, 3)).toEqual(["daysPerWeekMin out_of_range"]);
    expect(at(3, 8)).toEqual(["daysPerWeekMax out_of_range"]);
    expect(at(null, 3)).toEqual(["daysPerWeekMin out_of_range"]);
    expect(at(3, null)).toEqual(["daysPerWeekMax out_of_range"]);
  });

  test("fields of another pattern stay empty; unknown patterns are refused", () => {
    expect(frequencyProblems({ weekdays: [1] })).toEqual(["weekdays not_for_pattern"]);
    expect(frequencyProblems({ daysPerWeekMin: 2, daysPerWeekMax: 3 })).toEqual([
      "daysPerWeekMin not_for_pattern",
      "daysPerWeekMax not_for_pattern",
    ]);
    expect(frequencyProblems({ pattern: "hourly" as never })).toEqual(["pattern not_in_list"]);
  });

  test("times a day: 1 to 12, ordered", () => {
    const at = (timesPerDayMin: number, timesPerDayMax: number) =>
      frequencyProblems({ timesPerDayMin, timesPerDayMax });
    expect(at(2, 3)).toEqual([]);
    expect(at(3, 2)).toEqual(["timesPerDayMax range_order"]);
    expect(at(0, 2)).toEqual(["timesPerDayMin out_of_range"]);
    expect(at(1, 13)).toEqual(["timesPerDayMax out_of_range"]);
    expect(at(1.5, 2)).toEqual(["timesPerDayMin not_whole"]);
  });

  test("every dosage inside the bounds passes", () => {
    const within = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
    fc.assert(
      fc.property(
        within(DOSAGE_BOUNDS.sets),
        within(DOSAGE_BOUNDS.reps),
        fc.option(within(DOSAGE_BOUNDS.holdSeconds)),
        fc.option(within(DOSAGE_BOUNDS.restSeconds)),
        fc.constantFrom(...SIDES),
        within(DOSAGE_BOUNDS.timesPerDay),
        (sets, reps, holdSeconds, restSeconds, side, times) => {
          const frequency = { ...DAILY_ONCE, timesPerDayMax: times };
          expect(problems({ sets, reps, holdSeconds, restSeconds, side, frequency })).toEqual([]);
        },
      ),
    );
  });
});

test("only each and alternating are worked per side", () => {
  expect(SIDES.map((side) => [side, sidesCount(side)])).toEqual([
    ["none", 1],
    ["left", 1],
    ["right", 1],
    ["both", 1],
    ["each", 2],
    ["alternating", 2],
  ]);
});

test("tempo parts", () => {
  expect(tempoParts("3-1-2")).toEqual([3, 1, 2]);
  expect(tempoParts("3-1")).toBeNull();
});
