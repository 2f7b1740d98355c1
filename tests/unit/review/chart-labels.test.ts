import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadLabels, versionLabels } from "../../../lib/features/review/chart-labels";

const measure = (text: string) => text.length * 7;

describe("version labels", () => {
  it("says the long form where there is room, the short one where there is not", () => {
    const marks = [
      { number: 1, x: 20, long: "v1" },
      { number: 2, x: 60, long: "v2 · holds 25 s" },
      { number: 3, x: 120, long: "v3 · 1 added" },
    ];
    expect(versionLabels(marks, 600, measure).map(({ text }) => text)).toEqual([
      "v1",
      "v2",
      "v3 · 1 added",
    ]);
  });

  it("lets versions that stand too close share one label", () => {
    const marks = [1, 2, 3, 4].map((number) => ({
      number,
      x: 10 + number * 3,
      long: `v${number}`,
    }));
    expect(versionLabels(marks, 600, measure).map(({ text }) => text)).toEqual(["v1–4"]);
  });

  it("moves the last one left of the edge instead of past it", () => {
    const [label] = versionLabels([{ number: 3, x: 590, long: "v3 · holds 25 s" }], 600, measure);
    expect(label?.text).toBe("v3 · holds 25 s");
    expect((label?.x ?? 0) + (label?.width ?? 0)).toBeLessThanOrEqual(600);
  });

  it("never overlaps and never passes the edge, and names every version", () => {
    const words = fc.array(fc.integer({ min: 20, max: 580 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 30 }), (xs, extra) => {
        const marks = [...xs]
          .sort((a, b) => a - b)
          .map((x, i) => ({ number: i + 1, x, long: `v${i + 1}${"x".repeat(extra)}` }));
        const labels = versionLabels(marks, 600, measure);
        for (const [i, label] of labels.entries()) {
          expect(label.x + label.width).toBeLessThanOrEqual(600);
          const next = labels[i + 1];
          if (next) expect(label.x + label.width).toBeLessThan(next.x);
        }
        const named = labels.flatMap(({ text }) => {
          const [, from, to] = /^v(\d+)(?:–(\d+))?/.exec(text) ?? [];
          const first = Number(from);
          return Array.from({ length: Number(to ?? from) - first + 1 }, (_, i) => first + i);
        });
        expect(named).toEqual(marks.map(({ number }) => number));
      }),
    );
  });
});

describe("labels at the side", () => {
  it("leaves labels that do not touch where they are", () => {
    const labels = [
      { key: "a", y: 50 },
      { key: "b", y: 100 },
    ];
    expect(spreadLabels(labels, { gap: 15, top: 0, bottom: 200 })).toEqual(labels);
  });

  it("keeps at least the gap between any of them, inside the plot", () => {
    const heights = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 });
    fc.assert(
      fc.property(heights, (ys) => {
        const labels = ys.map((y, i) => ({ key: String(i), y }));
        const spread = spreadLabels(labels, { gap: 15, top: 0, bottom: 200 });
        expect(spread).toHaveLength(ys.length);
        for (const [i, { y }] of spread.entries()) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(200);
          const next = spread[i + 1];
          if (next) expect(next.y - y).toBeGreaterThanOrEqual(15);
        }
      }),
    );
  });
});
