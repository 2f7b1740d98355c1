import { inScope } from "../../../db/client";
import { newId } from "../../../db/id";
import { phaseBegun } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import type { LocalDate } from "../../domain/calendar/local-date";
import { Conflict, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { readVersionContent } from "./draft-queries";
import { lockPlan, refuseEnded } from "./lock-plan";
import { phaseInForce } from "./phase-queries";
import { beginPhaseInput } from "./schema";

/**
 * Begins a phase of the newest version on the therapist's word: from today (patient's zone) its exercises are
 * due, and the earlier ones no longer. An earlier phase may be begun again. Throws `NotFound` for a phase that
 * the version does not have, and `Conflict` when it is the one in force.
 * @returns the day it begins
 */
export async function beginPhase(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<LocalDate> {
  const { planId, phaseId } = parse(beginPhaseInput, input);
  return inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    const { patientToday: begunOn, patientId, clinicId, latestVersion } = locked;
    const version = await readVersionContent(tx, locked, latestVersion);
    if (!version?.phases.some((phase) => phase.phaseId === phaseId)) throw new NotFound();
    const current = await phaseInForce(tx, locked, version.phases, begunOn);
    if (current?.phaseId === phaseId) throw new Conflict("This phase has begun already.");
    await tx.insert(phaseBegun).values({
      ...{ clinicId, planId, patientId, phaseId, begunOn },
      id: newId(now.getTime()),
      begunBy: access.userId,
      createdAt: now,
    });
    await recordAudit(tx, access, {
      action: "plan.begin-phase",
      subjectKind: "plan",
      subjectId: planId,
      patientId,
    });
    return begunOn;
  });
}
