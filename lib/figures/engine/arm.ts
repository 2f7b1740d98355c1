import { BODY, type Side, sign } from "./body";
import type { Arm, Link } from "./solved";
import type { ArmSource } from "./source";
import { ballFrame, boneAxes, type Place, type Reached, twoBones } from "./two-bones";
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
    upper = compose(chest, ballFrame(s, source.shoulder ?? [0, 0, 0]));
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
