import path from "node:path";
import { type Font, openSync } from "fontkit";
import { PROJECT } from "../prepare.mjs";

const FONT = path.join(
  PROJECT,
  "node_modules/@expo-google-fonts/atkinson-hyperlegible-next/500Medium/AtkinsonHyperlegibleNext_500Medium.ttf",
);
const INK = "#16282B";

let font: Font | null = null;
function atkinson(): Font {
  font ??= openSync(FONT);
  return font;
}

const widthAt = (text: string, size: number): number =>
  (atkinson().layout(text).advanceWidth * size) / atkinson().unitsPerEm;

/** The text, ended with an ellipsis where it is wider than its place. */
function shortened(text: string, size: number, width: number): string {
  if (widthAt(text, size) <= width) return text;
  let length = text.length;
  while (length > 1 && widthAt(`${text.slice(0, length)}…`, size) > width) length -= 1;
  return `${text.slice(0, length)}…`;
}

/** Words as outlines, so that no font has to be installed. `x` and `y` begin the base line, px. */
export function words(text: string, x: number, y: number, size: number, width: number): string {
  const { glyphs, positions } = atkinson().layout(shortened(text, size, width));
  const scale = size / atkinson().unitsPerEm;
  let at = 0;
  const outlines = glyphs.map((glyph, i) => {
    const left = at;
    at += positions[i]?.xAdvance ?? 0;
    return `<path transform="translate(${left} 0)" d="${glyph.path.toSVG()}"/>`;
  });
  const place = `translate(${x} ${y}) scale(${scale} ${-scale})`;
  return `<g fill="${INK}" transform="${place}">${outlines.join("")}</g>`;
}
