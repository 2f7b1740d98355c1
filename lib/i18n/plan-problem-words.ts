import type { DosageProblem } from "../domain/dosage/dosage";
import type { PainRuleProblem } from "../domain/pain/pain-rule";
import type { LineProblem } from "../domain/plan/line";
import type { PhaseProblem } from "../domain/plan/phase";
import type { PlanProblem } from "../domain/plan/validate-plan";
import type { translator } from "./translator";

/** `translator("en", "plans")` on the server, `useTranslations("plans")` in the browser. */
export type PlansTranslator = ReturnType<typeof translator<"plans">>;

const GRAMS_PER_KILOGRAM = 1000;

/** What is wrong with one dosage field, as a sentence to stand under it. */
export function dosageProblemWords(t: PlansTranslator, problem: DosageProblem): string {
  const { field, code, min = 0, max = 0 } = problem;
  if (code === "out_of_range" && field === "loadGrams")
    return t("problem.load", { min: min / GRAMS_PER_KILOGRAM, max: max / GRAMS_PER_KILOGRAM });
  if (code === "not_whole" && field === "loadGrams") return t("problem.loadGrams");
  if (code === "out_of_range" && field === "tempo") return t("problem.tempoPart", { min, max });
  if (code === "out_of_range" || code === "not_whole") return t("problem.range", { min, max });
  return t(`problem.${code}`);
}

/** What is wrong with one field of a pain rule, as a sentence to stand under it. */
export function painRuleProblemWords(t: PlansTranslator, problem: PainRuleProblem): string {
  const { code, min = 0, max = 0 } = problem;
  if (code === "range_order") return t("problem.painOrder");
  if (code === "too_long") return t("problem.tooLong", { max });
  return t("problem.range", { min, max });
}

/** What is wrong with one field of a phase, as a sentence to stand under it. */
export function phaseProblemWords(t: PlansTranslator, problem: PhaseProblem): string {
  const { code, min = 0, max = 0 } = problem;
  switch (code) {
    case "missing":
      return t("problem.phaseMissing");
    case "too_long":
      return t("problem.tooLong", { max });
    case "not_whole":
    case "out_of_range":
      return t("problem.range", { min, max });
    case "first_has_start":
      return t("problem.phaseFirst");
    case "date_order":
      return t("problem.phaseOrder");
    case "date_or_entry":
      return t("problem.phaseDateOrEntry");
    case "too_many":
      return t("problem.phaseTooMany", { max });
    case "twice":
      return t("problem.phaseTwice");
  }
}

/** What is wrong with what a line says besides its dosage. */
export function lineProblemWords(t: PlansTranslator, { code, max = 0 }: LineProblem): string {
  switch (code) {
    case "date_order":
      return t("problem.dates");
    case "range_order":
      return t("problem.painOrder");
    case "out_of_range":
      return t("problem.limits", { max });
    case "too_many":
      return t("problem.ladderTooMany", { max });
    case "same_exercise":
      return t("problem.ladderSame");
    case "unknown":
      return t("problem.phaseUnknown");
  }
}

/** What stops a draft from being published, as a sentence; the exercise's name stands before it. */
export function planProblemWords(t: PlansTranslator, problem: PlanProblem): string {
  switch (problem.code) {
    case "no_exercises":
      return t("problem.noExercises");
    case "too_many_exercises":
      return t("problem.tooManyExercises", { count: problem.count, max: problem.max });
    case "pain_rule":
      return t("problem.painRule", { sentence: painRuleProblemWords(t, problem.problem) });
    case "phase": {
      const sentence = phaseProblemWords(t, problem.problem);
      return problem.name === ""
        ? t("problem.phasePlain", { sentence })
        : t("problem.phase", { name: problem.name, sentence });
    }
    case "plan_dates":
      return t("problem.planDates");
    case "phase_empty":
      return t("problem.phaseEmpty", { name: problem.name });
    case "line":
      return lineProblemWords(t, problem.problem);
    case "avoid_listed":
      return t("problem.avoidListed");
    case "unfinished":
      return t("problem.unfinished");
    case "dosage":
      return t("problem.dosage", {
        field: t(`field.${problem.problem.field}`),
        sentence: dosageProblemWords(t, problem.problem),
      });
    case "text_too_long":
      return t("problem.lineText", { field: t(`field.${problem.field}`), max: problem.max });
    case "contraindicated":
      return t("problem.contraindicated", {
        condition: problem.contraindication.conditionName,
        trait: problem.contraindication.traitLabel,
      });
  }
}
