import type { LaidNode } from "./lay-out";

/** Lines of a paragraph that never stand alone, at a page's end or at its beginning. */
const LINES_TOGETHER = 2;

interface Line {
  readonly box: { readonly height: number };
}

type Parts = readonly [LaidNode | null, LaidNode | null];

function sized(node: LaidNode, { top, height }: { top: number; height: number }): LaidNode {
  return { ...node, box: { ...node.box, top, height } } as LaidNode;
}

function cutText(node: LaidNode, room: number): Parts {
  const lines = (node as unknown as { lines: readonly Line[] }).lines ?? [];
  const { top = 0, height = 0 } = node.box ?? {};
  let count = 0;
  let used = 0;
  while (count < lines.length && used + (lines[count]?.box.height ?? 0) <= room) {
    used += lines[count]?.box.height ?? 0;
    count++;
  }
  count = Math.min(count, lines.length - LINES_TOGETHER);
  if (count < LINES_TOGETHER) return [null, node];
  used = lines.slice(0, count).reduce((sum, { box }) => sum + box.height, 0);
  const part = (some: readonly Line[], at: number, points: number) =>
    sized({ ...node, lines: some } as unknown as LaidNode, { top: at, height: points });
  return [
    part(lines.slice(0, count), top, used),
    part(lines.slice(count), 0, Math.max(0, height - used)),
  ];
}

function parts(node: LaidNode, room: number): Parts {
  if ((node.box?.height ?? 0) <= room) return [node, null];
  if (node.type === "TEXT") return cutText(node, room);
  const isWhole = node.type !== "VIEW" || (node.props as { wrap?: boolean })?.wrap === false;
  if (isWhole || !node.children?.length) return [null, node];
  return cutView(node, room);
}

const bottomOf = ({ box }: LaidNode) => (box?.top ?? 0) + (box?.height ?? 0);

/** Children of a column moved up to `top`, the gaps between them kept. */
function restacked(
  children: readonly { readonly child: LaidNode; readonly gap: number }[],
  top: number,
): LaidNode[] {
  let y = top;
  return children.map(({ child, gap }, i) => {
    const placed = sized(child, { top: y + (i === 0 ? 0 : gap), height: child.box?.height ?? 0 });
    y = bottomOf(placed);
    return placed;
  });
}

function cutView(node: LaidNode, room: number): Parts {
  const inRow = (node.style as { flexDirection?: string }).flexDirection === "row";
  const { top = 0, paddingTop = 0, paddingBottom = 0 } = node.box ?? {};
  const above: LaidNode[] = [];
  const below: { child: LaidNode; gap: number }[] = [];
  let before = 0;
  for (const child of (node.children ?? []) as LaidNode[]) {
    const at = child.box?.top ?? 0;
    const isDone = !inRow && below.length > 0;
    const [head, tail] = isDone ? [null, child] : parts(child, room - at - paddingBottom);
    if (head) above.push(head);
    if (tail) below.push({ child: tail, gap: at - before });
    before = at + (child.box?.height ?? 0);
  }
  if (above.length === 0) return [null, node];
  const moved = inRow
    ? below.map(({ child }) => sized(child, { top: paddingTop, height: child.box?.height ?? 0 }))
    : restacked(below, paddingTop);
  const part = (children: LaidNode[], at: number) =>
    sized({ ...node, children } as LaidNode, {
      top: at,
      height: Math.max(...children.map(bottomOf)) + paddingBottom,
    });
  // A column beside a longer one is as long as that, however little it holds.
  return [part(above, top), moved.length > 0 ? part(moved, 0) : null];
}

/**
 * Parts a laid-out node across: what fits into `room` points from its top, and what does not. Pictures
 * and what is marked `wrap={false}` stay whole. Null when no part fits.
 */
export function cutNode(node: LaidNode, room: number): readonly [LaidNode, LaidNode] | null {
  const [upper, lower] = parts(node, room);
  return upper && lower ? [upper, lower] : null;
}
