import type { Ball } from "../flesh";
import { pointOf } from "../points";
import type { Body } from "../solved";
import type { PropSource } from "../source";
import {
  type Axes,
  add,
  apply,
  cross,
  mix,
  ROOM,
  scale,
  sub,
  turnY,
  unit,
  type Vec,
} from "../vector";
import { FigureError } from "../words";
import { type Box, disc, type Piece, type Prop, type Solid } from "./prop";

/** Extent of the bodies on the floor: x and z, from and to. */
export interface Extent {
  readonly x: readonly [number, number];
  readonly z: readonly [number, number];
}

/** Heights and sizes of things, cm; furniture as it is sold. */
export const THINGS = {
  mat: { thick: 2.4, half: 29 },
  bed: { length: 200, height: 50, depth: 92, mattress: 16 },
  chair: { seat: 45, back: 88, width: 42, leg: 1.7 },
  stool: { seat: 42, width: 36, leg: 1.7 },
  wall: { thick: 5, height: 192, depth: 84 },
  doorway: { clear: 96, height: 195, jamb: 10, deep: 8 },
  step: { height: 15, length: 32, depth: 66 },
  pillow: { length: 42, height: 11, depth: 30 },
  bolster: { radius: 9, depth: 56 },
  towel: { radius: 4.5, depth: 36 },
  ball: { radius: 32 },
  roller: { radius: 7.5, depth: 86 },
  bar: { height: 222, radius: 1.7, half: 62 },
  stick: { radius: 1.3, length: 106 },
  table: { height: 73, length: 110, depth: 66 },
} as const;

const box = (at: Vec, half: Vec, axes: Axes = ROOM): Box => ({ at, axes, half });

/** A box of given sizes standing at a place of the prop's own frame. */
function boxIn(at: Vec, axes: Axes, low: Vec, high: Vec): Box {
  return box(add(at, apply(axes, mix(low, high, 0.5))), scale(sub(high, low), 0.5), axes);
}

const solidBox = (b: Box): Solid => ({ kind: "box", box: b });

function roundPiece(from: Vec, to: Vec, radius: number, cap: number): Ball[] {
  const y = unit(sub(to, from), ROOM.z);
  const axes: Axes = axesAlong(y);
  return [disc(from, axes, [radius, cap, radius]), disc(to, axes, [radius, cap, radius])];
}

function axesAlong(y: Vec): Axes {
  const x = unit(cross(y, Math.abs(y[1]) > 0.9 ? ROOM.x : ROOM.y));
  return { x, y, z: cross(x, y) };
}

type Maker = (
  source: PropSource,
  frame: { at: Vec; axes: Axes },
  extent: Extent | null,
) => Omit<Prop, "kind" | "id">;

const none = { spots: {}, solids: [], pieces: [] } as const;

const legs = (
  at: Vec,
  axes: Axes,
  half: readonly [number, number],
  top: number,
  r: number,
): Piece[] =>
  [1, -1].flatMap((sx) =>
    [1, -1].map(
      (sz): Piece => ({
        kind: "box",
        material: "wood",
        box: boxIn(
          at,
          axes,
          [sx * (half[0] - r) - r, 0, sz * (half[1] - r) - r],
          [sx * (half[0] - r) + r, top, sz * (half[1] - r) + r],
        ),
      }),
    ),
  );

