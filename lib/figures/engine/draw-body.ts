import type { Material, Shade, Tone } from "../art";
import { anglesOf } from "./angles";
import { SIDES, type Side, sign } from "./body";
import { type Camera, depthOf, type Point, project } from "./camera";
import {
  type Ball,
  footFlesh,
  forearmFlesh,
  HAIRLINE,
  handFlesh,
  headFlesh,
  type Loft,
  neckFlesh,
  pelvisFlesh,
  seatFlesh,
  shankFlesh,
  sleeveFlesh,
  thighFlesh,
  trunkFlesh,
  upperArmFlesh,
} from "./flesh";
import { hull, loftHulls, type Ring, smoothed, united } from "./outline";
import type { Arm, Body, Leg } from "./solved";
import { add, apply, dot, mix, scale, sub, type Vec } from "./vector";

/** One flat piece of the drawing. */
export interface Patch {
  /** Stays the same over all poses of a figure. */
  readonly id: string;
  readonly tone: Tone;
  /** Whether it gets a contour over other parts of the body. */
  readonly lined: boolean;
  readonly rings: readonly Ring[];
  /** Not to be seen as the body stands now, but part of a motion in which it may be. */
  readonly hidden?: true;
}

/** Pieces that are drawn together, and how near they are. */
export interface Item {
  readonly id: string;
  readonly depth: number;
  readonly patches: readonly Patch[];
}

/** Whether a limb is one outline or two that overlap: decided once for a figure. */
export type Joined = Readonly<Record<`${Side} ${"leg" | "arm"}`, boolean>>;
export type Shades = Readonly<Record<`${Side} ${"leg" | "arm"}`, number>>;

/** Knee or elbow beyond which a limb is drawn as two parts, degrees. */
const FOLDED = 104;
/** Hip flexion up to which the thigh goes under the shirt, degrees. */
const STRAIGHT_HIP = 62;
/** Rounding of outlines, cm. */
const ROUND = { body: 0.9, trunk: 1.7, hand: 0.35, foot: 0.5, head: 0.4 } as const;
const DEPTH_OF_TONE = 21;
/** How squarely the face and an ear look at the viewer before they are drawn (cosine). */
const NOSE_FACES = 0.35;
const EAR_FACES = 0.3;

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

function tone(material: Material, t: number): Tone {
  return `${material}-${Math.round(Math.min(1, Math.max(0, -t)) * 4) as Shade}`;
}

const meanDepth = (balls: readonly Ball[], camera: Camera): number =>
  balls.reduce((sum, b) => sum + depthOf(camera, b.at), 0) / balls.length;

function outline(lofts: readonly Loft[], camera: Camera, sigma: number): Ring[] {
  return united(lofts.flatMap((loft) => loftHulls(loft, camera))).map((ring) =>
    smoothed(ring, sigma),
  );
}

function patch(
  id: string,
  lofts: readonly Loft[],
  camera: Camera,
  toneOf: Tone,
  sigma: number = ROUND.body,
  lined = true,
): Patch {
  return { id, tone: toneOf, lined, rings: outline(lofts, camera, sigma) };
}

/** The half of a ball on one side of a plane through it, as the camera sees it. */
function halfHull(ball: Ball, normal: Vec, offset: number, way: 1 | -1, camera: Camera): Ring {
  const points: Point[] = [];
  for (let i = 0; i <= 16; i++)
    for (let k = 0; k < 24; k++) {
      const [a, b] = [(Math.PI * i) / 16, (Math.PI * k) / 12];
      const p: Vec = [
        ball.r[0] * Math.sin(a) * Math.cos(b),
        ball.r[1] * Math.cos(a),
        ball.r[2] * Math.sin(a) * Math.sin(b),
      ];
      const over = (dot(p, normal) - offset) * way;
      const inside = over >= 0 ? p : sub(p, scale(normal, way * over));
      if (over >= 0 || Math.abs(over) < 1.6)
        points.push(project(camera, add(ball.at, apply(ball.axes, inside))));
    }
  return convex(points);
}

function convex(points: readonly Point[]): Ring {
  return Array.from({ length: 40 }, (_, i) => {
    const [x, y] = [Math.cos((i * Math.PI) / 20), Math.sin((i * Math.PI) / 20)];
    return points.reduce((best, p) => (p[0] * x + p[1] * y > best[0] * x + best[1] * y ? p : best));
  });
}

/**
 * Hair and face are the two halves of one skull. Which half is drawn over the whole of the other
 * depends on where the hairline faces; both ways are given, so that a turning head can change over.
 */
