import { rmSync } from "node:fs";
import path from "node:path";
import { CONTOUR_CM, CONTOUR_THUMB_CM, type FigureArt } from "../../figures/art";
import {
  lastPosition,
  momentAt,
  orderAt,
  outlineAt,
  prepareFrames,
  UNITS_PER_CM,
} from "../../figures/motion-frames";
import type { Drawing } from "./library";
import { type Cell, type SheetStyle, writeSheet } from "./sheet";

/** px; the print size is that of the PDF's rail (124 pt) at 150 dpi. */
const POSE = { width: 320, height: 240, contour: CONTOUR_CM };
const THUMB = { width: 96, height: 64, contour: CONTOUR_THUMB_CM };
const PRINT = { width: 258, height: 194, contour: CONTOUR_CM };
const FRAME = { width: 220, height: 165, contour: CONTOUR_CM };
const FRAMES = 7;
const MOST_POSES = 4;
/** Exercises on a sheet of key poses. */
const TO_A_PAGE = 8;

export interface Drawn extends Drawing {
  readonly art: FigureArt;
}

const poseCells = ({ art, name }: Drawn): Cell[] =>
  art.poses.map((pose, i) => ({
    box: art.box,
    shapes: pose.shapes,
    label: i === 0 ? `${name}: ${pose.name}` : pose.name,
  }));

/** One exercise to a row. */
const rows = (drawn: readonly Drawn[]): (Cell | null)[] =>
  drawn.flatMap((one) => {
    const cells = poseCells(one);
    return [...cells, ...Array.from({ length: MOST_POSES - cells.length }, () => null)];
  });

const thumbCell = ({ art, name }: Drawn): Cell => ({ ...art.thumb, label: name });

/** With names and without, beside each other. @returns how many files */
async function bothWays(
  file: string,
  cells: readonly (Cell | null)[],
  style: Omit<SheetStyle, "names">,
): Promise<number> {
  await writeSheet(`${file}.png`, cells, { ...style, names: true });
  await writeSheet(`${file}-no-names.png`, cells, { ...style, names: false });
  return 2;
}

/** As many sheets as it takes for each to be looked at whole. */
async function paged(
  file: string,
  drawn: readonly Drawn[],
  style: Omit<SheetStyle, "names">,
): Promise<number> {
  let files = 0;
  for (let at = 0; at < drawn.length; at += TO_A_PAGE) {
    const page = drawn.length > TO_A_PAGE ? `${file}-${at / TO_A_PAGE + 1}` : file;
    files += await bothWays(page, rows(drawn.slice(at, at + TO_A_PAGE)), style);
  }
  return files;
}

/** The moving figure at evenly spaced positions, as the player draws it. */
function frameCells({ art, name }: Drawn): Cell[] {
  const frames = prepareFrames(art.motion);
  return Array.from({ length: FRAMES }, (_, i) => {
    const moment = momentAt(frames, (lastPosition(frames) * i) / (FRAMES - 1));
    const shapes = orderAt(frames, moment).flatMap((index) => {
      const part = frames.parts[index];
      const d = part ? outlineAt(part, moment) : "";
      return part && d ? [{ tone: part.tone, d, ...(part.line ? { line: part.line } : {}) }] : [];
    });
    const { x, y, width, height } = art.box;
    const [left, top, wide, high] = [x, y, width, height].map((v) => v * UNITS_PER_CM) as [
      number,
      number,
      number,
      number,
    ];
    const box = { x: left, y: top, width: wide, height: high };
    return { box, shapes, label: i === 0 ? name : `${i + 1}` };
  });
}

/** Writes every contact sheet anew. @returns how many files */
export async function writeContactSheets(
  folder: string,
  figures: readonly Drawn[],
  bases: readonly Drawn[],
): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  const regionOf = (one: Drawn) => one.exercise?.regions[0] ?? "other";
  const key = { ...POSE, columns: MOST_POSES };
  const starts = bases.flatMap((base) => poseCells(base).slice(0, 1));
  const thumbs = { ...THUMB, columns: 10 };
  const print = { ...PRINT, columns: MOST_POSES, palette: "grey" } as const;
  let files = await bothWays(path.join(folder, "bases"), starts, key);
  files += await bothWays(path.join(folder, "thumbs"), figures.map(thumbCell), thumbs);
  files += await paged(path.join(folder, "print-grey"), figures, print);
  for (const region of [...new Set(figures.map(regionOf))].sort()) {
    const own = figures.filter((one) => regionOf(one) === region);
    files += await paged(path.join(folder, `region-${region}`), own, key);
  }
  const film = { ...FRAME, contour: FRAME.contour * UNITS_PER_CM, columns: FRAMES, names: true };
  for (const one of figures)
    await writeSheet(path.join(folder, "film", `${one.slug}.png`), frameCells(one), film);
  return files + figures.length;
}
