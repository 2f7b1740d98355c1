import type { Loft } from "../ball";
import type { Body } from "../solved";
import {
  type Axes,
  add,
  apply,
  axesFromYX,
  compose,
  mix,
  scale,
  sub,
  turnZ,
  unit,
  type Vec,
} from "../vector";
import { disc, type Piece, type Prop } from "./prop";
import { boxIn, roundPiece, solidBox } from "./shapes";

/** Height of the axle about which the pad tips, half the distance of the sides, tubes; cm. */
const FRAME = { axle: 74, half: 25, tube: 1.9 } as const;
/** Bend of the handles: before and above the axle. */
const HANDLE = [20, 94] as const;
/** The pad in terms of the pelvis: its back and face, its lower and upper end, half its width. */
const PAD = { back: -15, face: -10.2, low: -9, high: 80, half: 17 } as const;
/** The seat in terms of the thigh: how far behind it, from the hip to where, half its thickness. */
const SEAT = { under: -11.4, from: 4, to: 24, thick: 2.4 } as const;
/** Strips of upholstery from one edge to the other, shares of half the width. */
const ACROSS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1] as const;
/** Where the soles stand, and how steep the plate is, degrees. */
const PLATE = { x: 66, y: 21, slope: 48, length: 27, half: 19 } as const;

/** A padded back rest with a short seat that tips about the hips, handles, and a plate for the feet. */
export function backStretcher(at: Vec, axes: Axes): Omit<Prop, "kind" | "id"> {
  const place = (x: number, y: number, z: number): Vec => add(at, apply(axes, [x, y, z]));
  const { axle, half, tube } = FRAME;
  const run = (...points: readonly Vec[]) =>
    points.slice(1).map((to, i) => roundPiece(points[i] as Vec, to, tube, 0.9));
  const side = (s: 1 | -1): Piece[] => {
    const z = s * half;
    const common = { kind: "loft", behind: s < 0, bias: s > 0 ? 60 : 0 } as const;
    return [
      {
        ...common,
        material: "metal",
        shade: s > 0 ? 2 : 1,
        lofts: run(place(-46, tube, z), place(66, tube, z)),
      },
      // Apart from the runner: a moving outline cannot have a hole.
      {
        ...common,
        material: "metal",
        shade: s > 0 ? 2 : 1,
        lofts: [
          ...run(place(-34, tube, z), place(0, axle, z), place(24, tube, z)),
          roundPiece(place(0, axle, z), place(0, axle, z + s * 2.2), 4.4, 0.5),
        ],
      },
      {
        kind: "loft",
        material: "metal",
        shade: s > 0 ? 2 : 1,
        bias: -10,
        lofts: [...run(place(0, axle, z), place(...HANDLE, z), place(...HANDLE, z + s * 8))],
      },
    ];
  };
  const bars: Piece = {
    kind: "loft",
    material: "metal",
    shade: 1,
    behind: true,
    lofts: [-44, 64]
      .flatMap((x) => run(place(x, tube, -half), place(x, tube, half)))
      .concat(run(place(64, tube, 0), place(PLATE.x + 9, PLATE.y + 4, 0))),
  };
  const slope = compose(axes, turnZ(PLATE.slope));
  const plate = boxIn(
    place(PLATE.x, PLATE.y, 0),
    slope,
    [-7, -2.2, -PLATE.half],
    [PLATE.length - 7, 0, PLATE.half],
  );
  const sole = (z: number) => ({ at: place(PLATE.x, PLATE.y, z), faces: slope.y });
  const grip = (z: number) => ({ at: place(...HANDLE, z), faces: axes.y });
  return {
    spots: {
      "right plate": sole(9.5),
      "left plate": sole(-9.5),
      "right handle": grip(half + 4),
      "left handle": grip(-half - 4),
    },
    solids: [solidBox(plate)],
    pieces: [
      bars,
      { kind: "box", material: "rubber", behind: true, box: plate, shades: [1, 2, 1] },
      ...side(-1),
      ...side(1),
    ],
    held: padUnder,
  };
}

/** Pad and seat: they go with the back, along the line from hips to shoulders. */
function padUnder({ pelvis, spine, legs }: Body): Piece[] {
  const { back, face, low, high, half } = PAD;
  const own = axesFromYX(unit(sub(spine[3].end, pelvis.at)), pelvis.axes.x);
  const on = (x: number, y: number, z: number): Vec => add(pelvis.at, apply(own, [x, y, z]));
  const [middle, r] = [(back + face) / 2, (face - back) / 2];
  const upholstered = (from: readonly [number, number], to: readonly [number, number]): Loft[] =>
    ACROSS.map((share) => {
      const edge = (1 - Math.abs(share) ** 4) * 1.6 - 1.6;
      const ball = ([x, y]: readonly [number, number]) =>
        disc(on(x, y, share * half), own, [r, r + edge, r]);
      return [ball(from), ball(to)];
    });
  const thigh = legs.right.thigh;
  const hips = mix(legs.right.hip, legs.left.hip, 0.5);
  const seat = axesFromYX(thigh.y, thigh.x);
  const along = (share: number) => add(hips, apply(seat, [SEAT.under, -share, 0]));
  const underThighs = ACROSS.map((share) => {
    const edge = (1 - Math.abs(share) ** 4) * 1.6 - 1.6;
    const ball = (at: Vec) =>
      disc(add(at, scale(seat.z, share * half)), seat, [SEAT.thick, SEAT.thick + edge, SEAT.thick]);
    return [ball(along(SEAT.from)), ball(along(SEAT.to))];
  });
  return [
    {
      kind: "loft",
      material: "metal",
      shade: 2,
      bias: -74,
      lofts: [roundPiece(on(back - 1.6, low + 4, 0), on(back - 1.6, high - 10, 0), 2, 0.6)],
    },
    {
      kind: "loft",
      material: "rubber",
      shade: 1,
      bias: -60,
      lofts: upholstered([middle, low], [middle, high]),
    },
    {
      kind: "loft",
      material: "rubber",
      shade: 1,
      bias: -58,
      lofts: upholstered([middle, low - 3.4], [3, low - 3.4]),
    },
    {
      kind: "loft",
      material: "rubber",
      shade: 2,
      bias: -56,
      lofts: underThighs,
    },
  ];
}