const MAKERS: Readonly<Record<PropSource["kind"], Maker>> = {
  floor: (_source, _frame, extent) => {
    const e = extent ?? { x: [-30, 30], z: [-20, 20] };
    const at: Vec = [(e.x[0] + e.x[1]) / 2, 0, (e.z[0] + e.z[1]) / 2];
    const half: Vec = [(e.x[1] - e.x[0]) / 2 + 20, 0.01, Math.max(26, (e.z[1] - e.z[0]) / 2 + 12)];
    return {
      ...none,
      pieces: [
        {
          kind: "loft",
          material: "floor",
          shade: 0,
          behind: true,
          lofts: [[disc(at, ROOM, half)]],
        },
      ],
    };
  },
  mat: (source, { at, axes }, extent) => {
    const e = extent ?? { x: [-90, 90], z: [-20, 20] };
    const half = source.size
      ? source.size[2] / 2
      : Math.max(THINGS.mat.half, Math.max(-e.z[0], e.z[1]) + 2);
    const [from, to] = source.size
      ? [at[0] - source.size[0] / 2, at[0] + source.size[0] / 2]
      : [e.x[0] - 8, e.x[1] + 8];
    const mat = boxIn([0, at[1], at[2]], axes, [from, -THINGS.mat.thick, -half], [to, 0, half]);
    return {
      ...none,
      solids: [],
      pieces: [{ kind: "box", material: "mat", behind: true, box: mat }],
    };
  },
  bed: (source, { at, axes }) => {
    const { length, height, depth, mattress } = THINGS.bed;
    const [l, h, d] = source.size ?? [length, height, depth];
    const top = boxIn(at, axes, [-l / 2, h - mattress, -d / 2], [l / 2, h, d / 2]);
    const frame = boxIn(at, axes, [-l / 2, h - mattress - 8, -d / 2], [l / 2, h - mattress, d / 2]);
    return {
      spots: edges(at, axes, l, h, d),
      solids: [solidBox(top)],
      pieces: [
        ...legs(at, axes, [l / 2 - 3, d / 2 - 3], h - mattress - 8, 2.5).map((p) => ({
          ...p,
          behind: true,
        })),
        { kind: "box", material: "wood", behind: true, box: frame },
        { kind: "box", material: "cloth", behind: true, box: top },
      ],
    };
  },
  chair: (_source, { at, axes }) => {
    const { seat, back, width, leg } = THINGS.chair;
    const w = width / 2;
    const seatBox = boxIn(at, axes, [-w, seat - 3.5, -w], [w, seat, w]);
    const post = (z: number): Piece => ({
      kind: "box",
      material: "wood",
      bias: -14,
      box: boxIn(at, axes, [-w, seat, z - leg], [-w + 3, back, z + leg]),
    });
    const slat = (low: number, high: number): Piece => ({
      kind: "box",
      material: "wood",
      bias: -14,
      box: boxIn(at, axes, [-w + 0.4, low, -w + 2 * leg], [-w + 2.4, high, w - 2 * leg]),
    });
    const top = (x: number, y: number, z: number): Vec => add(at, apply(axes, [x, y, z]));
    return {
      spots: {
        ...edges(at, axes, width, seat, width),
        "back top": { at: top(-w + 1.4, back, 0), faces: ROOM.y },
        "back right": { at: top(-w + 1.4, back, w - 5), faces: ROOM.y },
        "back left": { at: top(-w + 1.4, back, -w + 5), faces: ROOM.y },
        "back right side": { at: top(-w + 1.4, back - 12, w), faces: axes.z },
        "back left side": { at: top(-w + 1.4, back - 12, -w), faces: scale(axes.z, -1) },
      },
      solids: [solidBox(seatBox), solidBox(boxIn(at, axes, [-w, seat, -w], [-w + 3, back, w]))],
      pieces: [
        ...legs(at, axes, [w, w], seat - 3.5, leg),
        { kind: "box", material: "wood", bias: -6, box: seatBox },
        post(w - leg),
        post(-w + leg),
        slat(back - 13, back - 2),
        slat(back - 28, back - 20),
      ],
    };
  },
  stool: (source, { at, axes }) => {
    const { seat, width, leg } = THINGS.stool;
    const h = source.size?.[1] ?? seat;
    const w = (source.size?.[0] ?? width) / 2;
    const top = boxIn(at, axes, [-w, h - 4, -w], [w, h, w]);
    return {
      spots: edges(at, axes, 2 * w, h, 2 * w),
      solids: [solidBox(top)],
      pieces: [
        ...legs(at, axes, [w - 1.5, w - 1.5], h - 4, leg),
        { kind: "box", material: "wood", bias: -6, box: top },
      ],
    };
  },
  wall: (source, { at, axes }) => {
    const { thick, height, depth } = THINGS.wall;
    const h = source.size?.[1] ?? height;
    const d = source.size?.[2] ?? depth;
    const slab = boxIn(at, axes, [-thick, 0, -d / 2], [0, h, d / 2]);
    return {
      spots: { surface: { at, faces: axes.x } },
      solids: [solidBox(slab)],
      pieces: [{ kind: "box", material: "wall", behind: true, box: slab }],
    };
  },
  doorway: (_source, { at, axes }) => {
    const { clear, height, jamb, deep } = THINGS.doorway;
    const inner = clear / 2;
    const jambBox = (s: 1 | -1) =>
      boxIn(
        at,
        axes,
        [-deep / 2, 0, s > 0 ? inner : -inner - jamb],
        [deep / 2, height, s > 0 ? inner + jamb : -inner],
      );
    const lintel = boxIn(
      at,
      axes,
      [-deep / 2, height, -inner - jamb],
      [deep / 2, height + jamb, inner + jamb],
    );
    const place = (s: 1 | -1, x: number): Vec => add(at, apply(axes, [x, 0, s * (inner + 2)]));
    return {
      spots: {
        "right jamb": { at: place(1, -deep / 2), faces: scale(axes.x, -1) },
        "left jamb": { at: place(-1, -deep / 2), faces: scale(axes.x, -1) },
      },
      solids: [solidBox(jambBox(1)), solidBox(jambBox(-1))],
      pieces: [jambBox(1), jambBox(-1), lintel].map((b) => ({
        kind: "box",
        material: "wall",
        behind: true,
        box: b,
      })),
    };
  },
  step: (source, { at, axes }) => {
    const { length, height, depth } = THINGS.step;
    const [l, h, d] = source.size ?? [length, height, depth];
    const block = boxIn(at, axes, [-l / 2, 0, -d / 2], [l / 2, h, d / 2]);
    return {
      spots: edges(at, axes, l, h, d),
      solids: [solidBox(block)],
      pieces: [{ kind: "box", material: "wood", behind: true, box: block }],
    };
  },
  pillow: (source, { at, axes }) => {
    const { length, height, depth } = THINGS.pillow;
    const [l, h, d] = source.size ?? [length, height, depth];
    const r = h / 2;
    const corner = (x: number, z: number): Ball =>
      disc(add(at, apply(axes, [x * (l / 2 - r), r, z * (d / 2 - r)])), axes, [r, r * 0.72, r]);
    const middle = disc(add(at, apply(axes, [0, r, 0])), axes, [l * 0.3, r, d * 0.3]);
    return {
      ...none,
      spots: { top: { at: add(at, [0, h, 0]), faces: ROOM.y } },
      pieces: [
        {
          kind: "loft",
          material: "soft",
          shade: 0,
          bias: -30,
          lofts: [
            [corner(1, 1), corner(1, -1)],
            [corner(1, -1), corner(-1, -1)],
            [corner(-1, -1), corner(-1, 1)],
            [corner(-1, 1), corner(1, 1)],
            [corner(1, 1), middle],
            [corner(-1, 1), middle],
            [corner(1, -1), middle],
            [corner(-1, -1), middle],
          ],
        },
      ],
    };
  },
  bolster: (source, frame) =>
    lying(
      frame,
      source.size?.[1] ?? THINGS.bolster.radius * 2,
      source.size?.[2] ?? THINGS.bolster.depth,
      "soft",
    ),
  towel: (source, frame) =>
    lying(
      frame,
      source.size?.[1] ?? THINGS.towel.radius * 2,
      source.size?.[2] ?? THINGS.towel.depth,
      "cloth",
    ),
  roller: (source, frame) =>
    lying(
      frame,
      source.size?.[1] ?? THINGS.roller.radius * 2,
      source.size?.[2] ?? THINGS.roller.depth,
      "rubber",
    ),
  ball: (source, { at }) => {
    const r = source.size ? source.size[1] / 2 : THINGS.ball.radius;
    const middle = add(at, [0, r, 0]);
    return {
      spots: {
        top: { at: add(middle, [0, r, 0]), faces: ROOM.y },
        left: { at: add(middle, [-r, 0, 0]), faces: [-1, 0, 0] },
      },
      solids: [{ kind: "round", from: middle, to: middle, radius: r }],
      pieces: [
        {
          kind: "loft",
          material: "rubber",
          shade: 0,
          bias: -20,
          lofts: [[disc(middle, ROOM, [r, r, r])]],
        },
      ],
    };
  },
  bar: (source, { at, axes }) => {
    const { height, radius, half } = THINGS.bar;
    const h = source.size?.[1] ?? height;
    const end = (s: number): Vec => add(at, apply(axes, [0, h, s * half]));
    const post = (s: number): Piece => ({
      kind: "box",
      material: "metal",
      behind: true,
      box: boxIn(at, axes, [-2, 0, s * half - 2], [2, h + 3, s * half + 2]),
    });
    const grip = (s: number): Vec => add(at, apply(axes, [0, h, s]));
    return {
      spots: {
        right: { at: grip(24), faces: ROOM.y },
        left: { at: grip(-24), faces: ROOM.y },
      },
      solids: [],
      pieces: [
        post(1),
        post(-1),
        {
          kind: "loft",
          material: "metal",
          shade: 1,
          bias: -4,
          lofts: [roundPiece(end(1), end(-1), radius, 1)],
        },
      ],
    };
  },
  table: (source, { at, axes }) => {
    const { height, length, depth } = THINGS.table;
    const [l, h, d] = source.size ?? [length, height, depth];
    const top = boxIn(at, axes, [-l / 2, h - 4, -d / 2], [l / 2, h, d / 2]);
    return {
      spots: edges(at, axes, l, h, d),
      solids: [solidBox(top)],
      pieces: [
        ...legs(at, axes, [l / 2 - 2, d / 2 - 2], h - 4, 2).map((p) => ({ ...p, behind: true })),
        { kind: "box", material: "wood", behind: true, box: top },
      ],
    };
  },
  strap: (source) => ({ ...none, held: (body) => [stretched(body, source, "cloth", 2.6, 2)] }),
  band: (source) => ({ ...none, held: (body) => [stretched(body, source, "rubber", 3.2, 1)] }),
  stick: (source) => ({ ...none, held: (body) => [rod(body, source)] }),
  dumbbell: (source) => ({ ...none, held: (body) => dumbbells(body, source) }),
  "inversion table": (_source, { at, axes }) => inversionTable(at, axes),
};

