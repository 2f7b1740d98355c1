import type { FigureBox } from "../../art";
import { boundsOf, type ComposedFigure, drawnItems, ringsOf } from "../compose-figure";
import type { Body } from "../solved";
import { changedShare, type Raster, raster } from "./raster";

/** Pixels along each side of the square in which thumbnails are compared. */
const PIXELS = 64;
/** Thumbnails that differ in less of what they fill are taken for one another. */
const ALIKE = 0.35;

/** What an eye takes in of a thumbnail: which material is where, in a square around it. */
export function lookOf(figure: ComposedFigure): Raster {
  const named = figure.source.poses.findIndex((pose) => pose.name === figure.source.thumb);
  const body = figure.solved.at(named)?.body as Body;
  const items = drawnItems(figure, body, figure.poses.at(named)?.bias);
  const patches = items.flatMap((item) => [...item.patches]);
  const { x, y, width, height } = boundsOf(ringsOf(patches), 1);
  const size = Math.max(width, height);
  const [left, top] = [x - (size - width) / 2, y - (size - height) / 2];
  const square: FigureBox = { x: left, y: top, width: size, height: size };
  return raster(patches, square, PIXELS);
}

/** Pairs whose thumbnails may be taken for one another, and the share in which they differ. */
export function alikePairs<T>(looks: readonly (readonly [T, Raster])[]): [T, T, number][] {
  return looks.flatMap(([one, look], i) =>
    looks.slice(i + 1).flatMap(([other, its]): [T, T, number][] => {
      const share = changedShare(look, its);
      return share < ALIKE ? [[one, other, share]] : [];
    }),
  );
}
