import { and, eq, isNotNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { Conflict } from "../../errors/app-error";

/** Puts an archived person back on the list; they need a new sign-in link. Throws `Conflict` when not archived. */
export async function restorePatient(access: RecordAccess<"edit-record">): Promise<void> {
  await inScope(access.scope, async (tx) => {
    const restored = await tx
      .update(patient)
      .set({ archivedAt: null })
      .where(
        and(
          eq(patient.clinicId, access.clinicId),
          eq(patient.id, access.patientId),
          isNotNull(patient.archivedAt),
        ),
      )
      .returning({ id: patient.id });
    if (restored.length === 0) throw new Conflict("This record is not archived.");
    await recordAudit(tx, access, {
      action: "patient.restore",
      subjectKind: "patient",
      subjectId: access.patientId,
    });
  });
}
