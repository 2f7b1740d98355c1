import {
  type Axes,
  across,
  add,
  axesFromYX,
  composeAll,
  cross,
  length,
  ROOM,
  scale,
  sub,
  turnX,
  turnY,
  turnZ,
  unit,
  type Vec,
} from "./vector";

/** A target found in the room: the place on the skin, and where that skin faces (null: a bare point). */
export interface Place {
  readonly at: Vec;
  readonly faces: Vec | null;
}

/** A limb and by how many centimetres it misses its target. */
export interface Reached<T> {
  readonly limb: T;
  readonly missing: number;
}

interface TwoBones {
  readonly middle: Vec;
  readonly end: Vec;
  readonly missing: number;
}

/** Two bones from `root` toward `goal`, the middle joint pushed out toward `bend`. */
export function twoBones(root: Vec, goal: Vec, l1: number, l2: number, bend: Vec): TwoBones {
  const way = sub(goal, root);
  const wanted = length(way);
  const far = (l1 + l2) * 0.9995;
  const near = Math.abs(l1 - l2) + 2;
  const d = Math.min(far, Math.max(near, wanted));
  const axis = unit(way, [0, -1, 0]);
  const out = unit(across(bend, axis), unit(across(ROOM.z, axis), ROOM.x));
  const a = (l1 * l1 - l2 * l2 + d * d) / (2 * d);
  const h = Math.sqrt(Math.max(0, l1 * l1 - a * a));
  const middle = add(root, add(scale(axis, a), scale(out, h)));
  return { middle, end: add(root, scale(axis, d)), missing: Math.abs(wanted - d) };
}

/** Frames of both bones of a hinge; `hinge` is the joint's axis, or `front` where it is straight. */
export function boneAxes(u: Vec, v: Vec, hinge: Vec, front: Vec): [Axes, Axes] {
  if (length(hinge) < 0.06)
    return [axesFromYX(scale(u, -1), front), axesFromYX(scale(v, -1), front)];
  const z = unit(hinge);
  const frame = (bone: Vec): Axes => {
    const y = scale(bone, -1);
    return { x: cross(y, z), y, z };
  };
  return [frame(u), frame(v)];
}

/** Frame of a limb under its ball joint: flexion, abduction, inward rotation in degrees. */
export const ballFrame = (s: 1 | -1, [f, a, r]: Vec): Axes =>
  composeAll(turnZ(f), turnX(-a * s), turnY(r * s));
