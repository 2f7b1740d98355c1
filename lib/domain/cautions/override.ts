import type { PrecautionFinding } from "./precaution-check";

/** The therapist's recorded decision to prescribe a line in spite of a contraindication. */
export interface PrecautionOverride {
  readonly lineId: string;
  readonly conditionId: string;
  readonly trait: string;
  readonly reason: string;
}

/** A contraindication of one line that still needs an override reason. */
export interface UnresolvedContraindication {
  readonly lineId: string;
  readonly conditionId: string;
  readonly conditionName: string;
  readonly trait: string;
  readonly traitLabel: string;
  readonly reason: string;
}

/**
 * The contraindications that block publishing: one per line, condition and trait without an
 * override that gives a reason. Precautions never block. An override is of exactly one line,
 * condition and trait: it covers no other.
 */
export function unresolvedContraindications(
  findings: readonly PrecautionFinding[],
  overrides: readonly PrecautionOverride[],
): UnresolvedContraindication[] {
  const keyOf = (lineId: string, conditionId: string, trait: string) =>
    JSON.stringify([lineId, conditionId, trait]);
  const settled = new Set(
    overrides
      .filter((override) => override.reason.trim() !== "")
      .map((override) => keyOf(override.lineId, override.conditionId, override.trait)),
  );
  const unresolved: UnresolvedContraindication[] = [];
  for (const { severity, conditionId, conditionName, reason, traits } of findings) {
    if (severity !== "contraindicated") continue;
    for (const trait of traits) {
      for (const lineId of trait.lineIds) {
        const key = keyOf(lineId, conditionId, trait.id);
        if (settled.has(key)) continue;
        settled.add(key);
        unresolved.push({
          lineId,
          conditionId,
          conditionName,
          trait: trait.id,
          traitLabel: trait.label,
          reason,
        });
      }
    }
  }
  return unresolved;
}
