import { CONTOUR_CM, type FigureShape } from "./art";
import { contourColour, type Palette, toneColour } from "./palette";
import { shapeRuns } from "./shape-runs";

type Ring = (readonly [number, number])[];

const TOKENS = /[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g;
const LETTER = /[a-zA-Z]/;

/** Closed outlines of path data of straight lines. Throws on any other command. */
function ringsOf(d: string): Ring[] {
  const tokens = d.match(TOKENS) ?? [];
  const rings: Ring[] = [];
  let command = "";
  let [x, y] = [0, 0];
  for (let i = 0; i < tokens.length; ) {
    if (LETTER.test(tokens[i] as string)) command = tokens[i++] as string;
    const kind = command.toLowerCase();
    if (kind === "z") {
      [x, y] = rings.at(-1)?.[0] ?? [0, 0];
      continue;
    }
    if (!"mlhv".includes(kind)) throw new Error(`figure: an outline has the command ${command}`);
    const isRelative = command === kind;
    if (kind !== "v") x = (isRelative ? x : 0) + Number(tokens[i++]);
    if (kind !== "h") y = (isRelative ? y : 0) + Number(tokens[i++]);
    if (kind === "m") {
      rings.push([]);
      command = isRelative ? "l" : "L";
    }
    rings.at(-1)?.push([x, y]);
  }
  return rings;
}

/** Twice the area, holes taken off; its sign tells which way round the outline was written. */
function turn(rings: readonly Ring[]): number {
  let sum = 0;
  for (const ring of rings) {
    let [px, py] = ring.at(-1) ?? [0, 0];
    for (const [x, y] of ring) {
      sum += px * y - x * py;
      [px, py] = [x, y];
    }
  }
  return sum;
}

const hundredth = (value: number) => Math.round(value * 100) / 100;

/** Lines of an outline, all shapes the same way round, so that the outlines of a clip add up. */
function outline(d: string): string {
  const rings = ringsOf(d);
  const way = turn(rings) < 0 ? rings.map((ring) => ring.toReversed()) : rings;
  return way
    .map((ring) => {
      const points = ring.map(([x, y]) => `${hundredth(x)} ${hundredth(y)}`);
      return `${points[0]} m\n${points.slice(1).join(" l\n")} l\nh`;
    })
    .join("\n");
}

/** "#rrggbb" as three numbers of PDF, 0 to 1. */
function ink(hex: string): string {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [1, 3, 5].map((at) => channel(at).toFixed(3)).join(" ");
}

/**
 * A drawing as operators of PDF, in its own centimetres, y down: what stands in a form that pages show.
 * Contours are stroked under their own fill and cut to the union of all shapes that have one.
 */
export function pdfOperators(shapes: readonly FigureShape[], palette: Palette = "colour"): string {
  const drawn = shapes.map((shape) => ({ ...shape, lines: outline(shape.d) }));
  const body = drawn.filter((shape) => shape.line).map((shape) => shape.lines);
  const written = [`${2 * CONTOUR_CM} w 1 j`];
  for (const run of shapeRuns(drawn)) {
    if (run.line) written.push("q", ...body, "W n");
    for (const { tone, lines, line } of run.shapes) {
      if (line) written.push(`${ink(contourColour(tone, palette))} RG`, lines, "S");
      written.push(`${ink(toneColour(tone, palette))} rg`, lines, "f");
    }
    if (run.line) written.push("Q");
  }
  return written.join("\n");
}
