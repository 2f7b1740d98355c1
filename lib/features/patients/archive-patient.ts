import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { session, signInLink } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { openRecord } from "./open-record";

/**
 * Takes a person off the list. Their devices are signed out and open links die; nothing is deleted.
 * Throws `Conflict` when the record is archived already.
 */
export async function archivePatient(
  access: RecordAccess<"edit-record">,
  now: Date,
): Promise<void> {
  const { clinicId, patientId } = access;
  await inScope(access.scope, async (tx) => {
    await openRecord(tx, access);
    await Promise.all([
      tx
        .update(patient)
        .set({ archivedAt: now })
        .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId))),
      tx
        .update(session)
        .set({ revokedAt: now })
        .where(
          and(
            eq(session.clinicId, clinicId),
            eq(session.patientId, patientId),
            isNull(session.revokedAt),
          ),
        ),
      tx
        .update(signInLink)
        .set({ revokedAt: now })
        .where(
          and(
            eq(signInLink.clinicId, clinicId),
            eq(signInLink.patientId, patientId),
            isNull(signInLink.revokedAt),
          ),
        ),
      recordAudit(tx, access, {
        action: "patient.archive",
        subjectKind: "patient",
        subjectId: patientId,
      }),
    ]);
  });
}
