import type { PainRule } from "../plan/plan-document";
import type { PainNrs } from "../session/facts";

export type PainZone = "green" | "amber" | "red";

/** Therapist sets it; these defaults are design judgement after Silbernagel and Thomee. */
export const DEFAULT_PAIN_RULE: PainRule = {
  greenMax: 3,
  amberMax: 5,
  settledMax: 1,
  greenText: null,
  amberText: null,
  redText: null,
};

/** Inclusive. Amber ends at 9, so that there is always a red; settled is a small rise at most (design judgement). */
export const PAIN_RULE_BOUNDS = {
  greenMax: { min: 0, max: 8 },
  amberMax: { min: 1, max: 9 },
  settledMax: { min: 0, max: 3 },
} as const;

/** Characters of the therapist's own words for one zone. */
export const PAIN_TEXT_MAX = 500;

export interface PainRuleProblem {
  readonly field: keyof PainRule;
  readonly code: "not_whole" | "out_of_range" | "range_order" | "too_long";
  readonly min?: number;
  readonly max?: number;
}

/** Zone of a rating under the plan's own rule: green to `greenMax`, amber to `amberMax`, red above. */
export function painZone(rating: PainNrs, rule: PainRule): PainZone {
  if (rating <= rule.greenMax) return "green";
  return rating <= rule.amberMax ? "amber" : "red";
}

/**
 * Everything wrong with a pain rule; empty when it may be published: whole limits with
 * 0 <= green < amber <= 9, settled 0 to 3 points, own words up to 500 characters.
 */
export function checkPainRule(rule: PainRule): PainRuleProblem[] {
  const problems: PainRuleProblem[] = [];
  for (const field of ["greenMax", "amberMax", "settledMax"] as const) {
    const bounds = PAIN_RULE_BOUNDS[field];
    const value = rule[field];
    if (!Number.isInteger(value)) problems.push({ field, code: "not_whole", ...bounds });
    else if (value < bounds.min || value > bounds.max) {
      problems.push({ field, code: "out_of_range", ...bounds });
    }
  }
  if (problems.length === 0 && rule.greenMax >= rule.amberMax) {
    problems.push({ field: "amberMax", code: "range_order" });
  }
  for (const field of ["greenText", "amberText", "redText"] as const) {
    if (Array.from(rule[field] ?? "").length > PAIN_TEXT_MAX) {
      problems.push({ field, code: "too_long", max: PAIN_TEXT_MAX });
    }
  }
  return problems;
}
