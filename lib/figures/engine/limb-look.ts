import { anglesOf } from "./angles";
import type { Side } from "./body";
import { type Camera, depthOf } from "./camera";
import type { Body } from "./solved";
import type { Vec } from "./vector";

/** cm between a pair of limbs at which the farther one is darkest. */
const DEPTH_OF_TONE = 21;

/** Knee or elbow beyond which a limb is drawn as two parts, degrees. */
const FOLDED = 104;

/** Whether a limb is one outline or two that overlap: decided once for a figure. */
export type Joined = Readonly<Record<`${Side} ${"leg" | "arm"}`, boolean>>;
export type Shades = Readonly<Record<`${Side} ${"leg" | "arm"}`, number>>;

/** Limbs that never fold far enough, in any pose of a figure, to need two parts. */
export function joinedLimbs(bodies: readonly Body[]): Joined {
  const most = (name: string) => Math.max(...bodies.map((b) => anglesOf(b)[name] as number));
  return {
    "right leg": most("right knee") < FOLDED,
    "left leg": most("left knee") < FOLDED,
    "right arm": most("right elbow") < FOLDED,
    "left arm": most("left elbow") < FOLDED,
  };
}

/** How much nearer each limb is than the middle of its pair on average, -1 far to 1 near. */
export function limbShades(bodies: readonly Body[], camera: Camera): Shades {
  const mean = (joints: (b: Body, side: Side) => Vec[], side: Side) => {
    const depth = (b: Body, of: Side) =>
      joints(b, of).reduce((sum, p) => sum + depthOf(camera, p), 0) / 3;
    const apart = bodies.map(
      (b) => (depth(b, side) - depth(b, side === "right" ? "left" : "right")) / 2,
    );
    const t = apart.reduce((x, y) => x + y, 0) / bodies.length / DEPTH_OF_TONE;
    return Math.max(-1, Math.min(1, t));
  };
  const leg = ({ legs }: Body, s: Side) => [legs[s].hip, legs[s].knee, legs[s].ankle];
  const arm = ({ arms }: Body, s: Side) => [arms[s].shoulder, arms[s].elbow, arms[s].wrist];
  return {
    "right leg": mean(leg, "right"),
    "left leg": mean(leg, "left"),
    "right arm": mean(arm, "right"),
    "left arm": mean(arm, "left"),
  };
}
