import type { PropSource } from "../source";
import { type Axes, add, apply, ROOM, scale, turnY, type Vec } from "../vector";
import { FigureError } from "../words";
import { backStretcher } from "./back-stretcher";
import { ball, pillow, type RollEnd, roll } from "./cushions";
import { FURNITURE } from "./furniture";
import { dumbbells, stick, stretched } from "./held";
import { inversionTable } from "./inversion-table";
import { type Extent, type Maker, THINGS } from "./maker";
import { disc, type Piece, type Prop } from "./prop";
import { boxIn, roundPiece, solidBox } from "./shapes";

const none = { spots: {}, solids: [], pieces: [] } as const;

const MAKERS: Readonly<Record<PropSource["kind"], Maker>> = {
  ...FURNITURE,
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
  strap: (source) => ({ ...none, held: (body) => [stretched(body, source, "rubber", 3.4, 2)] }),
  band: (source) => ({ ...none, held: (body) => [stretched(body, source, "rubber", 3.2, 1)] }),
  stick: (source) => ({ ...none, held: (body) => stick(body, source) }),
  dumbbell: (source) => ({ ...none, held: (body) => dumbbells(body, source) }),
  "inversion table": (_source, { at, axes }) => inversionTable(at, axes),
  "back stretcher": (_source, { at, axes }) => backStretcher(at, axes),
};

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
