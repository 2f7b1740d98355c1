import { type JointName, RANGES, type Side, sign } from "./body";
import type { Body } from "./solved";
import { type Axes, degrees, relative } from "./vector";
import { FigureError } from "./words";

const clamp = (x: number) => Math.min(1, Math.max(-1, x));

/** Degrees by which three angles of a ball joint leave their easy ranges. */
function outside(joint: "hip" | "shoulder", angles: readonly number[]): number {
  return ["flexion", "abduction", "rotation"].reduce((sum, label, i) => {
    const [lo, hi] = RANGES[`${joint} ${label}` as JointName].soft;
    const angle = angles[i] as number;
    return sum + Math.max(0, lo - angle, angle - hi);
  }, 0);
}

const wrapped = (angle: number) => angle - 360 * Math.round(angle / 360);

/**
 * Flexion, abduction and inward rotation of a ball joint (flexion outermost), degrees. Two sets of
 * angles say the same; the one nearer to what the joint can do is taken.
 */
export function ballAngles(
  outer: Axes,
  inner: Axes,
  side: Side,
  joint: "hip" | "shoulder",
): readonly [number, number, number] {
  const r = relative(outer, inner);
  const s = sign(side);
  const abduction = degrees(Math.asin(clamp(-r.y[2] * s)));
  // Straight out, flexion and rotation are one turn: it counts as rotation.
  if (Math.abs(r.y[2]) > 0.9986) return [0, abduction, degrees(Math.atan2(-r.x[1], r.x[0]))];
  const flexion = degrees(Math.atan2(-r.y[0], r.y[1]));
  const rotation = degrees(Math.atan2(-r.x[2] * s, r.z[2]));
  const one = [flexion, abduction, rotation] as const;
  const other = [wrapped(flexion + 180), 180 - abduction, wrapped(rotation + 180)] as const;
  const readings = joint === "shoulder" ? [one, other, raised(r, s)] : [one, other];
  return readings.reduce((a, b) => (outside(joint, b) < outside(joint, a) ? b : a));
}

/** Elevation from which an arm may have been raised in any plane, and these planes; degrees. */
const OVERHEAD = 150;
const PLANES = [-20, 120] as const;

/**
 * A raised arm read the other way that therapists say it: how far forward of the side, how far up, and
 * turned from there (ISB 2005, Y-X-Y). Flexion outermost says little of an arm out at the side.
 */
function raised(r: Axes, s: 1 | -1): readonly [number, number, number] {
  const elevation = degrees(Math.acos(clamp(r.y[1])));
  const plane = degrees(Math.atan2(-r.y[0], -r.y[2] * s));
  const turn = wrapped(degrees(Math.atan2(-r.x[1], r.z[1] * s)) + plane);
  if (elevation < OVERHEAD) return [plane, elevation, turn];
  const inAnyPlane = [turn, turn - 360, turn + 360].map((full) => {
    const to = Math.min(PLANES[1], Math.max(PLANES[0], plane - full / 2));
    return [to, elevation, full + 2 * (to - plane)] as const;
  });
  return inAnyPlane.reduce((a, b) => (Math.abs(b[2]) < Math.abs(a[2]) ? b : a));
}

/** Flexion, side and turn of one link of the spine against the one below it. */
function bendOf(outer: Axes, inner: Axes): [number, number, number] {
  const r = relative(outer, inner);
  return [
    -degrees(Math.asin(clamp(r.x[1]))),
    degrees(Math.atan2(-r.z[1], r.y[1])),
    degrees(Math.atan2(r.x[2], r.x[0])),
  ];
}

const twice = (bend: readonly number[]) => bend.map((angle) => 2 * angle);

const hinge = (outer: Axes, inner: Axes, way: 1 | -1): number => {
  const r = relative(outer, inner);
  return way * degrees(Math.atan2(r.x[1], r.x[0]));
};

/** Wrist beyond which pronation and deviation are one turn: it counts as pronation. Degrees. */
const FOLDED_BACK = 72;

/** Every joint angle of a solved body by name ("right hip flexion"), degrees. */
export function anglesOf(body: Body): Record<string, number> {
  const { pelvis, spine, head } = body;
  const out: Record<string, number> = {};
  const put = (name: string, [a, b, c]: readonly number[], labels: readonly string[]) => {
    out[`${name} ${labels[0]}`] = a as number;
    out[`${name} ${labels[1]}`] = b as number;
    out[`${name} ${labels[2]}`] = c as number;
  };
  const trunk = ["flexion", "side", "turn"];
  put("lumbar", twice(bendOf(pelvis.axes, spine[0].axes)), trunk);
  put("thoracic", twice(bendOf(spine[1].axes, spine[2].axes)), trunk);
  put("neck", bendOf(spine[3].axes, head.axes), trunk);
  const limb = ["flexion", "abduction", "rotation"];
  for (const side of ["right", "left"] as const) {
    const leg = body.legs[side];
    const arm = body.arms[side];
    const s = sign(side);
    put(`${side} hip`, ballAngles(pelvis.axes, leg.thigh, side, "hip"), limb);
    out[`${side} knee`] = hinge(leg.thigh, leg.shank, -1);
    out[`${side} ankle`] = hinge(leg.shank, leg.foot, 1);
    put(`${side} shoulder`, ballAngles(spine[3].axes, arm.upper, side, "shoulder"), limb);
    out[`${side} elbow`] = hinge(arm.upper, arm.fore, 1);
    const hand = relative(arm.fore, arm.hand);
    const wrist = degrees(Math.asin(clamp(hand.z[1] * s)));
    out[`${side} wrist`] = wrist;
    out[`${side} forearm`] =
      Math.abs(wrist) > FOLDED_BACK
        ? degrees(Math.atan2(-hand.x[2] * s, hand.x[0]))
        : degrees(Math.atan2(hand.z[0] * s, hand.z[2]));
    out[`${side} curl`] = arm.curl;
  }
  return out;
}

/** One solved angle by name ("right knee", "lumbar flexion"). Throws `FigureError` on another name. */
export function solvedAngle(body: Body, name: string): number {
  const value = anglesOf(body)[name];
  if (value === undefined) throw new FigureError(`"${name}" is not a joint`);
  return value;
}

/** The joint whose range counts for a solved angle. */
export const jointOf = (name: string): JointName => name.replace(/^(right|left) /, "") as JointName;
