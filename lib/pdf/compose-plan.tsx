import type { PaperSize } from "../domain/plan/plan-document";
import type { DrawnDocument } from "../figures/drawn-document";
import type { PictureInk } from "../figures/figure-pdf";
import { type LaidDocument, type LaidNode, layOut } from "./lay-out";
import { packPages } from "./pack-pages";
import { MARGIN_BOTTOM, MARGIN_TOP } from "./paper-style";
import { PlanColumn, PlanFlow, PlanFrames } from "./plan-pdf";

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

/**
 * The plan's pages. react-pdf lays out its flow once, in one long column, and the blocks are dealt to
 * pages here: its own engine lays every page out again, and all of them twice when a page tells how
 * many there are. Only a block longer than a page goes through that engine.
 */
export async function composePlan(
  document: DrawnDocument,
  paperSize: PaperSize,
  ink: PictureInk,
): Promise<LaidDocument> {
  const column = await layOut(<PlanColumn document={document} paperSize={paperSize} ink={ink} />);
  const [page] = column.children;
  const [head, foot, ...blocks] = page?.children ?? [];
  if (!page || !head || !foot) throw new Error("pdf: a plan without a page");
  const above = outerHeight(head);
  const below = outerHeight(foot);
  const height = Number(page.style.height);
  const first = height - MARGIN_TOP - MARGIN_BOTTOM - below;
  const dealt = packPages(blocks.map(outerHeight), { first, next: first - above });
  const flows = dealt
    ? dealt.map((indices, i) =>
        stacked(
          indices.map((index) => blocks[index] as LaidNode),
          MARGIN_TOP + (i === 0 ? 0 : above),
        ),
      )
    : (
        await layOut(
          <PlanFlow
            document={document}
            paperSize={paperSize}
            ink={ink}
            above={above}
            below={below}
          />,
        )
      ).children.map(({ children = [] }) => children);
  const frames = await layOut(
    <PlanFrames document={document} paperSize={paperSize} pages={flows.length} />,
  );
  const pages = frames.children.map((frame, i) => {
    const [runningHead, foot] = (frame.children ?? []) as [LaidNode, LaidNode];
    return {
      ...frame,
      box: { ...page.box, height } as typeof page.box,
      children: [
        ...(i === 0 ? [] : [placedAt(runningHead, MARGIN_TOP)]),
        ...(flows[i] ?? []),
        placedAt(foot, height - MARGIN_BOTTOM - outerHeight(foot)),
      ],
    };
  });
  return { ...column, children: pages };
}
