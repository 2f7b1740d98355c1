import type { Ball } from "../ball";
import { BODY, type Side } from "../body";
import { pointOf } from "../points";
import type { Body } from "../solved";
import type { PropSource } from "../source";
import { type Axes, add, apply, length, mix, scale, sub, unit, type Vec } from "../vector";
import { disc, type Piece } from "./prop";
import { axesAlong, roundPiece } from "./shapes";

const STICK = { radius: 1.4, length: 106 } as const;

const runs = (body: Body, { through }: PropSource): Vec[] =>
  (through ?? []).map((p) => (typeof p === "string" ? pointOf(body, p) : (p as Vec)));

/** Around the middle of a foot: down its near edge, under the sole, up the other. */
function aroundFoot(body: Body, side: Side): Vec[] {
  const { ankle, foot } = body.legs[side];
  const s = side === "right" ? 1 : -1;
  const around: Vec[] = [
    [10.5, -1.4, 4 * s],
    [10.5, -BODY.ankleHeight - 0.6, 4 * s],
    [10.5, -BODY.ankleHeight - 0.6, -4 * s],
    [10.5, -1.4, -4 * s],
  ];
  return around.map((v) => add(ankle, apply(foot, v)));
}

/** Over the back of a foot, from the edge that is nearer to where it comes from; an end hooks under. */
function overFoot(body: Body, side: Side, from: Vec | undefined, ends: boolean): Vec[] {
  const { ankle, foot } = body.legs[side];
  const s = (side === "right" ? 1 : -1) as number;
  const place = (y: number, z: number) => add(ankle, apply(foot, [9, y, z * s]));
  const over = [place(-5.6, 4.6), place(-1.6, 3), place(-1.6, -3), place(-5.6, -4.6)];
  const way = (v: Vec | undefined) => (v && from ? length(sub(v, from)) : 0);
  if (from && way(over[3]) < way(over[0])) over.reverse();
  return over.slice(from ? 1 : 0, ends || !from ? 4 : 3);
}

/**
 * A strap or band along the points that it runs through; at the ball of a foot it goes around under it, at
 * the instep over it.
 */
export function stretched(
  body: Body,
  source: PropSource,
  material: Piece["material"],
  width: number,
  shade: 1 | 2,
): Piece {
  const through = source.through ?? [];
  const placeOf = (p: string | readonly number[] | undefined): Vec | undefined =>
    typeof p === "string" ? pointOf(body, p) : (p as Vec | undefined);
  const points = through.flatMap((p, i): Vec[] => {
    if (typeof p !== "string") return [p as Vec];
    const [side = "", name] = p.split(" ");
    if (name === "instep") {
      const last = i === through.length - 1;
      const over = overFoot(
        body,
        side as Side,
        placeOf(through[i - 1] ?? through[i + 1]),
        last || i === 0,
      );
      return i === 0 ? over.toReversed() : over;
    }
    return name === "ball" ? aroundFoot(body, side as Side) : [pointOf(body, p)];
  });
  return { kind: "ribbon", points, width, material, shade, bias: source.bias ?? 4 };
}

/**
 * A stick through two points: a rod of its own length when both are of the body, a walking stick with
 * handle and rubber tip when one is a place on the floor.
 */
export function stick(body: Body, source: PropSource): Piece[] {
  const through = source.through ?? [];
  const [a, b = add(a as Vec, [0, -1, 0])] = runs(body, source) as [Vec, Vec?];
  const name = through.find((p) => typeof p === "string");
  if (name !== undefined && through.some((p) => typeof p !== "string"))
    return walkingStick(body, String(name), typeof through[0] === "string" ? b : a, source);
  const way = unit(sub(b, a));
  const long = source.size?.[0] ?? STICK.length;
  const from = add(mix(a, b, 0.5), scale(way, -long / 2));
  const lofts = [roundPiece(from, add(from, scale(way, long)), STICK.radius, 0.6)];
  return [{ kind: "loft", material: "wood", shade: 2, lofts, bias: source.bias ?? -3 }];
}

/** The handle lies in the fist, along its knuckles' axis; the tip stands on the floor. */
function walkingStick(body: Body, name: string, tip: Vec, source: PropSource): Piece[] {
  const hand = body.arms[name.startsWith("left") ? "left" : "right"].hand;
  const grip = pointOf(body, name);
  const end = (t: number) => add(grip, scale(hand.x, t));
  const bias = source.bias ?? -3;
  const rubber = mix(tip, grip, 0.05);
  return [
    {
      kind: "loft",
      material: "wood",
      shade: 2,
      bias,
      lofts: [
        roundPiece(rubber, end(0), STICK.radius, 0.6),
        [disc(end(6), hand, [1.6, 1.5, 1.5]), disc(end(0), hand, [1.6, 1.7, 1.7])],
        [disc(end(0), hand, [1.6, 1.7, 1.7]), disc(end(-6.5), hand, [1.8, 1.9, 1.9])],
      ],
    },
    {
      kind: "loft",
      material: "metal",
      shade: 2,
      bias,
      lofts: [roundPiece(add(tip, [0, 0.6, 0]), rubber, STICK.radius + 0.5, 0.6)],
    },
  ];
}

/** One dumbbell in each hand that is named, its grip along the fist. */
export function dumbbells(body: Body, source: PropSource): Piece[] {
  return (source.through ?? []).flatMap((name): Piece[] => {
    const side = String(name).startsWith("left") ? "left" : "right";
    const { hand } = body.arms[side];
    const palm = pointOf(body, `${side} palm`);
    const end = (t: number) => add(palm, scale(hand.x, t));
    const axes: Axes = axesAlong(hand.x);
    const head = (t: number): Ball[] => [
      disc(end(t - 2.4), axes, [4.4, 0.7, 4.4]),
      disc(end(t + 2.4), axes, [4.4, 0.7, 4.4]),
    ];
    const bias = source.bias ?? 3;
    return [
      {
        kind: "loft",
        material: "metal",
        shade: 1,
        bias: bias - 8,
        lofts: [roundPiece(end(-7), end(7), 1.4, 0.5)],
      },
      ...[8.2, -8.2].map(
        (t): Piece => ({ kind: "loft", material: "metal", shade: 2, bias, lofts: [head(t)] }),
      ),
    ];
  });
}
