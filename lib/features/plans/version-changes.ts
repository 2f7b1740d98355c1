import { diffPlans } from "../../domain/plan/plan-diff";
import type { PlanDocument } from "../../domain/plan/plan-document";
import { type DiffItem, planDiffWords } from "../../i18n/plan-diff-words";

/** What a later version changed against an earlier one, in the later one's language. */
export function changesBetween(before: PlanDocument, after: PlanDocument): DiffItem[] {
  const lines = new Map([...before.exercises, ...after.exercises].map((one) => [one.lineId, one]));
  const titles = new Map([...before.advice, ...after.advice].map(({ id, title }) => [id, title]));
  return planDiffWords(diffPlans(before, after), {
    locale: after.locale,
    nameOf: (lineId) => lines.get(lineId)?.name ?? "",
    titleOf: (adviceId) => titles.get(adviceId) ?? "",
    dosageOf: (lineId) => lines.get(lineId)?.dosage,
  });
}
