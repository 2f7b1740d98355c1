import type { ComposedFigure } from "../compose-figure";
import type { CheckName, Finding, Found } from "./finding";
import { checkFloor } from "./floor";
import { checkJoints } from "./joints";
import { checkPins } from "./pins";
import { checkSupport, checkTouch } from "./touch";

export type { Finding } from "./finding";

/** One finding for all poses in which the same is found: `"start", "end": right knee is 170°; …`. */
function merged(all: readonly Found[]): Finding[] {
  const poses = new Map<string, { finding: Omit<Found, "pose">; names: string[] }>();
  for (const { pose, ...finding } of all) {
    const key = `${finding.check} ${finding.hard} ${finding.text}`;
    const known = poses.get(key) ?? { finding, names: [] };
    poses.set(key, known);
    if (pose !== undefined) known.names.push(`"${pose}"`);
  }
  return [...poses.values()].map(({ finding, names }) =>
    names.length === 0 ? finding : { ...finding, text: `${names.join(", ")}: ${finding.text}` },
  );
}

/** Everything that is wrong with a solved figure; what the author allows is never hard. */
export function checkFigure(figure: ComposedFigure): Finding[] {
  const checks = [checkJoints, checkPins, checkFloor, checkTouch, checkSupport];
  const found = merged(checks.flatMap((check) => check(figure)));
  const allow = figure.source.allow ?? {};
  return found.map((finding) => {
    const allowed = allow[finding.check];
    return allowed ? { ...finding, hard: false, allowed } : finding;
  });
}

/** Checks whose hard findings keep a figure off every page. */
const REFUSING: readonly CheckName[] = [];

/** Why a figure may not be drawn; nothing when it may. */
export const refusals = (figure: ComposedFigure): Finding[] =>
  checkFigure(figure).filter(({ hard, check }) => hard && REFUSING.includes(check));
