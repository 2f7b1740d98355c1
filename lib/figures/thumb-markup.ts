import { CONTOUR_THUMB_CM, type FigureArt, type FigureBox, type FigureShape } from "./art";
import { contourColour, type Palette, toneColour } from "./palette";
import { shapeRuns } from "./shape-runs";

const short = (colour: string) =>
  /^#(.)\1(.)\2(.)\3$/.test(colour) ? `#${colour[1]}${colour[3]}${colour[5]}` : colour;

/** a, b, … z, then a1, b1, …: short, and a name in XML. */
const idOf = (at: number) => `${String.fromCharCode(97 + (at % 26))}${Math.floor(at / 26) || ""}`;

/**
 * SVG text of one drawing, to be a file of its own: no scripts, styles or links outside, ids `a`, `b`
 * and so on. Every outline is written once: inside the clip, and used from there.
 * @param contourCm visible width of the contour, in cm of the drawing
 */
export function drawingMarkup(
  box: FigureBox,
  shapes: readonly FigureShape[],
  contourCm: number,
  palette?: Palette,
): string {
  const ids = new Map(shapes.filter((shape) => shape.line).map((shape, i) => [shape, idOf(i + 1)]));
  const clip = [...ids].map(([shape, id]) => `<path id="${id}" d="${shape.d}"/>`).join("");
  const body = shapeRuns(shapes).map((run) =>
    run.line
      ? `<g clip-path="url(#a)">${run.shapes.map((s) => used(s, ids.get(s) as string, palette)).join("")}</g>`
      : run.shapes
          .map((s) => `<path fill="${short(toneColour(s.tone, palette))}" d="${s.d}"/>`)
          .join(""),
  );
  const { x, y, width, height } = box;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}">`,
    clip && `<clipPath id="a">${clip}</clipPath>`,
    `<g stroke-width="${2 * contourCm}" stroke-linejoin="round" paint-order="stroke">`,
    ...body,
    "</g></svg>",
  ].join("");
}

function used({ tone }: FigureShape, id: string, palette?: Palette): string {
  const [fill, stroke] = [toneColour(tone, palette), contourColour(tone, palette)].map(short);
  return `<use href="#${id}" fill="${fill}" stroke="${stroke}"/>`;
}

/** The thumbnail as SVG text, at most 3 kB gzip. */
export function thumbMarkup({ thumb }: Pick<FigureArt, "thumb">): string {
  return drawingMarkup(thumb.box, thumb.shapes, CONTOUR_THUMB_CM);
}
