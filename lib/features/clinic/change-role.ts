import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { membership } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { keepAnOwner, lockColleague } from "./colleague";
import { changeRoleInput } from "./schema";

/** Gives a colleague another role, from their next request on. Throws `NotFound`, and `Conflict` for the last owner. */
export async function changeRole(
  access: ClinicAccess<"manage-staff">,
  userId: unknown,
  input: unknown,
): Promise<void> {
  const { role } = parse(changeRoleInput, input);
  await inScope(access.scope, async (tx) => {
    const { colleague, activeOwners } = await lockColleague(tx, access.clinicId, userId);
    if (colleague.role === role) return;
    keepAnOwner(colleague, activeOwners);
    await tx
      .update(membership)
      .set({ role })
      .where(
        and(eq(membership.clinicId, access.clinicId), eq(membership.userId, colleague.userId)),
      );
    await recordAudit(tx, access, {
      action: "staff.change-role",
      subjectKind: "user",
      subjectId: colleague.userId,
      fields: ["role"],
    });
  });
}
