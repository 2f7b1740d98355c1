import { type Ball, support } from "../ball";
import type { Box } from "../props/prop";
import { add, cross, dot, length, scale, sub, unit, type Vec } from "../vector";

/** A convex body in the room, known by how far it reaches in each direction. */
export interface Convex {
  /** Inside it. */
  readonly middle: Vec;
  /** No point of it is farther from the middle, cm. */
  readonly radius: number;
  /** Its point that lies farthest in a unit direction. */
  readonly farthest: (toward: Vec) => Vec;
  /** Directions in which it is flat. */
  readonly flat: readonly Vec[];
}

/** The common hull of balls. */
export function hullOf(balls: readonly Ball[]): Convex {
  const middle = scale(
    balls.reduce<Vec>((sum, ball) => add(sum, ball.at), [0, 0, 0]),
    1 / balls.length,
  );
  const reach = (ball: Ball) => length(sub(ball.at, middle)) + Math.max(...ball.r);
  return {
    middle,
    radius: Math.max(...balls.map(reach)),
    flat: [],
    farthest: (toward) =>
      farthestOf(
        balls.map((ball) => support(ball, toward)),
        toward,
      ),
  };
}

function farthestOf(points: readonly Vec[], toward: Vec): Vec {
  let best = points[0] as Vec;
  for (const point of points) if (dot(point, toward) > dot(best, toward)) best = point;
  return best;
}

export function convexBox({ at, axes, half }: Box): Convex {
  const reach = (axis: Vec, by: number, toward: Vec) =>
    scale(axis, dot(axis, toward) >= 0 ? by : -by);
  return {
    middle: at,
    radius: Math.hypot(...half),
    flat: [axes.x, axes.y, axes.z].flatMap((axis) => [axis, scale(axis, -1)]),
    farthest: (toward) =>
      add(
        add(at, reach(axes.x, half[0], toward)),
        add(reach(axes.y, half[1], toward), reach(axes.z, half[2], toward)),
      ),
  };
}

/** Evenly spread unit directions (a Fibonacci sphere). */
const SPREAD: readonly Vec[] = Array.from({ length: 30 }, (_, i) => {
  const y = 1 - (2 * i + 1) / 30;
  const angle = i * Math.PI * (3 - Math.sqrt(5));
  const r = Math.sqrt(1 - y * y);
  return [r * Math.cos(angle), y, r * Math.sin(angle)];
});

/** Radians by which a direction is moved at first and at last while the widest gap is looked for. */
const FIRST_STEP = 0.3;
const LAST_STEP = 0.01;

/**
 * Gap between two convex bodies, cm; negative: by how much one has to be moved so that they only
 * touch. Two bodies farther apart than `enough` are only known to be so.
 */
export function separation(a: Convex, b: Convex, enough = Number.POSITIVE_INFINITY): number {
  const way = sub(b.middle, a.middle);
  const apart = length(way) - a.radius - b.radius;
  if (apart > enough) return apart;
  const gapAlong = (n: Vec) => dot(b.farthest(scale(n, -1)), n) - dot(a.farthest(n), n);
  let best = unit(way);
  let gap = gapAlong(best);
  const consider = (n: Vec): boolean => {
    const g = gapAlong(n);
    if (g <= gap) return false;
    [best, gap] = [n, g];
    return true;
  };
  for (const n of [...SPREAD, ...b.flat, ...a.flat.map((f) => scale(f, -1))]) consider(n);
  for (let step = FIRST_STEP; step > LAST_STEP; ) {
    const across = unit(cross(best, Math.abs(best[1]) < 0.8 ? [0, 1, 0] : [1, 0, 0]));
    const other = cross(best, across);
    const moved = [across, other, scale(across, -1), scale(other, -1)].some((turn) =>
      consider(unit(add(best, scale(turn, step)))),
    );
    if (!moved) step /= 2;
  }
  return gap;
}

/** Smallest gap between any of some bodies and any of others. */
export function gapBetween(
  some: readonly Convex[],
  others: readonly Convex[],
  enough = Number.POSITIVE_INFINITY,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of some)
    for (const b of others) least = Math.min(least, separation(a, b, Math.min(enough, least)));
  return least;
}
