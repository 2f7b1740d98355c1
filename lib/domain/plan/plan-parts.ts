import type { Phase } from "./phase";

/** A phase of a plan with its exercises, or what is done in all of them. */
export interface PlanPart<E> {
  /** Null: in every phase, or in a plan without any. */
  readonly phase: Phase | null;
  /** Place among the phases, from 1; 0 without one. */
  readonly number: number;
  readonly exercises: readonly E[];
}

/** The exercises by phase, each part in the plan's order; those of every phase first. A plan without phases is one part. */
export function planParts<E extends { readonly phaseId: string | null }>({
  phases,
  exercises,
}: {
  readonly phases: readonly Phase[];
  readonly exercises: readonly E[];
}): PlanPart<E>[] {
  const known = new Set(phases.map(({ phaseId }) => phaseId));
  const always = exercises.filter(({ phaseId }) => phaseId === null || !known.has(phaseId));
  const own = phases.map((phase, i) => ({
    phase,
    number: i + 1,
    exercises: exercises.filter(({ phaseId }) => phaseId === phase.phaseId),
  }));
  return always.length > 0 || own.length === 0
    ? [{ phase: null, number: 0, exercises: always }, ...own]
    : own;
}
