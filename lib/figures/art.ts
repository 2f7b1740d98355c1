/**
 * A baked figure: what the drawing engine made of an exercise's poses. It is content-addressed and
 * never changes, so that a published plan keeps the picture it was published with. Web, PDF and
 * thumbnail read this and nothing else; none of them knows joints.
 */
export interface FigureArt {
  /** Format of this structure; readers refuse another. */
  readonly format: 1;
  /** Frame around every pose, props and arrows included; cm, y down, the same for all poses. */
  readonly box: FigureBox;
  /** Two to four key poses in the order in which they are done. */
  readonly poses: readonly FigurePose[];
  /** The pose that tells most (mostly the end), coarser, without arrows, tightly framed. */
  readonly thumb: { readonly box: FigureBox; readonly shapes: readonly FigureShape[] };
  readonly motion: FigureMotion;
}

/** The key poses alone: what paper and print pages need. */
export type FigureStills = Pick<FigureArt, "format" | "box" | "poses">;

export interface FigureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FigurePose {
  /** "start", "end" or the author's name for it. */
  readonly name: string;
  /** Back to front. */
  readonly shapes: readonly FigureShape[];
}

/** One closed outline, filled with the non-zero rule. */
export interface FigureShape {
  readonly tone: Tone;
  /** SVG path data of absolute and relative straight lines: M, m, l, h, v and z only. */
  readonly d: string;
  /**
   * True: a part of the body. It gets a contour where it lies over another part of the body: stroked
   * under its own fill and clipped to the union of all shapes that have one.
   */
  readonly line?: true;
}

export const MATERIALS = [
  "skin",
  "shirt",
  "trousers",
  "hair",
  "mat",
  "floor",
  "wood",
  "wall",
  "cloth",
  "soft",
  "rubber",
  "metal",
  "arrow",
] as const;
export type Material = (typeof MATERIALS)[number];
/** 0 is nearest and lightest; body materials have 5 shades, things have 3 (top, front, side). */
export type Shade = 0 | 1 | 2 | 3 | 4;
export type Tone = `${Material}-${Shade}`;

/** Contour width: cm of drawing, visible half of it; thumbnails are drawn with the wider one. */
export const CONTOUR_CM = 0.75;
export const CONTOUR_THUMB_CM = 1.2;

/** The moving figure: outlines with a fixed number of points, at evenly spaced moments. */
export interface FigureMotion {
  /** Outlines back to front at the first moment. */
  readonly parts: readonly MotionPart[];
  /** Number of moments in all. */
  readonly moments: number;
  /** Moment at which each key pose stands, in the order of `poses`; ascending, first is 0. */
  readonly keys: readonly number[];
  /** "back": through the poses and back the same way; "loop": the last moment is the first pose again. */
  readonly path: "back" | "loop";
  /** Drawing orders by the moment from which they count; indices of `parts`, back to front. */
  readonly orders: readonly { readonly from: number; readonly order: readonly number[] }[];
}

export interface MotionPart {
  readonly tone: Tone;
  readonly line?: true;
  /**
   * Points of the outline in tenths of a centimetre, encoded (see motion-ring.ts): all moments when
   * it moves, one when it stands still. They are the control points of a closed quadratic curve that
   * runs through the middles between them (M m0 Q p1 m1 Q p2 m2 ... z), so that few points look round.
   */
  readonly ring: string;
}
