import { openSync } from "fontkit";
import { FONT_CHAINS } from "./fonts";

/** Selectors and marks of direction: they have no picture of their own. Joiners stay; they shape Arabic script. */
const INVISIBLE = /(?!\u200c|\u200d)\p{Default_Ignorable_Code_Point}/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const SPACES = /[\t\v\f\u2000-\u200a\u202f\u205f\u3000]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
/** Nothing to tidy: most texts, told apart in one cheap pass. */
const PLAIN = /^[\n\x20-\x7e\xa1-\xac\xae-\xff]*$/;
const NEW_LINE = 0x0a;

/** Letters of a word that surely fit the narrowest column at the size it is set in. */
export const WORD_MAX = 36;

/** Pieces that fit one line together share it. */
function rejoined(pieces: readonly string[], wordMax: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1) ?? "";
    if (last && last.length + piece.length <= wordMax) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}

/** Ends the line inside a word that would run off the page; a hyphen would be a character too many. */
function breakLongWords(text: string, wordMax: number): string {
  const least = Math.min(20, Math.ceil(wordMax / 2));
  const pieces = new RegExp(`\\S{${least},${wordMax - 1}}[-/.?&=_\\]]|\\S{1,${wordMax}}`, "g");
  return text.replace(/\S+/g, (word) =>
    word.length <= wordMax ? word : rejoined(word.match(pieces) ?? [word], wordMax).join("\n"),
  );
}

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

function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(LINE_ENDS, "\n")
    .replace(SPACES, " ")
    .replace(INVISIBLE, "")
    .replace(CONTROLS, "");
}

/**
 * The text as it can be printed without one wrong character: composed, invisible marks dropped, and a
 * code point that no font of the chain has written out as `[U+1F4AA]` (react-pdf would print another
 * character in its place, which in a dose or a pain limit is a danger). Words of more than `wordMax`
 * letters are broken over lines.
 */
export function printable(text: string, hasGlyph: HasGlyph, wordMax = WORD_MAX): string {
  let printed = "";
  for (const letter of PLAIN.test(text) ? text : tidy(text)) {
    const codePoint = letter.codePointAt(0) ?? 0;
    if (codePoint === NEW_LINE || hasGlyph(codePoint)) printed += letter;
    else printed += `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;
  }
  return breakLongWords(printed, wordMax);
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTER = /\p{L}/u;

/** Direction of the first letter of the text. */
export function directionOf(text: string): "ltr" | "rtl" {
  const first = LETTER.exec(text)?.[0];
  return first && RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
