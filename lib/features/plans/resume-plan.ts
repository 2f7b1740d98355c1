import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { planPause } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { addDays, laterOf } from "../../domain/calendar/local-date";
import { Conflict } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { lockPlan, refuseEnded } from "./lock-plan";
import { pausesFrom } from "./pause-plan";
import { planIdInput } from "./schema";

/**
 * Ends the running pause, so that today (patient's zone) counts again; a pause still to come is
 * cancelled. Days that were paused stay so. Throws `Conflict` when there is no pause.
 */
export async function resumePlan(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<void> {
  const { planId } = parse(planIdInput, input);
  await inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    const yesterday = addDays(locked.patientToday, -1);
    const pauses = await pausesFrom(tx, locked, locked.patientToday);
    const [next] = pauses.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    if (!next) throw new Conflict("This plan is not paused.");
    await tx
      .update(planPause)
      .set({ endsOn: laterOf(yesterday, addDays(next.startsOn, -1)) })
      .where(and(eq(planPause.clinicId, locked.clinicId), eq(planPause.id, next.id)));
    await recordAudit(tx, access, {
      action: "plan.resume",
      subjectKind: "plan",
      subjectId: planId,
      patientId: locked.patientId,
    });
  });
}
