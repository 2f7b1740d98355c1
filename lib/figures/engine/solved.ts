import type { Side } from "./body";
import type { Axes, Vec } from "./vector";

/** A link of the spine: where it ends toward the head, and its frame. */
export interface Link {
  readonly start: Vec;
  readonly end: Vec;
  readonly axes: Axes;
}

export interface Leg {
  readonly hip: Vec;
  readonly knee: Vec;
  readonly ankle: Vec;
  readonly thigh: Axes;
  readonly shank: Axes;
  readonly foot: Axes;
}

export interface Arm {
  readonly shoulder: Vec;
  readonly elbow: Vec;
  readonly wrist: Vec;
  readonly upper: Axes;
  readonly fore: Axes;
  readonly hand: Axes;
  /** Finger curl, degrees. */
  readonly curl: number;
}

/** A body in the room, every joint known. */
export interface Body {
  readonly pelvis: { readonly at: Vec; readonly axes: Axes };
  /** Lower lumbar, upper lumbar, lower thoracic, upper thoracic, neck; the head follows. */
  readonly spine: readonly [Link, Link, Link, Link, Link];
  readonly head: { readonly at: Vec; readonly axes: Axes };
  readonly legs: Readonly<Record<Side, Leg>>;
  readonly arms: Readonly<Record<Side, Arm>>;
}
