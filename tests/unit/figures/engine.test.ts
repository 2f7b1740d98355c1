import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anglesOf } from "@/lib/figures/engine/angles";
import { drawThumb } from "@/lib/figures/engine/bake";
import { type JointName, RANGES } from "@/lib/figures/engine/body";
import { boundsOf, drawnItems, ringsOf } from "@/lib/figures/engine/compose-figure";
import { pointOf } from "@/lib/figures/engine/points";
import { twoBones } from "@/lib/figures/engine/two-bones";
import { add, distance, ROOM, scale, unit, type Vec } from "@/lib/figures/engine/vector";
import { direction, isDirection } from "@/lib/figures/engine/words";
import { composed } from "@/tests/support/authored-figures";

const within = (joint: JointName) => {
  const [from, to] = RANGES[joint].hard;
  return fc.double({ min: from, max: to, noNaN: true });
};
const ball = (joint: "hip" | "shoulder") =>
  fc.tuple(within(`${joint} flexion`), within(`${joint} abduction`), within(`${joint} rotation`));
const spine = (part: "lumbar" | "thoracic" | "neck") =>
  fc.tuple(within(`${part} flexion`), within(`${part} side`), within(`${part} turn`));
const leg = fc.record({ hip: ball("hip"), knee: within("knee"), ankle: within("ankle") });
const arm = fc.record({
  shoulder: ball("shoulder"),
  elbow: within("elbow"),
  forearm: within("forearm"),
  wrist: within("wrist"),
  curl: within("curl"),
});
const pose = fc.record({
  spine: fc.record({ lumbar: spine("lumbar"), thoracic: spine("thoracic"), neck: spine("neck") }),
  legs: fc.record({ right: leg, left: leg }),
  arms: fc.record({ right: arm, left: arm }),
});
const figureOf = (end: object, more: object = {}) =>
  composed({ base: "standing", poses: [{ name: "start" }, { name: "end", ...end }], ...more });
const endOf = (end: object) => figureOf(end).solved[1]?.body as NonNullable<never>;

describe("a body in any pose that its joints allow", () => {
  it("is drawn in finite outlines", () => {
    fc.assert(
      fc.property(pose, (end) => {
        const { box, shapes } = drawThumb(figureOf(end));
        expect(Object.values(box).every(Number.isFinite)).toBe(true);
        expect(shapes.length).toBeGreaterThan(8);
        for (const { d } of shapes) expect(d).toMatch(/^(M[-\d. ]+l[-\d. ]+z)+$/);
      }),
      { numRuns: 25 },
    );
  });

  it("is read back in the angles in which it was given", () => {
    fc.assert(
      fc.property(within("knee"), within("elbow"), within("ankle"), (knee, elbow, ankle) => {
        const right = { legs: { right: { hip: [20, 5, 0], knee, ankle } } };
        const angles = anglesOf(
          endOf({ ...right, arms: { right: { shoulder: [30, 20, 10], elbow } } }),
        );
        expect(angles["right knee"]).toBeCloseTo(knee, 3);
        expect(angles["right ankle"]).toBeCloseTo(ankle, 3);
        expect(angles["right elbow"]).toBeCloseTo(elbow, 3);
        expect(angles["right shoulder flexion"]).toBeCloseTo(30, 3);
        expect(angles["right hip abduction"]).toBeCloseTo(5, 3);
      }),
      { numRuns: 40 },
    );
  });

  it("reads pronation and wrist apart", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: -65, max: 65, noNaN: true }),
        (forearm, wrist) => {
          const angles = anglesOf(
            endOf({ arms: { both: { shoulder: [0, 10, 0], elbow: 90, forearm, wrist } } }),
          );
          expect(angles["right forearm"]).toBeCloseTo(forearm, 3);
          expect(angles["left forearm"]).toBeCloseTo(forearm, 3);
          expect(angles["right wrist"]).toBeCloseTo(wrist, 3);
          expect(angles["left wrist"]).toBeCloseTo(wrist, 3);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ["out at the side, elbow bent up", [0, 88, -84], [-84]],
    ["overhead by the front", [172, 0, 0], [0]],
    ["overhead by the side", [0, 172, 0], [0]],
  ])("an arm %s is within its joint", (_, shoulder, [rotation]) => {
    const angles = anglesOf(endOf({ arms: { right: { shoulder, elbow: 20 } } }));
    expect(
      Math.abs((angles["right shoulder rotation"] as number) - (rotation as number)),
    ).toBeLessThan(25);
  });
});

