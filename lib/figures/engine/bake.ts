import type { FigureArt, FigureMotion, FigureShape, MotionPart } from "../art";
import { encodeRings } from "../motion-ring";
import { refusals } from "./checks/check-figure";
import {
  boundsOf,
  type ComposedFigure,
  composeFigure,
  drawnArrows,
  drawnItems,
  movingItems,
  ringsOf,
} from "./compose-figure";
import { framedBox } from "./frame";
import { area, pathData, perimeter, type Ring, resampled, simplified } from "./outline";
import type { Patch } from "./patch";
import { readFigure } from "./read-figure";
import type { Body, FullPose } from "./solved";
import { FigureError } from "./words";

/** How far a drawn outline may be from the solved one, cm: player and print, thumbnail. */
const FINE = 0.07;
const COARSE = 0.28;
const PAD = 6;

function shapesOf(patches: readonly Patch[], tolerance: number): FigureShape[] {
  return patches.flatMap((patch): FigureShape[] => {
    const d = pathData(simplified(patch.rings, patch.id === "under" ? 0.5 : tolerance));
    if (!d) return [];
    return [{ tone: patch.tone, d, ...(patch.lined ? { line: true as const } : {}) }];
  });
}

const patchesOf = (figure: ComposedFigure, body: Body, bias: FullPose["bias"]): Patch[] =>
  drawnItems(figure, body, bias).flatMap((item) => item.patches);

/** What moves, moment by moment: the largest outline of each patch with as many points each time. */
function bakeMotion(figure: ComposedFigure): FigureMotion {
  const biasAt = (moment: number) => {
    const pose = figure.keys.findLastIndex((key) => key <= moment);
    const next = Math.min(figure.poses.length - 1, pose + (figure.keys[pose] === moment ? 0 : 1));
    return figure.poses[next]?.bias;
  };
  const drawn = figure.moments.map((body, i) =>
    movingItems(figure, body, biasAt(i)).flatMap((item) => item.patches),
  );
  const seen = drawn.map((patches) => patches.filter((p) => !p.hidden).map((p) => p.id));
  const ids = [...new Set(seen.flat())];
  const byId = drawn.map((patches) => new Map(patches.map((p) => [p.id, p])));
  const parts = ids.map((id) => movingPart(byId.map((patches) => patches.get(id))));
  const place = new Map(ids.map((id, i) => [id, i]));
  const orders: { from: number; order: number[] }[] = [];
  for (const [moment, shown] of seen.entries()) {
    const order = shown.map((id) => place.get(id) as number);
    if (order.join() !== orders.at(-1)?.order.join()) orders.push({ from: moment, order });
  }
  return {
    parts,
    moments: drawn.length,
    keys: figure.keys,
    path: figure.source.path ?? "back",
    orders,
  };
}

const largest = (rings: readonly Ring[]): Ring | null =>
  rings.reduce<Ring | null>(
    (best, ring) => (!best || Math.abs(area(ring)) > Math.abs(area(best)) ? ring : best),
    null,
  );

function movingPart(patches: readonly (Patch | undefined)[]): MotionPart {
  const known = patches.find((p) => p !== undefined) as Patch;
  const rings = patches.map((p) => (p ? largest(p.rings) : null));
  const shown = rings.filter((r) => r !== null);
  const longest = Math.max(...shown.map(perimeter));
  const straight = shown.every((ring) => ring.length <= 4);
  const count = straight ? 0 : Math.max(12, Math.min(40, Math.round(longest / 3.4)));
  let before: Ring | null = null;
  const steady = rings.map((ring): Ring | null => {
    if (!ring) return null;
    const even: Ring = straight ? cornered(ring) : resampled(ring, count);
    before = before ? turnedTo(even, before) : even;
    return before;
  });
  const fallback = steady.find((r) => r !== null) as Ring;
  const numbers = steady.map((ring) => (ring ?? collapsed(fallback)).flatMap(tenths));
  const still = numbers.every((n) => n.join() === numbers[0]?.join());
  const line = known.lined ? { line: true as const } : {};
  return { tone: known.tone, ...line, ring: encodeRings(still ? numbers.slice(0, 1) : numbers) };
}

/** Corners given three times each stay sharp in a curve that runs through the middles. */
const cornered = (ring: Ring): Ring => ring.flatMap((p) => [p, p, p]);
const tenths = ([x, y]: readonly [number, number]) => [Math.round(x * 10), Math.round(y * 10)];
const collapsed = (ring: Ring): Ring => ring.map(() => ring[0] as readonly [number, number]);

/** The same outline begun at the point that lies best on the outline before. */
function turnedTo(ring: Ring, before: Ring): Ring {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let shift = 0; shift < ring.length; shift++) {
    let sum = 0;
    for (let i = 0; i < ring.length && sum < least; i++) {
      const [x, y] = ring[(i + shift) % ring.length] as readonly [number, number];
      const [px, py] = before[i] as readonly [number, number];
      sum += (x - px) ** 2 + (y - py) ** 2;
    }
    if (sum < least) [best, least] = [shift, sum];
  }
  return [...ring.slice(best), ...ring.slice(0, best)];
}

const boxOf = ({ edge, close }: ComposedFigure, rings: readonly Ring[], pad: number) => {
  if (close) return close;
  const box = boundsOf(rings, pad);
  return edge === null ? box : framedBox(box, edge);
};

/** The thumbnail alone. Throws `FigureError` for a pose that is not there. */
export function drawThumb(figure: ComposedFigure): FigureArt["thumb"] {
  const { poses, thumb } = figure.source;
  const named = poses.findIndex((p) => p.name === thumb);
  if (thumb && named < 0) throw new FigureError(`thumb: there is no pose "${thumb}"`);
  const body = figure.solved.at(named)?.body as Body;
  const patches = patchesOf(figure, body, figure.poses.at(named)?.bias);
  return { box: boxOf(figure, ringsOf(patches), 3), shapes: shapesOf(patches, COARSE) };
}

/** Draws a composed figure. */
export function drawFigure(figure: ComposedFigure): FigureArt {
  const arrows = drawnArrows(figure);
  const drawn = figure.solved.map(({ body }, i) => patchesOf(figure, body, figure.poses[i]?.bias));
  const rings = [...drawn.flatMap(ringsOf), ...arrows.flatMap((a) => [...a.rings])];
  const poses = drawn.map((patches, i) => ({
    name: figure.source.poses[i]?.name as string,
    shapes: [
      ...shapesOf(patches, FINE),
      ...arrows
        .filter((arrow) => arrow.pose === i)
        .map((arrow) => ({ tone: "arrow-0" as const, d: pathData(simplified(arrow.rings, FINE)) })),
    ],
  }));
  const box = boxOf(figure, rings, PAD);
  return { format: 1, box, poses, thumb: drawThumb(figure), motion: bakeMotion(figure) };
}

/**
 * An author's figure drawn. Throws `FigureError` naming exercise, pose, part and amount when the data
 * are malformed or a check fails: nothing half-drawn leaves here.
 */
export function bakeFigure(source: unknown, slug: string): FigureArt {
  const figure = readFigure(source, slug);
  try {
    const composed = composeFigure(figure);
    const faults = refusals(composed);
    if (faults.length > 0) throw new FigureError(faults.map((f) => f.text).join("\n"));
    return drawFigure(composed);
  } catch (error) {
    if (!(error instanceof FigureError)) throw error;
    throw new FigureError(
      error.message
        .split("\n")
        .map((line) => `${slug}: ${line}`)
        .join("\n"),
    );
  }
}
