import type { Material, Shade, Tone } from "../art";
import type { Ball, Loft } from "./ball";
import { type Camera, depthOf } from "./camera";
import { loftHulls, type Ring, smoothed, united } from "./outline";

/** One flat piece of the drawing. */
export interface Patch {
  /** Stays the same over all poses of a figure. */
  readonly id: string;
  readonly tone: Tone;
  /** Whether it gets a contour over other parts of the body. */
  readonly lined: boolean;
  readonly rings: readonly Ring[];
  /** Not to be seen as the body stands now, but part of a motion in which it may be. */
  readonly hidden?: true;
}

/** Pieces that are drawn together, and how near they are. */
export interface Item {
  readonly id: string;
  readonly depth: number;
  readonly patches: readonly Patch[];
}

/** Rounding of outlines, cm. */
export const ROUND = { body: 0.9, trunk: 1.7, hand: 0.35, foot: 0.5, head: 0.4 } as const;

/** The tone of a limb: the farther from the viewer (t below 0), the darker. */
export function tone(material: Material, t: number): Tone {
  return `${material}-${Math.round(Math.min(1, Math.max(0, -t)) * 4) as Shade}`;
}

/** Middle of balls along the view, cm toward the viewer. */
export const meanDepth = (balls: readonly Ball[], camera: Camera): number =>
  balls.reduce((sum, b) => sum + depthOf(camera, b.at), 0) / balls.length;

function outline(lofts: readonly Loft[], camera: Camera, sigma: number): Ring[] {
  return united(lofts.flatMap((loft) => loftHulls(loft, camera))).map((ring) =>
    smoothed(ring, sigma),
  );
}

/** Lofts united to one outline and rounded. */
export function patch(
  id: string,
  lofts: readonly Loft[],
  camera: Camera,
  toneOf: Tone,
  sigma: number = ROUND.body,
  lined = true,
): Patch {
  return { id, tone: toneOf, lined, rings: outline(lofts, camera, sigma) };
}
