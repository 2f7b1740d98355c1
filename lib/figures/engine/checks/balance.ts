import { type Ball, support } from "../ball";
import type { ComposedFigure } from "../compose-figure";
import { ballsOf, PARTS } from "../parts";
import type { Piece, Prop } from "../props/prop";
import type { Body } from "../solved";
import { add, scale, type Vec } from "../vector";
import { separation } from "./convex";
import { cm, type Found, type Limits, over } from "./finding";
import { centreOfMass } from "./mass";
import { shapesOfPart } from "./part-shapes";
import { isGround, shapesOfProp } from "./prop-shapes";
import { BEARS } from "./touch";

/** cm of the centre of mass outside its support: muscles and a sway make up for a little. */
const OUTSIDE: Limits = { soft: 4, hard: 9 };
/** Held or worn: they bear nobody, but for a stick that stands on the floor. */
const CARRIED: readonly Prop["kind"][] = ["strap", "band", "dumbbell"];
/** How much of a pressed ellipsoid bears, as a share of its half size. */
const PRINT = 0.7;

/** A place seen from above. */
type Spot = readonly [number, number];

/** The print that a ball leaves around a point of it. */
function print(at: Vec, { axes, r }: Ball): Spot[] {
  const edges = [scale(axes.x, r[0] * PRINT), scale(axes.z, r[2] * PRINT)];
  const points = edges.flatMap((edge) => [add(at, edge), add(at, scale(edge, -1))]);
  return [at, ...points.filter((p) => Math.abs(p[1] - at[1]) < BEARS)].map(([x, , z]) => [x, z]);
}

function onFloor(balls: readonly Ball[]): Spot[] {
  return balls.flatMap((ball) => {
    const low = support(ball, [0, -1, 0]);
    return low[1] < BEARS ? print(low, ball) : [];
  });
}

const isStick = (prop: Prop): boolean => prop.kind === "stick";
const loftBalls = (piece: Piece): Ball[] => (piece.kind === "loft" ? piece.lofts.flat() : []);

function spotsOf(body: Body, props: readonly Prop[]): Spot[] {
  const things = props.filter((p) => !isGround(p) && !CARRIED.includes(p.kind) && !isStick(p));
  const shapes = things.flatMap((prop) => shapesOfProp(prop, body));
  const borne = PARTS.flatMap((part) => {
    const touches = shapesOfPart(body, part).some((own) =>
      shapes.some((thing) => separation(own, thing, BEARS) < BEARS),
    );
    return touches ? ballsOf(body, part).flatMap((ball) => print(ball.at, ball)) : [];
  });
  const sticks = props.filter(isStick).flatMap((p) => (p.held?.(body) ?? []).flatMap(loftBalls));
  return [...onFloor(PARTS.flatMap((part) => ballsOf(body, part))), ...borne, ...onFloor(sticks)];
}

const turn = (o: Spot, a: Spot, b: Spot): number =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

/** Corners of the smallest convex outline around places (monotone chain). */
function outlineOf(spots: readonly Spot[]): Spot[] {
  const sorted = spots.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (order: readonly Spot[]) => {
    const chain: Spot[] = [];
    for (const spot of order) {
      while (chain.length > 1 && turn(chain.at(-2) as Spot, chain.at(-1) as Spot, spot) <= 0)
        chain.pop();
      chain.push(spot);
    }
    return chain;
  };
  return [...half(sorted).slice(0, -1), ...half(sorted.toReversed()).slice(0, -1)];
}

function distanceTo(a: Spot, b: Spot, p: Spot): number {
  const [dx, dz] = [b[0] - a[0], b[1] - a[1]];
  const size = dx * dx + dz * dz;
  const t = size === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dz) / size;
  const s = Math.min(1, Math.max(0, t));
  return Math.hypot(p[0] - a[0] - dx * s, p[1] - a[1] - dz * s);
}

/** How far the centre of mass stands outside what bears the body, cm; 0 above it, null where nothing bears. */
export function offBalance(body: Body, props: readonly Prop[]): number | null {
  const spots = spotsOf(body, props);
  if (spots.length === 0) return null;
  const [x, , z] = centreOfMass(body);
  const corners = outlineOf(spots);
  if (corners.length < 2) return Math.hypot(x - (spots[0]?.[0] ?? 0), z - (spots[0]?.[1] ?? 0));
  const sides = corners.map((a, i) => [a, corners[(i + 1) % corners.length] as Spot] as const);
  if (corners.length > 2 && sides.every(([a, b]) => turn(a, b, [x, z]) >= 0)) return 0;
  return Math.min(...sides.map(([a, b]) => distanceTo(a, b, [x, z])));
}

/** Nobody falls over: in each key pose the centre of mass is above what bears the body. */
export function checkBalance({ solved, props, source }: ComposedFigure): Found[] {
  return solved.flatMap(({ body }, i) => {
    const off = offBalance(body, props) ?? 0;
    const text = `the centre of mass is ${cm(off)} outside what bears the body`;
    return over(off, OUTSIDE, { check: "balance", pose: source.poses[i]?.name, text });
  });
}
