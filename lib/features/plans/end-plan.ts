import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { plan } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { lockPlan, refuseEnded } from "./lock-plan";
import { planIdInput } from "./schema";

/**
 * Ends the plan; today in the patient's zone is its last day. Versions and logs stay, and logs made
 * offline until then are still taken. Throws `Conflict` when it has ended already.
 */
export async function endPlan(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<void> {
  const { planId } = parse(planIdInput, input);
  await inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    await tx
      .update(plan)
      .set({ endedOn: locked.patientToday })
      .where(and(eq(plan.clinicId, locked.clinicId), eq(plan.id, planId)));
    await recordAudit(tx, access, {
      action: "plan.end",
      subjectKind: "plan",
      subjectId: planId,
      patientId: locked.patientId,
      fields: ["endedOn"],
    });
  });
}
