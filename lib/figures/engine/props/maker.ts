import type { PropSource } from "../source";
import type { Axes, Vec } from "../vector";
import type { Prop } from "./prop";

/** Extent of the bodies on the floor: x and z, from and to. */
export interface Extent {
  readonly x: readonly [number, number];
  readonly z: readonly [number, number];
}

/** Heights and sizes of things, cm; furniture as it is sold. */
export const THINGS = {
  mat: { thick: 2.4, half: 29 },
  bed: { length: 200, height: 50, depth: 92, mattress: 16 },
  chair: { seat: 45, back: 88, width: 42, leg: 1.7 },
  stool: { seat: 42, width: 36, leg: 1.7 },
  wall: { thick: 7, height: 192, depth: 84, skirting: 8 },
  doorway: { clear: 92, height: 192, jamb: 9, deep: 11 },
  step: { height: 15, length: 34, depth: 62, tread: 2.6 },
  pillow: { length: 42, height: 11, depth: 30 },
  bolster: { radius: 9, depth: 56 },
  towel: { radius: 4.5, depth: 36 },
  ball: { radius: 32 },
  roller: { radius: 7.5, depth: 86 },
  bar: { height: 222, radius: 1.7, width: 124, foot: 26 },
  table: { height: 73, length: 110, depth: 66 },
} as const;

/** Builds a prop from what an author wrote, in the frame where it stands. */
export type Maker = (
  source: PropSource,
  frame: { at: Vec; axes: Axes },
  extent: Extent | null,
) => Omit<Prop, "kind" | "id">;
