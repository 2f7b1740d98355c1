import { SIDES } from "./body";
import type { Camera } from "./camera";
import { headItem } from "./draw-head";
import { armItems, legItems } from "./draw-limbs";
import { neckFlesh, pelvisFlesh, trunkFlesh } from "./flesh-trunk";
import type { Joined, Shades } from "./limb-look";
import { type Item, meanDepth, patch, ROUND } from "./patch";
import type { Body } from "./solved";
import { dot } from "./vector";

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
