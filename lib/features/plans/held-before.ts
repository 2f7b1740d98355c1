import { and, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { planDraft } from "../../../db/schema/plan";
import { type SavedDraft, slugsOfLines } from "./draft-content";
import { readVersionContent } from "./draft-queries";
import type { LockedPlan } from "./lock-plan";

/** What need not be on offer any more to stand in a draft: slugs of exercises, ids of advice. */
export interface HeldBefore {
  readonly exercises: ReadonlySet<string>;
  readonly advice: ReadonlySet<string>;
}

/** What is in the draft, was in it once, or is in the latest version. */
export async function heldBefore(
  tx: Tx,
  locked: LockedPlan,
  draft: SavedDraft,
): Promise<HeldBefore> {
  const { clinicId, planId, latestVersion } = locked;
  const [[kept], latest] = await Promise.all([
    tx
      .select({ exercises: planDraft.heldExercises, advice: planDraft.heldAdvice })
      .from(planDraft)
      .where(and(eq(planDraft.clinicId, clinicId), eq(planDraft.planId, planId))),
    latestVersion > 0 ? readVersionContent(tx, locked, latestVersion) : null,
  ]);
  const lines = [...draft.lines, ...(latest?.lines ?? [])];
  return {
    exercises: new Set([...slugsOfLines(lines), ...(kept?.exercises ?? [])]),
    advice: new Set([...draft.advice, ...(latest?.advice ?? []), ...(kept?.advice ?? [])]),
  };
}
