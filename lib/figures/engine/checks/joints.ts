import { anglesOf, jointOf } from "../angles";
import { RANGES, SIDES } from "../body";
import type { ComposedFigure } from "../compose-figure";
import type { FullPose } from "../solved";
import { degreesText, type Found } from "./finding";

/** Rounding of solved angles must not cry wolf at the very edge of a range, degrees. */
const SLACK = 0.5;
/** Beyond this an angle as written is a slip of the pen, even where it comes round to a possible one. */
const ONE_TURN = 190;

/** The angles as the author wrote them, by the name of the solved one. */
function written(pose: FullPose): Record<string, number> {
  const out: Record<string, number> = {};
  const put = (name: string, value: number | readonly number[] | undefined, labels: string[]) => {
    if (typeof value === "number") out[name] = value;
    else for (const [i, v] of (value ?? []).entries()) out[`${name} ${labels[i]}`] = v;
  };
  const { lumbar, thoracic, neck } = pose.spine ?? {};
  for (const [name, value] of Object.entries({ lumbar, thoracic, neck }))
    put(name, value, ["flexion", "side", "turn"]);
  for (const side of SIDES) {
    const { hip, knee, ankle } = pose.legs[side];
    const { shoulder, elbow, forearm, wrist, curl } = pose.arms[side];
    for (const [name, value] of Object.entries({ hip, shoulder }))
      put(`${side} ${name}`, value, ["flexion", "abduction", "rotation"]);
    for (const [name, value] of Object.entries({ knee, ankle, elbow, forearm, wrist, curl }))
      put(`${side} ${name}`, value, []);
  }
  return out;
}

function reading(name: string, angle: number, asWritten: number | undefined): Found | null {
  const { soft, hard } = RANGES[jointOf(name)];
  const slip = asWritten !== undefined && (asWritten < hard[0] || asWritten > hard[1]);
  const shown = slip ? asWritten : angle;
  if (angle < hard[0] - SLACK || angle > hard[1] + SLACK || Math.abs(shown) > ONE_TURN) {
    const stop = shown < hard[0] ? hard[0] : hard[1];
    const text = `${name} is ${degreesText(shown)}; the joint stops at ${degreesText(stop)}`;
    return { check: "joints", hard: true, text };
  }
  if (angle >= soft[0] - SLACK && angle <= soft[1] + SLACK) return null;
  const easy = angle < soft[0] ? soft[0] : soft[1];
  const text = `${name} is ${degreesText(angle)}; ${degreesText(easy)} is as far as it easily goes`;
  return { check: "joints", hard: false, text };
}

/** Every solved angle of every key pose is one that the joint can take. */
export function checkJoints({ solved, poses, source }: ComposedFigure): Found[] {
  return solved.flatMap(({ body }, i) => {
    const own = written(poses[i] as FullPose);
    return Object.entries(anglesOf(body)).flatMap(([name, angle]): Found[] => {
      const found = reading(name, angle, own[name]);
      return found ? [{ ...found, pose: source.poses[i]?.name }] : [];
    });
  });
}
