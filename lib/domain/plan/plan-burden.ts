import type { LocalDate } from "../calendar/local-date";
import { type Burden, planBurden } from "../dosage/burden";
import type { Dosage } from "../dosage/dosage";
import type { LineSpan, Phase } from "./phase";

/** What a line asks for, and when. */
export interface BurdenLine extends LineSpan {
  readonly dosage: Dosage;
}

/** The burden of a phase; `phase` null: the plan has none. */
export interface PhaseBurden {
  readonly phase: Phase | null;
  /** Its place among the phases, from 1. */
  readonly number: number;
  readonly burden: Burden;
}

const isOpenOn = ({ startsOn, endsOn }: BurdenLine, day: LocalDate) =>
  (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day);

/**
 * Burden on the fullest day from `from` on: lines whose own days do not meet never add up, and lines
 * that are over do not count.
 */
export function fullestBurden(lines: readonly BurdenLine[], from: LocalDate): Burden {
  const starts = lines.flatMap(({ startsOn }) =>
    startsOn !== null && startsOn > from ? [startsOn] : [],
  );
  const burdens = [from, ...new Set(starts)].map((day) =>
    planBurden(lines.filter((line) => isOpenOn(line, day)).map(({ dosage }) => dosage)),
  );
  return burdens.reduce((fullest, burden) => (isFuller(burden, fullest) ? burden : fullest));
}

function isFuller(a: Burden, b: Burden): boolean {
  if (a.secondsPerDay !== b.secondsPerDay) return a.secondsPerDay > b.secondsPerDay;
  return a.exerciseCount > b.exerciseCount;
}

/** Lines of a phase: its own and those of every phase. */
export const linesOfPhase = <L extends LineSpan>(lines: readonly L[], phaseId: string): L[] =>
  lines.filter((line) => line.phaseId === null || line.phaseId === phaseId);

/** Burden of each phase in their order; one for the whole plan where it has none. */
export function phaseBurdens(
  phases: readonly Phase[],
  lines: readonly BurdenLine[],
  from: LocalDate,
): readonly PhaseBurden[] {
  if (phases.length === 0) return [{ phase: null, number: 0, burden: fullestBurden(lines, from) }];
  return phases.map((phase, i) => ({
    phase,
    number: i + 1,
    burden: fullestBurden(linesOfPhase(lines, phase.phaseId), from),
  }));
}

/** The phase that asks most of the patient; of equals the first. */
export function fullestPhase(burdens: readonly PhaseBurden[]): PhaseBurden | null {
  return burdens.reduce<PhaseBurden | null>(
    (fullest, one) => (fullest && !isFuller(one.burden, fullest.burden) ? fullest : one),
    null,
  );
}
