import type { Ball } from "../ball";
import { type Axes, add, apply, cross, mix, ROOM, scale, sub, unit, type Vec } from "../vector";
import { type Box, disc, type Piece, type Solid } from "./prop";

const box = (at: Vec, half: Vec, axes: Axes = ROOM): Box => ({ at, axes, half });

/** A box between two corners given in a prop's own frame. */
export function boxIn(at: Vec, axes: Axes, low: Vec, high: Vec): Box {
  return box(add(at, apply(axes, mix(low, high, 0.5))), scale(sub(high, low), 0.5), axes);
}

export const solidBox = (b: Box): Solid => ({ kind: "box", box: b });

/** A rod with flat ends; `cap` is how far they bulge, cm. */
export function roundPiece(from: Vec, to: Vec, radius: number, cap: number): Ball[] {
  const axes = axesAlong(unit(sub(to, from), ROOM.z));
  return [disc(from, axes, [radius, cap, radius]), disc(to, axes, [radius, cap, radius])];
}

/** A frame whose y axis is a unit vector. */
export function axesAlong(y: Vec): Axes {
  const x = unit(cross(y, Math.abs(y[1]) > 0.9 ? ROOM.x : ROOM.y));
  return { x, y, z: cross(x, y) };
}

/** Four square legs of a piece of furniture, up to a height. */
export const legs = (
  at: Vec,
  axes: Axes,
  half: readonly [number, number],
  top: number,
  r: number,
): Piece[] =>
  [1, -1].flatMap((sx) =>
    [1, -1].map(
      (sz): Piece => ({
        kind: "box",
        material: "wood",
        box: boxIn(
          at,
          axes,
          [sx * (half[0] - r) - r, 0, sz * (half[1] - r) - r],
          [sx * (half[0] - r) + r, top, sz * (half[1] - r) + r],
        ),
      }),
    ),
  );
