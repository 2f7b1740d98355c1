import { BODY, SIDES, type Side, sign } from "./body";
import { isPart, lowest, type PartName, radiusAlong } from "./flesh";
import { type Place, type Reached, solveArm, solveLeg } from "./limbs";
import { pointOf } from "./points";
import { solvedAngle } from "./angles";
import type { Prop } from "./props/prop";
import type { Arm, Body, Leg } from "./solved";
import type { ArmSource, LegSource, PoseSource, Target } from "./source";
import { type Bend, solveSpine } from "./spine";
import { ORIGIN, type Axes, type Vec, add, apply, composeAll, mix, scale, sub, turnX, turnY, turnZ, unit } from "./vector";
import { direction, FigureError } from "./words";

/** A pose with everything inherited merged in; both legs and arms given. */
export interface FullPose extends Omit<PoseSource, "legs" | "arms"> {
  readonly orient: Axes;
  readonly legs: Readonly<Record<Side, LegSource>>;
  readonly arms: Readonly<Record<Side, ArmSource>>;
}

export interface SolvedPose {
  readonly body: Body;
  /** Distance by which each pinned hand or foot misses its place, cm. */
  readonly missing: Readonly<Record<string, number>>;
}

interface Pins {
  readonly use: boolean;
}

const zero: Bend = [0, 0, 0];

function frontOf(body: Body, on: string, face: string | undefined): { axes: Axes; start: Vec; end: Vec; segment: string; wants: string; side: 1 | -1 } {
  const wants = face ?? "front";
  if (on === "head") {
    const { at, axes } = body.head;
    return { axes, start: add(at, apply(axes, [1, 20, 0])), end: at, segment: "head", wants, side: 1 };
  }
  if (on === "pelvis")
    return { axes: body.pelvis.axes, start: body.spine[0].start, end: body.pelvis.at, segment: "pelvis", wants, side: 1 };
  if (on === "chest")
    return { axes: body.spine[3].axes, start: body.spine[3].end, end: body.spine[2].start, segment: "chest", wants, side: 1 };
  const [side, ...rest] = on.split(" ") as [Side, ...string[]];
  const leg = body.legs[side];
  const arm = body.arms[side];
  const s = sign(side);
  switch (rest.join(" ")) {
    case "thigh":
      return { axes: leg.thigh, start: leg.hip, end: leg.knee, segment: "thigh", wants, side: s };
    case "shin":
      return { axes: leg.shank, start: leg.knee, end: leg.ankle, segment: "shin", wants, side: s };
    case "foot":
      return {
        axes: leg.foot,
        start: add(leg.ankle, apply(leg.foot, [-4, -3.4, 0])),
        end: add(leg.ankle, apply(leg.foot, [16, -5, 0])),
        segment: "foot",
        wants: face ?? "head",
        side: s,
      };
    case "upper arm":
      return { axes: arm.upper, start: arm.shoulder, end: arm.elbow, segment: "upper arm", wants, side: s };
    default:
      return { axes: arm.fore, start: arm.elbow, end: arm.wrist, segment: "forearm", wants, side: s };
  }
}

const HALF_SIZES: Readonly<Record<string, Vec>> = {
  head: [9.6, 9, 7.6],
  pelvis: [9.4, 8, 14.6],
  chest: [9.6, 8, 13.6],
};

/** Where a target is, given what of the body is known so far. */
export function placeOf(target: Target, body: Body, side: Side, props: readonly Prop[]): Place {
  if (Array.isArray(target)) return { at: target as Vec, faces: null };
  const t = target as Exclude<Target, readonly number[]>;
  if ("on" in t) {
    const { axes, start, end, segment, wants, side: s } = frontOf(body, t.on, t.face);
    const faces = direction(wants, axes, s);
    const share = t.along ?? 0.5;
    const half = HALF_SIZES[segment];
    const radius = half
      ? Math.hypot(
          half[0] * (faces[0] * axes.x[0] + faces[1] * axes.x[1] + faces[2] * axes.x[2]),
          half[1] * (faces[0] * axes.y[0] + faces[1] * axes.y[1] + faces[2] * axes.y[2]),
          half[2] * (faces[0] * axes.z[0] + faces[1] * axes.z[1] + faces[2] * axes.z[2]),
        )
      : radiusAlong(segment, share);
    const at = add(mix(start, end, share), scale(faces, radius + (t.gap ?? 0)));
    return { at, faces };
  }
  if ("prop" in t) {
    const prop = props.find((p) => p.id === t.prop || p.kind === t.prop);
    if (!prop) throw new FigureError(`there is no prop "${t.prop}"`);
    const spot = prop.spots[t.spot];
    if (!spot)
      throw new FigureError(
        `"${t.prop}" has no spot "${t.spot}"; it has ${Object.keys(prop.spots).join(", ") || "none"}`,
      );
    return { at: add(spot.at, (t.offset as Vec | undefined) ?? ORIGIN), faces: spot.faces };
  }
  const [f, u, o] = (t.offset as Vec | undefined) ?? ORIGIN;
  const at = pointOf(body, t.point);
  if (t.room) return { at: add(at, [f, u, o]), faces: null };
  const upper = /shoulder|elbow|wrist|palm|chest|c7|head|chin|crown/.test(t.point);
  const axes = upper ? body.spine[3].axes : body.pelvis.axes;
  return { at: add(at, apply(axes, [f, u, o * sign(side)])), faces: null };
}

