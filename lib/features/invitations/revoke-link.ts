import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { signInLink } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import { isId, type RecordAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";

/** Makes a link useless at once; devices already signed in stay. Throws `NotFound` unless it is an open link of this patient. */
export async function revokeLink(
  access: RecordAccess<"invite-patient">,
  linkId: unknown,
  now: Date,
): Promise<void> {
  if (!isId(linkId)) throw new NotFound();
  await inScope(access.scope, async (tx) => {
    const revoked = await tx
      .update(signInLink)
      .set({ revokedAt: now })
      .where(
        and(
          eq(signInLink.clinicId, access.clinicId),
          eq(signInLink.id, linkId),
          eq(signInLink.patientId, access.patientId),
          isNull(signInLink.revokedAt),
        ),
      )
      .returning({ id: signInLink.id });
    if (revoked.length === 0) throw new NotFound();
    await recordAudit(tx, access, {
      action: "patient.revoke-link",
      subjectKind: "sign_in_link",
      subjectId: linkId,
    });
  });
}
