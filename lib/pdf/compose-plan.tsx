import { Document } from "@react-pdf/renderer";
import type { PaperSize } from "../domain/plan/plan-document";
import type { DrawnDocument } from "../figures/drawn-document";
import type { PictureInk } from "../figures/figure-pdf";
import { cutNode } from "./cut-node";
import { fitPlan } from "./fit-plan";
import { Foot, RunningHead } from "./head-blocks";
import { BlockView, type Column, layColumn, outerHeight, Paper, roomOf } from "./lay-column";
import { type LaidDocument, type LaidNode, layOut } from "./lay-out";
import { LOOKS } from "./look";
import { fillIntroduction, type PackItem, packPages } from "./pack-pages";
import { MARGIN, MARGIN_BOTTOM, MARGIN_TOP, SHEETS } from "./paper-style";
import { planBlocks } from "./plan-blocks";
import type { PrintChoices } from "./print-choices";
import type { Block, Sheet } from "./sheet";

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
  const blocks = planBlocks(sheet, await fitPlan(sheet));
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
