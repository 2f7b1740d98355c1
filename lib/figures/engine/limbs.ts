import { BODY, type Side, sign } from "./body";
import type { Arm, Leg, Link } from "./solved";
import type { ArmSource, LegSource } from "./source";
import {
  type Axes,
  across,
  add,
  apply,
  axesFromYX,
  compose,
  composeAll,
  cross,
  dot,
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
import { direction } from "./words";

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

const FOOT_POINTS: Readonly<Record<NonNullable<LegSource["part"]>, Vec>> = {
  sole: [0, -BODY.ankleHeight, 0],
  heel: [-BODY.heelBack, -BODY.ankleHeight, 0],
  ball: [BODY.ball, -BODY.ankleHeight, 0],
  toes: [BODY.toe, -BODY.ankleHeight, 0],
  ankle: [0, 0, 0],
  top: [7, 0.3, 0],
};

const legFrame = (s: 1 | -1, [f, a, r]: Vec): Axes =>
  composeAll(turnZ(f), turnX(-a * s), turnY(r * s));

/** Frame of the foot: from its own directions, or from the shank with an ankle angle. */
function footAxes(
  source: LegSource,
  shank: Axes,
  pelvis: Axes,
  s: 1 | -1,
  faces: Vec | null,
): Axes {
  const { toes, sole, ankle } = source;
  if (toes === undefined && sole === undefined && (ankle !== undefined || !source.at))
    return compose(shank, turnZ(ankle ?? 0));
  const facing = faces ? scale(faces, -1) : ROOM.y;
  const y = sole ? scale(direction(sole, pelvis, s), -1) : faces ? scale(facing, -1) : ROOM.y;
  const flat = across(pelvis.x, y);
  const forward = toes
    ? direction(toes, pelvis, s)
    : length(flat) > 0.5
      ? flat
      : across(scale(pelvis.y, -1), y);
  return axesFromYX(unit(y), forward);
}

/** A leg from its hip, in whichever of the three ways it is given. */
export function solveLeg(
  hip: Vec,
  pelvis: Axes,
  side: Side,
  source: LegSource,
  place: Place | null,
): Reached<Leg> {
  const s = sign(side);
  if (place) return pinnedLeg(hip, pelvis, s, source, place);
  let thigh: Axes;
  let shank: Axes;
  if (source.thigh) {
    const u = direction(source.thigh, pelvis, s);
    const v = source.shin ? direction(source.shin, pelvis, s) : u;
    const front = source.front ? direction(source.front, pelvis, s) : pelvis.x;
    [thigh, shank] = boneAxes(u, v, cross(v, u), front);
  } else {
    thigh = compose(pelvis, legFrame(s, source.hip ?? [0, 0, 0]));
    shank = compose(thigh, turnZ(-(source.knee ?? 0)));
  }
  const knee = add(hip, scale(thigh.y, -BODY.thigh));
  const ankle = add(knee, scale(shank.y, -BODY.shank));
  const foot = footAxes(source, shank, pelvis, s, null);
  return { limb: { hip, knee, ankle, thigh, shank, foot }, missing: 0 };
}

function pinnedLeg(
  hip: Vec,
  pelvis: Axes,
  s: 1 | -1,
  source: LegSource,
  place: Place,
): Reached<Leg> {
  const part = FOOT_POINTS[source.part ?? "sole"];
  const bend = source.bend ? direction(source.bend, pelvis, s) : pelvis.x;
  let shank: Axes = axesFromYX(unit(sub(hip, place.at), ROOM.y), bend);
  let solved: Reached<Leg> | null = null;
  for (let pass = 0; pass < 8; pass++) {
    const foot = footAxes(source, shank, pelvis, s, place.faces);
    const goal = sub(place.at, apply(foot, part));
    const { middle, end, missing } = twoBones(hip, goal, BODY.thigh, BODY.shank, bend);
    const u = unit(sub(middle, hip));
    const v = unit(sub(end, middle));
    const [thigh, lower] = boneAxes(u, v, cross(v, u), bend);
    shank = lower;
    const settled = footAxes(source, shank, pelvis, s, place.faces);
    solved = { limb: { hip, knee: middle, ankle: end, thigh, shank, foot: settled }, missing };
  }
  return solved as Reached<Leg>;
}

const handTurn = (source: ArmSource, s: 1 | -1): Axes =>
  composeAll(
    turnY((source.forearm ?? 0) * s),
    turnX(-(source.wrist ?? 0) * s),
    turnZ(source.deviation ?? 0),
  );

function handAxes(source: ArmSource, fore: Axes, chest: Axes, s: 1 | -1, faces: Vec | null): Axes {
  const asked = source.fingers !== undefined || source.palm !== undefined;
  if (!asked && !faces) return compose(fore, handTurn(source, s));
  const down: Vec = [0, -1, 0];
  const palm = source.palm ? direction(source.palm, chest, s) : faces ? scale(faces, -1) : down;
  const natural = scale(fore.y, -1);
  const wish = source.fingers ? direction(source.fingers, chest, s) : across(natural, palm);
  const y = scale(unit(wish, natural), -1);
  const flat = across(palm, y);
  const z = scale(unit(flat, scale(fore.z, -s)), -s);
  return { x: cross(y, z), y, z };
}

const ARM_POINTS = (part: NonNullable<ArmSource["part"]>, s: 1 | -1): Vec =>
  ({
    palm: [0, -BODY.palm, -BODY.palmDepth * s],
    fist: [0, -BODY.palm, -3.4 * s],
    wrist: [0, 0, 0],
    fingertips: [0, -BODY.fingertips + 0.5, -1 * s],
  })[part] as unknown as Vec;

/** What the girdle adds to the shoulder joint, in the frame of the upper chest. */
function girdleShift(upper: Vec, chest: Axes, s: 1 | -1, own: readonly number[]): Vec {
  const [raise = 0, forward = 0, out = 0] = own;
  const up = dot(upper, chest.y);
  const front = dot(upper, chest.x);
  const inwards = -dot(upper, chest.z) * s;
  const lift = Math.min(1, Math.max(0, (up + 0.15) / 1.05));
  const reach = Math.min(1, Math.max(0, front)) * (1 - lift * 0.6);
  return [
    2.2 * reach + 1.5 * Math.max(0, inwards) + forward,
    5 * lift * lift + raise,
    s * (-3 * lift - 0.8 * reach + out),
  ];
}

/** An arm from the chest; the girdle follows the arm, so a few passes settle it. */
export function solveArm(
  thorax: Link,
  side: Side,
  source: ArmSource,
  girdle: readonly number[],
  place: Place | null,
): Reached<Arm> {
  const s = sign(side);
  const { axes: chest, end: c7 } = thorax;
  const rest: Vec = [BODY.shoulderForward, -BODY.shoulderDrop, s * BODY.shoulderHalf];
  let upperWay: Vec = scale(chest.y, -1);
  let solved: Reached<Arm> | null = null;
  let fore: Axes | null = null;
  for (let pass = 0; pass < 8; pass++) {
    const shoulder = add(c7, apply(chest, add(rest, girdleShift(upperWay, chest, s, girdle))));
    solved = place
      ? pinnedArm(shoulder, chest, s, source, place, fore)
      : freeArm(shoulder, chest, s, source);
    upperWay = scale(solved.limb.upper.y, -1);
    fore = solved.limb.fore;
  }
  return solved as Reached<Arm>;
}

function freeArm(shoulder: Vec, chest: Axes, s: 1 | -1, source: ArmSource): Reached<Arm> {
  let upper: Axes;
  let fore: Axes;
  if (source.upper) {
    const u = direction(source.upper, chest, s);
    const v = source.fore ? direction(source.fore, chest, s) : u;
    const front = source.front ? direction(source.front, chest, s) : chest.x;
    [upper, fore] = boneAxes(u, v, cross(u, v), front);
  } else {
    upper = compose(chest, legFrame(s, source.shoulder ?? [0, 0, 0]));
    fore = compose(upper, turnZ(source.elbow ?? 0));
  }
  const elbow = add(shoulder, scale(upper.y, -BODY.upperArm));
  const wrist = add(elbow, scale(fore.y, -BODY.forearm));
  const hand = handAxes(source, fore, chest, s, null);
  const curl = source.curl ?? 22;
  return { limb: { shoulder, elbow, wrist, upper, fore, hand, curl }, missing: 0 };
}

function pinnedArm(
  shoulder: Vec,
  chest: Axes,
  s: 1 | -1,
  source: ArmSource,
  place: Place,
  before: Axes | null,
): Reached<Arm> {
  const bend = source.bend
    ? direction(source.bend, chest, s)
    : unit(add(scale(chest.x, -1), scale(chest.y, -0.6)));
  const part = source.part ?? "palm";
  const start = before ?? axesFromYX(unit(sub(shoulder, place.at), ROOM.y), scale(bend, -1));
  const hand = handAxes(source, start, chest, s, place.faces);
  const goal = sub(place.at, apply(hand, ARM_POINTS(part, s)));
  const { middle, end, missing } = twoBones(shoulder, goal, BODY.upperArm, BODY.forearm, bend);
  const u = unit(sub(middle, shoulder));
  const v = unit(sub(end, middle));
  const [upper, fore] = boneAxes(u, v, cross(u, v), scale(bend, -1));
  const flat = source.fingers !== undefined || place.faces !== null;
  const curl = source.curl ?? (flat ? 2 : 22);
  const settled = handAxes(source, fore, chest, s, place.faces);
  return {
    limb: { shoulder, elbow: middle, wrist: end, upper, fore, hand: settled, curl },
    missing,
  };
}
