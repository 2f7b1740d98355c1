import { and, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { draftAdvice } from "../../../db/schema/advice";
import { draftExercise, draftPhase, planDraft } from "../../../db/schema/plan";
import type { DraftContent } from "./draft-content";
import type { PlanKey } from "./draft-queries";
import { painRuleOfRow, rowsOfLines, rowsOfPhases } from "./draft-rows";

/** Puts advice on a draft that has none, in this order: a query that takes its turn among others, or null. */
function insertDraftAdvice(tx: Tx, { clinicId, planId }: PlanKey, advice: readonly string[]) {
  if (advice.length === 0) return null;
  return tx
    .insert(draftAdvice)
    .values(advice.map((adviceId, position) => ({ clinicId, planId, adviceId, position })));
}

/** Replaces the whole content of a draft. The caller holds the plan's lock and has compared the revision. */
export async function writeDraft(
  tx: Tx,
  { clinicId, planId }: PlanKey,
  content: DraftContent,
  saved: { revision: number; basedOn: number; updatedBy: string; updatedAt: Date },
): Promise<void> {
  await Promise.all([
    tx
      .update(planDraft)
      .set({
        note: content.note,
        wantedStartOn: content.wantedStartOn,
        endsOn: content.endsOn,
        ...painRuleOfRow(content.painRule),
        ...saved,
      })
      .where(and(eq(planDraft.clinicId, clinicId), eq(planDraft.planId, planId))),
    tx
      .delete(draftExercise)
      .where(and(eq(draftExercise.clinicId, clinicId), eq(draftExercise.planId, planId))),
    content.lines.length === 0
      ? null
      : tx
          .insert(draftExercise)
          .values(rowsOfLines(content.lines).map((row) => ({ clinicId, planId, ...row }))),
    tx
      .delete(draftPhase)
      .where(and(eq(draftPhase.clinicId, clinicId), eq(draftPhase.planId, planId))),
    content.phases.length === 0
      ? null
      : tx
          .insert(draftPhase)
          .values(rowsOfPhases(content.phases).map((row) => ({ clinicId, planId, ...row }))),
    tx
      .delete(draftAdvice)
      .where(and(eq(draftAdvice.clinicId, clinicId), eq(draftAdvice.planId, planId))),
    insertDraftAdvice(tx, { clinicId, planId }, content.advice),
  ]);
}
