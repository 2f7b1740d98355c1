import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { staffInvitation } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import { type ClinicAccess, isId } from "../../auth/access";
import { NotFound } from "../../errors/app-error";

/** Makes an open invitation useless. Throws `NotFound` for any other. */
export async function revokeInvitation(
  access: ClinicAccess<"manage-staff">,
  invitationId: unknown,
  now: Date,
): Promise<void> {
  if (!isId(invitationId)) throw new NotFound();
  await inScope(access.scope, async (tx) => {
    const revoked = await tx
      .update(staffInvitation)
      .set({ revokedAt: now })
      .where(
        and(
          eq(staffInvitation.clinicId, access.clinicId),
          eq(staffInvitation.id, invitationId),
          isNull(staffInvitation.acceptedAt),
          isNull(staffInvitation.revokedAt),
        ),
      )
      .returning({ id: staffInvitation.id });
    if (revoked.length === 0) throw new NotFound();
    await recordAudit(tx, access, {
      action: "staff.revoke-invitation",
      subjectKind: "staff_invitation",
      subjectId: invitationId,
    });
  });
}
