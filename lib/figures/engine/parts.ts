import { type Ball, ball, support } from "./ball";
import type { Side } from "./body";
import {
  footFlesh,
  forearmFlesh,
  handFlesh,
  shankFlesh,
  thighFlesh,
  upperArmFlesh,
} from "./flesh-limbs";
import { headFlesh, neckFlesh, pelvisFlesh, trunkFlesh } from "./flesh-trunk";
import type { Body } from "./solved";
import { FigureError } from "./words";

/** Names of parts as authors and checks use them. */
export const PARTS = [
  "head",
  "neck",
  "chest",
  "waist",
  "pelvis",
  "right thigh",
  "right shin",
  "right foot",
  "right upper arm",
  "right forearm",
  "right hand",
  "left thigh",
  "left shin",
  "left foot",
  "left upper arm",
  "left forearm",
  "left hand",
] as const;
export type PartName = (typeof PARTS)[number];

/** The part that a text names. Throws `FigureError` on another text. */
export function partName(text: string): PartName {
  if ((PARTS as readonly string[]).includes(text)) return text as PartName;
  throw new FigureError(`"${text}" is not a part of the body`);
}

/** Every ellipsoid of a part. */
export function ballsOf(body: Body, part: PartName): Ball[] {
  if (part === "head") {
    const { skull, face } = headFlesh(body);
    return [skull, ...face.flat()];
  }
  if (part === "neck") return neckFlesh(body).flat();
  if (part === "pelvis") return pelvisFlesh(body).flat();
  if (part === "waist") return (trunkFlesh(body)[0] as Ball[]).slice(1, 2);
  if (part === "chest") return (trunkFlesh(body)[0] as Ball[]).slice(2, 5);
  const [side, ...rest] = part.split(" ") as [Side, ...string[]];
  const leg = body.legs[side];
  const arm = body.arms[side];
  switch (rest.join(" ")) {
    case "thigh":
      return thighFlesh(leg);
    case "shin":
      return shankFlesh(leg);
    case "foot":
      return footFlesh(leg).flatMap((loft) => loft.filter((b) => b.axes !== leg.shank));
    case "upper arm":
      return [ball(arm.shoulder, arm.upper, 5.2), ...upperArmFlesh(arm)];
    case "forearm":
      return forearmFlesh(arm);
    default:
      return handFlesh(arm, side).flat();
  }
}

/** Height of the lowest point of a part, cm over the floor. */
export function lowest(body: Body, part: PartName): number {
  return Math.min(...ballsOf(body, part).map((b) => support(b, [0, -1, 0])[1]));
}
