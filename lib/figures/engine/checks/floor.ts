import type { ComposedFigure } from "../compose-figure";
import { lowest, PARTS, type PartName } from "../parts";
import { cm, type Found, type Limits, over } from "./finding";

/** cm under the floor. Bone shows at once; where flesh bears weight it gives way. */
export const FIRM: Limits = { soft: 1.2, hard: 3 };
export const FLESHY: Limits = { soft: 2.2, hard: 4 };
const SOFT_PARTS: readonly PartName[] = [
  "pelvis",
  "waist",
  "chest",
  "right thigh",
  "left thigh",
  "right upper arm",
  "left upper arm",
];

export const floorLimits = (part: PartName): Limits => (SOFT_PARTS.includes(part) ? FLESHY : FIRM);

/** No part of the body is below the floor in a key pose. */
export function checkFloor({ solved, source }: ComposedFigure): Found[] {
  return solved.flatMap(({ body }, i) =>
    PARTS.flatMap((part) => {
      const under = -lowest(body, part);
      const text = `${part} is ${cm(under)} below the floor`;
      const pose = source.poses[i]?.name;
      return over(under, floorLimits(part), { check: "floor", pose, text });
    }),
  );
}
