import { Document, Page, View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { Foot, RunningHead } from "./head-blocks";
import { type LaidDocument, type LaidNode, layOut } from "./lay-out";
import type { PageRoom } from "./pack-pages";
import { MARGIN_BOTTOM, MARGIN_TOP, SHEETS } from "./paper-style";
import type { Block, Sheet } from "./sheet";

/** Pages of a first run, when nobody knows how many there will be: as wide as most. */
const PAGES_UNKNOWN = 10;

/** Points that a laid-out node takes of a column, margins included. */
export const outerHeight = ({ box }: LaidNode) =>
  (box?.height ?? 0) + (box?.marginTop ?? 0) + (box?.marginBottom ?? 0);

/** A bookmark as react-pdf resolves it; its type leaves out the names. */
function bookmarkOf({ key, bookmark }: Block) {
  if (!bookmark) return {};
  const { title, under } = bookmark;
  return { bookmark: { title, ref: key, parent: under, fit: false, expanded: true } };
}

/** A block by its name, with its line in the outline. */
export function BlockView({
  block,
  pageOf,
}: {
  block: Block;
  pageOf: (key: string) => number | null;
}) {
  const { key, content } = block;
  return (
    <View id={key} {...bookmarkOf(block)}>
      {typeof content === "function" ? content(pageOf) : content}
    </View>
  );
}

/** One page of any length. */
export function Paper({ sheet, children }: { sheet: Sheet; children: ReactElement[] }) {
  const [width, height] = SHEETS[sheet.paperSize];
  return (
    <Page size={[width, height]} style={sheet.look.paper.page} wrap={false}>
      {children}
    </Page>
  );
}

/** What laying everything out in one column told. */
export interface Column {
  readonly nodes: ReadonlyMap<string, LaidNode>;
  readonly above: number;
  readonly below: number;
  readonly whole: LaidDocument;
}

/** Everything in one piece, however long. */
export async function layColumn(sheet: Sheet, blocks: readonly Block[]): Promise<Column> {
  const whole = await layOut(
    <Document>
      <Paper sheet={sheet}>
        {[
          <RunningHead key="head" {...sheet} />,
          <Foot key="foot" sheet={sheet} page={PAGES_UNKNOWN} pages={PAGES_UNKNOWN} />,
          ...blocks.map((block) => (
            <BlockView key={block.key} block={block} pageOf={() => PAGES_UNKNOWN} />
          )),
        ]}
      </Paper>
    </Document>,
  );
  const [head, foot, ...nodes] = whole.children[0]?.children ?? [];
  if (!head || !foot) throw new Error("pdf: a plan without a page");
  return {
    whole,
    nodes: new Map(blocks.map(({ key }, i) => [key, nodes[i] as LaidNode])),
    above: outerHeight(head),
    below: outerHeight(foot),
  };
}

/** Room of the flow between running head and foot. */
export function roomOf({ paperSize }: Sheet, { above, below }: Column): PageRoom {
  const first = SHEETS[paperSize][1] - MARGIN_TOP - MARGIN_BOTTOM - below;
  return { first, next: first - above };
}
