import { BODY, type Side, sign } from "./body";
import type { Leg } from "./solved";
import type { LegSource } from "./source";
import { ballFrame, boneAxes, type Place, type Reached, twoBones } from "./two-bones";
import {
  type Axes,
  across,
  add,
  apply,
  axesFromYX,
  compose,
  cross,
  length,
  ROOM,
  scale,
  sub,
  turnZ,
  unit,
  type Vec,
} from "./vector";
import { direction } from "./words";

const FOOT_POINTS: Readonly<Record<NonNullable<LegSource["part"]>, Vec>> = {
  sole: [0, -BODY.ankleHeight, 0],
  heel: [-BODY.heelBack, -BODY.ankleHeight, 0],
  ball: [BODY.ball, -BODY.ankleHeight, 0],
  toes: [BODY.toe, -BODY.ankleHeight, 0],
  ankle: [0, 0, 0],
  top: [7, 0.3, 0],
};

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
    thigh = compose(pelvis, ballFrame(s, source.hip ?? [0, 0, 0]));
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
