import type { FigureBox } from "../art";
import { support } from "./ball";
import { type Camera, project } from "./camera";
import { clippedBelow, clippedTo } from "./outline";
import { ballsOf, type PartName } from "./parts";
import type { Item } from "./patch";
import type { Body } from "./solved";
import { scale, type Vec } from "./vector";

/** Width to height of the places where pictures stand: a cut figure fills them to the lower edge. */
const PLACE = 4 / 3;
/** Shown below the lowest framed part, cm. */
const MARGIN = 2.5;
/** Drawn on below the lower edge, so that the ends of cut outlines lie outside the picture; cm. */
const BELOW = 2;

/** Lower edge of a picture that frames only some parts of the body, y down: just under the lowest. */
export function lowerEdge(
  parts: readonly PartName[],
  bodies: readonly Body[],
  camera: Camera,
): number {
  const down = scale(camera.up, -1);
  const lows = bodies.flatMap((body) =>
    parts.flatMap((part) => ballsOf(body, part).map((b) => project(camera, support(b, down))[1])),
  );
  return Math.max(...lows) + MARGIN;
}

/** Items without what lies under the lower edge. */
export function cutItems(items: readonly Item[], edge: number): Item[] {
  return items.map((item) => ({
    ...item,
    patches: item.patches.flatMap((patch) => {
      const rings = clippedBelow(patch.rings, edge + BELOW);
      return rings.length > 0 ? [{ ...patch, rings }] : [];
    }),
  }));
}

/** Around the parts of a close-up, cm, and how much is drawn on at its sides for wider places. */
const ROUND = 5;
const ASIDE = 0.8;

/** The picture of a close-up: around some parts and points in all poses, as wide as the place where it stands. */
export function closeBox(
  places: readonly (PartName | Vec)[],
  bodies: readonly Body[],
  camera: Camera,
): FigureBox {
  const parts = places.filter((place) => typeof place === "string");
  const points = places.filter((place) => typeof place !== "string");
  const balls = bodies.flatMap((body) => parts.flatMap((part) => ballsOf(body, part)));
  const reach = (toward: Vec, axis: 0 | 1) =>
    [...balls.map((b) => support(b, toward)), ...points].map((p) => project(camera, p)[axis]);
  const left = Math.min(...reach(scale(camera.right, -1), 0)) - ROUND;
  const right = Math.max(...reach(camera.right, 0)) + ROUND;
  const top = Math.min(...reach(camera.up, 1)) - ROUND;
  const bottom = Math.max(...reach(scale(camera.up, -1), 1)) + ROUND;
  const height = Math.max(bottom - top, (right - left) / PLACE);
  const width = height * PLACE;
  const round = (v: number) => Math.round(v * 10) / 10;
  return {
    x: round((left + right - width) / 2),
    y: round((top + bottom - height) / 2),
    width: round(width),
    height: round(height),
  };
}

/** Items without what lies outside a close-up. */
export function closeItems(items: readonly Item[], box: FigureBox): Item[] {
  const aside = box.width * ASIDE;
  const window = {
    x: box.x - aside,
    y: box.y - BELOW,
    width: box.width + 2 * aside,
    height: box.height + 2 * BELOW,
  };
  return items.map((item) => ({
    ...item,
    patches: item.patches.flatMap((patch) => {
      const rings = clippedTo(patch.rings, window);
      return rings.length > 0 ? [{ ...patch, rings }] : [];
    }),
  }));
}

/** The box ended at the lower edge and as wide as the place where it stands. */
export function framedBox(box: FigureBox, edge: number): FigureBox {
  const round = (v: number) => Math.round(v * 10) / 10;
  const height = round(edge - box.y);
  const width = round(Math.max(box.width, height * PLACE));
  return { x: round(box.x - (width - box.width) / 2), y: box.y, width, height };
}
