import { describe, expect, test } from "vitest";
import {
  CHANGE_OVER_SECONDS,
  dosageSeconds,
  planBurden,
  SECONDS_PER_REP,
} from "../../../lib/domain/dosage/burden";
import { DAILY_ONCE, type Dosage, type Frequency } from "../../../lib/domain/dosage/dosage";

function dosage(change: Partial<Dosage>): Dosage {
  return {
    sets: 1,
    reps: null,
    holdSeconds: null,
    durationSeconds: null,
    restSeconds: null,
    loadGrams: null,
    band: null,
    tempo: null,
    side: "none",
    frequency: DAILY_ONCE,
    ...change,
  };
}

function often(change: Partial<Frequency>): Dosage {
  return dosage({ durationSeconds: 90, frequency: { ...DAILY_ONCE, ...change } });
}

describe("dosageSeconds", () => {
  test.each<[string, Partial<Dosage>, number]>([
    ["reps at the default pace", { sets: 2, reps: 10 }, 20 * SECONDS_PER_REP],
    ["holds", { sets: 3, reps: 2, holdSeconds: 25 }, 150],
    ["holds per side", { sets: 3, reps: 2, holdSeconds: 25, side: "each" }, 300],
    ["alternating is per side too", { reps: 5, holdSeconds: 10, side: "alternating" }, 100],
    ["both together is once", { reps: 5, holdSeconds: 10, side: "both" }, 50],
    ["one side is once", { reps: 5, holdSeconds: 10, side: "left" }, 50],
    ["tempo", { sets: 2, reps: 8, tempo: "3-1-2" }, 96],
    ["a hold goes before the tempo", { reps: 4, holdSeconds: 30, tempo: "3-1-2" }, 120],
    ["a tempo that cannot be read", { reps: 5, tempo: "slow" }, 5 * SECONDS_PER_REP],
    ["duration", { sets: 2, durationSeconds: 45 }, 90],
    ["duration per side", { sets: 2, durationSeconds: 45, side: "each" }, 180],
    ["rest only between sets", { sets: 3, durationSeconds: 30, restSeconds: 60 }, 210],
    ["no rest after a single set", { sets: 1, durationSeconds: 30, restSeconds: 60 }, 30],
    [
      "rests do not double with the sides",
      { sets: 2, reps: 1, holdSeconds: 10, side: "each", restSeconds: 15 },
      55,
    ],
  ])("%s", (_, change, seconds) => {
    expect(dosageSeconds(dosage(change))).toBe(seconds);
  });
});

describe("planBurden", () => {
  const once = 90 + CHANGE_OVER_SECONDS;

  test("an empty plan asks for nothing", () => {
    expect(planBurden([])).toEqual({
      exerciseCount: 0,
      secondsPerSession: 0,
      secondsPerDay: 0,
      minutesPerSession: 0,
      minutesPerDay: 0,
      tooMany: false,
    });
  });

  test("a range of times a day counts its most", () => {
    const burden = planBurden([often({ timesPerDayMin: 2, timesPerDayMax: 3 }), often({})]);
    expect(burden.secondsPerSession).toBe(2 * once);
    expect(burden.secondsPerDay).toBe(4 * once);
    expect(burden.minutesPerSession).toBe(4);
    expect(burden.minutesPerDay).toBe(8);
  });

  test("the fullest weekday counts", () => {
    const burden = planBurden([
      often({ pattern: "weekdays", weekdays: [1, 3] }),
      often({ pattern: "weekdays", weekdays: [3, 5] }),
      often({ pattern: "weekdays", weekdays: [6] }),
      often({ pattern: "per_week", daysPerWeekMin: 3, daysPerWeekMax: 4 }),
      often({ pattern: "every_other_day" }),
    ]);
    expect(burden.secondsPerSession).toBe(4 * once);
  });

  test("as needed asks for no time but is an exercise", () => {
    const burden = planBurden([often({ pattern: "as_needed" })]);
    expect(burden).toMatchObject({ exerciseCount: 1, secondsPerSession: 0, minutesPerDay: 0 });
  });

  test("a little work is a minute, not none", () => {
    const short = dosage({ reps: 1, holdSeconds: 1 });
    expect(dosageSeconds(short) + CHANGE_OVER_SECONDS).toBeLessThan(60);
    expect(planBurden([short]).minutesPerSession).toBe(1);
  });

  test("the nudge begins above four exercises", () => {
    const plan = (count: number) => Array.from({ length: count }, () => often({}));
    expect(planBurden(plan(4)).tooMany).toBe(false);
    expect(planBurden(plan(5)).tooMany).toBe(true);
  });
});
