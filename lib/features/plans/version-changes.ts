import { type VersionMarks, withMarks } from "../../domain/plan/frozen-marks";
import { diffPlans } from "../../domain/plan/plan-diff";
import type { PlanDocument } from "../../domain/plan/plan-document";
import { type DiffItem, planDiffWords } from "../../i18n/plan-diff-words";

/**
 * What a later version changed against an earlier one, in the later one's language.
 * @param marks what the versions hold, by number; without, nothing is known of what the library renewed
 */
export function changesBetween(
  before: PlanDocument,
  after: PlanDocument,
  marks: ReadonlyMap<number, VersionMarks> = new Map(),
): DiffItem[] {
  const sideOf = (document: PlanDocument) => withMarks(document, marks.get(document.versionNumber));
  const all = [...before.exercises, ...after.exercises];
  const lines = new Map(all.map((one) => [one.lineId, one]));
  const steps = all.flatMap(({ ladder }) =>
    ladder.map(({ stepId, name }) => [stepId, name] as const),
  );
  const names = new Map([...all.map(({ lineId, name }) => [lineId, name] as const), ...steps]);
  const titles = new Map([...before.advice, ...after.advice].map(({ id, title }) => [id, title]));
  return planDiffWords(diffPlans(sideOf(before), sideOf(after)), {
    locale: after.locale,
    nameOf: (lineId) => names.get(lineId) ?? "",
    titleOf: (adviceId) => titles.get(adviceId) ?? "",
    dosageOf: (lineId) => lines.get(lineId)?.dosage,
  });
}
