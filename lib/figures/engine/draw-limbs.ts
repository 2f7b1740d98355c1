import { anglesOf } from "./angles";
import type { Ball } from "./ball";
import type { Side } from "./body";
import type { Camera } from "./camera";
import {
  footFlesh,
  forearmFlesh,
  handFlesh,
  shankFlesh,
  sleeveFlesh,
  thighFlesh,
  upperArmFlesh,
} from "./flesh-limbs";
import { seatFlesh } from "./flesh-trunk";
import { type Item, meanDepth, patch, ROUND, tone } from "./patch";
import type { Arm, Body, Leg } from "./solved";
import { dot, mix } from "./vector";

/** Hip flexion up to which the thigh goes under the shirt, degrees. */
const STRAIGHT_HIP = 62;

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

/** A leg with its foot, as one item or as thigh and shin. */
export function legItems(
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

/** An arm with its sleeve and hand, as one item or as upper arm and forearm. */
export function armItems(
  body: Body,
  side: Side,
  camera: Camera,
  joined: boolean,
  shade: number,
): Item[] {
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
