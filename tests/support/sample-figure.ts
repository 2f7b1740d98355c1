import type { FigureArt, FigureShape } from "@/lib/figures/art";
import { encodeRings } from "@/lib/figures/motion-ring";

/** A box as SVG path data, turned about its left end; degrees, up is positive. */
function bar(x: number, y: number, length: number, thick: number, degrees: number): number[] {
  const angle = (-degrees * Math.PI) / 180;
  const [along, across] = [
    [Math.cos(angle), Math.sin(angle)],
    [-Math.sin(angle), Math.cos(angle)],
  ] as [number[], number[]];
  const at = (l: number, t: number) => [
    x + l * along[0]! + t * across[0]!,
    y + l * along[1]! + t * across[1]!,
  ];
  const half = thick / 2;
  return [at(0, -half), at(length, -half), at(length, half), at(0, half)].flat();
}

const tenths = (points: readonly number[]) => points.map((value) => Math.round(value * 10));
const path = (points: readonly number[]) =>
  `M${points.map((value) => Math.round(value * 10) / 10).join(" ")}z`;

const mat = [-70, -2, 70, -2, 70, 2, -70, 2];
const torso = bar(-50, -11, 60, 18, 0);
const head = bar(-64, -11, 16, 16, 0);
const leg = (degrees: number) => bar(0, -10, 62, 14, degrees);
const RAISED = 60;

function shapes(degrees: number, arrow: boolean): FigureShape[] {
  return [
    { tone: "mat-0", d: path(mat) },
    { tone: "skin-0", d: path(head), line: true },
    { tone: "trousers-0", d: path(leg(degrees)), line: true },
    { tone: "shirt-0", d: path(torso), line: true },
    ...(arrow ? [{ tone: "arrow-0", d: "M50 -50l10 -10l4 8z" } as const] : []),
  ];
}

/** A small picture made by hand: someone on a mat raises a leg. */
export function sampleFigure(): FigureArt {
  const degrees = [0, RAISED / 2, RAISED];
  return {
    format: 1,
    box: { x: -75, y: -80, width: 150, height: 90 },
    poses: [
      { name: "start", shapes: shapes(0, false) },
      { name: "end", shapes: shapes(RAISED, true) },
    ],
    thumb: { box: { x: -72, y: -72, width: 144, height: 78 }, shapes: shapes(RAISED, false) },
    motion: {
      moments: 3,
      keys: [0, 2],
      path: "back",
      parts: [
        { tone: "mat-0", ring: encodeRings([tenths(mat)]) },
        { tone: "skin-0", line: true, ring: encodeRings([tenths(head)]) },
        { tone: "trousers-0", line: true, ring: encodeRings(degrees.map((d) => tenths(leg(d)))) },
        { tone: "shirt-0", line: true, ring: encodeRings([tenths(torso)]) },
      ],
      orders: [
        { from: 0, order: [0, 1, 2, 3] },
        { from: 1, order: [0, 1, 3, 2] },
      ],
    },
  };
}
