import { BODY, type Side } from "./body";
import type { Body } from "./solved";
import { add, apply, scale, unit, type Vec } from "./vector";
import { FigureError } from "./words";

/** A named point of a solved body ("right knee", "c7"). Throws `FigureError` on another name. */
export function pointOf(body: Body, name: string): Vec {
  const central = centralPoint(body, name);
  if (central) return central;
  const [side, joint = ""] = name.split(" ") as [Side, string?];
  const leg = body.legs[side];
  const arm = body.arms[side];
  if (!leg || !arm) throw new FigureError(`"${name}" is not a point of the body`);
  const s = side === "right" ? 1 : -1;
  const foot = (v: Vec) => add(leg.ankle, apply(leg.foot, v));
  const hand = (v: Vec) => add(arm.wrist, apply(arm.hand, v));
  const places: Record<string, () => Vec> = {
    hip: () => leg.hip,
    knee: () => leg.knee,
    hollow: () => add(leg.knee, scale(unit(add(leg.thigh.x, leg.shank.x)), -5.4)),
    ankle: () => leg.ankle,
    heel: () => foot([-BODY.heelBack, -BODY.ankleHeight, 0]),
    instep: () => foot([9, -1.2, 0]),
    ball: () => foot([BODY.ball, -BODY.ankleHeight, 0]),
    toes: () => foot([BODY.toe, -BODY.ankleHeight + 1, 0]),
    shoulder: () => arm.shoulder,
    elbow: () => arm.elbow,
    wrist: () => arm.wrist,
    palm: () => hand([0, -BODY.palm, -BODY.palmDepth * s]),
    fingertips: () => hand([0, -BODY.fingertips + 0.5, -1 * s]),
  };
  const place = places[joint];
  if (!place) throw new FigureError(`"${name}" is not a point of the body`);
  return place();
}

function centralPoint(body: Body, name: string): Vec | null {
  const { pelvis, spine, head } = body;
  switch (name) {
    case "pelvis":
      return pelvis.at;
    case "waist":
      return spine[1].start;
    case "chest":
      return spine[3].start;
    case "c7":
      return spine[3].end;
    case "head":
      return add(head.at, apply(head.axes, [1, 10, 0]));
    case "crown":
      return add(head.at, apply(head.axes, [1, 20, 0]));
    case "chin":
      return add(head.at, apply(head.axes, [7.4, 0, 0]));
    default:
      return null;
  }
}
