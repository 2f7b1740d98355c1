import { describe, expect, test } from "vitest";
import type { FigureShape } from "@/lib/figures/art";
import { fitPoses } from "@/lib/figures/figure-pdf";
import { pdfOperators } from "@/lib/figures/pdf-operators";

const lines = (shapes: FigureShape[]) => pdfOperators(shapes).split("\n");

describe("a drawing in the operators of PDF", () => {
  test("path data, absolute and relative, becomes points", () => {
    expect(lines([{ tone: "mat-0", d: "M1 2l3 0 .5-.25h-1v4zm10 0h1v1z" }])).toEqual([
      "1.5 w 1 j",
      "0.863 0.906 0.886 rg",
      ...["1 2 m", "4 2 l", "4.5 1.75 l", "3.5 1.75 l", "3.5 5.75 l", "h"],
      ...["11 2 m", "12 2 l", "12 3 l", "h"],
      "f",
    ]);
  });

  test("outlines of a body run the same way round, so that their clip is their union", () => {
    const clockwise: FigureShape = { tone: "skin-0", d: "M0 0h4v4h-4z", line: true };
    const against: FigureShape = { tone: "skin-0", d: "M0 0v4h4v-4z", line: true };
    const outlines = (shape: FigureShape) => lines([shape]).filter((line) => / [ml]$/.test(line));
    const turned = (points: string[]) => {
      const at = points.map((p) => p.split(" ").map(Number) as [number, number, number]);
      return at.slice(0, 4).reduce((sum, [x, y], i) => {
        const [px, py] = at[(i + 3) % 4] as [number, number, number];
        return sum + px * y - x * py;
      }, 0);
    };
    expect(turned(outlines(clockwise))).toBe(turned(outlines(against)));
  });

  test("a body is clipped once for its neighbours, and things are not", () => {
    const body: FigureShape = { tone: "shirt-0", d: "M0 0h4v4h-4z", line: true };
    const chair: FigureShape = { tone: "wood-0", d: "M0 0h4v4h-4z" };
    const written = lines([chair, body, body, chair]);
    expect(written.filter((line) => line === "W n")).toHaveLength(1);
    expect(written.filter((line) => line === "S")).toHaveLength(2);
    expect(written.filter((line) => line === "f")).toHaveLength(4);
    expect(written.filter((line) => line === "q")).toHaveLength(1);
    expect(written.filter((line) => line === "Q")).toHaveLength(1);
  });

  test("curves are refused", () => {
    const curve: FigureShape = { tone: "mat-0", d: "M0 0c1 1 2 2 3 3z" };
    expect(() => pdfOperators([curve])).toThrow("command c");
  });
});

describe("poses in a rail", () => {
  const rail = { width: 124, height: 196, label: 14 };

  test("lying poses stand one over the other, standing ones side by side", () => {
    expect(fitPoses(2, { width: 180, height: 80 }, rail).columns).toBe(1);
    expect(fitPoses(2, { width: 70, height: 186 }, rail).columns).toBe(2);
  });

  test.each([2, 3, 4])("%i poses of any shape stay inside", (count) => {
    for (const box of [
      { width: 230, height: 60 },
      { width: 120, height: 120 },
      { width: 60, height: 190 },
      { width: 40, height: 30 },
    ]) {
      const { columns, scale } = fitPoses(count, box, rail);
      const rows = Math.ceil(count / columns);
      expect(columns * box.width * scale).toBeLessThanOrEqual(rail.width + 0.01);
      expect(rows * (box.height * scale + rail.label)).toBeLessThanOrEqual(rail.height + 0.01);
    }
  });
});
