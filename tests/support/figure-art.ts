import type { FigureArt } from "@/lib/figures/art";
import { encodeRings } from "@/lib/figures/motion-ring";

/** A picture of two boxes, as the engine would hand it out; another `height` is another picture. */
export function sampleArt(height = 60): FigureArt {
  const box = { x: 0, y: 0, width: 100, height };
  const shapes = [
    { tone: "mat-0", d: `M0 ${height - 4}h100v4h-100z` },
    { tone: "shirt-0", line: true, d: "M40 4h20v30h-20z" },
  ] as const;
  const ring = encodeRings([
    [400, 40, 600, 40, 600, 340, 400, 340],
    [420, 60, 620, 60, 620, 360, 420, 360],
  ]);
  return {
    format: 1,
    box,
    poses: [
      { name: "start", shapes },
      { name: "end", shapes: shapes.toReversed() },
    ],
    thumb: { box, shapes },
    motion: {
      parts: [{ tone: "shirt-0", line: true, ring }],
      moments: 2,
      keys: [0, 1],
      path: "back",
      orders: [{ from: 0, order: [0] }],
    },
  };
}
