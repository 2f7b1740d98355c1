import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { membership } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { endStaffSessions } from "../account/end-sessions";
import { keepAnOwner, lockColleague } from "./colleague";

/** Shuts a colleague out of this clinic at once; what they did stays. Throws `NotFound`, and `Conflict` for the last owner. */
export async function disableStaff(
  access: ClinicAccess<"manage-staff">,
  userId: unknown,
  now: Date,
): Promise<void> {
  await inScope(access.scope, async (tx) => {
    const { colleague, activeOwners } = await lockColleague(tx, access.clinicId, userId);
    if (colleague.disabledAt) return;
    keepAnOwner(colleague, activeOwners);
    await tx
      .update(membership)
      .set({ disabledAt: now })
      .where(
        and(eq(membership.clinicId, access.clinicId), eq(membership.userId, colleague.userId)),
      );
    await endStaffSessions(tx, access.clinicId, colleague.userId, now);
    await recordAudit(tx, access, {
      action: "staff.disable",
      subjectKind: "user",
      subjectId: colleague.userId,
    });
  });
}
