import { inScope } from "../../../db/client";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { lockPlan, refuseEnded } from "./lock-plan";
import { withdrawRows } from "./override-precaution";
import { withdrawOverrideInput } from "./schema";

/** Takes an override back; published versions stay as they are. Throws `NotFound` when there is none. */
export async function withdrawOverride(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<void> {
  const { planId, ...rule } = parse(withdrawOverrideInput, input);
  await inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    if ((await withdrawRows(tx, locked, rule, now)) === 0) throw new NotFound();
    await recordAudit(tx, access, {
      action: "plan.withdraw-override",
      subjectKind: "plan",
      subjectId: planId,
      patientId: locked.patientId,
    });
  });
}
