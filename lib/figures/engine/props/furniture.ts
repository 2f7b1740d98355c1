import { type Axes, add, apply, ROOM, scale, type Vec } from "../vector";
import { type Maker, THINGS } from "./maker";
import type { Piece, Prop } from "./prop";
import { boxIn, legs, solidBox } from "./shapes";

/** What people lie, sit, step and lean on. */
export const FURNITURE = {
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
} satisfies Record<string, Maker>;

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
