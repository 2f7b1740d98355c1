import { describe, expect, test } from "vitest";
import { LineMemory, type TreeNode } from "@/lib/pdf/line-memory";

const LINES = [["set"]];

function text(value: string, style: object = {}): TreeNode {
  return { type: "TEXT", style, children: [{ type: "TEXT_INSTANCE", value }] };
}

const view = (style: object, ...children: TreeNode[]): TreeNode => ({
  type: "VIEW",
  style,
  children,
});

/** What layout does: it breaks every text that has no lines yet. Tells how many. */
function layOut(memory: LineMemory, tree: TreeNode): number {
  memory.recall(tree);
  let broken = 0;
  const set = (node: TreeNode): TreeNode => {
    if (node.type === "TEXT" && !node.lines) broken++;
    return node.type === "TEXT"
      ? { ...node, lines: node.lines ?? LINES }
      : { ...node, children: node.children?.map(set) };
  };
  memory.learn(set(tree));
  return broken;
}

describe("the memory of set texts", () => {
  test("a text is set once, wherever words, styles and place are the same", () => {
    const memory = new LineMemory();
    expect(layOut(memory, view({ width: 90 }, text("Bend"), text("Hold")))).toBe(2);
    expect(layOut(memory, view({ width: 90 }, text("Hold"), text("Rest")))).toBe(1);
  });

  test("another style, or a place of another width, is another text", () => {
    const memory = new LineMemory();
    layOut(memory, view({ width: 90 }, text("Bend", { fontSize: 12 })));
    expect(layOut(memory, view({ width: 90 }, text("Bend", { fontSize: 13 })))).toBe(1);
    expect(layOut(memory, view({ width: 80 }, text("Bend", { fontSize: 12 })))).toBe(1);
    const nested = view({ width: 60 }, view({ width: 90 }, text("Bend", { fontSize: 12 })));
    expect(layOut(memory, nested)).toBe(1);
  });

  test("only shared texts outlive their document", () => {
    const memory = new LineMemory();
    const tree = () => view({}, text("Bend"), text("For Elena"), text("Bend"));
    layOut(memory, tree());
    memory.keepOnly(new Set(["Bend"]));
    expect(layOut(memory, tree())).toBe(1);
    memory.keepOnly(new Set());
    expect(layOut(memory, tree())).toBe(3);
  });

  test("it does not grow without end", () => {
    const memory = new LineMemory();
    const long = (n: number) => `${n} `.repeat(4000);
    for (let n = 0; n < 40; n++) layOut(memory, view({}, text(long(n))));
    const known = Array.from({ length: 40 }, (_, n) => 1 - layOut(memory, view({}, text(long(n)))));
    expect(known.reduce((sum, one) => sum + one)).toBeLessThan(12);
  });
});