function legOrder(pose: FullPose): Side[] {
  const leans = (side: Side, other: Side) => JSON.stringify(pose.legs[side].at ?? "").includes(other);
  return leans("right", "left") && !leans("left", "right") ? ["left", "right"] : ["right", "left"];
}

function armOrder(pose: FullPose): Side[] {
  const leans = (side: Side, other: Side) => JSON.stringify(pose.arms[side].at ?? "").includes(other);
  return leans("right", "left") && !JSON.stringify(pose.arms.left.at ?? "").match(/right (upper arm|forearm|palm|wrist|elbow)/)
    ? ["left", "right"]
    : ["right", "left"];
}

/** One pass from the pelvis outward at a given place. */
function solveAt(pose: FullPose, at: Vec, props: readonly Prop[], pins: Pins): SolvedPose {
  const { tilt = 0, side: lean = 0, turn = 0 } = pose.pelvis ?? {};
  const axes = composeAll(pose.orient, turnY(-turn), turnZ(-tilt), turnX(lean));
  const spine = pose.spine ?? {};
  const upper = solveSpine(at, axes, {
    lumbar: (spine.lumbar as Bend | undefined) ?? zero,
    thoracic: (spine.thoracic as Bend | undefined) ?? zero,
    neck: (spine.neck as Bend | undefined) ?? zero,
    head: (spine.head as Bend | undefined) ?? zero,
  });
  const missing: Record<string, number> = {};
  const legs = {} as Record<Side, Leg>;
  const arms = {} as Record<Side, Arm>;
  const known = (): Body => ({ pelvis: { at, axes }, ...upper, legs, arms });
  const hipOf = (side: Side) => add(at, scale(axes.z, BODY.hipHalf * sign(side)));
  for (const side of SIDES) {
    const { at: _at, ...free } = pose.legs[side];
    legs[side] = solveLeg(hipOf(side), axes, side, free, null).limb;
    arms[side] = freeArmOf(pose, upper.spine[3], side).limb;
  }
  for (const side of legOrder(pose)) {
    const source = pose.legs[side];
    const place = source.at && pins.use ? placeOf(source.at, known(), side, props) : null;
    if (!place) continue;
    const solved = solveLeg(hipOf(side), axes, side, source, place);
    legs[side] = solved.limb;
    missing[`${side} foot`] = solved.missing;
  }
  for (const side of armOrder(pose)) {
    const source = pose.arms[side];
    const place = source.at && pins.use ? placeOf(source.at, known(), side, props) : null;
    if (!place) continue;
    const solved = solveArm(upper.spine[3], side, source, girdleOf(pose, side), place);
    arms[side] = solved.limb;
    missing[`${side} hand`] = solved.missing;
  }
  return { body: known(), missing };
}

function girdleOf(pose: FullPose, side: Side): number[] {
  const own = { ...pose.girdle?.both, ...pose.girdle?.[side] };
  return [own.raise ?? 0, own.forward ?? 0, own.out ?? 0];
}

function freeArmOf(pose: FullPose, thorax: Body["spine"][3], side: Side): Reached<Arm> {
  const { at: _at, ...free } = pose.arms[side];
  return solveArm(thorax, side, free, girdleOf(pose, side), null);
}

