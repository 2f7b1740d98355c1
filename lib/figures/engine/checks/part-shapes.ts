import type { Ball, Loft } from "../ball";
import type { Side } from "../body";
import {
  footFlesh,
  forearmFlesh,
  handFlesh,
  shankFlesh,
  thighFlesh,
  upperArmFlesh,
} from "../flesh-limbs";
import { headFlesh, pelvisFlesh, trunkFlesh } from "../flesh-trunk";
import { ballsOf, type PartName } from "../parts";
import type { Body } from "../solved";
import { type Convex, hullOf } from "./convex";

function loftsOf(body: Body, part: PartName): readonly Loft[] {
  if (part === "head") {
    const { skull, face } = headFlesh(body);
    return [[skull], ...face];
  }
  if (part === "pelvis") return pelvisFlesh(body);
  if (part === "chest") return [(trunkFlesh(body)[0] as Ball[]).slice(2)];
  if (part === "neck" || part === "waist") return [ballsOf(body, part)];
  const [side, ...rest] = part.split(" ") as [Side, ...string[]];
  const [leg, arm] = [body.legs[side], body.arms[side]];
  switch (rest.join(" ")) {
    case "thigh":
      return [thighFlesh(leg)];
    case "shin":
      return [shankFlesh(leg)];
    case "foot":
      return footFlesh(leg).map((loft) => loft.filter((ball) => ball.axes !== leg.shank));
    case "upper arm":
      return [upperArmFlesh(arm)];
    case "forearm":
      return [forearmFlesh(arm)];
    default:
      return handFlesh(arm, side);
  }
}

const known = new WeakMap<Body, Map<PartName, readonly Convex[]>>();

/** The flesh of a part of the body as convex pieces. */
export function shapesOfPart(body: Body, part: PartName): readonly Convex[] {
  const parts = known.get(body) ?? new Map<PartName, readonly Convex[]>();
  known.set(body, parts);
  const had = parts.get(part);
  if (had) return had;
  const made = loftsOf(body, part).flatMap((loft) =>
    loft.length < 2
      ? [hullOf(loft)]
      : loft.slice(1).map((ball, i) => hullOf([loft[i] as Ball, ball])),
  );
  parts.set(part, made);
  return made;
}

/** Chin and jaw alone. */
export const jawOf = (body: Body): Convex => hullOf(headFlesh(body).face[0]?.slice(1) ?? []);