function edges(at: Vec, axes: Axes, l: number, h: number, d: number): Prop["spots"] {
  const place = (x: number, z: number) => ({
    at: add(at, apply(axes, [(x * l) / 2, h, (z * d) / 2])),
    faces: ROOM.y,
  });
  return {
    top: place(0, 0),
    front: place(1, 0),
    back: place(-1, 0),
    right: place(0, 1),
    left: place(0, -1),
  };
}

/** A roll that lies across the picture. */
function lying(
  { at, axes }: { at: Vec; axes: Axes },
  thick: number,
  long: number,
  material: Piece["material"],
): Omit<Prop, "kind" | "id"> {
  const r = thick / 2;
  const end = (s: number): Vec => add(at, apply(axes, [0, r, (s * long) / 2]));
  return {
    spots: { top: { at: add(at, [0, thick, 0]), faces: ROOM.y } },
    solids: [{ kind: "round", from: end(1), to: end(-1), radius: r }],
    pieces: [
      { kind: "loft", material, shade: 1, bias: -40, lofts: [roundPiece(end(1), end(-1), r, 0.3)] },
      { kind: "loft", material, shade: 0, bias: -26, lofts: [[disc(end(1), axes, [r, r, 0.3])]] },
    ],
  };
}

const runs = (body: Body, { through }: PropSource): Vec[] =>
  (through ?? []).map((p) => (typeof p === "string" ? pointOf(body, p) : (p as Vec)));

