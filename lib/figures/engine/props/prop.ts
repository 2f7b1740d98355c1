import type { Material, Shade } from "../../art";
import type { Ball, Loft } from "../ball";
import type { Body } from "../solved";
import type { PropKind } from "../source";
import type { Place } from "../two-bones";
import type { Axes, Vec } from "../vector";

/** A box in the room: half sizes along its axes. */
export interface Box {
  readonly at: Vec;
  readonly axes: Axes;
  readonly half: Vec;
}

/** What a body cannot go through. */
export type Solid =
  | { readonly kind: "box"; readonly box: Box }
  | { readonly kind: "round"; readonly from: Vec; readonly to: Vec; readonly radius: number };

interface Drawn {
  readonly material: Material;
  /** Drawn before everything else. */
  readonly behind?: boolean;
  /** Counts as this much nearer to the viewer, cm. */
  readonly bias?: number;
}

/** A drawable piece of a prop. */
export type Piece =
  | (Drawn & {
      readonly kind: "box";
      readonly box: Box;
      /** Shades of its ends, top and sides (x, y, z) where they are not 2, 0, 1. */
      readonly shades?: readonly [Shade, Shade, Shade];
    })
  | (Drawn & { readonly kind: "loft"; readonly lofts: readonly Loft[]; readonly shade: Shade })
  | (Drawn & {
      readonly kind: "ribbon";
      readonly points: readonly Vec[];
      readonly width: number;
      readonly shade: Shade;
    });

export interface Prop {
  readonly kind: PropKind;
  readonly id: string;
  /** Named places for hands and feet. */
  readonly spots: Readonly<Record<string, Place>>;
  readonly solids: readonly Solid[];
  /** Pieces that stand still. */
  readonly pieces: readonly Piece[];
  /** Pieces that go with the body: what is held, worn or lain on. */
  readonly held?: (body: Body) => readonly Piece[];
}

export const disc = (at: Vec, axes: Axes, r: Vec): Ball => ({ at, axes, r });
