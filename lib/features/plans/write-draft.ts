import { and, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { draftAdvice } from "../../../db/schema/advice";
import { draftExercise, planDraft } from "../../../db/schema/plan";
import type { DraftContent } from "./draft-content";
import type { PlanKey } from "./draft-queries";
import { dosageColumnsOf, painRuleOfRow } from "./draft-rows";

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
      .set({ note: content.note, ...painRuleOfRow(content.painRule), ...saved })
      .where(and(eq(planDraft.clinicId, clinicId), eq(planDraft.planId, planId))),
    tx
      .delete(draftExercise)
      .where(and(eq(draftExercise.clinicId, clinicId), eq(draftExercise.planId, planId))),
    content.lines.length === 0
      ? null
      : tx.insert(draftExercise).values(
          content.lines.map((line, position) => ({
            clinicId,
            planId,
            lineId: line.lineId,
            position,
            slug: line.slug,
            ...dosageColumnsOf(line.dosage),
            cue: line.cue,
            caution: line.caution,
          })),
        ),
    tx
      .delete(draftAdvice)
      .where(and(eq(draftAdvice.clinicId, clinicId), eq(draftAdvice.planId, planId))),
    insertDraftAdvice(tx, { clinicId, planId }, content.advice),
  ]);
}
