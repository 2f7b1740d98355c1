import { BODY } from "./body";
import type { Body, Link } from "./solved";
import {
  type Axes,
  add,
  compose,
  composeAll,
  scale,
  turnX,
  turnY,
  turnZ,
  type Vec,
} from "./vector";

/** Flexion, side bend to the right, turn to the right; degrees. */
export type Bend = readonly [number, number, number];

const bent = ([flexion, side, turn]: Bend, share: number): Axes =>
  composeAll(turnY(-turn * share), turnZ(-flexion * share), turnX(side * share));

function link(start: Vec, outer: Axes, own: Axes, size: number): Link {
  const axes = compose(outer, own);
  return { start, end: add(start, scale(axes.y, size)), axes };
}

/** The spine from the pelvis up; each region bends half in each of its two links. */
export function solveSpine(
  at: Vec,
  pelvis: Axes,
  bends: { lumbar: Bend; thoracic: Bend; neck: Bend; head: Bend },
): Pick<Body, "spine" | "head"> {
  const foot = add(at, scale(pelvis.y, BODY.hipToLumbar));
  const l1 = link(foot, pelvis, bent(bends.lumbar, 0.5), BODY.lumbarLink);
  const l2 = link(l1.end, l1.axes, bent(bends.lumbar, 0.5), BODY.lumbarLink);
  const t1 = link(l2.end, l2.axes, bent(bends.thoracic, 0.5), BODY.thoraxLink);
  const t2 = link(t1.end, t1.axes, bent(bends.thoracic, 0.5), BODY.thoraxLink);
  const neckFrame = compose(t2.axes, bent(bends.neck, 0.5));
  const slope = compose(neckFrame, turnZ(-BODY.neckSlope));
  const neck: Link = { start: t2.end, end: add(t2.end, scale(slope.y, BODY.neck)), axes: slope };
  const head = composeAll(neckFrame, bent(bends.neck, 0.5), bent(bends.head, 1));
  return { spine: [l1, l2, t1, t2, neck], head: { at: neck.end, axes: head } };
}
