import { type Side, sign } from "./body";
import { radiusAlong } from "./flesh-limbs";
import { pointOf } from "./points";
import type { Prop } from "./props/prop";
import type { Body } from "./solved";
import type { Target } from "./source";
import type { Place } from "./two-bones";
import { type Axes, add, apply, dot, mix, ORIGIN, scale, type Vec } from "./vector";
import { direction, FigureError } from "./words";

/** A segment that a hand or foot can go to: its axis, and half sizes where it is no limb. */
interface Segment {
  readonly axes: Axes;
  readonly start: Vec;
  readonly end: Vec;
  readonly name: string;
  readonly side: 1 | -1;
}

const HALF_SIZES: Readonly<Record<string, Vec>> = {
  head: [9.6, 9, 7.6],
  pelvis: [9.4, 8, 14.6],
  chest: [9.6, 8, 13.6],
};

function centralSegment({ head, pelvis, spine }: Body, name: string): Segment | null {
  const side = 1;
  switch (name) {
    case "head":
      return {
        axes: head.axes,
        start: add(head.at, apply(head.axes, [1, 20, 0])),
        end: head.at,
        name,
        side,
      };
    case "pelvis":
      return { axes: pelvis.axes, start: spine[0].start, end: pelvis.at, name, side };
    case "chest":
      return { axes: spine[3].axes, start: spine[3].end, end: spine[2].start, name, side };
    default:
      return null;
  }
}

function segmentOf(body: Body, on: string): Segment {
  const central = centralSegment(body, on);
  if (central) return central;
  const [owner, ...rest] = on.split(" ") as [Side, ...string[]];
  const name = rest.join(" ");
  const side = sign(owner);
  const leg = body.legs[owner];
  const arm = body.arms[owner];
  switch (name) {
    case "thigh":
      return { axes: leg.thigh, start: leg.hip, end: leg.knee, name, side };
    case "shin":
      return { axes: leg.shank, start: leg.knee, end: leg.ankle, name, side };
    case "foot":
      return {
        axes: leg.foot,
        start: add(leg.ankle, apply(leg.foot, [-4, -3.4, 0])),
        end: add(leg.ankle, apply(leg.foot, [16, -5, 0])),
        name,
        side,
      };
    case "upper arm":
      return { axes: arm.upper, start: arm.shoulder, end: arm.elbow, name, side };
    default:
      return { axes: arm.fore, start: arm.elbow, end: arm.wrist, name, side };
  }
}

/** Distance from the middle of a segment to its skin in a direction, cm. */
function thickness({ axes, name }: Segment, toward: Vec, along: number): number {
  const half = HALF_SIZES[name];
  if (!half) return radiusAlong(name, along);
  return Math.hypot(
    half[0] * dot(toward, axes.x),
    half[1] * dot(toward, axes.y),
    half[2] * dot(toward, axes.z),
  );
}

/** The vector of three numbers as authors write it. */
const vec = (triple: readonly number[] | undefined): Vec => (triple ?? ORIGIN) as unknown as Vec;

function onSegment(
  body: Body,
  target: { on: string; along?: number; face?: string; gap?: number },
): Place {
  const segment = segmentOf(body, target.on);
  const face = target.face ?? (segment.name === "foot" ? "head" : "front");
  const faces = direction(face, segment.axes, segment.side);
  const along = target.along ?? 0.5;
  const off = thickness(segment, faces, along) + (target.gap ?? 0);
  return { at: add(mix(segment.start, segment.end, along), scale(faces, off)), faces };
}

function onProp(
  props: readonly Prop[],
  target: { prop: string; spot: string; offset?: number[] },
): Place {
  const prop = props.find((p) => p.id === target.prop || p.kind === target.prop);
  if (!prop) throw new FigureError(`there is no prop "${target.prop}"`);
  const spot = prop.spots[target.spot];
  if (spot) return { at: add(spot.at, vec(target.offset)), faces: spot.faces };
  const known = Object.keys(prop.spots).join(", ") || "none";
  throw new FigureError(`"${target.prop}" has no spot "${target.spot}"; it has ${known}`);
}

const UPPER = /shoulder|elbow|wrist|palm|fingertips|chest|c7|head|chin|crown/;

/**
 * Where a target is, given what of the body is known so far. Throws `FigureError` for a prop, spot or
 * point that is not there.
 */
export function placeOf(target: Target, body: Body, side: Side, props: readonly Prop[]): Place {
  if (Array.isArray(target)) return { at: vec(target), faces: null };
  const named = target as Exclude<Target, readonly number[]>;
  if ("on" in named) return onSegment(body, named);
  if ("prop" in named) return onProp(props, named);
  const at = pointOf(body, named.point);
  const [front, up, out] = vec(named.offset);
  if (named.room) return { at: add(at, [front, up, out]), faces: null };
  const axes = UPPER.test(named.point) ? body.spine[3].axes : body.pelvis.axes;
  return { at: add(at, apply(axes, [front, up, out * sign(side)])), faces: null };
}
