import { BODY, SIDES, type Side, sign } from "./body";
import type { Arm, Body, Leg } from "./solved";
import { type Axes, add, apply, compose, mix, scale, turnX, turnZ, unit, type Vec } from "./vector";
import { FigureError } from "./words";

/** An ellipsoid in the room: half sizes `r` along its axes; a thin one is a disc. */
export interface Ball {
  readonly at: Vec;
  readonly axes: Axes;
  readonly r: Vec;
}

/** Balls whose neighbours are joined by their common hull. */
export type Loft = readonly Ball[];

const ball = (at: Vec, axes: Axes, ...r: [number] | [number, number, number]): Ball => ({
  at,
  axes,
  r: r.length === 1 ? [r[0], r[0], r[0]] : r,
});

const local = (at: Vec, axes: Axes, offset: Vec, ...r: [number] | [number, number, number]): Ball =>
  ball(add(at, apply(axes, offset)), axes, ...r);

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
  const waist = local(upperLumbar.start, upperLumbar.axes, [0.5, 0, 0], 9, 4, 12.4);
  const ribs = local(lowerThorax.start, lowerThorax.axes, [0.7, 2, 0], 9.6, 5, 13.2);
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

const along = (a: Vec, b: Vec, t: number): Vec => mix(a, b, t);

export function thighFlesh({ hip, knee, thigh }: Leg): Ball[] {
  return [
    ball(hip, thigh, 7),
    ball(along(hip, knee, 0.16), thigh, 7.9),
    ball(add(along(hip, knee, 0.4), scale(thigh.x, 0.7)), thigh, 7.5),
    ball(along(hip, knee, 0.75), thigh, 6.3),
    ball(knee, thigh, 5.6),
  ];
}

export function shankFlesh({ knee, ankle, shank }: Leg): Ball[] {
  return [
    ball(knee, shank, 5.5),
    ball(add(along(knee, ankle, 0.28), scale(shank.x, -1)), shank, 5.6),
    ball(add(along(knee, ankle, 0.55), scale(shank.x, -0.5)), shank, 4.9),
    ball(along(knee, ankle, 0.85), shank, 4.3, 0.8, 4.3),
  ];
}

/** Bare ankle and foot. */
export function footFlesh({ knee, ankle, shank, foot }: Leg): Loft[] {
  const heel = local(ankle, foot, [-2.6, -3.6, 0], 3.5, 3.4, 3.1);
  const instep = local(ankle, foot, [4.6, -2.6, 0], 4.2, 3.2, 3.3);
  const pad = local(ankle, foot, [BODY.ball - 1, -4.9, 0], 3, 2.1, 4.3);
  const toes = toeFlesh(pad, foot);
  const joint = ball(ankle, foot, 3.5);
  return [
    [ball(along(knee, ankle, 0.78), shank, 3.8), joint, heel],
    [joint, instep, pad, toes],
    [heel, pad],
  ];
}

/** Below this the ball of the foot stands on something, so that the toes bend up from it; cm. */
const STANDS_ON_BALL = 4.5;

/** Toes go on straight, or lie flat where the heel is lifted and the ball of the foot is down. */
function toeFlesh(pad: Ball, foot: Axes): Ball {
  const steep = pad.at[1] < STANDS_ON_BALL && foot.x[1] < -0.25 && foot.y[1] > -0.2;
  const bend = steep ? Math.min(75, (Math.asin(Math.min(1, -foot.x[1])) * 180) / Math.PI) : 0;
  const axes = compose(foot, turnZ(bend));
  return local(pad.at, axes, [3.4, -0.6, 0], 2.6, 1.5, 3.9);
}

/** Sleeve to the middle of the upper arm. */
export function sleeveFlesh({ shoulder, elbow, upper }: Arm): Loft[] {
  return [
    [
      ball(shoulder, upper, 4.2),
      ball(along(shoulder, elbow, 0.26), upper, 5.1),
      ball(along(shoulder, elbow, 0.56), upper, 5, 0.7, 5),
    ],
  ];
}

export function upperArmFlesh({ shoulder, elbow, upper }: Arm): Ball[] {
  return [
    ball(along(shoulder, elbow, 0.3), upper, 4.4),
    ball(along(shoulder, elbow, 0.6), upper, 4.3),
    ball(elbow, upper, 3.7),
  ];
}

export function forearmFlesh({ elbow, wrist, fore, hand }: Arm): Ball[] {
  return [
    ball(elbow, fore, 3.6),
    ball(along(elbow, wrist, 0.24), fore, 3.9),
    ball(along(elbow, wrist, 0.65), fore, 3.1),
    ball(wrist, hand, 2.6, 2, 2.1),
  ];
}

