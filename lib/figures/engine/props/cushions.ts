import type { Ball, Loft } from "../ball";
import { type Axes, add, apply, ROOM, scale, type Vec } from "../vector";
import { disc, type Piece, type Prop } from "./prop";
import { roundPiece } from "./shapes";

interface Stand {
  readonly at: Vec;
  readonly axes: Axes;
}
type Made = Omit<Prop, "kind" | "id">;

/** A pillow: plump in the middle, flat at the seam, drawn in from corner to corner. */
export function pillow({ at, axes }: Stand, [long, high, deep]: Vec): Made {
  const place = (x: number, y: number, z: number): Vec => add(at, apply(axes, [x, y, z]));
  const plump = (y: number, share: number, thick: number): Loft[] => {
    const r = thick / 2;
    const corner = (x: number, z: number): Ball =>
      disc(place(x * (long / 2 - r) * share, y, z * (deep / 2 - r) * share), axes, [
        r,
        r * 0.55,
        r,
      ]);
    const middle = disc(place(0, y, 0), axes, [long * 0.36 * share, r, deep * 0.36 * share]);
    return [
      [1, 1],
      [1, -1],
      [-1, -1],
      [-1, 1],
    ].flatMap(([x = 1, z = 1]) => [
      [corner(x, z), middle],
      [corner(x, z), disc(place(x * long * 0.42 * share, y, 0), axes, [r * 0.8, r * 0.7, r])],
      [corner(x, z), disc(place(0, y, z * deep * 0.41 * share), axes, [r, r * 0.7, r * 0.8])],
    ]);
  };
  const piece = (shade: 0 | 1, bias: number, lofts: readonly Loft[]): Piece => ({
    kind: "loft",
    material: "soft",
    shade,
    bias,
    lofts,
  });
  return {
    spots: { top: { at: add(at, [0, high, 0]), faces: ROOM.y } },
    solids: [],
    pieces: [
      piece(1, -30, plump(high / 2, 1, high)),
      piece(0, -29.8, plump(high * 0.62, 0.94, high * 0.76)),
    ],
  };
}

/** What is seen on the end of a roll: its filling, the turns of a rolled towel, a hollow core. */
export type RollEnd = "plain" | "turns" | "core";

/** A roll that lies across the picture. */
export function roll(
  { at, axes }: Stand,
  thick: number,
  long: number,
  material: Piece["material"],
  look: RollEnd,
): Made {
  const r = thick / 2;
  const place = (x: number, y: number, s: number): Vec =>
    add(at, apply(axes, [x, r + y, (s * long) / 2]));
  const rod = (y: number, radius: number, s: number) =>
    roundPiece(place(0, y, s), place(0, y, -s), radius, 0.3);
  const end = (s: 1 | -1): Piece[] => {
    const face: Piece = {
      kind: "loft",
      material,
      shade: 2,
      bias: -40,
      lofts: [[disc(place(0, 0, s), axes, [r, r, 0.2])]],
    };
    if (look === "plain") return [face];
    const out = place(0, 0, s * (1 + 0.6 / long));
    if (look === "core") {
      const core = [[disc(out, axes, [r * 0.42, r * 0.42, 0.1])]];
      return [face, { kind: "loft", material: "metal", shade: 2, bias: -39, lofts: core }];
    }
    const points = Array.from({ length: 34 }, (_, i): Vec => {
      const [angle, reach] = [0.36 * i, r * (0.96 - 0.025 * i)];
      return add(out, apply(axes, [Math.cos(angle) * reach, Math.sin(angle) * reach, 0]));
    });
    return [
      { ...face, shade: 0 },
      { kind: "ribbon", material, shade: 2, bias: -39, width: r * 0.13, points },
    ];
  };
  return {
    spots: { top: { at: add(at, [0, thick, 0]), faces: ROOM.y } },
    solids: [{ kind: "round", from: place(0, 0, 1), to: place(0, 0, -1), radius: r }],
    pieces: [
      ...end(-1),
      { kind: "loft", material, shade: 1, bias: -40, lofts: [rod(0, r, 1)] },
      { kind: "loft", material, shade: 0, bias: -39.8, lofts: [rod(r * 0.4, r * 0.42, 0.985)] },
      ...end(1),
    ],
  };
}

/** An air-filled ball; the lighter part is where the light falls on it. */
export function ball({ at }: Stand, r: number): Made {
  const middle = add(at, [0, r, 0]);
  const lit = add(middle, scale([-0.08, 0.1, 0.2], r));
  return {
    spots: {
      top: { at: add(middle, [0, r, 0]), faces: ROOM.y },
      left: { at: add(middle, [-r, 0, 0]), faces: [-1, 0, 0] },
      right: { at: add(middle, [r, 0, 0]), faces: [1, 0, 0] },
    },
    solids: [{ kind: "round", from: middle, to: middle, radius: r }],
    pieces: [
      {
        kind: "loft",
        material: "rubber",
        shade: 1,
        bias: -20,
        lofts: [[disc(middle, ROOM, [r, r, r])]],
      },
      {
        kind: "loft",
        material: "rubber",
        shade: 0,
        bias: -20 - r * 0.2 + 0.2,
        lofts: [[disc(lit, ROOM, [r * 0.85, r * 0.85, r * 0.85])]],
      },
    ],
  };
}
