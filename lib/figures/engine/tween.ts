import { BODY, SIDES, type Side, sign } from "./body";
import type { Arm, Body, FullPose, Leg, Link } from "./solved";
import { boneAxes, twoBones } from "./two-bones";
import {
  type Axes,
  add,
  apply,
  blend,
  compose,
  cross,
  distance,
  mix,
  relative,
  scale,
  sub,
  unapply,
  unit,
  type Vec,
} from "./vector";

/** A joint that moves less than this between two poses stays where it is, cm. */
const SAME_PLACE = 1.8;
/** A wrist or an ankle lower than this in both poses slides along the floor between them, cm. */
const ON_FLOOR = { wrist: 5, ankle: 11 } as const;

const stays = (a: Vec, b: Vec, low: number): boolean =>
  distance(a, b) <= SAME_PLACE || (a[1] < low && b[1] < low);

/** A frame blended as seen from the frame it hangs on. */
const hung = (outer: Axes, a: [Axes, Axes], b: [Axes, Axes], t: number): Axes =>
  compose(outer, blend(relative(a[0], a[1]), relative(b[0], b[1]), t));

function spineBetween(
  at: Vec,
  pelvis: Axes,
  a: Body,
  b: Body,
  t: number,
): Pick<Body, "spine" | "head"> {
  const links: Link[] = [];
  let outer = pelvis;
  let start = add(at, scale(pelvis.y, BODY.hipToLumbar));
  for (const [i, link] of a.spine.entries()) {
    const before = (body: Body) => (i === 0 ? body.pelvis.axes : (body.spine[i - 1] as Link).axes);
    const other = b.spine[i] as Link;
    const axes = hung(outer, [before(a), link.axes], [before(b), other.axes], t);
    const end = add(start, scale(axes.y, distance(link.start, link.end)));
    links.push({ start, end, axes });
    [outer, start] = [axes, end];
  }
  const head = hung(outer, [a.spine[4].axes, a.head.axes], [b.spine[4].axes, b.head.axes], t);
  return { spine: links as unknown as Body["spine"], head: { at: start, axes: head } };
}

/** Where the pelvis is: hung on a knee that kneels in both poses, else on the straight way. */
function pelvisAt(a: Body, b: Body, axes: Axes, t: number): Vec {
  for (const side of SIDES) {
    const [la, lb] = [a.legs[side], b.legs[side]];
    const kneels = la.knee[1] < 9 && lb.knee[1] < 9 && distance(la.knee, lb.knee) < SAME_PLACE;
    if (!kneels) continue;
    const thigh = blend(la.thigh, lb.thigh, t);
    const hip = add(mix(la.knee, lb.knee, t), scale(thigh.y, BODY.thigh));
    return sub(hip, scale(axes.z, BODY.hipHalf * sign(side)));
  }
  return mix(a.pelvis.at, b.pelvis.at, t);
}

function legBetween(at: Vec, pelvis: Axes, a: Body, b: Body, side: Side, t: number): Leg {
  const [la, lb] = [a.legs[side], b.legs[side]];
  const hip = add(at, scale(pelvis.z, BODY.hipHalf * sign(side)));
  const thigh = hung(pelvis, [a.pelvis.axes, la.thigh], [b.pelvis.axes, lb.thigh], t);
  const shank = hung(thigh, [la.thigh, la.shank], [lb.thigh, lb.shank], t);
  const knee = add(hip, scale(thigh.y, -BODY.thigh));
  const ankle = add(knee, scale(shank.y, -BODY.shank));
  if (!stays(la.ankle, lb.ankle, ON_FLOOR.ankle)) {
    const foot = hung(shank, [la.shank, la.foot], [lb.shank, lb.foot], t);
    return { hip, knee, ankle, thigh, shank, foot };
  }
  const goal = mix(la.ankle, lb.ankle, t);
  const bones = twoBones(hip, goal, BODY.thigh, BODY.shank, sub(knee, mix(hip, ankle, 0.5)));
  const [u, v] = [unit(sub(bones.middle, hip)), unit(sub(bones.end, bones.middle))];
  const [upper, lower] = boneAxes(u, v, cross(v, u), thigh.x);
  const foot = blend(la.foot, lb.foot, t);
  return { hip, knee: bones.middle, ankle: bones.end, thigh: upper, shank: lower, foot };
}

