import { depthOf, project } from "../camera";
import type { ComposedFigure } from "../compose-figure";
import { pointOf } from "../points";
import type { Body } from "../solved";
import { distance, sub, unit, type Vec } from "../vector";
import { cm, type Found, type Limits, over } from "./finding";
import { limbOf } from "./slide";

/** cm of way of a point that is said to move: less is not seen, even where an arrow helps. */
const STILL: Limits = { soft: 3, hard: 1.2 };
/** Share of a way, or of a bone, that must lie in the picture: its plane within 63 and 75 degrees of it. */
const SEEN: Limits = { soft: 0.45, hard: 0.25 };

const share = (part: number) => `${Math.round(part * 100)} %`;

/** Findings where an amount is too small. */
function under(amount: number, { soft, hard }: Limits, found: Omit<Found, "hard">) {
  return over(-amount, { soft: -soft, hard: -hard }, found);
}

/** The two key poses between which a point is farthest apart. */
function farthest({ solved }: ComposedFigure, point: string): readonly [Vec, Vec] {
  const places = solved.map(({ body }) => pointOf(body, point));
  const pairs = places.flatMap((a, i) => places.slice(i + 1).map((b) => [a, b] as const));
  const ways = pairs.map((pair) => distance(...pair));
  return pairs[ways.indexOf(Math.max(...ways))] as readonly [Vec, Vec];
}

/** What is said to move does, and is seen to. */
export function checkMoves(figure: ComposedFigure): Found[] {
  return (figure.source.moves ?? []).flatMap((point) => {
    const [a, b] = farthest(figure, point);
    const way = distance(a, b);
    const still = `${point} is to move, but its way is only ${cm(way)}`;
    if (way < STILL.soft) return under(way, STILL, { check: "moves", text: still });
    const [[ax, ay], [bx, by]] = [project(figure.camera, a), project(figure.camera, b)];
    const seen = Math.hypot(bx - ax, by - ay) / way;
    const text = `only ${share(seen)} of the way of ${point} is seen; it runs toward the viewer`;
    return under(seen, SEEN, { check: "foreshortening", text });
  });
}

type Bone = (body: Body) => readonly [Vec, Vec];

function boneOf(point: string): { name: string; bone: Bone } | null {
  const [side, joint] = point.split(" ");
  if (side !== "right" && side !== "left") return null;
  switch (joint) {
    case "knee":
      return { name: `${side} thigh`, bone: ({ legs }) => [legs[side].hip, legs[side].knee] };
    case "ankle":
    case "heel":
    case "ball":
    case "toes":
      return { name: `${side} shin`, bone: ({ legs }) => [legs[side].knee, legs[side].ankle] };
    case "elbow":
      return {
        name: `${side} upper arm`,
        bone: ({ arms }) => [arms[side].shoulder, arms[side].elbow],
      };
    case "wrist":
    case "palm":
    case "fingertips":
      return { name: `${side} forearm`, bone: ({ arms }) => [arms[side].elbow, arms[side].wrist] };
    default:
      return null;
  }
}

/** The bone that moves does not point at the viewer in the pose of the thumbnail. */
export function checkForeshortening({ solved, source, camera }: ComposedFigure): Found[] {
  const named = source.poses.findIndex((pose) => pose.name === source.thumb);
  const at = named < 0 ? solved.length - 1 : named;
  const body = solved[at]?.body as Body;
  return (source.moves ?? []).flatMap((point) => {
    const known = boneOf(point);
    if (!known) return [];
    const [a, b] = known.bone(body);
    const seen = Math.sqrt(Math.max(0, 1 - depthOf(camera, unit(sub(b, a))) ** 2));
    const text = `only ${share(seen)} of the ${known.name} is seen; it points at the viewer`;
    return under(seen, SEEN, { check: "foreshortening", pose: source.poses[at]?.name, text });
  });
}

/** By how much the left may move more than the right in an exercise that is shown on the right, cm. */
const LEFT_MORE: Limits = { soft: 4, hard: 15 };

const LIMB_ENDS = ["right knee", "right ankle", "right elbow", "right wrist"] as const;

/** In one-sided exercises the right is the side that works. */
export function checkSide(figure: ComposedFigure, side: string | undefined): Found[] {
  if (side !== "each" && side !== "alternating") return [];
  const moves = figure.source.moves ?? [];
  const [right, left] = ["right", "left"].map((own) =>
    moves.some((point) => limbOf(point).startsWith(own)),
  );
  if (left && !right)
    return [{ check: "side", hard: false, text: `of ${moves.join(", ")} nothing is on the right` }];
  if (left || !right) return [];
  const wayOf = (point: string) => distance(...farthest(figure, point));
  const ways = LIMB_ENDS.map((point) => [wayOf(point), wayOf(point.replace("right", "left"))]);
  const most = (of: 0 | 1) => Math.max(...ways.map((way) => way[of] ?? 0));
  const more = most(1) - most(0);
  const text = `the left moves ${cm(more)} more than the right, which is the working side`;
  return [...over(more, LEFT_MORE, { check: "side", text })];
}
