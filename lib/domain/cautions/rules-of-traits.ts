import { EVIDENCE_GRADES, type PrecautionRule, type RuleSet, SEVERITIES } from "./rule-set";

const ANY_EXERCISE = "any_exercise";

/** The rules that can fire for an exercise: its own, and those that fire for every exercise. */
export interface TouchingRules {
  readonly own: readonly PrecautionRule[];
  readonly any: readonly PrecautionRule[];
}

/** Rules that touch an exercise with these traits; strongest first, then best supported. */
export function rulesTouching(traits: readonly string[], { rules }: RuleSet): TouchingRules {
  const ordered = [...rules].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      EVIDENCE_GRADES.indexOf(a.evidence) - EVIDENCE_GRADES.indexOf(b.evidence),
  );
  return {
    own: ordered.filter(({ trait }) => trait !== ANY_EXERCISE && traits.includes(trait)),
    any: ordered.filter(({ trait }) => trait === ANY_EXERCISE),
  };
}
