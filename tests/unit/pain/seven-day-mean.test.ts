import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBaseline } from "../../../lib/domain/pain/baseline";
import { dailyPain } from "../../../lib/domain/pain/daily-pain";
import { compareRatios, meanOf, ratio, ratioToNumber } from "../../../lib/domain/pain/ratio";
import { sevenDayMean } from "../../../lib/domain/pain/seven-day-mean";
import { day, ratings, session } from "./ratings";

const anyRatings = fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { maxLength: 40 });

describe("daily value", () => {
  test("mean of the day's before ratings only", () => {
    const daily = dailyPain([
      session(2, { painBefore: 5, painAfter: 10 }),
      session(1, { painBefore: 2 }),
      session(1, { painBefore: 3 }, 18),
      session(3, { painBefore: null, painAfter: 4 }),
    ]);
    expect(daily).toEqual([
      { on: day(1), mean: { num: 5, den: 2 }, ratings: 2 },
      { on: day(2), mean: { num: 5, den: 1 }, ratings: 1 },
    ]);
  });

  test("0 is a value and is part of the mean; not rated is neither", () => {
    const daily = dailyPain([
      session(1, { painBefore: 0 }),
      session(1, { painBefore: 4 }),
      session(1, { painBefore: null }),
      session(2, { painBefore: 0 }),
    ]);
    expect(daily.map((d) => ratioToNumber(d.mean))).toEqual([2, 0]);
  });
});

describe("7-day mean", () => {
  test.each([
    [[], null],
    [[4, 4], null],
    [[4, 5, 6], "provisional"],
    [[4, 5, 6, 5], "provisional"],
    [[4, 5, 6, 5, 5], "reliable"],
    [[4, 5, 6, 5, 5, 5, 5], "reliable"],
  ])("%j is %s", (values, reliability) => {
    expect(sevenDayMean(ratings(values), day(7))?.reliability ?? null).toBe(reliability);
  });

  test("trails 7 local days, both ends included", () => {
    const daily = ratings([10, 1, 1, 1, 1, 1, 1, 3]);
    const mean = sevenDayMean(daily, day(8));
    expect(mean).toMatchObject({ startsOn: day(2), endsOn: day(8), values: 7 });
    expect(mean?.mean).toEqual(ratio(9, 7));
    expect(sevenDayMean(daily, day(7))?.mean).toEqual(ratio(16, 7));
  });

  test("is a mean of days, not of ratings", () => {
    const daily = dailyPain([
      ...[8, 8, 8, 8].map(() => session(1, { painBefore: 8 })),
      session(2, { painBefore: 2 }),
      session(3, { painBefore: 2 }),
    ]);
    expect(sevenDayMean(daily, day(3))?.mean).toEqual(ratio(4, 1));
  });

  test("falls silent on its own: no value is carried on", () => {
    const daily = ratings([5, 5, 5]);
    expect(sevenDayMean(daily, day(7))).not.toBeNull();
    expect(sevenDayMean(daily, day(8))).toBeNull();
  });

  test("lies between the lowest and the highest value", () => {
    fc.assert(
      fc.property(anyRatings, fc.integer({ min: 1, max: 45 }), (values, end) => {
        const window = values.slice(Math.max(0, end - 7), end).filter((v) => v !== null);
        const mean = sevenDayMean(ratings(values), day(end));
        expect(mean?.values ?? window.length).toBe(window.length);
        expect(mean === null).toBe(window.length < 3);
        if (!mean) return;
        expect(compareRatios(mean.mean, ratio(Math.min(...window), 1))).toBeGreaterThanOrEqual(0);
        expect(compareRatios(mean.mean, ratio(Math.max(...window), 1))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("baseline", () => {
  const today = day(60);

  test("the week of the first rating, when it holds three", () => {
    const baseline = findBaseline(ratings([null, 6, 6, 7, 6, 5, 6, 6, 0, 0]), { today });
    expect(baseline).toMatchObject({ startsOn: day(2), endsOn: day(8), reliability: "reliable" });
    expect(baseline?.mean).toEqual(ratio(6, 1));
  });

  test("three or four values make it provisional", () => {
    expect(findBaseline(ratings([4, null, 5, null, 6]), { today })).toMatchObject({
      startsOn: day(1),
      endsOn: day(7),
      values: 3,
      reliability: "provisional",
    });
  });

  test("slides on until a window holds three", () => {
    const values = [9, null, null, null, 9, null, null, null, null, 4, 4, null, null, 4];
    const baseline = findBaseline(ratings(values), { today });
    expect(baseline).toMatchObject({ startsOn: day(5), endsOn: day(11), values: 3 });
  });

  test("none without three values in any week", () => {
    expect(findBaseline([], { today })).toBeNull();
    expect(findBaseline(ratings([4, 4]), { today })).toBeNull();
    expect(
      findBaseline(ratings([4, null, null, null, 4, null, null, null, 4]), { today }),
    ).toBeNull();
  });

  test("is of the values so far while its week is running", () => {
    const daily = ratings([4, 4, 4, 9, 9, 9, 9]);
    expect(findBaseline(daily, { today: day(3) })).toMatchObject({ endsOn: day(7), values: 3 });
    expect(findBaseline(daily, { today: day(2) })).toBeNull();
  });

  test("never moves once its week is over", () => {
    fc.assert(
      fc.property(anyRatings, fc.integer({ min: 1, max: 45 }), (values, at) => {
        const then = findBaseline(ratings(values), { today: day(at) });
        if (!then || then.endsOn > day(at)) return;
        expect(findBaseline(ratings(values), { today })).toEqual(then);
      }),
    );
  });

  test("is the first of all windows that hold three", () => {
    fc.assert(
      fc.property(anyRatings, (values) => {
        const daily = ratings(values);
        const first = values.findIndex((value) => value !== null) + 1;
        const ends = first === 0 ? [] : Array.from({ length: 60 }, (_, i) => first + 6 + i);
        const expected = ends.map((end) => sevenDayMean(daily, day(end))).find((mean) => mean);
        expect(findBaseline(daily, { today: day(100) })).toEqual(expected ?? null);
      }),
    );
  });

  test("a reset starts over from its day; a later one is not in force yet", () => {
    const daily = ratings([6, 6, 6, 6, 6, 6, 6, 3, 3, 3, 3, 3, 3, 3]);
    const reset = findBaseline(daily, { today, resetOn: day(8) });
    expect(reset).toMatchObject({ startsOn: day(8), mean: ratio(3, 1) });
    const old = findBaseline(daily, { today: day(14) });
    expect(old).toMatchObject({ startsOn: day(1), mean: ratio(6, 1) });
    expect(findBaseline(daily, { today: day(14), resetOn: day(15) })).toEqual(old);
  });
});

test("ratios are exact and refuse fractions", () => {
  expect(meanOf([ratio(1, 3), ratio(1, 6), ratio(1, 2)])).toEqual(ratio(1, 3));
  expect(ratio(6, 4)).toEqual({ num: 3, den: 2 });
  expect(ratio(0, 9)).toEqual({ num: 0, den: 1 });
  expect(() => ratio(0.5, 1)).toThrow(RangeError);
  expect(() => ratio(1, 0)).toThrow(RangeError);
  expect(() => meanOf([])).toThrow(RangeError);
});
