import { describe, expect, test } from "vitest";
import { dayResponse, dayResponses } from "../../../lib/domain/pain/day-response";
import { DEFAULT_PAIN_RULE } from "../../../lib/domain/pain/pain-rule";
import type { PainNrs } from "../../../lib/domain/session/facts";
import { day, morning, session } from "./ratings";

function response(before: PainNrs | null, next: PainNrs | null) {
  const mornings = next === null ? [] : [morning(2, next)];
  return dayResponse(day(2), [session(1, { painBefore: before })], mornings, DEFAULT_PAIN_RULE);
}

describe("24-hour response", () => {
  test.each<[PainNrs | null, PainNrs | null, number | null, string]>([
    [3, 4, 1, "settled"],
    [3, 5, 2, "not_settled"],
    [3, 3, 0, "settled"],
    [3, 0, -3, "settled"],
    [0, 0, 0, "settled"],
    [null, 0, null, "unknown"],
    [3, null, null, "unknown"],
    [null, null, null, "unknown"],
  ])("before %s, next morning %s: %s, %s", (before, next, points, state) => {
    expect(response(before, next)).toEqual({ on: day(2), points, state });
  });

  test("settled is what the plan says", () => {
    const at = (settledMax: number) =>
      dayResponse(day(2), [session(1, { painBefore: 3 })], [morning(2, 5)], { settledMax }).state;
    expect(at(2)).toBe("settled");
    expect(at(0)).toBe("not_settled");
  });

  test("counts from the first rating before a session of the day before", () => {
    const sessions = [
      session(1, { painBefore: 6 }, 18),
      session(1, { painBefore: 2 }, 12),
      session(1, { painBefore: null }, 6),
      session(2, { painBefore: 9 }),
    ];
    expect(dayResponse(day(2), sessions, [morning(2, 4)], DEFAULT_PAIN_RULE).points).toBe(2);
  });

  test("the morning belongs to the day it is given; the first of two counts", () => {
    const sessions = [session(1, { painBefore: 2 })];
    const only = (n: number) => dayResponse(day(2), sessions, [morning(n, 4)], DEFAULT_PAIN_RULE);
    expect(only(1).state).toBe("unknown");
    expect(only(3).state).toBe("unknown");
    const two = [morning(2, 7, 8), morning(2, 3, 2)];
    expect(dayResponse(day(2), sessions, two, DEFAULT_PAIN_RULE).points).toBe(1);
  });
});

test("one response a morning after, today's only once it is known", () => {
  const sessions = [
    session(1, { painBefore: 3 }),
    session(1, { painBefore: 5 }, 18),
    session(2, { painBefore: null }),
    session(4, { painBefore: 3 }),
    session(5, { painBefore: 3 }),
  ];
  const mornings = [morning(2, 5), morning(3, 1), morning(5, 3), morning(9, 0)];
  const states = (today: number, extra = mornings) =>
    dayResponses(sessions, extra, DEFAULT_PAIN_RULE, day(today)).map((r) => [r.on, r.state]);
  const past = [
    [day(2), "not_settled"],
    [day(3), "unknown"],
    [day(5), "settled"],
  ];
  expect(states(5)).toEqual(past);
  expect(states(5, [...mornings, morning(6, 3)])).toEqual(past);
  expect(states(6)).toEqual(past);
  expect(states(6, [...mornings, morning(6, 3)])).toEqual([...past, [day(6), "settled"]]);
  expect(states(7)).toEqual([...past, [day(6), "unknown"]]);
});