function headItem(body: Body, camera: Camera): Item {
  const { skull, face, ears, nose } = headFlesh(body);
  const { normal, offset, over } = HAIRLINE;
  const cap: Ball = { ...skull, r: skull.r.map((r) => r + over) as unknown as Vec };
  const faceLast = dot(apply(skull.axes, normal), camera.toward) > 0;
  const lower = face.flatMap((loft) => loftHulls(loft, camera));
  const part = (
    id: string,
    tone: Tone,
    lined: boolean,
    rings: readonly Ring[],
    shown: boolean,
  ) => ({
    id,
    tone,
    lined,
    rings: united(rings).map((ring) => smoothed(ring, ROUND.head)),
    ...(shown ? {} : { hidden: true as const }),
  });
  const faceHalf = [halfHull(skull, normal, offset, 1, camera), ...lower];
  const hairHalf = halfHull(cap, normal, offset, -1, camera);
  const faceOver = [
    part("under face", "skin-0", true, faceHalf, faceLast),
    part("hair", "hair-0", true, [hull([cap], camera)], faceLast),
    part("face", "skin-0", false, faceHalf, faceLast),
  ];
  const hairOver = [
    part("face behind", "skin-0", true, [hull([skull], camera), ...lower], !faceLast),
    part("hair over", "hair-0", true, [hairHalf], !faceLast),
  ];
  const noseSeen = dot(skull.axes.x, camera.toward) > NOSE_FACES;
  const details = [
    part("nose", "skin-2", false, loftHulls(nose, camera), noseSeen),
    ...ears.map((ear, i) => {
      const facing = dot(scale(skull.axes.z, sign(SIDES[i] as Side)), camera.toward);
      return part(`ear${i}`, "skin-1", true, [hull([ear], camera)], facing > EAR_FACES);
    }),
  ];
  return {
    id: "head",
    depth: depthOf(camera, skull.at) - 2,
    patches: [...faceOver, ...hairOver, ...details],
  };
}

/**
 * Hides the arc where the part on top ends over the one beneath: the straighter the knee, the farther
 * along the part beneath.
 */
function kneeCover({ hip, knee, ankle, thigh, shank }: Leg, shankBeneath: boolean): Ball[] {
  const open = Math.max(0, dot(thigh.y, shank.y));
  const beneath = shankBeneath ? ankle : hip;
  return [
    { at: knee, axes: shank, r: [5, 5, 5] },
    { at: mix(knee, beneath, 0.1 * open), axes: thigh, r: [5.5, 5.5, 5.5] },
  ];
}

/** The same at the elbow. */
function elbowCover({ shoulder, elbow, wrist, upper, fore }: Arm, foreBeneath: boolean): Ball[] {
  const open = Math.max(0, dot(upper.y, fore.y));
  const beneath = foreBeneath ? wrist : shoulder;
  return [
    { at: elbow, axes: fore, r: [3.25, 3.25, 3.25] },
    { at: mix(elbow, beneath, 0.1 * open), axes: upper, r: [3.65, 3.65, 3.65] },
  ];
}

function legItems(
  body: Body,
  side: Side,
  camera: Camera,
  joined: boolean,
  shade: number,
  trunkDepth: number,
): Item[] {
  const leg = body.legs[side];
  const thigh = thighFlesh(leg);
  const shank = shankFlesh(leg);
  const trousers = tone("trousers", shade);
  const foot = patch(`${side} foot`, footFlesh(leg), camera, tone("skin", shade), ROUND.foot);
  const seat = patch(`${side} hip`, seatFlesh(body, side), camera, trousers, 0.6, false);
  const straight = (anglesOf(body)[`${side} hip flexion`] as number) < STRAIGHT_HIP;
  const under = (depth: number) =>
    straight && depth > trunkDepth - 0.5 ? trunkDepth - 0.5 + depth / 1000 : depth;
  if (joined) {
    const whole = patch(`${side} leg`, [[...thigh, ...shank.slice(1)]], camera, trousers);
    const depth = under(meanDepth([...thigh, ...shank], camera));
    return [{ id: `${side} leg`, depth, patches: [foot, whole, seat] }];
  }
  const upper = meanDepth(thigh, camera);
  const lower = meanDepth(shank, camera);
  const thighPatch = patch(`${side} thigh`, [thigh], camera, trousers);
  const slimmer: Ball = { at: leg.knee, axes: leg.shank, r: [4.4, 4.4, 4.4] };
  const shankPatch = patch(`${side} shin`, [[slimmer, ...shank.slice(1)]], camera, trousers);
  const lowerFirst = lower < upper;
  const cover = patch(`${side} knee`, [kneeCover(leg, lowerFirst)], camera, trousers, 0.5, false);
  return [
    {
      id: `${side} thigh`,
      depth: under(upper),
      patches: lowerFirst ? [thighPatch, seat, cover] : [thighPatch, seat],
    },
    {
      id: `${side} shin`,
      depth: lower,
      patches: lowerFirst ? [foot, shankPatch] : [foot, shankPatch, cover],
    },
  ];
}

