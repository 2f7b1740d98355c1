import { View } from "@react-pdf/renderer";
import type { DocumentAdvice } from "../domain/plan/plan-document";
import type { Look } from "./look";
import type { Block, Sheet } from "./sheet";

type AdviceWords = Pick<DocumentAdvice, "id" | "title" | "body">;

function Item({ item, look: { paper, Words } }: { item: AdviceWords; look: Look }) {
  return (
    <View style={paper.adviceColumn}>
      <Words style={paper.adviceTitle}>{item.title}</Words>
      <Words style={paper.adviceBody}>{item.body}</Words>
    </View>
  );
}

function inRows<T>(items: readonly T[], columns: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, i) =>
    items.slice(i * columns, (i + 1) * columns),
  );
}

/**
 * A part of the plan's advice, two items beside each other, since a line of small print over the whole
 * page is hard to read; large print has one column. Pages may break between rows; the heading stays
 * with the first.
 */
export function adviceBlocks(
  { look }: Sheet,
  part: { key: string; heading: string; items: readonly AdviceWords[]; isBody: boolean },
  columns = 2,
): Block[] {
  const { paper, Words } = look;
  const role = part.isBody ? { role: "body" as const } : {};
  if (part.items.length === 0) return [];
  return [
    {
      key: part.key,
      ...role,
      joined: true,
      bookmark: { title: part.heading },
      content: (
        <View style={paper.adviceFirst}>
          <Words style={paper.adviceHeading}>{part.heading}</Words>
        </View>
      ),
    },
    ...inRows(part.items, columns).map((row, i) => ({
      key: `${part.key}-${i}`,
      ...role,
      content: (
        <View style={paper.adviceRow}>
          {row.map((item) => (
            <Item key={item.id} item={item} look={look} />
          ))}
          {row.length < columns && <View style={paper.adviceColumn} />}
        </View>
      ),
    })),
  ];
}
