import { SIDES } from "../body";
import type { Body } from "../solved";
import { add, apply, mix, scale, type Vec } from "../vector";

interface Mass {
  /** Share of the body's mass. */
  readonly share: number;
  readonly at: Vec;
}

/** Segment masses and where along a segment they lie: Winter, Biomechanics (2009), table 4.1, after Dempster. */
function masses({ pelvis, spine, head, legs, arms }: Body): Mass[] {
  const limbs = SIDES.flatMap((side): Mass[] => {
    const { hip, knee, ankle, foot } = legs[side];
    const { shoulder, elbow, wrist, hand } = arms[side];
    return [
      { share: 0.1, at: mix(hip, knee, 0.433) },
      { share: 0.0465, at: mix(knee, ankle, 0.433) },
      { share: 0.0145, at: add(ankle, apply(foot, [5, -4, 0])) },
      { share: 0.028, at: mix(shoulder, elbow, 0.436) },
      { share: 0.016, at: mix(elbow, wrist, 0.43) },
      { share: 0.006, at: add(wrist, apply(hand, [0, -7, 0])) },
    ];
  });
  return [
    ...limbs,
    { share: 0.081, at: add(head.at, apply(head.axes, [1, 8, 0])) },
    { share: 0.216, at: spine[3].start },
    { share: 0.139, at: spine[1].start },
    { share: 0.142, at: pelvis.at },
  ];
}

/** Centre of mass of a body in the room, cm. */
export function centreOfMass(body: Body): Vec {
  const all = masses(body);
  const sum = all.reduce<Vec>((so, { share, at }) => add(so, scale(at, share)), [0, 0, 0]);
  return scale(sum, 1 / all.reduce((total, { share }) => total + share, 0));
}
