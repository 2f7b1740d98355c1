import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBaseline } from "../../../lib/domain/pain/baseline";
import { classifyChange, meaningfulChangeAt, painChange } from "../../../lib/domain/pain/change";
import { compareRatios, minus, ratio, ratioToNumber } from "../../../lib/domain/pain/ratio";
import { sevenDayMean } from "../../../lib/domain/pain/seven-day-mean";
import { day, ratings } from "./ratings";

function changeOf(values: readonly (number | null)[], today = values.length) {
  const daily = ratings(values);
  const baseline = findBaseline(daily, { today: day(today) });
  return painChange(baseline, sevenDayMean(daily, day(today)));
}

function known(values: readonly (number | null)[]) {
  const change = changeOf(values);
  if (change.state !== "known") throw new Error(change.state);
  return change;
}

/** A reliable week that is all one value, then a week of the given values. */
const steadyThen = (baseline: number, current: readonly (number | null)[]) => [
  ...Array.from({ length: 7 }, () => baseline),
  ...current,
];

describe("vectors of the clinical rules", () => {
  test("6.0 to 3.71 is -2.29, -38.1 %, moderate", () => {
    const change = known([6, 6, 7, 6, 5, 6, 6, 4, 4, 3, 4, 4, 3, 4]);
    expect(change.points).toBeCloseTo(-2.29, 2);
    expect(change.percent).toBeCloseTo(-38.1, 1);
    expect(change).toMatchObject({
      direction: "down",
      class: "moderate",
      provisional: false,
      highBaseline: false,
    });
  });

  test("2.0 to 1.4 is -0.6, -30 %, no clear change", () => {
    const change = known([2, 2, 2, 2, 2, null, null, 1, 2, 1, 1, 2, null, null]);
    expect(change.points).toBeCloseTo(-0.6, 10);
    expect(change.percent).toBeCloseTo(-30, 10);
    expect(change.class).toBe("none");
  });
});

describe("classes", () => {
  test.each<[string, [number, number], [number, number], string | null]>([
    ["2.8 to 1.8 is exactly 1 point", [28, 10], [18, 10], "moderate"],
    ["2.8 to 1.81 is not", [28, 10], [181, 100], "none"],
    ["half is substantial", [6, 1], [3, 1], "substantial"],
    ["a hair less than half is not", [6, 1], [301, 100], "moderate"],
    ["30 % is moderate", [5, 1], [35, 10], "moderate"],
    ["a hair less is minimal", [5, 1], [351, 100], "minimal"],
    ["2 points are moderate at any baseline", [10, 1], [8, 1], "moderate"],
    ["a hair less than 2 is minimal", [10, 1], [801, 100], "minimal"],
    ["1 of 10 is 10 %, minimal", [10, 1], [9, 1], "minimal"],
    ["half of a low baseline is below 1 point", [19, 10], [95, 100], "none"],
    ["2 to 1 is 1 point and half", [2, 1], [1, 1], "substantial"],
    ["1 to 0 is 1 point and all", [1, 1], [0, 1], "substantial"],
    ["no change", [4, 1], [4, 1], "none"],
    ["0 stays 0", [0, 1], [0, 1], "none"],
    ["up has no class", [4, 1], [401, 100], null],
    ["up from 0 has no class", [0, 1], [3, 1], null],
  ])("%s", (_, baseline, current, expected) => {
    expect(classifyChange(ratio(...baseline), ratio(...current))).toBe(expected);
  });

  test("a lower current mean is never a weaker class", () => {
    const order = [null, "none", "minimal", "moderate", "substantial"];
    const tenth = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(tenth, tenth, tenth, (b, x, y) => {
        const [low, high] = [Math.min(x, y), Math.max(x, y)];
        const rank = (n: number) => order.indexOf(classifyChange(ratio(b, 70), ratio(n, 70)));
        expect(rank(low)).toBeGreaterThanOrEqual(rank(high));
      }),
    );
  });
});

describe("when a change is shown", () => {
  test("not before the windows share no day", () => {
    const values = steadyThen(6, [3, 3, 3, 3, 3, 3, 3]);
    expect(changeOf(values, 7)).toEqual({ state: "too_early", firstOn: day(14) });
    expect(changeOf(values, 13)).toEqual({ state: "too_early", firstOn: day(14) });
    expect(changeOf(values, 14).state).toBe("known");
  });

  test("says why there is none", () => {
    expect(changeOf([null, null, 4], 3)).toEqual({ state: "no_baseline" });
    expect(changeOf(steadyThen(6, [3, 3]), 20)).toEqual({ state: "not_enough_data" });
  });

  test("a provisional mean on either side makes it provisional", () => {
    expect(known(steadyThen(6, [3, 3, 3, 3, 3, null, null])).provisional).toBe(false);
    expect(known(steadyThen(6, [3, 3, 3, 3, null, null, null])).provisional).toBe(true);
    const few = [6, 6, 6, 6, null, null, null, 3, 3, 3, 3, 3, 3, 3];
    expect(known(few).provisional).toBe(true);
  });

  test("worsening is up by so many points, without a class", () => {
    expect(known(steadyThen(2, [5, 5, 5, 5, 5, 5, 5]))).toMatchObject({
      direction: "up",
      points: 3,
      percent: 150,
      class: null,
    });
  });

  test("the same is the same", () => {
    expect(known(steadyThen(4, [4, 4, 4, 4, 4, 4, 4]))).toMatchObject({
      direction: "same",
      points: 0,
      class: "none",
    });
  });

  test("percent is hidden below a baseline of 1, and never divides by 0", () => {
    expect(known(steadyThen(0, [2, 2, 2, 2, 2, 2, 2]))).toMatchObject({ points: 2, percent: null });
    const low = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(known(low)).toMatchObject({ percent: null, class: "none" });
    expect(known(steadyThen(1, [0, 0, 0, 0, 0, 0, 0]))).toMatchObject({ percent: -100 });
  });

  test("a baseline of 8 or more is flagged", () => {
    expect(known(steadyThen(8, [6, 6, 6, 6, 6, 6, 6])).highBaseline).toBe(true);
    const justBelow = [8, 8, 8, 8, 8, 8, 7, 6, 6, 6, 6, 6, 6, 6];
    expect(known(justBelow).highBaseline).toBe(false);
  });
});

describe("meaningful-change band", () => {
  test.each([
    [10, 8],
    [8, 6],
    [6, 4.2],
    [5, 3.5],
    [3, 2],
    [2, 1],
    [1, 0],
  ])("baseline %d: from %d down", (baseline, value) => {
    const at = meaningfulChangeAt(ratio(baseline, 1));
    expect(at && ratioToNumber(at)).toBeCloseTo(value, 10);
  });

  test("none when the baseline leaves no room for 1 point", () => {
    expect(meaningfulChangeAt(ratio(9, 10))).toBeNull();
    expect(meaningfulChangeAt(ratio(0, 1))).toBeNull();
  });

  test("is where the class becomes moderate, to the exact fraction", () => {
    fc.assert(
      fc.property(fc.integer({ min: 70, max: 700 }), (b) => {
        const baseline = ratio(b, 70);
        const at = meaningfulChangeAt(baseline);
        if (!at) throw new Error("no band");
        expect(["moderate", "substantial"]).toContain(classifyChange(baseline, at));
        const above = minus(at, ratio(-1, 1_000_000));
        expect(compareRatios(above, at)).toBe(1);
        expect(["none", "minimal"]).toContain(classifyChange(baseline, above));
      }),
    );
  });
});
