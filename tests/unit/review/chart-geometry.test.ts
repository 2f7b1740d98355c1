import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PainNrs, SessionFact } from "../../../lib/domain/session/facts";
import { painChart } from "../../../lib/features/review/chart-geometry";
import { daily, day, range, session, version } from "../adherence/fact-builders";
import { FRAME, review, side } from "./review-builders";

const V1 = version([daily()]);
const WORDS = { weekStart: 1 as const, versionLabel: (n: number) => `v${n}` };

function rated(n: number, painBefore: PainNrs | null, more: Partial<SessionFact> = {}) {
  return session(V1, day(n), undefined, { painBefore, ...more });
}

function chart(today: number, sessions: readonly SessionFact[], period: "4" | "12" | "all" = "12") {
  return painChart(review([V1], day(today), { sessions, period }), FRAME, WORDS);
}

/** Every x at which a path has a corner. */
function corners(d: string): { x: number; y: number }[] {
  return [...d.matchAll(/([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

describe("points", () => {
  it("draws a real 0 on the axis, and nothing where the rating was skipped", () => {
    const { dots, grid } = chart(3, [rated(1, 0), rated(2, null)]);
    expect(dots.map(({ score }) => score)).toEqual([0, null]);
    expect(dots[0]?.y).toBe(grid.find(({ value }) => value === 0)?.y);
    expect(dots[1]?.y).toBeNull();
  });

  it("leaves silent days without any mark", () => {
    expect(chart(20, [rated(3, 4)]).dots).toHaveLength(1);
  });

  it("puts a tick from before to after, and none where after was not rated", () => {
    const { dots, grid } = chart(4, [rated(1, 4, { painAfter: 6 }), rated(2, 4)]);
    expect(dots[0]?.afterY).toBe(grid.find(({ value }) => value === 6)?.y);
    expect(dots[1]?.afterY).toBeNull();
  });

  it("sets two sessions of a day apart, both within their day", () => {
    const { dots, columns } = chart(28, [rated(5, 4), rated(5, 4)]);
    const column = columns[4];
    expect(dots[0]?.x).toBeLessThan(dots[1]?.x ?? 0);
    for (const { x } of dots) {
      expect(x).toBeGreaterThan(column?.x ?? 0);
      expect(x).toBeLessThan((column?.x ?? 0) + (column?.width ?? 0));
    }
  });

  it("keeps apart what was typed live, late and from paper", () => {
    const { dots } = chart(4, [
      rated(1, 3),
      rated(2, 3, { source: "late" }),
      rated(3, 3, { source: "paper" }),
    ]);
    expect(dots.map(({ source }) => source)).toEqual(["live", "late", "paper"]);
  });
});

describe("mean", () => {
  const week = (from: number, pain: PainNrs) => range(from, from + 6).map((n) => rated(n, pain));

  it("breaks over a gap longer than 7 days", () => {
    const { mean, columns } = chart(30, [...week(1, 6), ...week(16, 4)]);
    const gap = columns.slice(7, 15).map(({ x, width }) => x + width / 2);
    for (const { d } of mean) {
      const xs = corners(d).map(({ x }) => x);
      for (const x of gap) {
        const crosses = Math.min(...xs) < x && x < Math.max(...xs);
        expect(crosses).toBe(false);
      }
    }
    expect(mean.length).toBeGreaterThan(1);
  });

  it("is light on 3 and 4 rated days and full from 5", () => {
    const { mean } = chart(8, week(1, 5));
    expect(mean.map(({ isProvisional }) => isProvisional)).toEqual([true, false]);
    expect(corners(mean[1]?.d ?? "")).toHaveLength(3);
  });

  it("never leaves the range of its values: straight lines do not overshoot", () => {
    const { mean, grid } = chart(20, [...week(1, 2), ...week(8, 8)]);
    const y = (value: number) => grid.find((line) => line.value === value)?.y ?? 0;
    for (const { d } of mean) {
      expect(d).not.toMatch(/[CSQ]/);
      for (const corner of corners(d)) {
        expect(corner.y).toBeLessThanOrEqual(y(2) + 0.01);
        expect(corner.y).toBeGreaterThanOrEqual(y(8) - 0.01);
      }
    }
  });

  it("draws a lone value as a short line", () => {
    const { mean } = chart(12, [rated(1, 4), rated(2, 4), rated(3, 4)]);
    expect(mean).toHaveLength(1);
    const [from, to] = corners(mean[0]?.d ?? "");
    expect((to?.x ?? 0) - (from?.x ?? 0)).toBeGreaterThan(4);
  });
});

describe("time", () => {
  it("has nothing after today in a plan younger than its axis", () => {
    const drawn = chart(6, [rated(5, 4), rated(6, 4)]);
    const edge = drawn.futureX ?? 0;
    expect(edge).toBeGreaterThan(0);
    expect(edge).toBeLessThan(drawn.plot.x + drawn.plot.width);
    const ends = [...drawn.strip, ...drawn.columns].map(({ x, width }) => x + width);
    expect(Math.max(...ends)).toBeLessThanOrEqual(edge + 1e-9);
    expect(drawn.strip).toHaveLength(6);
  });

  it("clips to the period and marks only versions that began in it", () => {
    const sessions = range(1, 60).map((n) => rated(n, 5));
    const four = chart(60, sessions, "4");
    expect(four.columns).toHaveLength(28);
    expect(four.versions).toEqual([]);
    expect(chart(60, sessions, "all").versions).toHaveLength(1);
    for (const { d } of four.mean)
      for (const { x } of corners(d)) expect(x).toBeGreaterThanOrEqual(four.plot.x);
  });

  it("keeps dates at least their room apart", () => {
    for (const today of [5, 40, 84, 300, 700]) {
      const xs = chart(today, [], "all").ticks.map(({ x }) => x);
      for (const [i, x] of xs.entries())
        if (i > 0) expect(x - (xs[i - 1] ?? 0)).toBeGreaterThanOrEqual(FRAME.tickRoom);
    }
  });
});

describe("zones", () => {
  it("follows the red zone of the version in force", () => {
    const v2 = version([daily()], { number: 2, startsOn: day(8) });
    const view = review([V1, v2], day(14), { sides: [side(V1, 5), side(v2, 7)] });
    const { redZones, grid, columns } = painChart(view, FRAME, WORDS);
    const y = (value: number) => grid.find((line) => line.value === value)?.y ?? 0;
    expect(redZones).toHaveLength(2);
    expect(redZones[0]?.y).toBe(y(10));
    expect((redZones[0]?.y ?? 0) + (redZones[0]?.height ?? 0)).toBeGreaterThan(y(6));
    expect((redZones[1]?.y ?? 0) + (redZones[1]?.height ?? 0)).toBeGreaterThan(y(8));
    expect((redZones[1]?.y ?? 0) + (redZones[1]?.height ?? 0)).toBeLessThan(y(6));
    expect(redZones[1]?.x).toBeCloseTo(columns[7]?.x ?? 0);
  });

  it("shades the meaningful change of this baseline: 6.0 needs 4.2 or less", () => {
    const sessions = [6, 6, 7, 6, 5, 6, 6].map((pain, i) => rated(i + 1, pain as PainNrs));
    const view = review([V1], day(10), { sessions });
    expect(view.pain.meaningfulAt).toBeCloseTo(4.2);
    const { meaningful, plot } = painChart(view, FRAME, WORDS);
    expect(meaningful?.height).toBeCloseTo(plot.height * 0.42);
  });
});

describe("any history", () => {
  const history = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 120 }),
      before: fc.option(fc.integer({ min: 0, max: 10 })),
      after: fc.option(fc.integer({ min: 0, max: 10 })),
    }),
    { maxLength: 60 },
  );

  it("stays inside the plot, up to today, one dot a session", () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom("4" as const, "12" as const, "all" as const),
        (logs, today, period) => {
          const sessions = logs.map(({ n, before, after }) =>
            rated(n, before as PainNrs | null, { painAfter: after as PainNrs | null }),
          );
          const drawn = chart(today, sessions, period);
          const { plot } = drawn;
          const right = drawn.futureX ?? plot.x + plot.width;
          const first = drawn.columns[0]?.on ?? day(1);
          const shown = sessions.filter((s) => s.localOn >= first && s.localOn <= day(today));
          expect(drawn.dots).toHaveLength(shown.length);
          for (const { x, y, score } of drawn.dots) {
            expect(x).toBeGreaterThanOrEqual(plot.x);
            expect(x).toBeLessThanOrEqual(right);
            expect(y === null).toBe(score === null);
            if (y !== null) {
              expect(y).toBeGreaterThanOrEqual(plot.y);
              expect(y).toBeLessThanOrEqual(plot.y + plot.height);
            }
          }
          for (const corner of drawn.mean.flatMap(({ d }) => corners(d)))
            expect(corner.x).toBeLessThanOrEqual(right + 4);
        },
      ),
    );
  });
});
