import { type Styles, Text } from "@react-pdf/renderer";
import { directionOf, type HasGlyph, openGlyphCheck, printable } from "./glyph-check";

type Style = Styles[string];

/**
 * Set on each text, in points: an inherited line height is multiplied again with each layout of its
 * page, and by a default size of 18.
 */
const BODY: Style = { fontSize: 11.5, lineHeight: 1.36 };

let hasGlyph: HasGlyph | null = null;

/** The only way text gets on paper: every code point is checked against the fonts first. */
export function Words({
  children,
  style = [],
  wordMax,
}: {
  children: string;
  style?: Style | Style[];
  /** Letters of one word that fit a line here; left out: those of the narrowest column. */
  wordMax?: number;
}) {
  hasGlyph ??= openGlyphCheck();
  const text = printable(children, hasGlyph, wordMax);
  return <Text style={[BODY, style, { direction: directionOf(text) }].flat()}>{text}</Text>;
}

/** Text in the writer's own lines, each in its own direction. */
export function Paragraphs({ children, style }: { children: string; style?: Style | Style[] }) {
  const lines = children.split(/\r\n?|\n/).map((line, i) => ({ n: i, line }));
  return lines.map(({ n, line }) => (
    <Words key={n} style={style}>
      {line || " "}
    </Words>
  ));
}

/** A bold label and what it is about, in one paragraph. */
export function LabelledWords({
  label,
  children,
  style = [],
}: {
  label: string;
  children: string;
  style?: Style | Style[];
}) {
  hasGlyph ??= openGlyphCheck();
  const text = printable(children, hasGlyph);
  const direction = directionOf(text);
  const all = [BODY, style].flat();
  const { fontSize } = all.findLast((one) => one.fontSize !== undefined) as Style;
  return (
    <Text style={[...all, { direction }]}>
      <Text style={{ ...BODY, fontSize, fontWeight: 700 }}>{printable(label, hasGlyph)}</Text>
      {direction === "rtl" ? `\n${text}` : `  ${text}`}
    </Text>
  );
}
