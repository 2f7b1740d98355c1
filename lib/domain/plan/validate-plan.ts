import type { UnresolvedContraindication } from "../cautions/override";
import type { Dosage, DosageProblem } from "../dosage/dosage";
import { checkDosage } from "../dosage/validate-dosage";
import { checkPainRule, type PainRuleProblem } from "../pain/pain-rule";
import type { PainRule } from "./plan-document";

/** More lines than this is a slip, not a home plan (design judgement). */
export const MAX_EXERCISES = 30;
/** Characters of a cue or a caution: what still fits its box on paper (design judgement). */
export const LINE_TEXT_MAX = 500;

export interface DraftLine {
  readonly lineId: string;
  readonly dosage: Dosage;
  readonly cue: string | null;
  readonly caution: string | null;
  /** The library keeps this exercise only as something to avoid. */
  readonly isAvoidListed: boolean;
  /** Its text or its traits are not set yet. */
  readonly isUnfinished: boolean;
}

export interface PlanDraft {
  readonly painRule: PainRule;
  readonly exercises: readonly DraftLine[];
  readonly contraindications: readonly UnresolvedContraindication[];
}

/** One thing that stops a draft from being published. */
export type PlanProblem =
  | { readonly code: "no_exercises" }
  | { readonly code: "too_many_exercises"; readonly count: number; readonly max: number }
  | { readonly code: "pain_rule"; readonly problem: PainRuleProblem }
  | { readonly code: "avoid_listed"; readonly lineId: string }
  | { readonly code: "unfinished"; readonly lineId: string }
  | { readonly code: "dosage"; readonly lineId: string; readonly problem: DosageProblem }
  | {
      readonly code: "text_too_long";
      readonly lineId: string;
      readonly field: "cue" | "caution";
      readonly length: number;
      readonly max: number;
    }
  | {
      readonly code: "contraindicated";
      readonly lineId: string;
      readonly contraindication: UnresolvedContraindication;
    };

function checkText(line: DraftLine, field: "cue" | "caution"): PlanProblem[] {
  const length = Array.from(line[field] ?? "").length;
  if (length <= LINE_TEXT_MAX) return [];
  return [{ code: "text_too_long", lineId: line.lineId, field, length, max: LINE_TEXT_MAX }];
}

/**
 * Everything that stops a draft from being published, the plan's own problems first, then line by
 * line, then contraindications without an override; empty when it may go out. Characters are counted as Unicode code points.
 */
export function checkPlan(draft: PlanDraft): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const count = draft.exercises.length;
  if (count === 0) problems.push({ code: "no_exercises" });
  if (count > MAX_EXERCISES) {
    problems.push({ code: "too_many_exercises", count, max: MAX_EXERCISES });
  }
  for (const problem of checkPainRule(draft.painRule))
    problems.push({ code: "pain_rule", problem });
  for (const line of draft.exercises) {
    const { lineId } = line;
    if (line.isAvoidListed) problems.push({ code: "avoid_listed", lineId });
    if (line.isUnfinished) problems.push({ code: "unfinished", lineId });
    for (const problem of checkDosage(line.dosage)) {
      problems.push({ code: "dosage", lineId, problem });
    }
    problems.push(...checkText(line, "cue"), ...checkText(line, "caution"));
  }
  for (const contraindication of draft.contraindications) {
    const { lineId } = contraindication;
    problems.push({ code: "contraindicated", lineId, contraindication });
  }
  return problems;
}
