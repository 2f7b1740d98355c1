import { type Ball, ball, type Loft, local } from "./ball";
import { BODY, type Side, sign } from "./body";
import type { Arm, Leg } from "./solved";
import { type Axes, add, apply, compose, mix, scale, turnX, turnZ, type Vec } from "./vector";

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
