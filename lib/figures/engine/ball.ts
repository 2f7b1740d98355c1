import { type Axes, add, apply, scale, type Vec } from "./vector";

/** An ellipsoid in the room: half sizes `r` along its axes; a thin one is a disc. */
export interface Ball {
  readonly at: Vec;
  readonly axes: Axes;
  readonly r: Vec;
}

/** Balls whose neighbours are joined by their common hull. */
export type Loft = readonly Ball[];

/** A ball of one radius or of three half sizes. */
export const ball = (at: Vec, axes: Axes, ...r: [number] | [number, number, number]): Ball => ({
  at,
  axes,
  r: r.length === 1 ? [r[0], r[0], r[0]] : r,
});

/** A ball at an offset in the frame that it belongs to. */
export const local = (
  at: Vec,
  axes: Axes,
  offset: Vec,
  ...r: [number] | [number, number, number]
): Ball => ball(add(at, apply(axes, offset)), axes, ...r);

/** Farthest point of an ellipsoid in a unit direction. */
export function support({ at, axes, r }: Ball, toward: Vec): Vec {
  const w: Vec = [
    r[0] * (toward[0] * axes.x[0] + toward[1] * axes.x[1] + toward[2] * axes.x[2]),
    r[1] * (toward[0] * axes.y[0] + toward[1] * axes.y[1] + toward[2] * axes.y[2]),
    r[2] * (toward[0] * axes.z[0] + toward[1] * axes.z[1] + toward[2] * axes.z[2]),
  ];
  const n = Math.hypot(w[0], w[1], w[2]) || 1;
  return add(at, apply(axes, [(r[0] * w[0]) / n, (r[1] * w[1]) / n, (r[2] * w[2]) / n]));
}

export const middleOf = (balls: readonly Ball[]): Vec =>
  scale(
    balls.reduce<Vec>((sum, b) => add(sum, b.at), [0, 0, 0]),
    1 / balls.length,
  );
