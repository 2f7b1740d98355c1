import { FillRule, intersect, type Paths64, simplifyPaths, union } from "clipper2-ts";
import type { FigureBox } from "../art";
import { type Ball, type Loft, support } from "./ball";
import type { Camera, Point } from "./camera";
import { project } from "./camera";
import { add, scale } from "./vector";

/** Closed outline, without its first point again at the end. */
export type Ring = readonly Point[];

/** Clipper counts in whole numbers: hundredths of a centimetre. */
const FINE = 100;
const WAYS = 32;
/** Parts of an outline smaller than this are dust, cm². */
const DUST = 1.2;

/** Common hull of balls as the camera sees them: in each of 32 ways the point that reaches farthest. */
export function hull(balls: readonly Ball[], camera: Camera): Ring {
  const ring: Point[] = [];
  for (let i = 0; i < WAYS; i++) {
    const angle = (2 * Math.PI * i) / WAYS;
    const way = add(scale(camera.right, Math.cos(angle)), scale(camera.up, Math.sin(angle)));
    let best: Point | null = null;
    let reach = Number.NEGATIVE_INFINITY;
    for (const ball of balls) {
      const point = project(camera, support(ball, way));
      const r = point[0] * Math.cos(angle) - point[1] * Math.sin(angle);
      if (r > reach) [best, reach] = [point, r];
    }
    ring.push(best as Point);
  }
  return ring;
}

/** Hulls of each neighbouring pair of a loft. */
export const loftHulls = (loft: Loft, camera: Camera): Ring[] =>
  loft.length === 1
    ? [hull(loft, camera)]
    : loft.slice(1).map((ball, i) => hull([loft[i] as Ball, ball], camera));

const toClipper = (rings: readonly Ring[]): Paths64 =>
  rings.map((ring) => ring.map(([x, y]) => ({ x: Math.round(x * FINE), y: Math.round(y * FINE) })));

const fromClipper = (paths: Paths64): Ring[] =>
  paths.map((path) => path.map(({ x, y }) => [x / FINE, y / FINE] as const));

/** Signed area, cm²; positive runs clockwise as the picture is seen. */
export function area(ring: Ring): number {
  let sum = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nx, ny] = ring[(i + 1) % ring.length] as Point;
    sum += x * ny - nx * y;
  }
  return sum / 2;
}

const clockwise = (ring: Ring): Ring => (area(ring) < 0 ? ring.toReversed() : ring);

/** Several outlines made one; holes keep the other direction, dust is left out. */
export function united(rings: readonly Ring[]): Ring[] {
  const paths = union(toClipper(rings.map(clockwise)), [], FillRule.NonZero);
  return fromClipper(paths).filter((ring) => Math.abs(area(ring)) > DUST);
}

/** Outlines without what lies below a height of the picture (y down). */
export function clippedBelow(rings: readonly Ring[], y: number): Ring[] {
  const far = 1000;
  return clippedTo(rings, { x: -far, y: -far, width: 2 * far, height: y + far });
}

/** Outlines without what lies outside a part of the picture. */
export function clippedTo(rings: readonly Ring[], { x, y, width, height }: FigureBox): Ring[] {
  const window: Ring = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  const kept = intersect(toClipper(rings), toClipper([window]), FillRule.NonZero);
  return fromClipper(kept).filter((ring) => Math.abs(area(ring)) > DUST);
}

/** Area that two drawings share, cm². */
export function sharedArea(a: readonly Ring[], b: readonly Ring[]): number {
  const shared = intersect(toClipper(a), toClipper(b), FillRule.NonZero);
  return Math.abs(fromClipper(shared).reduce((sum, ring) => sum + area(ring), 0));
}

export function perimeter(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] as Point;
    return sum + Math.hypot(nx - x, ny - y);
  }, 0);
}

/** `count` points at even distances along a closed outline, the first where the outline begins. */
export function resampled(ring: Ring, count: number): Ring {
  const step = perimeter(ring) / count;
  const out: Point[] = [];
  let at = 0;
  let next = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nx, ny] = ring[(i + 1) % ring.length] as Point;
    const size = Math.hypot(nx - x, ny - y);
    while (next <= at + size && out.length < count) {
      const t = size === 0 ? 0 : (next - at) / size;
      out.push([x + (nx - x) * t, y + (ny - y) * t]);
      next += step;
    }
    at += size;
  }
  while (out.length < count) out.push(ring[0] as Point);
  return out;
}

const STEP = 0.45;

/** Corners rounded by a Gaussian of `sigma` cm along the outline. */
export function smoothed(ring: Ring, sigma: number): Ring {
  const size = perimeter(ring);
  const count = Math.max(12, Math.round(size / STEP));
  const even = resampled(ring, count);
  const reach = Math.min(Math.ceil((3 * sigma) / STEP), Math.floor(count / 3));
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-0.5 * (((i - reach) * STEP) / sigma) ** 2),
  );
  const total = weights.reduce((a, b) => a + b, 0);
  return even.map((_, i) => {
    let x = 0;
    let y = 0;
    for (const [k, w] of weights.entries()) {
      const [px, py] = even[(i + k - reach + count) % count] as Point;
      x += px * w;
      y += py * w;
    }
    return [x / total, y / total] as const;
  });
}

/** Fewer points, none farther than `tolerance` cm from the outline that was. */
export function simplified(rings: readonly Ring[], tolerance: number): Ring[] {
  return fromClipper(simplifyPaths(toClipper(rings), tolerance * FINE, true)).filter(
    (ring) => ring.length >= 3,
  );
}

/** A band of a given width along an open line. */
export function ribbon(points: readonly Point[], width: number): Ring[] {
  const half = width / 2;
  const pieces = points.slice(1).map((b, i): Ring => {
    const a = points[i] as Point;
    const size = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const nx = (-(b[1] - a[1]) / size) * half;
    const ny = ((b[0] - a[0]) / size) * half;
    return [
      [a[0] + nx, a[1] + ny],
      [b[0] + nx, b[1] + ny],
      [b[0] - nx, b[1] - ny],
      [a[0] - nx, a[1] - ny],
    ];
  });
  const joints = points.map(
    (p): Ring =>
      Array.from({ length: 12 }, (_, i) => {
        const angle = (i * Math.PI) / 6;
        return [p[0] + half * Math.cos(angle), p[1] + half * Math.sin(angle)];
      }),
  );
  return united([...pieces, ...joints]);
}

const digits = (value: number): string => {
  const text = (Math.round(value) / 10).toFixed(1).replace(/\.0$/, "");
  return text.replace(/^(-?)0\./, "$1.").replace(/^-$|^-0$/, "0");
};

/** SVG path data with relative lines, to a tenth of a centimetre. */
export function pathData(rings: readonly Ring[]): string {
  return rings
    .map((ring) => {
      let x = 0;
      let y = 0;
      const steps = ring.map(([px, py], i) => {
        const [nx, ny] = [Math.round(px * 10), Math.round(py * 10)];
        const [dx, dy] = [nx - x, ny - y];
        [x, y] = [nx, ny];
        if (i > 0 && dx === 0 && dy === 0) return "";
        const first = digits(dx);
        const second = digits(dy);
        const pair = second.startsWith("-") ? first + second : `${first} ${second}`;
        if (i === 0) return `M${pair}`;
        return pair;
      });
      const [move, ...lines] = steps.filter(Boolean);
      return `${move}l${lines.reduce(
        (text, pair) => (text && !pair.startsWith("-") ? `${text} ${pair}` : text + pair),
        "",
      )}z`;
    })
    .join("");
}
