import { mkdirSync } from "node:fs";
import path from "node:path";
import type { FigureBox, FigureShape } from "../../figures/art";
import type { Palette } from "../../figures/palette";
import { drawingMarkup } from "../../figures/thumb-markup";
import { words } from "./sheet-text";

const PAPER = { colour: "#F9F8F5", grey: "#FFFFFF" } as const;
const GAP = 12;
const LABEL = 22;

export interface Cell {
  readonly box: FigureBox;
  readonly shapes: readonly FigureShape[];
  readonly label: string;
}

export interface SheetStyle {
  readonly columns: number;
  /** Size of a picture, px. */
  readonly width: number;
  readonly height: number;
  /** cm of the drawing. */
  readonly contour: number;
  readonly names: boolean;
  readonly palette?: Palette;
}

const sized = (markup: string, { width, height }: SheetStyle): string =>
  markup.replace("<svg ", `<svg width="${width}" height="${height}" `);

/** Writes pictures in rows as one PNG. A row that is not full is given with null for what is missing. */
export async function writeSheet(
  file: string,
  cells: readonly (Cell | null)[],
  style: SheetStyle,
): Promise<void> {
  const { default: sharp } = await import("sharp");
  const { columns, width, height, contour, names, palette } = style;
  const [stepX, stepY] = [width + GAP, height + GAP + (names ? LABEL : 0)];
  const size = {
    width: columns * stepX + GAP,
    height: Math.ceil(cells.length / columns) * stepY + GAP,
  };
  const pictures: { input: Buffer; left: number; top: number }[] = [];
  const labels: string[] = [];
  for (const [i, cell] of cells.entries()) {
    if (!cell) continue;
    const [left, top] = [GAP + (i % columns) * stepX, GAP + Math.floor(i / columns) * stepY];
    const markup = sized(drawingMarkup(cell.box, cell.shapes, contour, palette), style);
    pictures.push({ input: Buffer.from(markup), left, top });
    if (names)
      labels.push(words(cell.label, left, top + height + 14, width < 150 ? 10 : 13, width));
  }
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${labels.join("")}</svg>`;
  mkdirSync(path.dirname(file), { recursive: true });
  await sharp({ create: { ...size, channels: 3, background: PAPER[palette ?? "colour"] } })
    .composite([...pictures, { input: Buffer.from(text), left: 0, top: 0 }])
    .png()
    .toFile(file);
}
