import { Link, Text } from "@react-pdf/renderer";
import { Fragment, type ReactNode } from "react";
import { directionOf, type HasGlyph, openGlyphCheck, printable } from "./glyph-check";
import {
  LARGE_SIZES,
  PAIR_SIZES,
  type PaperStyles,
  PICTURE_SIZES,
  paperStyles,
  type Sizes,
  STANDARD_SIZES,
  type Style,
} from "./paper-style";

interface WordsProps {
  readonly children: string;
  readonly style?: Style | Style[];
  /** Letters of one word that fit a line here; left out: those of the narrowest column. */
  readonly wordMax?: number;
}

interface LabelledProps extends WordsProps {
  readonly label: string;
}

/** Sizes, styles, and the only ways text gets on paper in them. */
export interface Look {
  readonly size: Sizes;
  readonly paper: PaperStyles;
  /** One text; every code point is checked against the fonts first. */
  readonly Words: (props: WordsProps) => ReactNode;
  /** Text in the writer's own lines, each in its own direction. */
  readonly Paragraphs: (props: WordsProps) => ReactNode;
  /** A bold label and what it is about, in one paragraph. */
  readonly Labelled: (props: LabelledProps) => ReactNode;
}

let hasGlyph: HasGlyph | null = null;

function checked(text: string, wordMax: number): string {
  hasGlyph ??= openGlyphCheck();
  return printable(text, hasGlyph, wordMax);
}

interface Set {
  readonly size: Sizes;
  readonly paper: PaperStyles;
}

function wordsIn({ size, paper }: Set, { children, style = [], wordMax }: WordsProps) {
  const text = checked(children, wordMax ?? size.wordMax);
  const all = [paper.text, style, { direction: directionOf(text) }].flat();
  return <Text style={all}>{text}</Text>;
}

function paragraphsIn(set: Set, { children, ...props }: WordsProps) {
  const lines = children.split(/\r\n?|\n/).map((line, i) => ({ n: i, line }));
  return lines.map(({ n, line }) => (
    <Fragment key={n}>{wordsIn(set, { ...props, children: line || " " })}</Fragment>
  ));
}

function labelledIn({ size, paper }: Set, { label, children, style = [], wordMax }: LabelledProps) {
  const text = checked(children, wordMax ?? size.wordMax);
  const direction = directionOf(text);
  const all = [paper.text, style].flat();
  const { fontSize } = all.findLast((one) => one.fontSize !== undefined) as Style;
  return (
    <Text style={[...all, { direction }]}>
      <Text style={{ ...paper.text, fontSize, fontWeight: 700 }}>
        {checked(label, size.wordMax)}
      </Text>
      {direction === "rtl" ? `\n${text}` : `  ${text}`}
    </Text>
  );
}

/**
 * Size and line height are set on each text, in points: an inherited line height is multiplied again
 * with each layout of its page, and by a default size of 18.
 */
function lookOf(size: Sizes): Look {
  const set = { size, paper: paperStyles(size) };
  return {
    ...set,
    Words: wordsIn.bind(null, set),
    Paragraphs: paragraphsIn.bind(null, set),
    Labelled: labelledIn.bind(null, set),
  };
}

/** How each layout is set. */
export const LOOKS = {
  standard: lookOf(STANDARD_SIZES),
  large: lookOf(LARGE_SIZES),
  pair: lookOf(PAIR_SIZES),
  picture: lookOf(PICTURE_SIZES),
} as const;

/** Digits alone: what a phone dials. */
function telephone(number: string): string {
  return `tel:${number.trim().startsWith("+") ? "+" : ""}${number.replace(/\D/g, "")}`;
}

/** What is pressed to telephone; on paper it looks like any other words. */
export function PhoneLink({ number, children }: { number: string; children: ReactNode }) {
  return (
    <Link src={telephone(number)} style={{ textDecoration: "none" }}>
      {children}
    </Link>
  );
}
