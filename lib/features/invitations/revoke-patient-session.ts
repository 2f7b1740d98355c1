import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { session } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import { isId, type RecordAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";

/** Ends a device's access; its next request is anonymous. Throws `NotFound` unless it is a living session of this patient. */
export async function revokePatientSession(
  access: RecordAccess<"invite-patient">,
  sessionId: unknown,
  now: Date,
): Promise<void> {
  if (!isId(sessionId)) throw new NotFound();
  await inScope(access.scope, async (tx) => {
    const ended = await tx
      .update(session)
      .set({ revokedAt: now })
      .where(
        and(
          eq(session.clinicId, access.clinicId),
          eq(session.id, sessionId),
          eq(session.patientId, access.patientId),
          isNull(session.revokedAt),
        ),
      )
      .returning({ id: session.id });
    if (ended.length === 0) throw new NotFound();
    await recordAudit(tx, access, {
      action: "patient.revoke-session",
      subjectKind: "session",
      subjectId: sessionId,
    });
  });
}
