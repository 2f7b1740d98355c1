import { diffPlans } from "../../domain/plan/plan-diff";
import type { PlanDocument } from "../../domain/plan/plan-document";
import { type DiffItem, planDiffWords } from "../../i18n/plan-diff-words";

/** What a later version changed against an earlier one, in the later one's language. */
export function changesBetween(before: PlanDocument, after: PlanDocument): DiffItem[] {
  const all = [...before.exercises, ...after.exercises];
  const lines = new Map(all.map((one) => [one.lineId, one]));
  const steps = all.flatMap(({ ladder }) =>
    ladder.map(({ stepId, name }) => [stepId, name] as const),
  );
  const names = new Map([...all.map(({ lineId, name }) => [lineId, name] as const), ...steps]);
  const titles = new Map([...before.advice, ...after.advice].map(({ id, title }) => [id, title]));
  return planDiffWords(diffPlans(before, after), {
    locale: after.locale,
    nameOf: (lineId) => names.get(lineId) ?? "",
    titleOf: (adviceId) => titles.get(adviceId) ?? "",
    dosageOf: (lineId) => lines.get(lineId)?.dosage,
  });
}
