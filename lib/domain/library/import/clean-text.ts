/**
 * What nobody sees and nobody typed: control characters except line breaks and tabs, zero-width characters,
 * soft hyphens, marks that turn the direction of writing, tags, and halves of characters.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;

/** A tag begins with a letter, a slash or an exclamation mark right behind its bracket: "x < 5" is none. */
const TAG = /<[a-z/!][^<>]*>/gi;
/** Between these stand programs and styles, never words. */
const SILENT =
  /<(script|style|template|noscript)\b[^<>]*>[^<]*(?:<(?!\/\1)[^<]*)*(?:<\/\1[^<>]*>?|$)/gi;
/** Tags after which a new line begins. */
const BREAKING = /<(?:br|\/?(?:p|li|ul|ol|div|tr|h[1-6]))\b[^<>]*>/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  deg: "°",
  frac12: "½",
  ndash: "–",
  mdash: "—",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  bull: "•",
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}\d{0,2}));/gi;

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Tags and entities as plain text. What stood as `&lt;b&gt;` is text that shows a tag, and stays. */
function withoutMarkup(text: string): string {
  return text.replace(SILENT, " ").replace(BREAKING, "\n").replace(TAG, "").replace(ENTITY, entity);
}

export interface CleanText {
  readonly text: string;
  /** Tags were taken out. */
  readonly hadMarkup: boolean;
  /** Characters that nobody sees were taken out. */
  readonly hadUnseen: boolean;
}

/**
 * A text as an exercise may hold it: composed Unicode, no markup, nothing unseen, single spaces, lines
 * trimmed, no empty lines. Markup is taken out rather than kept as text because patients would read it, and
 * rather than let in because it must never be run. Linear in the length of the text.
 */
export function cleanText(given: string): CleanText {
  const seen = given.replace(LINE_BREAKS, "\n").replace(UNSEEN, "");
  const marked = seen.includes("<") || seen.includes("&");
  const plain = marked ? withoutMarkup(seen).replace(UNSEEN, "") : seen;
  const text = plain
    .normalize("NFC")
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter(Boolean)
    .join("\n");
  const hadMarkup = marked && TAG.test(seen);
  TAG.lastIndex = 0;
  return { text, hadMarkup, hadUnseen: seen.length < given.replace(LINE_BREAKS, "\n").length };
}

/** The clean text in one line. */
export const oneLine = (text: string) => text.replaceAll("\n", " ");

/** "1. ", "2) ", "- " and the like before an item of a list. */
const NUMBERING = /^(?:\d{1,2}[.)]|[-–•*·])\s+/;

/** The items of a clean text: its lines; of one line, what stands between bars; else between semicolons. */
export function itemsOf(text: string): string[] {
  const mark = ["\n", "|", ";"].find((one) => text.includes(one));
  return (mark === undefined ? [text] : text.split(mark)).map(itemOf).filter(Boolean);
}

/** One item without the number or dash before it. */
export const itemOf = (text: string) => oneLine(text).trim().replace(NUMBERING, "");
