import { View } from "@react-pdf/renderer";
import type { DocumentAdvice } from "../domain/plan/plan-document";
import { paper } from "./paper-style";
import { Words } from "./words";

/** Items of one block: as tall as two exercises at most, so that it never leaves a page half empty. */
const TOGETHER = 8;
/** Letters of the text that a line of a column holds, more or less. */
const LINE_LETTERS = 46;
/** What a title and the gap above it take, in lines of the text. */
const TITLE_LINES = 1.4;

/** Parts of nearly the same length, none longer than `TOGETHER`. */
function partsOf(items: readonly DocumentAdvice[]): DocumentAdvice[][] {
  const count = Math.ceil(items.length / TOGETHER);
  const size = Math.ceil(items.length / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}

const linesOf = (items: readonly DocumentAdvice[]) =>
  items.reduce((sum, { body }) => sum + TITLE_LINES + Math.ceil(body.length / LINE_LETTERS), 0);

/** Two columns, read one after the other, of as nearly the same height as the order allows. */
function columnsOf(items: readonly DocumentAdvice[]): [DocumentAdvice[], DocumentAdvice[]] {
  const splits = items.map((_, i) => {
    const [left, right] = [items.slice(0, i + 1), items.slice(i + 1)];
    return { left, right, height: Math.max(linesOf(left), linesOf(right)) };
  });
  const best = splits.reduce((a, b) => (b.height < a.height ? b : a));
  return [best.left, best.right];
}

function Column({ items }: { items: readonly DocumentAdvice[] }) {
  return (
    <View style={paper.adviceColumn}>
      {items.map(({ id, title, body }) => (
        <View key={id} style={paper.adviceItem}>
          <Words style={paper.adviceTitle}>{title}</Words>
          <Words style={paper.adviceBody}>{body}</Words>
        </View>
      ))}
    </View>
  );
}

/**
 * A part of the plan's advice in two columns, since a line of small print over the whole page is hard to
 * read. Pages may break between its blocks; the heading stands in the first.
 */
export function AdviceBlocks({
  heading,
  items,
}: {
  heading: string;
  items: readonly DocumentAdvice[];
}) {
  return partsOf(items).map((part, i) => {
    const [left, right] = columnsOf(part);
    return (
      <View key={part[0]?.id} wrap={false} style={i === 0 ? paper.adviceFirst : {}}>
        {i === 0 && <Words style={paper.adviceHeading}>{heading}</Words>}
        <View style={paper.adviceColumns}>
          <Column items={left} />
          <Column items={right} />
        </View>
      </View>
    );
  });
}
