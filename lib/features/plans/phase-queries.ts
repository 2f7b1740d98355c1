import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { phaseBegun } from "../../../db/schema/plan";
import type { LocalDate } from "../../domain/calendar/local-date";
import { type Phase, phaseOn } from "../../domain/plan/phase";
import type { PlanKey } from "./draft-queries";

/** The phase of these in force on a local day, by its dates and what therapists began; null without phases. */
export async function phaseInForce(
  tx: Tx,
  { clinicId, planId }: PlanKey,
  phases: readonly Phase[],
  day: LocalDate,
): Promise<Phase | null> {
  if (phases.length === 0) return null;
  const begun = await tx
    .select({ phaseId: phaseBegun.phaseId, begunOn: phaseBegun.begunOn })
    .from(phaseBegun)
    .where(and(eq(phaseBegun.clinicId, clinicId), eq(phaseBegun.planId, planId)))
    .orderBy(asc(phaseBegun.createdAt), asc(phaseBegun.id));
  return phaseOn(phases, begun, day);
}
