import { describe, expect, it } from "vitest";
import type { FigureArt } from "@/lib/figures/art";
import { drawFigure } from "@/lib/figures/engine/bake";
import { composeFigure } from "@/lib/figures/engine/compose-figure";
import { readFigure } from "@/lib/figures/engine/read-figure";

const nod = {
  base: "standing",
  poses: [{ name: "start" }, { name: "down", spine: { neck: [40, 0, 0] } }],
};
const drawn = (source: object): FigureArt => drawFigure(composeFigure(readFigure(source, "nod")));

/** Lowest y of an outline: absolute start, relative lines. */
function lowestOf(art: FigureArt): number {
  const heights = art.poses.flatMap(({ shapes }) =>
    shapes.flatMap(({ d }) =>
      d
        .split("M")
        .slice(1)
        .flatMap((ring) => {
          const steps = ring.match(/-?(\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
          let y = 0;
          return steps.filter((_, i) => i % 2 === 1).map((dy) => (y += dy));
        }),
    ),
  );
  return Math.max(...heights);
}

describe("a figure that frames only some parts", () => {
  const whole = drawn(nod);
  const bust = drawn({ ...nod, frame: ["head", "chest", "waist"] });

  it("is shown larger: its picture is about half as high", () => {
    expect(bust.box.height).toBeLessThan(whole.box.height * 0.6);
    expect(bust.thumb.box.height).toBeLessThan(whole.thumb.box.height * 0.6);
  });

  it("draws no legs under its lower edge", () => {
    const edge = bust.box.y + bust.box.height;
    expect(lowestOf(bust)).toBeLessThan(edge + 3);
    expect(lowestOf(whole)).toBeGreaterThan(edge + 60);
  });

  it("fills the width of the place where it stands, so that the cut lies on the lower edge", () => {
    expect(bust.box.width / bust.box.height).toBeGreaterThan(1.32);
  });

  it("refuses a part that no body has", () => {
    expect(() => drawn({ ...nod, frame: ["tail"] })).toThrow(/"tail" is not a part of the body/);
  });
});
