import type { Ball } from "../ball";
import { PARTS, type PartName } from "../parts";
import { disc, type Piece, type Prop, type Solid } from "../props/prop";
import type { Body } from "../solved";
import { ROOM, type Vec } from "../vector";
import { type Convex, convexBox, hullOf } from "./convex";

/** What counts as the floor: its top is at height 0, the mat's too. */
const GROUND = ["floor", "mat"];
/** A ribbon is this thick, cm. */
const RIBBON = 0.3;

const point = (at: Vec, r: number): Ball => disc(at, ROOM, [r, r, r]);

function solidShape(solid: Solid): Convex {
  if (solid.kind === "box") return convexBox(solid.box);
  return hullOf([point(solid.from, solid.radius), point(solid.to, solid.radius)]);
}

function pieceShapes(piece: Piece): Convex[] {
  if (piece.kind === "box") return [convexBox(piece.box)];
  if (piece.kind === "ribbon")
    return piece.points
      .slice(1)
      .map((b, i) => hullOf([point(piece.points[i] as Vec, RIBBON), point(b, RIBBON)]));
  return piece.lofts.flatMap((loft) =>
    loft.length < 2
      ? [hullOf(loft)]
      : loft.slice(1).map((ball, i) => hullOf([loft[i] as Ball, ball])),
  );
}

export const isGround = (prop: Prop): boolean => GROUND.includes(prop.kind);

/** What of a prop stops a body. */
export const solidShapes = (prop: Prop): Convex[] => prop.solids.map(solidShape);

/** All of a prop that can be touched; what is held is where this body holds it. */
export const shapesOfProp = (prop: Prop, body: Body): Convex[] => [
  ...(prop.solids.length > 0 ? solidShapes(prop) : prop.pieces.flatMap(pieceShapes)),
  ...(prop.held?.(body) ?? []).flatMap(pieceShapes),
];

/** One side of a contact as it is written: "right foot floor", "pelvis chair", "right hand right shin". */
export type Contact =
  | { readonly part: PartName; readonly with: "floor" }
  | { readonly part: PartName; readonly with: "prop"; readonly prop: Prop }
  | { readonly part: PartName; readonly with: "part"; readonly other: PartName };

/** Reads a contact; a sentence about what is unknown in it otherwise. */
export function readContact(text: string, props: readonly Prop[]): Contact | string {
  const part = [...PARTS]
    .toSorted((a, b) => b.length - a.length)
    .find((name) => text.startsWith(`${name} `));
  if (!part) return `touch "${text}" begins with no part of the body`;
  const thing = text.slice(part.length + 1);
  const other = PARTS.find((name) => name === thing);
  if (other) return { part, with: "part", other };
  if (GROUND.includes(thing))
    return props.some(isGround)
      ? { part, with: "floor" }
      : `touch "${text}": there is no ${thing} among the props`;
  const prop = props.find((p) => p.id === thing) ?? props.find((p) => p.kind === thing);
  if (prop) return { part, with: "prop", prop };
  return `touch "${text}": there is no prop or part "${thing}"`;
}