function armItems(body: Body, side: Side, camera: Camera, joined: boolean, shade: number): Item[] {
  const arm = body.arms[side];
  const upper = upperArmFlesh(arm);
  const fore = forearmFlesh(arm);
  const hand = handFlesh(arm, side);
  const skin = tone("skin", shade);
  const cloth = tone("shirt", shade);
  const sleeveLofts = sleeveFlesh(arm);
  const sleeve = patch(`${side} sleeve`, sleeveLofts, camera, cloth, 0.6);
  const cap: Ball = { at: arm.shoulder, axes: arm.upper, r: [5.1, 5.1, 5.1] };
  const inner: Ball = {
    at: mix(arm.shoulder, body.spine[3].end, 0.16),
    axes: arm.upper,
    r: [4.9, 4.9, 4.9],
  };
  // A sleeve darker than the shirt ends at its seam; over the chest its tone would be a stain.
  const seam = cloth === "shirt-0" ? [cap, inner] : [cap];
  const cover = patch(`${side} shoulder`, [seam], camera, cloth, 0.5, false);
  if (joined) {
    const whole = [[...upper, ...fore.slice(1)], ...hand];
    return [
      {
        id: `${side} arm`,
        depth: meanDepth([...upper, ...fore, ...hand.flat()], camera),
        patches: [patch(`${side} arm`, whole, camera, skin, 0.5), sleeve, cover],
      },
    ];
  }
  const lower = meanDepth([...fore, ...hand.flat()], camera);
  const higher = meanDepth([cap, ...upper], camera);
  const lowerFirst = lower < higher;
  const bend = patch(`${side} elbow`, [elbowCover(arm, lowerFirst)], camera, skin, 0.4, false);
  const upperPatches = [patch(`${side} upper arm`, [upper], camera, skin, 0.5)];
  const slimmer: Ball = { at: arm.elbow, axes: arm.fore, r: [2.8, 2.8, 2.8] };
  const lowerArm = [[slimmer, ...fore.slice(1)], ...hand];
  const forePatches = [patch(`${side} forearm`, lowerArm, camera, skin, 0.4)];
  return [
    {
      id: `${side} upper arm`,
      depth: higher,
      patches: [...upperPatches, ...(lowerFirst ? [bend] : []), sleeve, cover],
    },
    {
      id: `${side} forearm`,
      depth: lower,
      patches: [...forePatches, ...(lowerFirst ? [] : [bend])],
    },
  ];
}

/** The body's pieces with their depths, not yet in order. */
export function bodyItems(body: Body, camera: Camera, joined: Joined, shades: Shades): Item[] {
  const trunk = trunkFlesh(body);
  const pelvis = pelvisFlesh(body);
  const depth = meanDepth([...trunk.flat(), ...pelvis.flat()], camera);
  const head = headItem(body, camera);
  const hips = patch("hips", pelvis, camera, "trousers-0", ROUND.trunk, false);
  const shirt = patch("shirt", trunk, camera, "shirt-0", ROUND.trunk);
  const seenFromFeet = dot(body.pelvis.axes.y, camera.toward) < -0.5;
  return [
    {
      id: "under",
      depth: Number.NEGATIVE_INFINITY,
      patches: [{ ...hips, id: "under", lined: true }],
    },
    {
      id: "neck",
      depth: Math.min(head.depth, depth) - 1,
      patches: [patch("neck", neckFlesh(body), camera, "skin-1", 0.5)],
    },
    { id: "trunk", depth, patches: seenFromFeet ? [shirt, hips] : [hips, shirt] },
    head,
    ...SIDES.flatMap((side) => [
      ...legItems(body, side, camera, joined[`${side} leg`], shades[`${side} leg`], depth),
      ...armItems(body, side, camera, joined[`${side} arm`], shades[`${side} arm`]),
    ]),
  ];
}
