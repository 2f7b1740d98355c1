import { SIDES, type Side } from "../body";
import type { ComposedFigure } from "../compose-figure";
import type { PartName } from "../parts";
import type { Body } from "../solved";
import { gapBetween } from "./convex";
import { cm, type Found, type Limits, over } from "./finding";
import { jawOf, shapesOfPart } from "./part-shapes";

/** cm that one part may be inside another: bone on bone, limb pressed to flesh, flesh folded or crossed. */
const BONE: Limits = { soft: 2, hard: 4.5 };
const PRESSED: Limits = { soft: 4.5, hard: 7 };
const FOLDED: Limits = { soft: 6, hard: 10 };

type Pair = readonly [PartName, PartName, Limits];

function pairsOfSide(side: Side, other: Side): Pair[] {
  const trunk: PartName[] = ["chest", "waist", "pelvis", "head"];
  const legs = SIDES.flatMap((s): PartName[] => [`${s} thigh`, `${s} shin`, `${s} foot`]);
  return [
    ...[`${side} forearm` as const, `${side} hand` as const].flatMap((part): Pair[] =>
      [...trunk, ...legs].map((thing) => [part, thing, PRESSED]),
    ),
    [`${side} upper arm`, "waist", PRESSED],
    [`${side} upper arm`, "head", PRESSED],
    ...legs.map((leg): Pair => [`${side} upper arm`, leg, PRESSED]),
    [`${side} thigh`, "chest", PRESSED],
    [`${side} thigh`, "waist", FOLDED],
    [`${side} thigh`, "head", PRESSED],
    [`${side} shin`, "pelvis", FOLDED],
    [`${side} shin`, "chest", PRESSED],
    [`${side} foot`, "pelvis", PRESSED],
    [`${side} foot`, `${side} thigh`, PRESSED],
    [`${side} thigh`, `${other} shin`, PRESSED],
    [`${side} foot`, `${other} thigh`, PRESSED],
    [`${side} foot`, `${other} shin`, BONE],
    [`${side} hand`, `${other} forearm`, PRESSED],
    [`${side} hand`, `${other} upper arm`, PRESSED],
  ];
}

const PAIRS: readonly Pair[] = [
  ...pairsOfSide("right", "left"),
  ...pairsOfSide("left", "right"),
  ["right thigh", "left thigh", PRESSED],
  ["right shin", "left shin", FOLDED],
  ["right foot", "left foot", BONE],
  ["right forearm", "left forearm", BONE],
  ["right hand", "left hand", BONE],
];

function overlaps(body: Body): Found[] {
  const chin = -gapBetween([jawOf(body)], shapesOfPart(body, "chest"), 0);
  const text = `the chin is ${cm(chin)} inside the chest`;
  return [
    ...over(chin, BONE, { check: "overlap", text }),
    ...PAIRS.flatMap(([a, b, limits]) => {
      const deep = -gapBetween(shapesOfPart(body, a), shapesOfPart(body, b), 0);
      return over(deep, limits, { check: "overlap", text: `${a} is ${cm(deep)} inside the ${b}` });
    }),
  ];
}

/** No limb goes through the trunk or another limb, no chin through the chest. */
export function checkOverlap({ solved, source }: ComposedFigure): Found[] {
  return solved.flatMap(({ body }, i) =>
    overlaps(body).map((found) => ({ ...found, pose: source.poses[i]?.name })),
  );
}
