import type { Camera, Point } from "./camera";
import { project } from "./camera";
import { type Ring, ribbon, united } from "./outline";
import { pointOf } from "./points";
import type { Body } from "./solved";
import type { ArrowSource } from "./source";
import { add, ROOM, scale, type Vec } from "./vector";
import { direction } from "./words";

const WIDTH = 2.2;
const HEAD = { length: 6, half: 4.1 } as const;
/** An arrow shorter than this in the picture says nothing, cm. */
export const SHORTEST_ARROW = 9;

/** A smooth line through points (Catmull-Rom). */
function throughPoints(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  const out: Point[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const [p0, p1, p2, p3] = [i - 1, i, i + 1, i + 2].map(
      (k) => points[Math.min(points.length - 1, Math.max(0, k))] as Point,
    ) as [Point, Point, Point, Point];
    for (let k = 0; k < 10; k++) {
      const t = k / 10;
      const at = (j: 0 | 1) =>
        0.5 *
        (2 * p1[j] +
          (p2[j] - p0[j]) * t +
          (2 * p0[j] - 5 * p1[j] + 4 * p2[j] - p3[j]) * t * t +
          (3 * p1[j] - p0[j] - 3 * p2[j] + p3[j]) * t * t * t);
      out.push([at(0), at(1)]);
    }
  }
  return [...out, points.at(-1) as Point];
}

const lengthOf = (line: readonly Point[]) =>
  line.slice(1).reduce((sum, b, i) => {
    const a = line[i] as Point;
    return sum + Math.hypot(b[0] - a[0], b[1] - a[1]);
  }, 0);

/** Part of a line between two shares of its length. */
function cut(line: readonly Point[], from: number, to: number): Point[] {
  const size = lengthOf(line);
  const at = (share: number): Point => {
    let left = share * size;
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1] as Point, line[i] as Point];
      const piece = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (left <= piece && piece > 0)
        return [a[0] + ((b[0] - a[0]) * left) / piece, a[1] + ((b[1] - a[1]) * left) / piece];
      left -= piece;
    }
    return line.at(-1) as Point;
  };
  return Array.from({ length: 41 }, (_, i) => at(from + ((to - from) * i) / 40));
}

function headAt(line: readonly Point[], scaled: number): { ring: Ring; shaft: Point[] } {
  const [long, half] = [HEAD.length * scaled, HEAD.half * scaled];
  const share = Math.max(0.05, 1 - (long * 0.8) / lengthOf(line));
  const shaft = cut(line, 0, share);
  const tip = line.at(-1) as Point;
  const neck = shaft.at(-1) as Point;
  const size = Math.hypot(tip[0] - neck[0], tip[1] - neck[1]) || 1;
  const [ux, uy] = [(tip[0] - neck[0]) / size, (tip[1] - neck[1]) / size];
  const back: Point = [tip[0] - ux * long, tip[1] - uy * long];
  return {
    shaft,
    ring: [
      tip,
      [back[0] - uy * half, back[1] + ux * half],
      [back[0] + uy * half, back[1] - ux * half],
    ],
  };
}

/** The way of a followed point over the bodies in between, moved off the body. */
function followed(arrow: ArrowSource, bodies: readonly Body[], camera: Camera): Point[] {
  const name = arrow.follow as string;
  const way = bodies.map((body) => project(camera, pointOf(body, name)));
  const first = way[0] as Point;
  const last = way.at(-1) as Point;
  const offset = arrow.offset ?? 9;
  if (arrow.away) {
    const out = project(camera, scale(direction(arrow.away, ROOM), offset));
    return way.map(([x, y]) => [x + out[0], y + out[1]]);
  }
  const body = bodies.at(-1) as Body;
  const middle = project(camera, body.spine[0].start);
  const size = Math.hypot(last[0] - first[0], last[1] - first[1]) || 1;
  const normal: Point = [-(last[1] - first[1]) / size, (last[0] - first[0]) / size];
  const centre: Point = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2];
  const outward =
    normal[0] * (centre[0] - middle[0]) + normal[1] * (centre[1] - middle[1]) >= 0 ? 1 : -1;
  return way.map(([x, y], i) => {
    const t = i / Math.max(1, way.length - 1);
    const off = outward * (offset + (arrow.bulge ?? 0) * 4 * t * (1 - t));
    return [x + normal[0] * off, y + normal[1] * off];
  });
}

/** Points of an arrow in the picture. `bodies` run from the pose before to the arrow's own. */
export function arrowLine(arrow: ArrowSource, bodies: readonly Body[], camera: Camera): Point[] {
  const body = bodies.at(-1) as Body;
  const line = arrow.path
    ? throughPoints(
        arrow.path.map((p) =>
          project(
            camera,
            Array.isArray(p)
              ? (p as unknown as Vec)
              : add(
                  pointOf(body, (p as { point: string }).point),
                  ((p as { offset?: unknown }).offset as Vec | undefined) ?? [0, 0, 0],
                ),
          ),
        ),
      )
    : throughPoints(followed(arrow, bodies, camera));
  const [from, to] = arrow.span ?? (arrow.path ? [0, 1] : [0.12, 0.92]);
  return cut(line, from, to);
}

export const arrowLength = (line: readonly Point[]): number => lengthOf(line);

/** One filled outline: shaft and head, or two heads; smaller where the picture is a close-up. */
export function arrowRings(line: readonly Point[], both: boolean, scaled = 1): Ring[] {
  const width = WIDTH * scaled;
  const end = headAt(line, scaled);
  if (!both) return united([...ribbon(end.shaft, width), end.ring]);
  const start = headAt(line.toReversed(), scaled);
  const share = Math.max(0.1, (HEAD.length * scaled * 0.8) / lengthOf(line));
  return united([...ribbon(cut(line, share, 1 - share), width), end.ring, start.ring]);
}
