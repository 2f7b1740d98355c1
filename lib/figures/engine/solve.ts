import { solveArm } from "./arm";
import { BODY, SIDES, type Side, sign } from "./body";
import { fitted } from "./fit";
import { solveLeg } from "./leg";
import { lowest, partName } from "./parts";
import { pointOf } from "./points";
import type { Prop } from "./props/prop";
import type { Arm, Body, FullPose, Leg, SolvedPose } from "./solved";
import type { Target } from "./source";
import { type Bend, solveSpine } from "./spine";
import { placeOf } from "./targets";
import type { Place, Reached } from "./two-bones";
import { add, composeAll, ORIGIN, scale, turnX, turnY, turnZ, type Vec } from "./vector";
import { FigureError } from "./words";

const zero: Bend = [0, 0, 0];

function legOrder(pose: FullPose): Side[] {
  const leans = (side: Side, other: Side) =>
    JSON.stringify(pose.legs[side].at ?? "").includes(other);
  return leans("right", "left") && !leans("left", "right") ? ["left", "right"] : ["right", "left"];
}

function armOrder(pose: FullPose): Side[] {
  const leans = (side: Side, other: Side) =>
    JSON.stringify(pose.arms[side].at ?? "").includes(other);
  return leans("right", "left") &&
    !JSON.stringify(pose.arms.left.at ?? "").match(/right (upper arm|forearm|palm|wrist|elbow)/)
    ? ["left", "right"]
    : ["right", "left"];
}

/** A target's place; what cannot be found is said of the hand or foot that was to go there. */
function placeFor(
  part: "hand" | "foot",
  target: Target,
  body: Body,
  side: Side,
  props: readonly Prop[],
): Place {
  try {
    return placeOf(target, body, side, props);
  } catch (error) {
    if (!(error instanceof FigureError)) throw error;
    throw new FigureError(`${side} ${part}: ${error.message}`);
  }
}

/** One pass from the pelvis outward at a given place. */
function solveAt(pose: FullPose, at: Vec, props: readonly Prop[], pinned: boolean): SolvedPose {
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
  const breath = { belly: pose.breath?.belly ?? 0, ribs: pose.breath?.ribs ?? 0 };
  const known = (): Body => ({ pelvis: { at, axes }, ...upper, legs, arms, breath });
  const hipOf = (side: Side) => add(at, scale(axes.z, BODY.hipHalf * sign(side)));
  for (const side of SIDES) {
    const { at: _at, ...free } = pose.legs[side];
    legs[side] = solveLeg(hipOf(side), axes, side, free, null).limb;
    arms[side] = freeArmOf(pose, upper.spine[3], side).limb;
  }
  for (const side of legOrder(pose)) {
    const source = pose.legs[side];
    const place = source.at && pinned ? placeFor("foot", source.at, known(), side, props) : null;
    if (!place) continue;
    const solved = solveLeg(hipOf(side), axes, side, source, place);
    legs[side] = solved.limb;
    missing[`${side} foot`] = solved.missing;
  }
  for (const side of armOrder(pose)) {
    const source = pose.arms[side];
    const place = source.at && pinned ? placeFor("hand", source.at, known(), side, props) : null;
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
    shift = pose.anchor.at.map((v, i) =>
      v === null ? 0 : v - (point[i] as number),
    ) as unknown as Vec;
  }
  if (pose.rest) {
    const parts = pose.rest.parts.map(partName);
    const low = Math.min(...parts.map((part) => lowest(body, part)));
    shift = [shift[0], (pose.rest.at ?? 0) - low, shift[2]];
  }
  return shift;
}

function solveOnce(pose: FullPose, props: readonly Prop[]): SolvedPose {
  let at = (pose.place as Vec | undefined) ?? ORIGIN;
  const first = solveAt(pose, at, props, false);
  at = add(at, settle(pose, first.body));
  return solveAt(pose, at, props, true);
}

/** A pose solved in the room: fits, anchor, rest, spine, legs, arms. Throws `FigureError`. */
export function solvePose(pose: FullPose, props: readonly Prop[]): SolvedPose {
  const solve = (tried: FullPose) => solveOnce(tried, props);
  return solve((pose.fit ?? []).reduce((so, fit) => fitted(so, fit, solve), pose));
}
