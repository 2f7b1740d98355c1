import type { Loft } from "../ball";
import type { Body } from "../solved";
import { type Axes, add, apply, mix, scale, type Vec } from "../vector";
import type { Piece, Prop } from "./prop";
import { boxIn, roundPiece } from "./shapes";

/** Height of the axle, half the distance of the side frames, and of their feet; cm. */
const FRAME = { axle: 94, half: 29, foot: 44, tube: 1.9 } as const;
/** The bed in terms of the pelvis: its back and face, its lower and upper end, half its width. */
const BED = { back: -15.5, face: -11, low: -20, high: 90, half: 19 } as const;

/** A bed that turns about the hips of whoever lies on it, on a frame that stands. */
export function inversionTable(at: Vec, axes: Axes): Omit<Prop, "kind" | "id"> {
  const place = (x: number, y: number, z: number): Vec => add(at, apply(axes, [x, y, z]));
  const { axle, half, foot, tube } = FRAME;
  const tubes = (...ends: (readonly [Vec, Vec])[]) =>
    ends.map(([from, to]) => roundPiece(from, to, tube, 0.8));
  const side = (s: 1 | -1, bias: number, lofts: readonly Loft[]): Piece => ({
    kind: "loft",
    material: "metal",
    shade: s > 0 ? 2 : 1,
    behind: s < 0,
    bias: s > 0 ? bias : 0,
    lofts,
  });
  // The brace is a piece of its own: a moving outline cannot have a hole.
  const frame = (s: 1 | -1): Piece[] => [
    side(
      s,
      59,
      tubes([
        place(-foot * 0.62, axle * 0.38, s * half),
        place(foot * 0.62, axle * 0.38, s * half),
      ]),
    ),
    side(s, 60, [
      ...tubes(
        [place(foot, 1.9, s * half), place(3, axle, s * half)],
        [place(-foot, 1.9, s * half), place(-3, axle, s * half)],
      ),
      roundPiece(place(0, axle, s * half), place(0, axle, s * (half + 2.4)), 4.6, 0.5),
    ]),
  ];
  const bars: Piece = {
    kind: "loft",
    material: "metal",
    shade: 1,
    behind: true,
    lofts: tubes(
      [place(foot, 1.9, -half), place(foot, 1.9, half)],
      [place(-foot, 1.9, -half), place(-foot, 1.9, half)],
    ),
  };
  return {
    spots: { axle: { at: place(0, axle, 0), faces: axes.y } },
    solids: [],
    pieces: [bars, ...frame(-1), ...frame(1)],
    held: bedUnder,
  };
}

/** Bed, boom and ankle holders: they go with the body. */
function bedUnder(body: Body): Piece[] {
  const { at: hips, axes: own } = body.pelvis;
  const { back, face, low, high, half } = BED;
  const on = (x: number, y: number, z = 0): Vec => add(hips, apply(own, [x, y, z]));
  const middle = (back + face) / 2;
  const ankles = mix(body.legs.right.ankle, body.legs.left.ankle, 0.5);
  const roller = (x: number, bias: number): Piece => {
    const holds = add(ankles, apply(own, [x, 3.2, 0]));
    return {
      kind: "loft",
      material: "rubber",
      shade: 2,
      bias,
      lofts: [roundPiece(add(holds, scale(own.z, 16)), add(holds, scale(own.z, -16)), 3.1, 0.9)],
    };
  };
  return [
    {
      kind: "loft",
      material: "metal",
      shade: 1,
      bias: -70,
      lofts: [roundPiece(on(middle, low), add(ankles, apply(own, [middle + 6, -6, 0])), 1.9, 0.6)],
    },
    {
      kind: "box",
      material: "rubber",
      bias: -60,
      box: boxIn(hips, own, [back, low, -half], [face, high, half]),
      shades: [0, 1, 2],
    },
    roller(-5.6, -50),
    roller(5.4, 30),
  ];
}
