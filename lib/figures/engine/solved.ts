import type { Side } from "./body";
import type { ArmSource, LegSource, PoseSource } from "./source";
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
  /** cm that the breath moves: belly forward, each side of the ribs outward. */
  readonly breath: { readonly belly: number; readonly ribs: number };
}

/** A pose with everything inherited merged in; both legs and arms given. */
export interface FullPose extends Omit<PoseSource, "legs" | "arms"> {
  readonly orient: Axes;
  readonly legs: Readonly<Record<Side, LegSource>>;
  readonly arms: Readonly<Record<Side, ArmSource>>;
}

export interface SolvedPose {
  readonly body: Body;
  /** Distance by which each pinned hand or foot misses its place, cm. */
  readonly missing: Readonly<Record<string, number>>;
}
