import type { PropSource } from "../source";
import { type Axes, add, apply, ROOM, scale, turnY, type Vec } from "../vector";
import { FigureError } from "../words";
import { backStretcher } from "./back-stretcher";
import { ball, pillow, type RollEnd, roll } from "./cushions";
import { dumbbells, stick, stretched } from "./held";
import { inversionTable } from "./inversion-table";
import { disc, type Piece, type Prop } from "./prop";
import { boxIn, legs, roundPiece, solidBox } from "./shapes";

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
  wall: { thick: 7, height: 192, depth: 84, skirting: 8 },
  doorway: { clear: 92, height: 192, jamb: 9, deep: 11 },
  step: { height: 15, length: 34, depth: 62, tread: 2.6 },
  pillow: { length: 42, height: 11, depth: 30 },
  bolster: { radius: 9, depth: 56 },
  towel: { radius: 4.5, depth: 36 },
  ball: { radius: 32 },
  roller: { radius: 7.5, depth: 86 },
  bar: { height: 222, radius: 1.7, width: 124, foot: 26 },
  table: { height: 73, length: 110, depth: 66 },
} as const;

type Maker = (
  source: PropSource,
  frame: { at: Vec; axes: Axes },
  extent: Extent | null,
) => Omit<Prop, "kind" | "id">;

