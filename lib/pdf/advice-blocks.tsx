import { View } from "@react-pdf/renderer";
import type { DocumentAdvice } from "../domain/plan/plan-document";
import { paper } from "./paper-style";
import { Words } from "./words";

/** Two beside each other: a line of 10.5 points over the whole page is hard to read. */
const BESIDE = 2;

function rowsOf(items: readonly DocumentAdvice[]): DocumentAdvice[][] {
  const rows = Math.ceil(items.length / BESIDE);
  return Array.from({ length: rows }, (_, i) => items.slice(i * BESIDE, (i + 1) * BESIDE));
}

function Item({ item: { title, body } }: { item: DocumentAdvice }) {
  return (
    <View style={paper.adviceCell}>
      <Words style={paper.adviceTitle}>{title}</Words>
      <Words style={paper.adviceBody}>{body}</Words>
    </View>
  );
}

/**
 * A part of the plan's advice, a block a row: pages may break between rows, and the heading stays with
 * the first.
 */
export function AdviceBlocks({
  heading,
  items,
}: {
  heading: string;
  items: readonly DocumentAdvice[];
}) {
  return rowsOf(items).map((row, i) => (
    <View key={row[0]?.id} wrap={false} style={i === 0 ? paper.adviceFirst : paper.adviceNext}>
      {i === 0 && <Words style={paper.adviceHeading}>{heading}</Words>}
      <View style={paper.adviceRow}>
        {row.map((item) => (
          <Item key={item.id} item={item} />
        ))}
        {row.length < BESIDE && <View style={paper.adviceCell} />}
      </View>
    </View>
  ));
}