/** How far the whole body has to move so that anchor and rest hold. */
function settle(pose: FullPose, body: Body): Vec {
  let shift: Vec = ORIGIN;
  if (pose.anchor) {
    const point = pointOf(body, pose.anchor.point);
    shift = pose.anchor.at.map((v, i) => (v === null ? 0 : v - (point[i] as number))) as unknown as Vec;
  }
  if (pose.rest) {
    const parts = pose.rest.parts.map(partName);
    const low = Math.min(...parts.map((part) => lowest(body, part)));
    shift = [shift[0], (pose.rest.at ?? 0) - low, shift[2]];
  }
  return shift;
}

export function partName(text: string): PartName {
  if (!isPart(text)) throw new FigureError(`"${text}" is not a part of the body`);
  return text;
}

function solveOnce(pose: FullPose, props: readonly Prop[]): SolvedPose {
  let at = (pose.place as Vec | undefined) ?? ORIGIN;
  const first = solveAt(pose, at, props, { use: false });
  at = add(at, settle(pose, first.body));
  return solveAt(pose, at, props, { use: true });
}

type Numbers = number[];

/** A number of the pose found by its path ("spine.thoracic.0"), replaced. */
function withNumber(pose: FullPose, path: string, value: number): FullPose {
  const steps = path.split(".");
  const copy = structuredClone({ ...pose, orient: null }) as unknown as Record<string, unknown>;
  let node = copy;
  for (const step of steps.slice(0, -1)) {
    node[step] ??= {};
    node = node[step] as Record<string, unknown>;
  }
  node[steps.at(-1) as string] = value;
  return { ...(copy as unknown as FullPose), orient: pose.orient };
}

function numberAt(pose: FullPose, path: string): number {
  let node: unknown = pose;
  for (const step of path.split(".")) node = (node as Record<string, unknown> | undefined)?.[step];
  return typeof node === "number" ? node : 0;
}

type Fit = NonNullable<PoseSource["fit"]>[number];

function residuals(fit: Fit, solved: SolvedPose): Numbers {
  return fit.until.map((want) => {
    if ("part" in want) return lowest(solved.body, partName(want.part)) - want.rests;
    if ("axis" in want)
      return (pointOf(solved.body, want.point)["xyz".indexOf(want.axis)] as number) - want.is;
    if ("between" in want) {
      const [a, b] = want.between;
      const gap = sub(pointOf(solved.body, a), pointOf(solved.body, b));
      return Math.hypot(...gap) - want.is;
    }
    return (solvedAngle(solved.body, want.joint) - want.is) / 4;
  });
}

/** Moves the named numbers inside their bounds until the conditions hold and every pin is reached. */
function fitted(pose: FullPose, fit: Fit, props: readonly Prop[]): FullPose {
  const paths = Object.keys(fit.vary);
  const bounds = Object.values(fit.vary);
  const clamp = (v: Numbers) =>
    v.map((x, i) => Math.min(bounds[i]?.[1] ?? x, Math.max(bounds[i]?.[0] ?? x, x)));
  const poseOf = (v: Numbers) =>
    paths.reduce((p, path, i) => withNumber(p, path, v[i] as number), pose);
  const errorOf = (v: Numbers) => {
    const solved = solveOnce(poseOf(v), props);
    const all = [...residuals(fit, solved), ...Object.values(solved.missing)];
    return all.reduce((sum, r) => sum + r * r, 0);
  };
  let best = clamp(paths.map((path) => numberAt(pose, path)));
  let error = errorOf(best);
  for (const [i, [lo, hi]] of bounds.entries())
    for (let k = 0; k <= 8; k++) {
      const tried = best.map((x, j) => (j === i ? lo + ((hi - lo) * k) / 8 : x));
      const e = errorOf(tried);
      if (e < error) [best, error] = [tried, e];
    }
  let step = bounds.map(([lo, hi]) => (hi - lo) / 12);
  for (let round = 0; round < 60 && error > 1e-3; round++) {
    let moved = false;
    for (const i of best.keys())
      for (const way of [1, -1]) {
        const tried = clamp(best.map((x, j) => (j === i ? x + way * (step[i] as number) : x)));
        const e = errorOf(tried);
        if (e < error) [best, error, moved] = [tried, e, true];
      }
    if (!moved) step = step.map((s) => s / 2);
  }
  return poseOf(best);
}

/** A pose solved in the room: fits, anchor, rest, spine, legs, arms. Throws `FigureError`. */
export function solvePose(pose: FullPose, props: readonly Prop[]): SolvedPose {
  const settled = (pose.fit ?? []).reduce((so, fit) => fitted(so, fit, props), pose);
  return solveOnce(settled, props);
}

export const unitBetween = (a: Vec, b: Vec): Vec => unit(sub(b, a));
