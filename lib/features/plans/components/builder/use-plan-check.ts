"use client";

import { useMemo } from "react";
import { unresolvedContraindications } from "../../../../domain/cautions/override";
import {
  checkPrecautions,
  type PrecautionFinding,
} from "../../../../domain/cautions/precaution-check";
import type { BuilderData } from "../../builder-queries";
import { type ContentLine, performed } from "../../draft-content";
import type { PlanExercise } from "../../exercise-queries";
import type { CardFinding } from "./exercise-card";
import type { Foreseen } from "./library-panel";

/** The precaution check of what is on the screen, at once; the server checks again at publishing. */
export function usePlanCheck(
  data: BuilderData,
  lines: readonly ContentLine[],
  exerciseOf: (slug: string) => PlanExercise,
) {
  const { conditions, rules, today, overrides } = data;
  const { findings, unresolved } = useMemo(() => {
    const result = checkPrecautions({
      patientConditions: conditions,
      exercises: performed(lines).map(({ lineId, slug, dosage }) => {
        const { traits, regions } = exerciseOf(slug);
        return { lineId, slug, traits, regions, side: dosage.side };
      }),
      today,
      rules,
    });
    return {
      findings: result.findings,
      unresolved: unresolvedContraindications(result.findings, overrides),
    };
  }, [conditions, rules, today, overrides, lines, exerciseOf]);

  const isUnresolved = (finding: PrecautionFinding, lineId: string) =>
    unresolved.some(
      (one) =>
        one.lineId === lineId &&
        one.conditionId === finding.conditionId &&
        one.reason === finding.reason,
    );

  const findingsOf = (lineId: string): CardFinding[] =>
    findings
      .filter((finding) => finding.lineIds.includes(lineId))
      .map((finding) => ({ finding, unresolved: isUnresolved(finding, lineId) }));

  const foresee = (
    cards: readonly Pick<PlanExercise, "slug" | "traits" | "regions" | "dosage">[],
  ): ReadonlyMap<string, Foreseen> => {
    const found = new Map<string, Foreseen>();
    const result = checkPrecautions({
      patientConditions: conditions,
      exercises: cards.map(({ slug, traits, regions, dosage }) => ({
        lineId: slug,
        slug,
        traits,
        regions,
        side: dosage.side,
      })),
      today,
      rules,
    });
    for (const { severity, conditionName, lineIds } of result.findings)
      for (const slug of lineIds) {
        const before = found.get(slug);
        if (!before) found.set(slug, { severity, conditions: [conditionName] });
        else if (before.severity === severity && !before.conditions.includes(conditionName))
          found.set(slug, { severity, conditions: [...before.conditions, conditionName] });
      }
    return found;
  };

  return { findings, unresolved, findingsOf, foresee };
}
