import type { Condition } from "../cautions/rule-set";

/** Regions of conditions that exercise is prescribed for; the others accompany (design judgement). */
const TREATED_REGIONS: readonly string[] = [
  "lumbar",
  "cervical",
  "spine",
  "shoulder",
  "arm",
  "wrist",
  "hip",
  "knee",
  "ankle",
  "joint",
  "pelvis",
];

/** The same conditions with those first that exercise is prescribed for; within each part the order stays. */
export function leadingFirst<T extends { readonly conditionId: string }>(
  rows: readonly T[],
  conditions: readonly Condition[],
): T[] {
  const treated = (row: T) =>
    TREATED_REGIONS.includes(conditions.find(({ id }) => id === row.conditionId)?.region ?? "");
  return [...rows.filter(treated), ...rows.filter((row) => !treated(row))];
}