describe("two bones that reach for a place", () => {
  const coordinate = fc.double({ min: -60, max: 60, noNaN: true });
  const place = fc.tuple(coordinate, coordinate, coordinate);

  it("reach it exactly when it is near enough, and say by how much they miss it when not", () => {
    fc.assert(
      fc.property(place, place, (goal, bend) => {
        const { middle, end, missing } = twoBones([0, 0, 0], goal as Vec, 29, 25, bend as Vec);
        expect(distance([0, 0, 0], middle)).toBeCloseTo(29, 6);
        expect(distance(middle, end)).toBeCloseTo(25, 6);
        expect(distance(end, goal as Vec)).toBeCloseTo(missing, 6);
        const far = distance([0, 0, 0], goal as Vec);
        if (far > 6.1 && far < 53.9) expect(missing).toBeLessThan(1e-6);
        if (far > 54) expect(missing).toBeCloseTo(far - 54 * 0.9995, 6);
      }),
    );
  });

  it("put a palm on its place", () => {
    const body = endOf({ arms: { right: { at: [25, 120, 20], fingers: "right", palm: "down" } } });
    expect(distance(pointOf(body, "right palm"), [25, 120, 20])).toBeLessThan(0.05);
  });
});

describe("directions in words", () => {
  it.each([
    ["up", [0, 1, 0]],
    ["near", [0, 0, 1]],
    ["left", [-1, 0, 0]],
    ["up+right", [1, 1, 0]],
    ["2*up+-1*right", [-1, 2, 0]],
    ["feet", [0, -1, 0]],
  ])("%s", (text, way) => {
    expect(isDirection(text)).toBe(true);
    expect(distance(direction(text, ROOM), unit(way as unknown as Vec))).toBeLessThan(1e-9);
  });

  it("out and in are away from and toward the middle, on both sides", () => {
    expect(direction("out", ROOM, 1)).toEqual([0, 0, 1]);
    expect(direction("out", ROOM, -1).map(Math.abs)).toEqual([0, 0, 1]);
    expect(direction("out", ROOM, -1)[2]).toBe(-1);
    expect(direction("in", ROOM, -1)[2]).toBe(1);
  });

  it.each(["upwards", "", "up++down", "x*up", "NaN*up", "up down"])("%j is none", (text) => {
    expect(isDirection(text)).toBe(false);
  });
});

describe("left and right", () => {
  const one = {
    spine: { lumbar: [10, 12, 8], thoracic: [5, -6, 20], neck: [10, 20, -30] },
    legs: { right: { hip: [70, 20, 10], knee: 60, ankle: 5 }, left: { hip: [4, 6, -3], knee: 8 } },
    arms: { right: { shoulder: [120, 30, 20], elbow: 40, forearm: 30, curl: 40 } },
    pelvis: { tilt: 4, side: 6, turn: 10 },
    anchor: { point: "pelvis", at: [0, 90, 0] },
    rest: null,
  };
  const turned = ([flexion, side, turn]: readonly number[]) => [
    flexion,
    -(side ?? 0),
    -(turn ?? 0),
  ];
  const other = {
    ...one,
    spine: Object.fromEntries(Object.entries(one.spine).map(([k, v]) => [k, turned(v)])),
    legs: { right: one.legs.left, left: one.legs.right },
    arms: { left: one.arms.right },
    pelvis: { tilt: 4, side: -6, turn: -10 },
  };

  it("are mirror images: the same numbers on the other side give the mirrored picture", () => {
    const camera = { azimuth: 90, elevation: 0 };
    const [right, left] = [one, other].map((end) => figureOf(end, { camera, props: [] }));
    for (const name of ["right knee", "right palm", "right toes", "crown", "left ankle"]) {
      const swapped = name.replace(/right|left/, (side) => (side === "right" ? "left" : "right"));
      const a = pointOf(right?.solved[1]?.body as never, name);
      const b = pointOf(left?.solved[1]?.body as never, swapped);
      expect(distance(a, add(b, scale([0, 0, 1], -2 * b[2])))).toBeLessThan(1e-6);
    }
    const [a, b] = [right, left].map((figure) => {
      const body = figure?.solved[1]?.body as never;
      const items = drawnItems(figure as never, body, undefined);
      return boundsOf(ringsOf(items.flatMap((item) => [...item.patches])), 0);
    });
    expect(a?.x).toBeCloseTo(-((b?.x ?? 0) + (b?.width ?? 0)), 0);
    expect(a?.width).toBeCloseTo(b?.width ?? 0, 0);
    expect(a?.height).toBeCloseTo(b?.height ?? 0, 0);
  });

  it("have the same angles", () => {
    const [a, b] = [anglesOf(endOf(one)), anglesOf(endOf(other))];
    for (const joint of ["hip flexion", "hip rotation", "knee", "shoulder abduction", "forearm"])
      expect(a[`right ${joint}`]).toBeCloseTo(b[`left ${joint}`] as number, 5);
    expect(a["thoracic turn"]).toBeCloseTo(-(b["thoracic turn"] as number), 5);
  });
});
