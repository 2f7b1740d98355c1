import { Document, Page, View } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import type { PaperSize } from "../domain/plan/plan-document";
import type { DrawnDocument } from "../figures/drawn-document";
import type { PictureInk } from "../figures/figure-pdf";
import { cutNode } from "./cut-node";
import { Foot, RunningHead } from "./head-blocks";
import { type LaidDocument, type LaidNode, layOut } from "./lay-out";
import { LOOKS } from "./look";
import { fillIntroduction, type PackItem, type PageRoom, packPages } from "./pack-pages";
import { MARGIN, MARGIN_BOTTOM, MARGIN_TOP, SHEETS } from "./paper-style";
import { type Fitted, planBlocks, WIDE_ROOM } from "./plan-blocks";
import type { PrintChoices } from "./print-choices";
import type { Block, Sheet } from "./sheet";

/** Pages of a first run, when nobody knows how many there will be: as wide as most. */
const PAGES_UNKNOWN = 10;

const outerHeight = ({ box }: LaidNode) =>
  (box?.height ?? 0) + (box?.marginTop ?? 0) + (box?.marginBottom ?? 0);

/** The node with its upper margin at `top` of its page, in points. */
function placedAt(node: LaidNode, top: number): LaidNode {
  if (!node.box) return node;
  return { ...node, box: { ...node.box, top: top + (node.box.marginTop ?? 0) } } as LaidNode;
}

function stacked(nodes: readonly LaidNode[], top: number): LaidNode[] {
  let y = top;
  return nodes.map((node) => {
    const placed = placedAt(node, y);
    y += outerHeight(node);
    return placed;
  });
}

/** A bookmark as react-pdf resolves it; its type leaves out the names. */
function bookmarkOf({ key, bookmark }: Block) {
  if (!bookmark) return {};
  const { title, under } = bookmark;
  return { bookmark: { title, ref: key, parent: under, fit: false, expanded: true } };
}

function BlockView({ block, pageOf }: { block: Block; pageOf: (key: string) => number | null }) {
  const { key, content } = block;
  return (
    <View id={key} {...bookmarkOf(block)}>
      {typeof content === "function" ? content(pageOf) : content}
    </View>
  );
}

function Paper({ sheet, children }: { sheet: Sheet; children: ReactElement[] }) {
  const [width, height] = SHEETS[sheet.paperSize];
  return (
    <Page size={[width, height]} style={sheet.look.paper.page} wrap={false}>
      {children}
    </Page>
  );
}

interface Column {
  readonly nodes: ReadonlyMap<string, LaidNode>;
  readonly above: number;
  readonly below: number;
  readonly whole: LaidDocument;
}

