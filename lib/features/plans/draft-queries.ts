import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { draftAdvice, versionAdvice } from "../../../db/schema/advice";
import { appUser } from "../../../db/schema/people";
import {
  draftExercise,
  draftPhase,
  planDraft,
  planVersion,
  prescribedExercise,
  versionPhase,
} from "../../../db/schema/plan";
import type { DraftContent, SavedDraft } from "./draft-content";
import { linesOfRows, painRuleOfRow, phaseOfRow } from "./draft-rows";

/** A plan within the clinic of the running transaction. */
export interface PlanKey {
  readonly clinicId: string;
  readonly planId: string;
}

/** The draft of a plan as it stands, or null when the plan is not of this clinic. */
export async function readDraft(tx: Tx, { clinicId, planId }: PlanKey): Promise<SavedDraft | null> {
  const [heads, rows, advice, phases] = await Promise.all([
    tx
      .select({ draft: planDraft, updatedBy: appUser.name })
      .from(planDraft)
      .leftJoin(appUser, eq(appUser.id, planDraft.updatedBy))
      .where(and(eq(planDraft.clinicId, clinicId), eq(planDraft.planId, planId))),
    tx
      .select()
      .from(draftExercise)
      .where(and(eq(draftExercise.clinicId, clinicId), eq(draftExercise.planId, planId)))
      .orderBy(asc(draftExercise.position)),
    tx
      .select({ id: draftAdvice.adviceId })
      .from(draftAdvice)
      .where(and(eq(draftAdvice.clinicId, clinicId), eq(draftAdvice.planId, planId)))
      .orderBy(asc(draftAdvice.position)),
    tx
      .select()
      .from(draftPhase)
      .where(and(eq(draftPhase.clinicId, clinicId), eq(draftPhase.planId, planId)))
      .orderBy(asc(draftPhase.position)),
  ]);
  const head = heads[0];
  if (!head) return null;
  return {
    note: head.draft.note,
    painRule: painRuleOfRow(head.draft),
    advice: advice.map(({ id }) => id),
    phases: phases.map(phaseOfRow),
    wantedStartOn: head.draft.wantedStartOn,
    endsOn: head.draft.endsOn,
    lines: linesOfRows(rows),
    revision: head.draft.revision,
    basedOn: head.draft.basedOn,
    updatedAt: head.draft.updatedAt,
    updatedBy: head.updatedBy ?? "",
  };
}

/** The content of a published version, ready to be a draft again; null when there is no such version. */
export async function readVersionContent(
  tx: Tx,
  { clinicId, planId }: PlanKey,
  number: number,
): Promise<DraftContent | null> {
  const ofVersion = and(
    eq(planVersion.clinicId, clinicId),
    eq(planVersion.planId, planId),
    eq(planVersion.number, number),
  );
  const [heads, rows, advice, phases] = await Promise.all([
    tx.select().from(planVersion).where(ofVersion),
    tx
      .select({ row: prescribedExercise })
      .from(planVersion)
      .innerJoin(
        prescribedExercise,
        and(
          eq(prescribedExercise.clinicId, planVersion.clinicId),
          eq(prescribedExercise.versionId, planVersion.id),
        ),
      )
      .where(ofVersion)
      .orderBy(asc(prescribedExercise.position)),
    tx
      .select({ id: versionAdvice.adviceId })
      .from(planVersion)
      .innerJoin(
        versionAdvice,
        and(
          eq(versionAdvice.clinicId, planVersion.clinicId),
          eq(versionAdvice.versionId, planVersion.id),
          eq(versionAdvice.locale, "en"),
        ),
      )
      .where(ofVersion)
      .orderBy(asc(versionAdvice.position)),
    tx
      .select({ row: versionPhase })
      .from(planVersion)
      .innerJoin(
        versionPhase,
        and(
          eq(versionPhase.clinicId, planVersion.clinicId),
          eq(versionPhase.versionId, planVersion.id),
        ),
      )
      .where(ofVersion)
      .orderBy(asc(versionPhase.position)),
  ]);
  const head = heads[0];
  if (!head) return null;
  return {
    note: head.note,
    painRule: painRuleOfRow(head),
    advice: advice.map(({ id }) => id),
    phases: phases.map(({ row }) => phaseOfRow(row)),
    wantedStartOn: head.wantedStartOn,
    endsOn: head.endsOn,
    lines: linesOfRows(rows.map(({ row }) => row)),
  };
}