function stretched(
  body: Body,
  source: PropSource,
  material: Piece["material"],
  width: number,
  shade: 1 | 2,
): Piece {
  const points = runs(body, source);
  return { kind: "ribbon", points, width, material, shade, bias: source.bias ?? 4 };
}

/** A stick through one or two points: its length is fixed, it stands out past the outer ones. */
function rod(body: Body, source: PropSource): Piece {
  const [a, b = add(a as Vec, [0, -1, 0])] = runs(body, source) as [Vec, Vec?];
  const way = unit(sub(b, a));
  const long = source.size?.[0] ?? THINGS.stick.length;
  const floorward = (source.through ?? []).some((p) => typeof p !== "string");
  const from = floorward ? add(a, scale(way, -4)) : add(mix(a, b, 0.5), scale(way, -long / 2));
  const to = floorward ? b : add(from, scale(way, long));
  const lofts = [roundPiece(from, to, THINGS.stick.radius, 0.6)];
  return { kind: "loft", material: "wood", shade: 2, lofts, bias: source.bias ?? -3 };
}

function dumbbells(body: Body, source: PropSource): Piece[] {
  return (source.through ?? []).map((name): Piece => {
    const side = String(name).startsWith("left") ? "left" : "right";
    const { hand } = body.arms[side];
    const palm = pointOf(body, `${side} palm`);
    const end = (t: number) => add(palm, scale(hand.x, t));
    const axes: Axes = axesAlong(hand.x);
    const head = (t: number): Ball[] => [
      disc(end(t - 2.2), axes, [4.2, 0.6, 4.2]),
      disc(end(t + 2.2), axes, [4.2, 0.6, 4.2]),
    ];
    return {
      kind: "loft",
      material: "metal",
      shade: 2,
      bias: source.bias ?? 3,
      lofts: [head(7.4), head(-7.4), roundPiece(end(-8), end(8), 1.3, 0.5)],
    };
  });
}

