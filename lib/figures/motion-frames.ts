import type { FigureMotion, Tone } from "./art";
import { decodeRings, type Ring } from "./motion-ring";

/** Units of the outlines in a centimetre; their group is scaled down by it. Whole numbers are short and exact. */
export const UNITS_PER_CM = 40;
/** Of a control point; the middles between two points are then whole units too. */
const STEPS_PER_TENTH = 2;

export interface MovingPart {
  readonly tone: Tone;
  readonly line?: true;
  /** One ring per moment, or one alone for a part that stands still. */
  readonly rings: readonly Ring[];
  /** Per ring: there is something to be seen. */
  readonly seen: readonly boolean[];
}

/** A motion, decoded and ready to be drawn at any moment. */
export interface Frames extends Pick<FigureMotion, "keys" | "path" | "orders" | "moments"> {
  readonly parts: readonly MovingPart[];
}

function isSeen(ring: Ring): boolean {
  return ring.some((value, i) => value !== ring[i % 2]);
}

/** Twice the area inside, in square tenths of a centimetre; its sign is the way round. */
function turn(ring: Ring): number {
  let area = 0;
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2)
    area += ring[before]! * ring[i + 1]! - ring[i]! * ring[before + 1]!;
  return area;
}

function reversed(ring: Ring): Ring {
  const out = new Int16Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    out[i] = ring[ring.length - 2 - i]!;
    out[i + 1] = ring[ring.length - 1 - i]!;
  }
  return out;
}

/** All outlines go round one way, so that together they are one region: the clip of the contours. */
function oneWay(rings: readonly Ring[]): readonly Ring[] {
  const total = rings.reduce((sum, ring) => sum + turn(ring), 0);
  return total < 0 ? rings.map(reversed) : rings;
}

/** A ring that is the one before again is the same object, so that standing still is seen at once. */
function shared(rings: readonly Ring[]): readonly Ring[] {
  const out: Ring[] = [];
  for (const ring of rings) {
    const before = out.at(-1);
    out.push(before?.every((value, i) => value === ring[i]) ? before : ring);
  }
  return out;
}

/** Decodes the outlines, once. Throws on outlines that cannot be read. */
export function prepareFrames({ parts, keys, path, orders, moments }: FigureMotion): Frames {
  const moving = parts.map(({ ring, tone, line }) => {
    const rings = shared(oneWay(decodeRings(ring)));
    if (rings.length !== 1 && rings.length !== moments)
      throw new Error("figure: a part has another number of moments");
    return { tone, line, rings, seen: rings.map(isSeen) };
  });
  return { parts: moving, keys, path, orders, moments };
}

/** Highest position: the last key pose, or in a loop the first one again. */
export function lastPosition({ keys, path }: Pick<Frames, "keys" | "path">): number {
  return path === "loop" ? keys.length : keys.length - 1;
}

/** The moment at a position: 0 is the first key pose, 0.5 half way to the second, 1 the second. */
export function momentAt(frames: Omit<Frames, "parts">, position: number): number {
  const at = Math.min(Math.max(position, 0), lastPosition(frames));
  const pose = Math.min(Math.floor(at), lastPosition(frames) - 1);
  const from = frames.keys[pose] ?? 0;
  const to = frames.keys[pose + 1] ?? frames.moments - 1;
  return from + (to - from) * (at - pose);
}

/** Indices of the parts, back to front, at a moment. */
export function orderAt({ orders }: Frames, moment: number): readonly number[] {
  const order = orders.findLast(({ from }) => from <= moment) ?? orders[0];
  return order?.order ?? [];
}

/** True when a part stands still from one moment to another next to it: nothing is to be drawn anew. */
export function isStill({ rings }: MovingPart, from: number, to: number): boolean {
  const ring = rings[Math.floor(Math.min(from, to))];
  const last = Math.ceil(Math.max(from, to));
  for (let at = Math.floor(Math.min(from, to)) + 1; at <= last; at++)
    if (rings.length > 1 && rings[at] !== ring) return false;
  return true;
}

/** Outline of a part at a moment as SVG path data in units; "" while it cannot be seen. */
export function outlineAt({ rings, seen }: MovingPart, moment: number): string {
  const at = rings.length === 1 ? 0 : Math.min(Math.floor(moment), rings.length - 1);
  const next = Math.min(at + 1, rings.length - 1);
  const share = rings.length === 1 ? 0 : moment - at;
  // What comes into view must not grow out of a point.
  if (!seen[share < 0.5 ? at : next]) return "";
  const whole = seen[at] && seen[next];
  const a = rings[whole || seen[at] ? at : next]!;
  const b = rings[whole || !seen[at] ? next : at]!;
  return curve(a, b, share);
}

const NEAR = 512;
/** Small steps, written once: making them anew in each frame is most of a frame's garbage. */
const STEPS = Array.from({ length: 2 * NEAR + 1 }, (_, i) => ({
  x: `t${i - NEAR} `,
  y: `${i - NEAR}`,
}));
const stepX = (dx: number) => STEPS[dx + NEAR]?.x ?? `t${dx} `;
const stepY = (dy: number) => STEPS[dy + NEAR]?.y ?? `${dy}`;

/** M m0 Q p1 m1 T m2 ...: each T mirrors the control point before it, which is the next point of the ring. */
function curve(a: Ring, b: Ring, share: number): string {
  const n = a.length;
  const at = (i: number) => Math.round((a[i]! + (b[i]! - a[i]!) * share) * STEPS_PER_TENTH);
  const x0 = at(0);
  const y0 = at(1);
  const x1 = at(2);
  const y1 = at(3);
  let d = `M${x0 + x1} ${y0 + y1}q${x1 - x0} ${y1 - y0} ${at(4) - x0} ${at(5) - y0}`;
  let [xBack, yBack, x, y] = [x1, y1, at(4), at(5)];
  for (let i = 6; i < n; i += 2) {
    const [xNext, yNext] = [at(i), at(i + 1)];
    d += stepX(xNext - xBack) + stepY(yNext - yBack);
    [xBack, yBack, x, y] = [x, y, xNext, yNext];
  }
  return `${d}t${x0 - xBack} ${y0 - yBack}t${x1 - x} ${y1 - y}z`;
}