/** Frame of the segment that a hand holds on to in both poses; null when it holds nothing of the body. */
function heldFrame(pose: FullPose, side: Side): ((body: Body) => { at: Vec; axes: Axes }) | null {
  const { at } = pose.arms[side];
  if (!at || Array.isArray(at)) return null;
  const name = "on" in at ? at.on : "point" in at ? at.point : null;
  if (!name) return null;
  const words = name.split(" ");
  const held = words[0] === "left" ? "left" : "right";
  const part = words.length > 1 ? words.slice(1).join(" ") : name;
  return (body) => {
    if (part === "thigh") return { at: body.legs[held].hip, axes: body.legs[held].thigh };
    if (part === "shin" || part === "knee")
      return { at: body.legs[held].knee, axes: body.legs[held].shank };
    if (["foot", "ankle", "heel", "ball", "toes"].includes(part))
      return { at: body.legs[held].ankle, axes: body.legs[held].foot };
    if (["head", "crown", "chin"].includes(part)) return body.head;
    if (["pelvis", "hip", "waist"].includes(part)) return body.pelvis;
    if (["upper arm", "forearm", "elbow", "wrist", "palm"].includes(part))
      return { at: body.arms[held].elbow, axes: body.arms[held].fore };
    return { at: body.spine[3].end, axes: body.spine[3].axes };
  };
}

function armBetween(
  thorax: Link,
  a: Body,
  b: Body,
  side: Side,
  t: number,
  goalOf: (() => Vec) | null,
): Arm {
  const [aa, ab] = [a.arms[side], b.arms[side]];
  const [ca, cb] = [a.spine[3], b.spine[3]];
  const seat = mix(
    unapply(ca.axes, sub(aa.shoulder, ca.end)),
    unapply(cb.axes, sub(ab.shoulder, cb.end)),
    t,
  );
  const shoulder = add(thorax.end, apply(thorax.axes, seat));
  const upper = hung(thorax.axes, [ca.axes, aa.upper], [cb.axes, ab.upper], t);
  const fore = hung(upper, [aa.upper, aa.fore], [ab.upper, ab.fore], t);
  const elbow = add(shoulder, scale(upper.y, -BODY.upperArm));
  const wrist = add(elbow, scale(fore.y, -BODY.forearm));
  const curl = aa.curl + (ab.curl - aa.curl) * t;
  const rests = stays(aa.wrist, ab.wrist, ON_FLOOR.wrist);
  const goal = goalOf ? goalOf() : rests ? mix(aa.wrist, ab.wrist, t) : null;
  if (!goal) {
    const hand = hung(fore, [aa.fore, aa.hand], [ab.fore, ab.hand], t);
    return { shoulder, elbow, wrist, upper, fore, hand, curl };
  }
  const out = sub(elbow, mix(shoulder, wrist, 0.5));
  const bones = twoBones(shoulder, goal, BODY.upperArm, BODY.forearm, out);
  const [u, v] = [unit(sub(bones.middle, shoulder)), unit(sub(bones.end, bones.middle))];
  const [up, down] = boneAxes(u, v, cross(u, v), upper.x);
  const hand =
    rests && !goalOf
      ? blend(aa.hand, ab.hand, t)
      : hung(down, [aa.fore, aa.hand], [ab.fore, ab.hand], t);
  return { shoulder, elbow: bones.middle, wrist: bones.end, upper: up, fore: down, hand, curl };
}

/**
 * The body between two solved key poses. Joints turn the shortest way; hands and feet that stay where
 * they are in both poses, or keep hold of the same part of the body, are solved anew at each moment.
 */
export function tween(a: Body, b: Body, from: FullPose, to: FullPose, t: number): Body {
  const axes = blend(a.pelvis.axes, b.pelvis.axes, t);
  const at = pelvisAt(a, b, axes, t);
  const upper = spineBetween(at, axes, a, b, t);
  const legs = {
    right: legBetween(at, axes, a, b, "right", t),
    left: legBetween(at, axes, a, b, "left", t),
  };
  const arms = {} as Record<Side, Arm>;
  const between = (p: number, q: number) => p + (q - p) * t;
  const breath = {
    belly: between(a.breath.belly, b.breath.belly),
    ribs: between(a.breath.ribs, b.breath.ribs),
  };
  const body: Body = { pelvis: { at, axes }, ...upper, legs, arms, breath };
  for (const side of SIDES) arms[side] = armBetween(upper.spine[3], a, b, side, t, null);
  for (const side of SIDES) {
    const held = heldFrame(from, side);
    const same = JSON.stringify(from.arms[side].at) === JSON.stringify(to.arms[side].at);
    if (!held || !same) continue;
    const seen = (of: Body) => {
      const frame = held(of);
      return unapply(frame.axes, sub(of.arms[side].wrist, frame.at));
    };
    const place = mix(seen(a), seen(b), t);
    arms[side] = armBetween(upper.spine[3], a, b, side, t, () => {
      const frame = held(body);
      return add(frame.at, apply(frame.axes, place));
    });
  }
  return body;
}
