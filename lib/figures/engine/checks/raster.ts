import type { FigureBox } from "../../art";
import type { Point } from "../camera";
import type { Ring } from "../outline";
import type { Patch } from "../patch";

/** A small picture: per pixel which tone is on top, 0 where there is none. */
export interface Raster {
  readonly width: number;
  readonly pixels: Int16Array;
}

const TONES: string[] = [];
/** Material alone: shades of one material count as the same. */
function toneNumber(tone: string): number {
  const material = tone.replace(/-\d$/, "");
  const known = TONES.indexOf(material);
  return known >= 0 ? known + 1 : TONES.push(material);
}

/** Where a row crosses outlines, from left to right, and which way they run there. */
function crossings(rings: readonly Ring[], y: number): { x: number; way: number }[] {
  const out: { x: number; way: number }[] = [];
  for (const ring of rings) {
    let [ax, ay] = ring.at(-1) as Point;
    for (const [bx, by] of ring) {
      if (ay <= y !== by <= y)
        out.push({ x: ax + ((bx - ax) * (y - ay)) / (by - ay), way: by > ay ? 1 : -1 });
      [ax, ay] = [bx, by];
    }
  }
  return out.sort((a, b) => a.x - b.x);
}

/** Draws patches, back to front, filled by the non-zero rule; `size` pixels along the longer side. */
export function raster(patches: readonly Patch[], box: FigureBox, size: number): Raster {
  const scale = size / Math.max(box.width, box.height);
  const [width, height] = [Math.ceil(box.width * scale), Math.ceil(box.height * scale)];
  const pixels = new Int16Array(width * height);
  for (const { rings, tone } of patches)
    for (let row = 0; row < height; row++) {
      const cuts = crossings(rings, box.y + (row + 0.5) / scale);
      let inside = 0;
      for (const [i, { x, way }] of cuts.entries()) {
        inside += way;
        if (inside === 0) continue;
        const from = Math.max(0, Math.ceil((x - box.x) * scale - 0.5));
        const to = Math.min(width, Math.ceil(((cuts[i + 1]?.x ?? x) - box.x) * scale - 0.5));
        if (to > from) pixels.fill(toneNumber(tone), row * width + from, row * width + to);
      }
    }
  return { width, pixels };
}

/** Share of the pixels that either picture fills in which the two differ. */
export function changedShare(a: Raster, b: Raster): number {
  let filled = 0;
  let changed = 0;
  for (const [i, pixel] of a.pixels.entries()) {
    const other = b.pixels[i] ?? 0;
    if (pixel === 0 && other === 0) continue;
    filled += 1;
    if (pixel !== other) changed += 1;
  }
  return filled === 0 ? 0 : changed / filled;
}
