import type { LocalDate } from "../calendar/local-date";
import type { UnresolvedContraindication } from "../cautions/override";
import type { Dosage, DosageProblem } from "../dosage/dosage";
import { checkDosage } from "../dosage/validate-dosage";
import { checkPainRule, type PainRuleProblem } from "../pain/pain-rule";
import { checkExtras, type LineExtras, type LineProblem } from "./line";
import { checkPhases, type Phase, type PhaseProblem } from "./phase";
import type { PainRule } from "./plan-document";

/** More lines than this is a slip, not a home plan (design judgement). */
export const MAX_EXERCISES = 40;
/** Characters of a cue or a caution: what still fits its box on paper (design judgement). */
export const LINE_TEXT_MAX = 500;

export interface DraftLine extends LineExtras {
  readonly lineId: string;
  readonly slug: string;
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
  readonly phases: readonly Phase[];
  /** Local day on which it would come into force. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly exercises: readonly DraftLine[];
  readonly contraindications: readonly UnresolvedContraindication[];
}

/** One thing that stops a draft from being published. */
export type PlanProblem =
  | { readonly code: "no_exercises" }
  | { readonly code: "too_many_exercises"; readonly count: number; readonly max: number }
  | { readonly code: "pain_rule"; readonly problem: PainRuleProblem }
  | { readonly code: "phase"; readonly problem: PhaseProblem; readonly name: string }
  | { readonly code: "phase_empty"; readonly name: string }
  | { readonly code: "line"; readonly lineId: string; readonly problem: LineProblem }
  | { readonly code: "plan_dates" }
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

/** What is wrong with the phases, and those in which there is nothing to do. */
function checkParts({ phases, exercises }: PlanDraft): PlanProblem[] {
  const nameOf = (id: string | null) => phases.find(({ phaseId }) => phaseId === id)?.name ?? "";
  const problems: PlanProblem[] = checkPhases(phases).map((problem) => ({
    code: "phase",
    problem,
    name: nameOf(problem.phaseId),
  }));
  if (exercises.length === 0) return problems;
  for (const { phaseId, name } of phases)
    if (!exercises.some((line) => line.phaseId === null || line.phaseId === phaseId))
      problems.push({ code: "phase_empty", name });
  return problems;
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
  if (draft.endsOn !== null && draft.endsOn < draft.startsOn) problems.push({ code: "plan_dates" });
  problems.push(...checkParts(draft));
  const phaseIds = new Set(draft.phases.map(({ phaseId }) => phaseId));
  for (const line of draft.exercises) {
    const { lineId } = line;
    if (line.isAvoidListed) problems.push({ code: "avoid_listed", lineId });
    if (line.isUnfinished) problems.push({ code: "unfinished", lineId });
    for (const problem of checkDosage(line.dosage)) {
      problems.push({ code: "dosage", lineId, problem });
    }
    for (const problem of line.ladder.flatMap((step) => checkDosage(step.dosage)))
      problems.push({ code: "dosage", lineId, problem });
    for (const problem of checkExtras(line, phaseIds))
      problems.push({ code: "line", lineId, problem });
    problems.push(...checkText(line, "cue"), ...checkText(line, "caution"));
  }
  for (const contraindication of draft.contraindications) {
    const { lineId } = contraindication;
    problems.push({ code: "contraindicated", lineId, contraindication });
  }
  return problems;
}
