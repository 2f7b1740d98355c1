import type { ComposedFigure } from "../compose-figure";
import { checkBalance } from "./balance";
import { checkBetween } from "./between";
import type { Finding, Found } from "./finding";
import { checkFloor } from "./floor";
import { checkJoints } from "./joints";
import { checkForeshortening, checkMoves, checkSide } from "./moves";
import { checkNames } from "./names";
import { checkOverlap } from "./overlap";
import { checkPicture } from "./picture";
import { checkPins } from "./pins";
import { checkAnchor, checkSlide } from "./slide";
import { checkSolids } from "./solids";
import { checkSupport, checkTouch } from "./touch";

export type { Finding } from "./finding";

/** What is known of an exercise beside its poses. */
export interface FigureFacts {
  /** Of its dosage: "none", "each", "alternating". */
  readonly side?: string | undefined;
}

const ALL: readonly ((figure: ComposedFigure) => readonly Found[])[] = [
  checkNames,
  checkJoints,
  checkPins,
  checkFloor,
  checkSolids,
  checkTouch,
  checkSupport,
  checkBalance,
  checkOverlap,
  checkAnchor,
  checkSlide,
  checkBetween,
  checkMoves,
  checkForeshortening,
  checkPicture,
];

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
export function checkFigure(figure: ComposedFigure, facts: FigureFacts = {}): Finding[] {
  const found = ALL.flatMap((check) => check(figure));
  const allow = figure.source.allow ?? {};
  return merged([...found, ...checkSide(figure, facts.side)]).map((finding) => {
    const allowed = allow[finding.check];
    return allowed ? { ...finding, hard: false, allowed } : finding;
  });
}

/** Why a figure may not be drawn; nothing when it may. */
export const refusals = (figure: ComposedFigure): Finding[] =>
  checkFigure(figure).filter(({ hard }) => hard);
