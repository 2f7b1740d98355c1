import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { draftAdvice } from "../../../db/schema/advice";
import { draftExercise, draftPhase, planDraft } from "../../../db/schema/plan";
import { type DraftContent, slugsOfLines } from "./draft-content";
import type { PlanKey } from "./draft-queries";
import { painRuleOfRow, rowsOfLines, rowsOfPhases } from "./draft-rows";

/** Puts advice on a draft that has none, in this order: a query that takes its turn among others, or null. */
function insertDraftAdvice(tx: Tx, { clinicId, planId }: PlanKey, advice: readonly string[]) {
  if (advice.length === 0) return null;
  return tx
    .insert(draftAdvice)
    .values(advice.map((adviceId, position) => ({ clinicId, planId, adviceId, position })));
}

/** What it ever held with what it holds now and what it is about to hold; runs before the rows change. */
function everHeld({ clinicId, planId }: PlanKey, { lines, advice }: DraftContent) {
  const withAll = (kept: SQL, held: SQL, coming: readonly string[]) =>
    sql<
      string[]
    >`array(select jsonb_array_elements_text(${JSON.stringify([...new Set(coming)])}::jsonb)
      union select unnest(${kept}) union ${held})`;
  return {
    heldExercises: withAll(
      sql`${planDraft.heldExercises}`,
      sql`select ${draftExercise.slug} from ${draftExercise} where ${draftExercise.clinicId} = ${clinicId} and ${draftExercise.planId} = ${planId}`,
      slugsOfLines(lines),
    ),
    heldAdvice: withAll(
      sql`${planDraft.heldAdvice}`,
      sql`select ${draftAdvice.adviceId} from ${draftAdvice} where ${draftAdvice.clinicId} = ${clinicId} and ${draftAdvice.planId} = ${planId}`,
      advice,
    ),
  };
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
        ...everHeld({ clinicId, planId }, content),
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