/** Everything in one piece, however long. */
async function layColumn(sheet: Sheet, blocks: readonly Block[]): Promise<Column> {
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

function roomOf({ paperSize }: Sheet, { above, below }: Column): PageRoom {
  const first = SHEETS[paperSize][1] - MARGIN_TOP - MARGIN_BOTTOM - below;
  return { first, next: first - above };
}

/** Part of a block on a page; only the first part is what links and the outline lead to. */
interface Piece {
  readonly key: string;
  readonly node: LaidNode;
  readonly isFirst: boolean;
}

function cuttable(item: Omit<PackItem<Piece>, "cut">): PackItem<Piece> {
  return {
    ...item,
    cut: (room) => {
      const parts = cutNode(item.content.node, room);
      if (!parts) return null;
      const [upper, lower] = parts.map((node, i) => ({
        ...item,
        content: { ...item.content, node, isFirst: i === 0 && item.content.isFirst },
        height: outerHeight(node),
      })) as [PackItem<Piece>, PackItem<Piece>];
      return [upper, cuttable(lower)];
    },
  };
}

function itemsOf(blocks: readonly Block[], { nodes }: Column): PackItem<Piece>[] {
  const itemOf = ({ key, joined, fresh, group }: Block, isFirst = true): PackItem<Piece> => {
    const node = nodes.get(key) as LaidNode;
    const shape = { ...(joined && { joined }), ...(fresh && { fresh }), ...(group && { group }) };
    return cuttable({ content: { key, node, isFirst }, height: outerHeight(node), ...shape });
  };
  return blocks.map((block) => {
    const repeated = blocks.find(({ key }) => key === block.repeats);
    const item = itemOf(block);
    return repeated ? { ...item, repeat: itemOf(repeated, false) } : item;
  });
}

function dealt(sheet: Sheet, blocks: readonly Block[], column: Column): Piece[][] {
  const room = roomOf(sheet, column);
  const items = itemsOf(blocks, column);
  const body = blocks.findIndex(({ role }) => role === "body");
  const movable = new Set(
    items.filter((_, i) => blocks[i]?.role === "safety").map(({ content }) => content),
  );
  const ordered =
    body < 0 || sheet.choices.layout === "picture"
      ? items
      : fillIntroduction(items, { body, movable }, room);
  return packPages(ordered, room);
}

const ROOM_MIN = 72;
const ROOM_MAX = 230;
/** Below this a figure is better larger and among fewer. */
const ROOM_GOOD = 120;
const FIRST_GRID = { columns: 2, height: 100 };

/** Pictures of one page as large as they may be for all to fit; smaller and beside more, or on more pages. */
async function fittedGrid(sheet: Sheet): Promise<Fitted["grid"]> {
  const count = sheet.document.exercises.length;
  const found = { columns: 3, height: FIRST_GRID.height };
  for (const columns of count === 1 ? [1] : count <= 4 ? [2, 3] : [3]) {
    const grid = { columns, height: FIRST_GRID.height };
    const blocks = planBlocks(sheet, { grid, rooms: new Map() });
    const column = await layColumn(sheet, blocks);
    const last = blocks.findLastIndex(({ key }) => key.startsWith("exercise-"));
    const used = blocks
      .slice(0, last + 1)
      .reduce((sum, { key }) => sum + outerHeight(column.nodes.get(key) as LaidNode), 0);
    const rows = blocks.filter(({ key }) => key.startsWith("exercise-")).length;
    const height = grid.height + (roomOf(sheet, column).first - used) / rows - 1;
    if (height >= (columns === 3 ? ROOM_MIN : ROOM_GOOD))
      return { columns, height: Math.min(ROOM_MAX, height) };
  }
  return found;
}

const WIDE_MIN = 96;

/** Smaller figures for exercises in large print that would be longer than a page with the usual ones. */
async function fittedRooms(sheet: Sheet, grid: Fitted["grid"]): Promise<Fitted["rooms"]> {
  const blocks = planBlocks(sheet, { grid, rooms: new Map() });
  const column = await layColumn(sheet, blocks);
  const { next } = roomOf(sheet, column);
  const tooLong = blocks.flatMap(({ key }) => {
    const over = outerHeight(column.nodes.get(key) as LaidNode) - next;
    return key.startsWith("exercise-") && over > 0
      ? [[key, Math.max(WIDE_MIN, WIDE_ROOM - over - 1)] as const]
      : [];
  });
  return new Map(tooLong);
}

function sheetOf(
  document: DrawnDocument,
  paperSize: PaperSize,
  choices: PrintChoices,
  ink: PictureInk,
): Sheet {
  const { layout, other } = choices;
  const look = {
    standard: "standard",
    diary: "standard",
    large: "large",
    bilingual: "pair",
    picture: "picture",
  } as const;
  return {
    document,
    documents: layout === "bilingual" && other ? [document, other] : [document],
    choices,
    paperSize,
    look: LOOKS[look[layout]],
    ink,
    width: SHEETS[paperSize][0] - 2 * MARGIN,
  };
}

/**
 * The plan's pages. react-pdf lays out its flow once, in one long column, and the blocks are dealt to
 * pages here: its own engine lays every page out again, and all of them twice when a page tells how
 * many there are.
 */
export async function composePlan(
  document: DrawnDocument,
  paperSize: PaperSize,
  choices: PrintChoices,
  ink: PictureInk,
): Promise<LaidDocument> {
  const sheet = sheetOf(document, paperSize, choices, ink);
  const { layout } = choices;
  const grid = layout === "picture" ? await fittedGrid(sheet) : FIRST_GRID;
  const rooms = layout === "large" ? await fittedRooms(sheet, grid) : new Map<string, number>();
  const blocks = planBlocks(sheet, { grid, rooms });
  const column = await layColumn(sheet, blocks);
  const pages = dealt(sheet, blocks, column);
  const numbers = new Map<string, number>();
  pages.forEach((page, i) => {
    for (const { key, isFirst } of page) if (isFirst) numbers.set(key, i + 1);
  });
  return framed(sheet, { column, pages, numbers, blocks });
}

/** The pages with running head and foot, and with what tells page numbers drawn anew. */
async function framed(
  sheet: Sheet,
  {
    column,
    pages,
    numbers,
    blocks,
  }: {
    column: Column;
    pages: readonly (readonly Piece[])[];
    numbers: ReadonlyMap<string, number>;
    blocks: readonly Block[];
  },
): Promise<LaidDocument> {
  const numbered = blocks.filter(({ content }) => typeof content === "function");
  const frames = await layOut(
    <Document>
      {pages.map((_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <Paper key={i} sheet={sheet}>
          {[
            <RunningHead key="head" {...sheet} />,
            <Foot key="foot" sheet={sheet} page={i + 1} pages={pages.length} />,
            ...(i === 0 ? numbered : []).map((block) => (
              <BlockView key={block.key} block={block} pageOf={(key) => numbers.get(key) ?? null} />
            )),
          ]}
        </Paper>
      ))}
    </Document>,
  );
  const redrawn = new Map(
    numbered.map(({ key }, i) => [key, frames.children[0]?.children?.[2 + i] as LaidNode]),
  );
  const height = SHEETS[sheet.paperSize][1];
  const box = column.whole.children[0]?.box;
  const laid = frames.children.map((frame, i) => {
    const [head, foot] = (frame.children ?? []) as [LaidNode, LaidNode];
    const flow = (pages[i] ?? []).map(({ key, node, isFirst }) =>
      isFirst ? (redrawn.get(key) ?? node) : unnamed(node),
    );
    return {
      ...frame,
      box: { ...box, height } as typeof frame.box,
      children: [
        ...(i === 0 ? [] : [placedAt(head, MARGIN_TOP)]),
        ...stacked(flow, MARGIN_TOP + (i === 0 ? 0 : column.above)),
        placedAt(foot, height - MARGIN_BOTTOM - outerHeight(foot)),
      ],
    };
  });
  return { ...frames, children: laid };
}

/** Without a name and a line in the outline: it is there a second time. */
function unnamed(node: LaidNode): LaidNode {
  const { id: _, bookmark: __, ...props } = (node.props ?? {}) as Record<string, unknown>;
  return { ...node, props } as LaidNode;
}
