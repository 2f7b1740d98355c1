import { type Ball, ball, type Loft, local } from "./ball";
import { SIDES, type Side, sign } from "./body";
import type { Body } from "./solved";
import { type Axes, add, compose, mix, scale, turnZ, unit, type Vec } from "./vector";

/** Hips and seat, in trousers up to the waistband. */
export function pelvisFlesh({ pelvis: { at, axes } }: Body): Loft[] {
  const hips = local(at, axes, [0.2, 2.4, 0], 9.4, 8.4, 14.2);
  return [
    [hips, local(at, axes, [0.4, 8.6, 0], 9, 0.8, 12.8)],
    [hips, buttock(at, axes, 1)],
    [hips, buttock(at, axes, -1)],
    [hips, local(at, axes, [0.6, -4.5, 0], 6.4, 5.5, 7.5)],
  ];
}

const buttock = (at: Vec, axes: Axes, s: 1 | -1): Ball => local(at, axes, [-2.4, -1.8, s * 7], 8.2);

/** The flesh that flows from one side of the seat into the back of its thigh, and the hip itself. */
export function seatFlesh({ pelvis: { at, axes }, legs }: Body, side: Side): Loft[] {
  const { hip, knee, thigh } = legs[side];
  const fold = ball(add(mix(hip, knee, 0.3), scale(thigh.x, -0.9)), thigh, 5.6);
  return [[buttock(at, axes, sign(side)), fold], [ball(hip, thigh, 7.7)]];
}

/** The shirt without sleeves, from hem to collar, with the masses that carry the shoulders. */
export function trunkFlesh(body: Body): Loft[] {
  const [, upperLumbar, lowerThorax, upperThorax] = body.spine;
  const { pelvis } = body;
  const hem = local(pelvis.at, pelvis.axes, [0.4, 7, 0], 9.5, 0.8, 13.7);
  const [b, out] = [body.breath.belly / 2, body.breath.ribs];
  const waist = local(upperLumbar.start, upperLumbar.axes, [0.5 + b, 0, 0], 9 + b, 4, 12.4);
  const ribs = local(
    lowerThorax.start,
    lowerThorax.axes,
    [0.7 + b / 2, 2, 0],
    9.6 + b / 2,
    5,
    13.2 + out,
  );
  const chest = local(upperThorax.start, upperThorax.axes, [0.9, -1, 0], 10.2, 7, 14.4);
  const upper = local(upperThorax.start, upperThorax.axes, [0.1, 5.6, 0], 8.7, 4.6, 12);
  const collarAxes = compose(upperThorax.axes, turnZ(-22));
  const collar = local(upperThorax.end, collarAxes, [1, 0, 0], 5.8, 0.7, 6);
  const shoulders = SIDES.flatMap((side) => {
    const at = body.arms[side].shoulder;
    const mass = local(
      upperThorax.start,
      upperThorax.axes,
      [0.4, 2.4, sign(side) * 9.6],
      7.4,
      6.4,
      4.8,
    );
    const cap = ball(at, upperThorax.axes, 5.1);
    return [
      [chest, mass, cap],
      [upper, cap],
      [collar, cap],
    ];
  });
  return [[hem, waist, ribs, chest, upper, collar], ...shoulders];
}

export function neckFlesh(body: Body): Loft[] {
  const neck = body.spine[4];
  return [
    [
      local(neck.start, neck.axes, [0.6, -2.5, 0], 5.6),
      local(neck.start, neck.axes, [0.4, 4, 0], 5.1),
      local(body.head.at, body.head.axes, [0.4, 3, 0], 5.2),
    ],
  ];
}

/** Middle of the skull in the frame of the head. */
export const SKULL: Vec = [1, 10.6, 0];
const SKULL_RADII = [9.2, 9, 7.5] as const;

export function headFlesh({ head: { at, axes } }: Body): {
  skull: Ball;
  face: Loft[];
  ears: Ball[];
  nose: Loft;
} {
  return {
    skull: local(at, axes, SKULL, ...SKULL_RADII),
    face: [
      [
        local(at, axes, [3.6, 6.4, 0], 6.2, 6, 6),
        local(at, axes, [4.6, 2.2, 0], 4.4, 3.4, 4.6),
        local(at, axes, [6.4, 0.6, 0], 2.7, 2.2, 3),
      ],
      [local(at, axes, [1, 4.4, 0], 4.8, 4.2, 5.8), local(at, axes, [4.6, 2.2, 0], 4.4, 3.4, 4.6)],
      [
        local(at, axes, [9.4, 9, 0], 0.9, 1, 0.9),
        local(at, axes, [11.2, 6.2, 0], 1.05, 1, 1.2),
        local(at, axes, [9, 5, 0], 1.1, 1, 1.3),
      ],
    ],
    ears: SIDES.map((side) => local(at, axes, [1.6, 7, sign(side) * 7.2], 1.5, 2.5, 0.8)),
    nose: [local(at, axes, [9.6, 9, 0], 0.6, 0.8, 0.6), local(at, axes, [11, 6, 0], 0.9, 0.9, 1.2)],
  };
}

/** Hair is a slightly larger skull on the far side of this plane; in the frame of the head. */
export const HAIRLINE = { normal: unit([0.8, -0.6, 0]), offset: 2.2, over: 0.75 } as const;
