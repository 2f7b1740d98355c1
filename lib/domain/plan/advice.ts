import type { AdviceKind, DocumentAdvice } from "./plan-document";

/** More than a page of advice is not read (design judgement). */
export const MAX_ADVICE = 12;

/** Kinds that are read before starting; the others are good to know. */
const BEFORE_STARTING: readonly AdviceKind[] = ["safety", "technique", "equipment"];

/** A plan's advice by when it is read, each part in the plan's order. */
export function adviceByMoment(advice: readonly DocumentAdvice[]): {
  readonly beforeStarting: readonly DocumentAdvice[];
  readonly goodToKnow: readonly DocumentAdvice[];
} {
  const isBefore = ({ kind }: DocumentAdvice) => BEFORE_STARTING.includes(kind);
  return {
    beforeStarting: advice.filter(isBefore),
    goodToKnow: advice.filter((item) => !isBefore(item)),
  };
}
