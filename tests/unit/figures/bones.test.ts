import { describe, expect, it } from "vitest";
import { BODY, SIDES } from "@/lib/figures/engine/body";
import type { Body } from "@/lib/figures/engine/solved";
import { type Axes, cross, distance, dot, length, sub } from "@/lib/figures/engine/vector";
import { authoredFigure, authoredSlugs } from "@/tests/support/authored-figures";

const LINKS = [BODY.lumbarLink, BODY.lumbarLink, BODY.thoraxLink, BODY.thoraxLink, BODY.neck];

/** By how much the worst bone is longer or shorter than it is, cm. */
function worstBone({ legs, arms, spine, head, pelvis }: Body): number {
  const limbs = SIDES.flatMap((side) => {
    const { hip, knee, ankle } = legs[side];
    const { shoulder, elbow, wrist } = arms[side];
    return [
      distance(pelvis.at, hip) - BODY.hipHalf,
      distance(hip, knee) - BODY.thigh,
      distance(knee, ankle) - BODY.shank,
      distance(shoulder, elbow) - BODY.upperArm,
      distance(elbow, wrist) - BODY.forearm,
    ];
  });
  const links = spine.map(({ start, end }, i) => distance(start, end) - (LINKS[i] as number));
  const joined = spine.map(({ end }, i) => distance(end, spine[i + 1]?.start ?? head.at));
  return Math.max(...[...limbs, ...links, ...joined].map(Math.abs));
}

/** By how much the worst frame is not one of three unit vectors at right angles, right-handed. */
function worstFrame({ legs, arms, spine, head, pelvis }: Body): number {
  const frames: Axes[] = [
    pelvis.axes,
    head.axes,
    ...spine.map((link) => link.axes),
    ...SIDES.flatMap((side) => [legs[side].thigh, legs[side].shank, legs[side].foot]),
    ...SIDES.flatMap((side) => [arms[side].upper, arms[side].fore, arms[side].hand]),
  ];
  return Math.max(
    ...frames.flatMap(({ x, y, z }) => [
      Math.abs(dot(x, y)),
      Math.abs(length(y) - 1),
      length(sub(cross(x, y), z)),
    ]),
  );
}

/** Distance by which a limb's bones lie off the axes of their frames, cm. */
function worstAim({ legs, arms }: Body): number {
  const off = (from: readonly number[], to: readonly number[], axes: Axes, size: number) =>
    Math.hypot(...from.map((v, i) => v - (axes.y[i] as number) * size - (to[i] as number)));
  return Math.max(
    ...SIDES.flatMap((side) => [
      off(legs[side].hip, legs[side].knee, legs[side].thigh, BODY.thigh),
      off(legs[side].knee, legs[side].ankle, legs[side].shank, BODY.shank),
      off(arms[side].shoulder, arms[side].elbow, arms[side].upper, BODY.upperArm),
      off(arms[side].elbow, arms[side].wrist, arms[side].fore, BODY.forearm),
    ]),
  );
}

describe("the body of every exercise", () => {
  it.each(authoredSlugs)("%s keeps its bones whole, in all poses and between them", (slug) => {
    const figure = authoredFigure(slug);
    const bodies = [...figure.solved.map((solved) => solved.body), ...figure.moments];
    expect(Math.max(...bodies.map(worstBone))).toBeLessThan(0.02);
    expect(Math.max(...bodies.map(worstFrame))).toBeLessThan(1e-6);
    expect(Math.max(...bodies.map(worstAim))).toBeLessThan(0.02);
  });

  it("moves through its key poses themselves", () => {
    const figure = authoredFigure(authoredSlugs[0] as string);
    const passed = figure.keys.map((key) => figure.moments[key]);
    expect(passed).toEqual(figure.solved.map((solved) => solved.body));
  });
});
