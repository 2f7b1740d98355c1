import type { PrecautionFinding } from "../../../../domain/cautions/precaution-check";
import type { Severity } from "../../../../domain/cautions/rule-set";
import type { BuilderData } from "../../builder-queries";
import type { ConditionBadge } from "./builder-header";

/** The patient's conditions, each in the tone of what it means for the plan as it stands. */
export function conditionBadges(
  { conditions, rules }: Pick<BuilderData, "conditions" | "rules">,
  findings: readonly PrecautionFinding[],
  meaningOf: Record<Severity, (condition: string) => string>,
): ConditionBadge[] {
  const ids = [...new Set(conditions.map(({ conditionId }) => conditionId))];
  return ids.map((id) => {
    const name = rules.conditions.find((one) => one.id === id)?.name ?? id;
    const strongest = findings.find((finding) => finding.conditionId === id)?.severity;
    if (!strongest) return { id, name, tone: "neutral", meaning: null };
    const tone = strongest === "contraindicated" ? "clay" : "marigold";
    return { id, name, tone, meaning: meaningOf[strongest](name) };
  });
}