/** A board that turns with the back of whoever lies on it, on a frame that stands. */
function inversionTable(at: Vec, axes: Axes): Omit<Prop, "kind" | "id"> {
  const pivot = add(at, [0, 92, 0]);
  const foot = (x: number, z: number): Piece => ({
    kind: "loft",
    material: "metal",
    shade: 2,
    behind: z < 0,
    bias: z < 0 ? -60 : 40,
    lofts: [
      roundPiece(add(at, apply(axes, [x, 0, z])), add(pivot, apply(axes, [0, 0, z])), 1.7, 0.6),
    ],
  });
  return {
    spots: { pivot: { at: pivot, faces: axes.x } },
    solids: [],
    pieces: [foot(48, -30), foot(-48, -30), foot(48, 30), foot(-48, 30)],
    held: (body) => {
      const { at: hips, axes: own } = body.pelvis;
      const board = (from: number, to: number, half: number): Box =>
        boxIn(hips, own, [-14, from, -half], [-11, to, half]);
      const ankles = mix(body.legs.right.ankle, body.legs.left.ankle, 0.5);
      const clamp = add(ankles, apply(own, [0, 3, 0]));
      return [
        { kind: "box", material: "soft", bias: -50, box: board(-32, 66, 22) },
        {
          kind: "loft",
          material: "metal",
          shade: 2,
          bias: -46,
          lofts: [
            roundPiece(
              add(hips, apply(own, [-13, -30, 0])),
              add(clamp, apply(own, [-9, 0, 0])),
              1.8,
              0.5,
            ),
          ],
        },
        {
          kind: "loft",
          material: "rubber",
          shade: 2,
          bias: 12,
          lofts: [
            roundPiece(add(clamp, scale(own.z, 17)), add(clamp, scale(own.z, -17)), 3.4, 0.8),
          ],
        },
      ];
    },
  };
}

/** The props of a figure, in their places. Throws `FigureError` for a thing held nowhere. */
export function makeProps(sources: readonly PropSource[], extent: Extent | null): Prop[] {
  return sources.map((source, i) => {
    const { kind, at, turn, through } = source;
    if (
      ["strap", "band", "stick"].includes(kind) &&
      (through?.length ?? 0) < (kind === "stick" ? 1 : 2)
    )
      throw new FigureError(`${kind}: "through" names the points that it runs through`);
    const frame = { at: (at as Vec | undefined) ?? ([0, 0, 0] as Vec), axes: turnY(-(turn ?? 0)) };
    const made = MAKERS[kind](source, frame, extent);
    const shift = source.bias ?? 0;
    const pieces = made.pieces.map((p) => (shift ? { ...p, bias: (p.bias ?? 0) + shift } : p));
    return { kind, id: source.id ?? `${kind}${i}`, ...made, pieces };
  });
}