/** A mitten with a thumb; the fingers bend together. */
export function handFlesh(arm: Arm, side: Side): Loft[] {
  const { wrist, hand, curl } = arm;
  const s = sign(side);
  const palm = local(wrist, hand, [0.1, -4.6, 0], 3.7, 4.4, 1.75);
  const knuckles = local(wrist, hand, [0.1, -8.4, 0], 3.7, 1.6, 1.6);
  const first = compose(hand, turnX(s * curl * 1.05));
  const middle = add(knuckles.at, apply(first, [0, -4.1, 0]));
  const second = compose(first, turnX(s * curl * 1.2));
  const tips = add(middle, apply(second, [0, -3.4, 0]));
  const fold = Math.min(1, curl / 70);
  const thumbBase = local(wrist, hand, [2.6, -2.9, -s * 0.6], 1.7);
  const thumbMiddle = local(wrist, hand, [4.4 - fold, -5.6, -s * (1 + 1.6 * fold)], 1.35);
  const thumbTip = local(
    wrist,
    hand,
    [4.7 - 2.4 * fold, -8.3 + fold, -s * (1.2 + 2.6 * fold)],
    1.1,
  );
  return [
    [ball(wrist, hand, 2.6, 2, 2.1), palm, knuckles],
    [knuckles, ball(middle, first, 3.5, 1.5, 1.4), ball(tips, second, 3, 1.3, 1.2)],
    [thumbBase, thumbMiddle, thumbTip],
  ];
}

/** Names of parts as authors and checks use them. */
export const PARTS = [
  "head",
  "neck",
  "chest",
  "waist",
  "pelvis",
  "right thigh",
  "right shin",
  "right foot",
  "right upper arm",
  "right forearm",
  "right hand",
  "left thigh",
  "left shin",
  "left foot",
  "left upper arm",
  "left forearm",
  "left hand",
] as const;
export type PartName = (typeof PARTS)[number];

/** The part that a text names. Throws `FigureError` on another text. */
export function partName(text: string): PartName {
  if ((PARTS as readonly string[]).includes(text)) return text as PartName;
  throw new FigureError(`"${text}" is not a part of the body`);
}

/** Every ellipsoid of a part. */
export function ballsOf(body: Body, part: PartName): Ball[] {
  if (part === "head") {
    const { skull, face } = headFlesh(body);
    return [skull, ...face.flat()];
  }
  if (part === "neck") return neckFlesh(body).flat();
  if (part === "pelvis") return pelvisFlesh(body).flat();
  if (part === "waist") return (trunkFlesh(body)[0] as Ball[]).slice(1, 2);
  if (part === "chest") return (trunkFlesh(body)[0] as Ball[]).slice(2, 5);
  const [side, ...rest] = part.split(" ") as [Side, ...string[]];
  const leg = body.legs[side];
  const arm = body.arms[side];
  switch (rest.join(" ")) {
    case "thigh":
      return thighFlesh(leg);
    case "shin":
      return shankFlesh(leg);
    case "foot":
      return footFlesh(leg).flatMap((loft) => loft.filter((b) => b.axes !== leg.shank));
    case "upper arm":
      return [ball(arm.shoulder, arm.upper, 5.2), ...upperArmFlesh(arm)];
    case "forearm":
      return forearmFlesh(arm);
    default:
      return handFlesh(arm, side).flat();
  }
}

/** Farthest point of an ellipsoid in a unit direction. */
export function support({ at, axes, r }: Ball, toward: Vec): Vec {
  const w: Vec = [
    r[0] * (toward[0] * axes.x[0] + toward[1] * axes.x[1] + toward[2] * axes.x[2]),
    r[1] * (toward[0] * axes.y[0] + toward[1] * axes.y[1] + toward[2] * axes.y[2]),
    r[2] * (toward[0] * axes.z[0] + toward[1] * axes.z[1] + toward[2] * axes.z[2]),
  ];
  const n = Math.hypot(w[0], w[1], w[2]) || 1;
  return add(at, apply(axes, [(r[0] * w[0]) / n, (r[1] * w[1]) / n, (r[2] * w[2]) / n]));
}

/** Height of the lowest point of a part, cm over the floor. */
export function lowest(body: Body, part: PartName): number {
  return Math.min(...ballsOf(body, part).map((b) => support(b, [0, -1, 0])[1]));
}

/** Thickness of a limb segment under the skin at a share of its length, cm. */
export function radiusAlong(segment: string, t: number): number {
  const table: Record<string, readonly (readonly [number, number])[]> = {
    thigh: [
      [0, 8.6],
      [0.4, 7.6],
      [1, 5.6],
    ],
    shin: [
      [0, 5.5],
      [0.28, 5.6],
      [0.84, 4],
      [1, 3.4],
    ],
    "upper arm": [
      [0, 5.2],
      [0.5, 4.6],
      [1, 3.7],
    ],
    forearm: [
      [0, 3.6],
      [0.24, 3.9],
      [1, 2.4],
    ],
    foot: [
      [0, 3.4],
      [1, 2],
    ],
  };
  const rows = table[segment] ?? [
    [0, 8],
    [1, 8],
  ];
  for (let i = 1; i < rows.length; i++) {
    const [t0, r0] = rows[i - 1] as readonly [number, number];
    const [t1, r1] = rows[i] as readonly [number, number];
    if (t <= t1) return r0 + ((r1 - r0) * (t - t0)) / (t1 - t0);
  }
  return rows.at(-1)?.[1] ?? 0;
}

export const middleOf = (balls: readonly Ball[]): Vec =>
  scale(
    balls.reduce<Vec>((sum, b) => add(sum, b.at), [0, 0, 0]),
    1 / balls.length,
  );
