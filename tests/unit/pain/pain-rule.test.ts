import { describe, expect, test } from "vitest";
import { checkPainRule, DEFAULT_PAIN_RULE, painZone } from "../../../lib/domain/pain/pain-rule";
import type { PainRule } from "../../../lib/domain/plan/plan-document";
import type { PainNrs } from "../../../lib/domain/session/facts";

const RATINGS: PainNrs[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function problems(change: Partial<PainRule>) {
  return checkPainRule({ ...DEFAULT_PAIN_RULE, ...change }).map((p) => `${p.field} ${p.code}`);
}

describe("zones", () => {
  test("default: green 0-3, amber 4-5, red 6-10", () => {
    expect(RATINGS.map((rating) => painZone(rating, DEFAULT_PAIN_RULE)).join(" ")).toBe(
      "green green green green amber amber red red red red red",
    );
  });

  test("the plan's own limits decide", () => {
    const strict = { ...DEFAULT_PAIN_RULE, greenMax: 0, amberMax: 1 };
    expect([0, 1, 2].map((rating) => painZone(rating as PainNrs, strict))).toEqual([
      "green",
      "amber",
      "red",
    ]);
  });

  test("10 is red under every rule that may be published", () => {
    for (let greenMax = -1; greenMax <= 11; greenMax++) {
      for (let amberMax = -1; amberMax <= 11; amberMax++) {
        const rule = { ...DEFAULT_PAIN_RULE, greenMax, amberMax };
        const ordered = 0 <= greenMax && greenMax < amberMax && amberMax <= 9;
        expect(checkPainRule(rule).length === 0).toBe(ordered);
        if (ordered) expect(painZone(10, rule)).toBe("red");
      }
    }
  });
});

describe("checkPainRule", () => {
  test("the default passes", () => {
    expect(checkPainRule(DEFAULT_PAIN_RULE)).toEqual([]);
  });

  test.each<[Partial<PainRule>, string[]]>([
    [{ greenMax: 2.5 }, ["greenMax not_whole"]],
    [{ amberMax: Number.NaN }, ["amberMax not_whole"]],
    [{ greenMax: 5 }, ["amberMax range_order"]],
    [{ amberMax: 10 }, ["amberMax out_of_range"]],
    [{ settledMax: 0 }, []],
    [{ settledMax: 3 }, []],
    [{ settledMax: 4 }, ["settledMax out_of_range"]],
    [{ settledMax: -1 }, ["settledMax out_of_range"]],
    [{ redText: "x".repeat(500) }, []],
    [{ redText: "x".repeat(501) }, ["redText too_long"]],
  ])("%j", (change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});
