import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween } from "../../../lib/domain/calendar/local-date";
import { meanSegments, painSeries } from "../../../lib/domain/pain/series";
import type { ExerciseFact, PainNrs } from "../../../lib/domain/session/facts";
import { day, morning, ratings, session } from "./ratings";

function done(painWorst: PainNrs | null): ExerciseFact {
  return {
    prescribedId: "p",
    outcome: "done",
    setsDone: null,
    repsDone: null,
    holdSecondsDone: null,
    durationSecondsDone: null,
    painWorst,
    effort: null,
    skipReason: null,
  };
}

describe("points", () => {
  test("every session as it was rated, in time order, with its source", () => {
    const sessions = [
      session(3, { painBefore: 0, painAfter: 0, source: "paper" }),
      session(1, { painBefore: 4, painAfter: null, source: "late" }, 18),
      session(1, { painBefore: null, painAfter: 5 }, 8),
    ];
    const { points } = painSeries(sessions, [], day(5));
    expect(points.map((p) => [p.on, p.before, p.after, p.source])).toEqual([
      [day(1), null, 5, "live"],
      [day(1), 4, null, "late"],
      [day(3), 0, 0, "paper"],
    ]);
  });

  test("worst during any exercise is its own value; none rated is not 0", () => {
    const sessions = [
      session(1, { painBefore: 1, exercises: [done(2), done(null), done(6), done(0)] }),
      session(2, { exercises: [done(null)] }),
      session(3, { exercises: [done(0)] }),
    ];
    const { points } = painSeries(sessions, [], day(5));
    expect(points.map((p) => p.worstDuring)).toEqual([6, null, 0]);
  });

  test("mornings are a series of their own", () => {
    const { mornings, mean } = painSeries(
      [],
      [morning(2, 0), morning(1, 4), morning(3, 2)],
      day(3),
    );
    expect(mornings).toEqual([
      { on: day(1), pain: 4 },
      { on: day(2), pain: 0 },
      { on: day(3), pain: 2 },
    ]);
    expect(mean).toEqual([]);
  });

  test("nothing is drawn for the future", () => {
    const sessions = [1, 2, 3, 4, 5].map((n) => session(n, { painBefore: 3 }));
    const series = painSeries(sessions, [morning(3, 1), morning(4, 1)], day(3));
    expect(series.points.map((p) => p.on)).toEqual([day(1), day(2), day(3)]);
    expect(series.mornings.map((m) => m.on)).toEqual([day(3)]);
    expect(series.mean).toEqual([[{ on: day(3), value: 3, provisional: true }]]);
  });

  test("the caller's lists keep their order", () => {
    const sessions = [session(2, { painBefore: 1 }), session(1, { painBefore: 1 })];
    painSeries(sessions, [], day(5));
    expect(sessions.map((s) => s.localOn)).toEqual([day(2), day(1)]);
  });
});

describe("7-day-mean line", () => {
  test("starts with the third value, drawn light until the fifth", () => {
    const segments = meanSegments(ratings([6, 6, 6, 6, 6, 6]));
    expect(segments).toHaveLength(1);
    expect(segments[0]?.map((v) => [v.on, v.provisional])).toEqual([
      [day(3), true],
      [day(4), true],
      [day(5), false],
      [day(6), false],
    ]);
  });

  test("a silent day is no vertex and no 0", () => {
    const [segment] = meanSegments(ratings([4, 4, 4, null, 4]));
    expect(segment?.map((v) => [v.on, v.value])).toEqual([
      [day(3), 4],
      [day(5), 4],
    ]);
  });

  test("real zeros draw a line at 0", () => {
    const [segment] = meanSegments(ratings([0, 0, 0]));
    expect(segment).toEqual([{ on: day(3), value: 0, provisional: true }]);
  });

  test("breaks over a long silence and begins anew once there is enough", () => {
    const silence = Array.from({ length: 8 }, () => null);
    const segments = meanSegments(ratings([5, 5, 5, ...silence, 2, 2, 2]));
    expect(segments.map((s) => s.map((v) => v.on))).toEqual([[day(3)], [day(14)]]);
    expect(segments[1]?.[0]?.value).toBe(2);
  });

  test("breaks where a rated day has not enough around it", () => {
    const values = [5, 5, 5, null, null, null, null, null, 5, 5, 5];
    const segments = meanSegments(ratings(values));
    expect(segments.map((s) => s.map((v) => v.on))).toEqual([[day(3)], [day(11)]]);
  });

  test("no piece ever crosses more than 7 days, and all of it is on rated days", () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 2 }), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(values, (list) => {
        const rated = new Set(list.flatMap((v, i) => (v === null ? [] : [day(i + 1)])));
        for (const segment of meanSegments(ratings(list))) {
          expect(segment.length).toBeGreaterThan(0);
          segment.forEach((vertex, i) => {
            expect(rated.has(vertex.on)).toBe(true);
            const previous = segment[i - 1];
            if (previous) expect(daysBetween(previous.on, vertex.on)).toBeLessThanOrEqual(7);
          });
        }
      }),
    );
  });
});
