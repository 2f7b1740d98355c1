import { openSync } from "fontkit";
import { FONT_CHAINS } from "./fonts";

/** Selectors and marks of direction: they have no picture of their own. Joiners stay; they shape Arabic script. */
const INVISIBLE = /(?!\u200c|\u200d)\p{Default_Ignorable_Code_Point}/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const SPACES = /[\t\v\f\u2000-\u200a\u202f\u205f\u3000]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const NEW_LINE = 0x0a;

/** True when every weight has a font with this code point's glyph. */
export type HasGlyph = (codePoint: number) => boolean;

/** Opens the font files once; answers are remembered. */
export function openGlyphCheck(): HasGlyph {
  const chains = FONT_CHAINS.map((files) => files.map((file) => openSync(file)));
  const known = new Map<number, boolean>();
  return (codePoint) => {
    let found = known.get(codePoint);
    if (found === undefined) {
      found = chains.every((chain) => chain.some((font) => font.hasGlyphForCodePoint(codePoint)));
      known.set(codePoint, found);
    }
    return found;
  };
}

/**
 * The text as it can be printed without one wrong character: composed, invisible marks dropped, and a
 * code point that no font of the chain has written out as `[U+1F4AA]` (react-pdf would print another
 * character in its place, which in a dose or a pain limit is a danger).
 */
export function printable(text: string, hasGlyph: HasGlyph): string {
  const clean = text
    .normalize("NFC")
    .replace(LINE_ENDS, "\n")
    .replace(SPACES, " ")
    .replace(INVISIBLE, "")
    .replace(CONTROLS, "");
  let printed = "";
  for (const letter of clean) {
    const codePoint = letter.codePointAt(0) ?? 0;
    if (codePoint === NEW_LINE || hasGlyph(codePoint)) printed += letter;
    else printed += `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;
  }
  return printed;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTER = /\p{L}/u;

/** Direction of the first letter of the text. */
export function directionOf(text: string): "ltr" | "rtl" {
  const first = LETTER.exec(text)?.[0];
  return first && RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
