import { describe, expect, it } from "vitest";
import { CALM, motionCycle } from "@/lib/figures/motion-cycle";
import {
  isStill,
  lastPosition,
  momentAt,
  orderAt,
  outlineAt,
  prepareFrames,
  UNITS_PER_CM,
} from "@/lib/figures/motion-frames";
import { encodeRings } from "@/lib/figures/motion-ring";
import { sampleFigure } from "@/tests/support/sample-figure";

const { motion } = sampleFigure();
const frames = prepareFrames(motion);
const [, , leg] = frames.parts;

/** End points of a path's curves, in cm. */
function ends(d: string): [number, number][] {
  const [, x, y, rest] = /^M(\S+) (\S+)q(.*)z$/.exec(d)!;
  const steps = rest!.split("t").flatMap((step, i) => {
    const numbers = step.split(" ").map(Number);
    return [i === 0 ? numbers.slice(2) : numbers];
  });
  const at = [[Number(x) / UNITS_PER_CM, Number(y) / UNITS_PER_CM] as [number, number]];
  for (const [dx, dy] of steps) {
    const [px, py] = at.at(-1)!;
    at.push([px + dx! / UNITS_PER_CM, py + dy! / UNITS_PER_CM]);
  }
  return at;
}

describe("an outline between two moments", () => {
  it("closes, and runs through the middles between its points", () => {
    const d = outlineAt(leg!, 0);
    const at = ends(d);
    expect(at).toHaveLength(5);
    expect(at.at(-1)![0]).toBeCloseTo(at[0]![0], 6);
    expect(at.at(-1)![1]).toBeCloseTo(at[0]![1], 6);
    expect(Math.min(...at.map(([x]) => x))).toBeCloseTo(0, 1);
    expect(Math.max(...at.map(([x]) => x))).toBeCloseTo(62, 1);
  });

  it("lies half way, half way between them", () => {
    const [a, between, b] = [0, 0.5, 1].map((moment) => ends(outlineAt(leg!, moment))[0]!);
    expect(between![0]).toBeCloseTo((a![0] + b![0]) / 2, 1);
    expect(between![1]).toBeCloseTo((a![1] + b![1]) / 2, 1);
  });

  it("stays where it is for a part that does not move", () => {
    const mat = frames.parts[0]!;
    expect(outlineAt(mat, 1.7)).toBe(outlineAt(mat, 0));
  });

  it("is known to stand still where its points do not change", () => {
    const one = [0, 0, 100, 0, 100, 100];
    const other = [0, 0, 100, 0, 100, 120];
    const ring = encodeRings([one, one, other, other]);
    const part = prepareFrames({ ...motion, moments: 4, parts: [{ tone: "skin-0", ring }] })
      .parts[0]!;
    expect(isStill(part, 0.1, 0.9)).toBe(true);
    expect(isStill(part, 2.5, 3)).toBe(true);
    expect(isStill(part, 0.9, 1.1)).toBe(false);
    expect(isStill(part, 3, 0)).toBe(false);
    expect(isStill(frames.parts[0]!, 0, 2)).toBe(true);
  });

  it("never grows out of a point", () => {
    const there = [0, 0, 100, 0, 100, 100, 0, 100];
    const gone = [50, 50, 50, 50, 50, 50, 50, 50];
    const part = prepareFrames({
      ...motion,
      moments: 2,
      parts: [{ tone: "wood-0", ring: encodeRings([gone, there]) }],
    }).parts[0]!;
    expect(outlineAt(part, 0.2)).toBe("");
    expect(outlineAt(part, 0.8)).toBe(outlineAt(part, 1));
  });

  it("goes round one way with all others, so that together they clip as one region", () => {
    const square = [0, 0, 100, 0, 100, 100, 0, 100];
    const back = [0, 0, 0, 100, 100, 100, 100, 0];
    const [a, b] = prepareFrames({
      ...motion,
      parts: [square, back].map((ring) => ({ tone: "skin-0", ring: encodeRings([ring]) })),
    }).parts;
    expect(new Set(ends(outlineAt(a!, 0)).map(String))).toEqual(
      new Set(ends(outlineAt(b!, 0)).map(String)),
    );
    const turns = [a!, b!].map((part) => {
      const at = ends(outlineAt(part, 0));
      return Math.sign(
        at.slice(1).reduce((sum, [x, y], i) => sum + at[i]![0] * y - x * at[i]![1], 0),
      );
    });
    expect(turns[0]).toBe(turns[1]);
  });

  it("refuses a part with another number of moments", () => {
    const ring = encodeRings([
      [0, 0, 1, 1, 2, 2],
      [0, 0, 1, 1, 2, 2],
    ]);
    expect(() => prepareFrames({ ...motion, parts: [{ tone: "skin-0", ring }] })).toThrow();
  });
});

describe("the order of parts", () => {
  it("holds from its moment on, both ways", () => {
    expect(orderAt(frames, 0.9)).toEqual([0, 1, 2, 3]);
    expect(orderAt(frames, 1)).toEqual([0, 1, 3, 2]);
    expect(orderAt(frames, 2)).toEqual([0, 1, 3, 2]);
  });
});

describe("positions among the key poses", () => {
  it("reach each key pose at its moment, and stay inside", () => {
    const uneven = { moments: 10, keys: [0, 7, 9], path: "back", orders: [] } as const;
    expect([-1, 0, 0.5, 1, 1.5, 2, 9].map((at) => momentAt(uneven, at))).toEqual([
      0, 0, 3.5, 7, 8, 9, 9,
    ]);
  });

  it("go on to the first pose again in a loop", () => {
    const loop = { moments: 9, keys: [0, 4], path: "loop", orders: [] } as const;
    expect(lastPosition(loop)).toBe(2);
    expect([1, 1.5, 2].map((at) => momentAt(loop, at))).toEqual([4, 6, 8]);
  });
});

describe("the rhythm", () => {
  const there = CALM.restSeconds + CALM.moveSeconds;

  it("rests, goes slowly away and fast between, holds, and comes back the same way", () => {
    const at = motionCycle(motion, CALM);
    expect(at(CALM.restSeconds / 2)).toBe(0);
    expect(at(CALM.restSeconds + 0.1)).toBeLessThan(0.02);
    expect(at(CALM.restSeconds + CALM.moveSeconds / 2)).toBeCloseTo(0.5);
    expect(at(there + 0.01)).toBe(1);
    expect(at(there + CALM.holdSeconds - 0.01)).toBe(1);
    expect(at(there + CALM.holdSeconds + CALM.moveSeconds / 2)).toBeCloseTo(0.5);
    expect(at(there + CALM.holdSeconds + CALM.moveSeconds + 0.01)).toBe(0);
  });

  it("passes every pose out and back, and never jumps", () => {
    const at = motionCycle({ keys: [0, 5, 9], path: "back" }, CALM);
    const seen = Array.from({ length: 2000 }, (_, i) => at(i / 100));
    expect(Math.max(...seen)).toBe(2);
    const steps = seen.slice(1).map((position, i) => Math.abs(position - seen[i]!));
    expect(Math.max(...steps)).toBeLessThan(0.02);
  });

  it("goes on over the last pose to the first in a loop", () => {
    const at = motionCycle({ keys: [0, 5, 9], path: "loop" }, CALM);
    const seen = Array.from({ length: 1000 }, (_, i) => at(i / 100));
    expect(Math.max(...seen)).toBeGreaterThan(2.9);
  });
});
