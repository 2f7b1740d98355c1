import type { ComposedFigure } from "../compose-figure";
import { PARTS, type PartName } from "../parts";
import type { Prop } from "../props/prop";
import type { Body } from "../solved";
import { gapBetween } from "./convex";
import { cm, type Found, type Limits, over } from "./finding";
import { shapesOfPart } from "./part-shapes";
import { isGround, solidShapes } from "./prop-shapes";

/** cm inside a thing that does not give way; bone, and flesh that is sat or lain on. */
const FIRM: Limits = { soft: 2, hard: 4 };
const FLESHY: Limits = { soft: 3, hard: 5.5 };
/** More where the thing gives way too. */
const CUSHION = 3;
const GIVES_WAY: readonly Prop["kind"][] = ["ball", "bed", "bolster", "towel", "pillow"];
const SAT_ON: readonly PartName[] = ["pelvis", "waist", "chest", "right thigh", "left thigh"];

function limitsOf(part: PartName, prop: Prop, more: number): Limits {
  const { soft, hard } = SAT_ON.includes(part) ? FLESHY : FIRM;
  const give = (GIVES_WAY.includes(prop.kind) ? CUSHION : 0) + more;
  return { soft: soft + give, hard: hard + give };
}

/** Parts of a body that are inside a thing. @param more cm that are let pass on top */
export function insideProps(body: Body, props: readonly Prop[], more = 0): readonly Found[] {
  return props
    .filter((prop) => !isGround(prop))
    .flatMap((prop) => {
      const solids = solidShapes(prop);
      return PARTS.flatMap((part) => {
        const deep = -gapBetween(shapesOfPart(body, part), solids, 0);
        const text = `${part} is ${cm(deep)} inside the ${prop.kind}`;
        return over(deep, limitsOf(part, prop, more), { check: "props", text });
      });
    });
}

/** No part of the body goes through a thing. */
export function checkSolids({ solved, props, source }: ComposedFigure): Found[] {
  return solved.flatMap(({ body }, i) =>
    insideProps(body, props).map((found) => ({ ...found, pose: source.poses[i]?.name })),
  );
}
