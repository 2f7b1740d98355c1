import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { membership } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { lockColleague } from "./colleague";

/** Lets a disabled colleague sign in again, in the role they had. Throws `NotFound`. */
export async function enableStaff(
  access: ClinicAccess<"manage-staff">,
  userId: unknown,
): Promise<void> {
  await inScope(access.scope, async (tx) => {
    const { colleague } = await lockColleague(tx, access.clinicId, userId);
    if (!colleague.disabledAt) return;
    await tx
      .update(membership)
      .set({ disabledAt: null })
      .where(
        and(eq(membership.clinicId, access.clinicId), eq(membership.userId, colleague.userId)),
      );
    await recordAudit(tx, access, {
      action: "staff.enable",
      subjectKind: "user",
      subjectId: colleague.userId,
    });
  });
}