const none = { spots: {}, solids: [], pieces: [] } as const;

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
    const part = (low: Vec, high: Vec) => boxIn(at, axes, low, high);
    const top = part([-l / 2, h - mattress, -d / 2], [l / 2, h, d / 2]);
    const frame = part([-l / 2, h - mattress - 8, -d / 2], [l / 2, h - mattress, d / 2]);
    const headboard = part([-l / 2 - 4, 6, -d / 2], [-l / 2, h + 24, d / 2]);
    return {
      spots: edges(at, axes, l, h, d),
      solids: [solidBox(top)],
      pieces: [
        ...legs(at, axes, [l / 2 - 3, d / 2 - 3], h - mattress - 8, 2.5).map((p) => ({
          ...p,
          behind: true,
        })),
        { kind: "box", material: "wood", behind: true, box: headboard },
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
      bias: -7,
      box: boxIn(at, axes, [-w, seat, z - leg], [-w + 3, back, z + leg]),
    });
    const slat = (low: number, high: number): Piece => ({
      kind: "box",
      material: "wood",
      bias: -7,
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
    const { thick, height, depth, skirting } = THINGS.wall;
    const h = source.size?.[1] ?? height;
    const d = source.size?.[2] ?? depth;
    const slab = boxIn(at, axes, [-thick, 0, -d / 2], [0, h, d / 2]);
    const board = boxIn(at, axes, [0, 0, -d / 2], [1.1, skirting, d / 2]);
    const shades = [0, 0, 1] as const;
    return {
      spots: { surface: { at, faces: axes.x } },
      solids: [solidBox(slab)],
      pieces: [
        { kind: "box", material: "wall", behind: true, box: slab, shades: [1, 2, 2] },
        { kind: "box", material: "wood", behind: true, box: board, shades },
      ],
    };
  },
  doorway: (source, { at, axes }) => {
    const { clear, height, jamb, deep } = THINGS.doorway;
    const h = source.size?.[1] ?? height;
    const inner = (source.size?.[2] ?? clear) / 2;
    const part = (low: Vec, high: Vec) => boxIn(at, axes, low, high);
    const [x, far] = [deep / 2, inner + jamb];
    const jambs = [part([-x, 0, inner], [x, h, far]), part([-x, 0, -far], [x, h, -inner])];
    const lintel = part([-x, h, -far], [x, h + jamb, far]);
    const sill = part([-x, -0.6, -inner], [x, 0, inner]);
    const spot = (where: Vec, faces: Vec) => ({ at: add(at, apply(axes, where)), faces });
    const back = scale(axes.x, -1);
    return {
      spots: {
        "right jamb": spot([-x, 0, inner + 2], back),
        "left jamb": spot([-x, 0, -inner - 2], back),
        "right inside": spot([0, 0, inner], scale(axes.z, -1)),
        "left inside": spot([0, 0, -inner], axes.z),
      },
      solids: jambs.map(solidBox),
      pieces: [sill, ...jambs.toReversed(), lintel].map((b) => ({
        kind: "box",
        material: "wall",
        behind: true,
        box: b,
        shades: [2, 1, 1],
      })),
    };
  },
  step: (source, { at, axes }) => {
    const { length, height, depth, tread } = THINGS.step;
    const [l, h, d] = source.size ?? [length, height, depth];
    const [x, z] = [l / 2, d / 2];
    const body = boxIn(at, axes, [-x + 1.6, 0, -z + 1.6], [x - 1.6, h - tread, z - 1.6]);
    const top = boxIn(at, axes, [-x, h - tread, -z], [x, h, z]);
    return {
      spots: edges(at, axes, l, h, d),
      solids: [solidBox(boxIn(at, axes, [-x, 0, -z], [x, h, z]))],
      pieces: [
        { kind: "box", material: "wood", bias: -14, box: body },
        { kind: "box", material: "rubber", bias: -13.5, box: top },
      ],
    };
  },
  pillow: (source, frame) => {
    const { length, height, depth } = THINGS.pillow;
    return pillow(frame, (source.size as Vec | undefined) ?? [length, height, depth]);
  },
  bolster: (source, frame) => rolled(source, frame, THINGS.bolster, "soft", "plain"),
  towel: (source, frame) =>
    source.through
      ? { ...none, held: (body) => [stretched(body, source, "cloth", source.size?.[1] ?? 5, 1)] }
      : rolled(source, frame, THINGS.towel, "cloth", "turns"),
  roller: (source, frame) => rolled(source, frame, THINGS.roller, "rubber", "core"),
  ball: (source, frame) => ball(frame, source.size ? source.size[1] / 2 : THINGS.ball.radius),
  bar: (source, { at, axes }) => {
    const { height, radius, width, foot } = THINGS.bar;
    const h = source.size?.[1] ?? height;
    const half = (source.size?.[2] ?? width) / 2;
    const place = (x: number, y: number, z: number): Vec => add(at, apply(axes, [x, y, z]));
    const post = (s: 1 | -1): Piece => ({
      kind: "box",
      material: "metal",
      box: boxIn(at, axes, [-1.9, 0, s * half - 1.9], [1.9, h + 2.4, s * half + 1.9]),
    });
    const base = (s: 1 | -1): Piece => ({
      kind: "box",
      material: "metal",
      behind: true,
      box: boxIn(at, axes, [-foot, 0, s * half - 2.6], [foot, 2.6, s * half + 2.6]),
    });
    return {
      spots: {
        right: { at: place(0, h, 24), faces: ROOM.y },
        left: { at: place(0, h, -24), faces: ROOM.y },
      },
      solids: [],
      pieces: [
        base(-1),
        base(1),
        post(1),
        post(-1),
        {
          kind: "loft",
          material: "metal",
          shade: 1,
          bias: -60,
          lofts: [roundPiece(place(0, h, half), place(0, h, -half), radius, 1)],
        },
      ],
    };
  },
  table: (source, { at, axes }) => {
    const { height, length, depth } = THINGS.table;
    const [l, h, d] = source.size ?? [length, height, depth];
    const part = (low: Vec, high: Vec) => boxIn(at, axes, low, high);
    const [x, z] = [l / 2, d / 2];
    const top = part([-x, h - 3.4, -z], [x, h, z]);
    const rail = part([-x + 4, h - 10, -z + 4], [x - 4, h - 3.4, z - 4]);
    // Behind arms and knees of whoever sits at its side, before legs of whoever stands beyond it.
    const bias = -26;
    return {
      spots: edges(at, axes, l, h, d),
      solids: [solidBox(top)],
      pieces: [
        ...legs(at, axes, [x - 3, z - 3], h - 3.4, 2.2).map((p) => ({
          ...p,
          bias: bias - Math.hypot(x, z),
        })),
        { kind: "box", material: "wood", bias, box: rail },
        { kind: "box", material: "wood", bias: bias + 0.2, box: top },
      ],
    };
  },
  strap: (source) => ({ ...none, held: (body) => [stretched(body, source, "rubber", 3.4, 2)] }),
  band: (source) => ({ ...none, held: (body) => [stretched(body, source, "rubber", 3.2, 1)] }),
  stick: (source) => ({ ...none, held: (body) => stick(body, source) }),
  dumbbell: (source) => ({ ...none, held: (body) => dumbbells(body, source) }),
  "inversion table": (_source, { at, axes }) => inversionTable(at, axes),
  "back stretcher": (_source, { at, axes }) => backStretcher(at, axes),
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

const rolled = (
  { size }: PropSource,
  frame: { at: Vec; axes: Axes },
  { radius, depth }: { readonly radius: number; readonly depth: number },
  material: Piece["material"],
  look: RollEnd,
) => roll(frame, size?.[1] ?? radius * 2, size?.[2] ?? depth, material, look);

/** Things whose feet stand on the patch of floor that is drawn. */
const STANDING: ReadonlySet<PropSource["kind"]> = new Set([
  "bed",
  "chair",
  "stool",
  "doorway",
  "step",
  "bar",
  "inversion table",
  "back stretcher",
  "table",
]);

/** An extent that reaches under a thing as well; the patch stands out past it by itself. */
function grown(extent: Extent, source: PropSource): Extent {
  const thing = makeProps([source], null)[0] as Prop;
  const ends = thing.pieces.flatMap((piece): Vec[] => {
    if (piece.kind === "loft") return piece.lofts.flat().map((ball) => ball.at);
    if (piece.kind !== "box") return [];
    const { at, axes, half } = piece.box;
    return [1, -1].flatMap((i) =>
      [1, -1].map((k) => add(at, apply(axes, [i * half[0], -half[1], k * half[2]]))),
    );
  });
  const feet = ends.filter((p) => p[1] < 4);
  const [xs, zs] = [feet.map((p) => p[0]), feet.map((p) => p[2])];
  const [dx, dz] = [12, 6];
  return {
    x: [
      Math.min(extent.x[0], ...xs.map((x) => x + dx)),
      Math.max(extent.x[1], ...xs.map((x) => x - dx)),
    ],
    z: [
      Math.min(extent.z[0], ...zs.map((z) => z + dz)),
      Math.max(extent.z[1], ...zs.map((z) => z - dz)),
    ],
  };
}

/** The props of a figure, in their places. Throws `FigureError` for a thing held nowhere. */
export function makeProps(sources: readonly PropSource[], extent: Extent | null): Prop[] {
  const standing = sources.filter((source) => STANDING.has(source.kind));
  const ground = extent && standing.reduce(grown, extent);
  return sources.map((source, i) => {
    const { kind, at, turn, through } = source;
    if (
      ["strap", "band", "stick"].includes(kind) &&
      (through?.length ?? 0) < (kind === "stick" ? 1 : 2)
    )
      throw new FigureError(`${kind}: "through" names the points that it runs through`);
    const frame = { at: (at as Vec | undefined) ?? ([0, 0, 0] as Vec), axes: turnY(-(turn ?? 0)) };
    const made = MAKERS[kind](source, frame, kind === "floor" ? ground : extent);
    const shift = source.bias ?? 0;
    const pieces = made.pieces.map((p) => (shift ? { ...p, bias: (p.bias ?? 0) + shift } : p));
    return { kind, id: source.id ?? `${kind}${i}`, ...made, pieces };
  });
}
