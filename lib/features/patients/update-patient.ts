import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { Conflict } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { openRecord, recordNumberTaken, requireTherapist } from "./open-record";
import { type ContactInput, updatePatientInput } from "./schema";

/** Changes with every save of the contact data; what a form carries to notice that someone else saved. */
export function revisionOf(row: { readonly updatedAt: Date | null; readonly createdAt: Date }) {
  return (row.updatedAt ?? row.createdAt).toISOString();
}

/**
 * Saves contact data. Throws `Invalid` by field, and `Conflict` when the record is archived or was saved by
 * someone else since `revision`: then nothing is overwritten.
 */
export async function updatePatient(
  access: RecordAccess<"edit-patient">,
  input: unknown,
  now: Date,
): Promise<void> {
  const { revision, ...contact } = parse(updatePatientInput(now), input);
  try {
    await inScope(access.scope, async (tx) => {
      const before = await openRecord(tx, access);
      if (revision !== undefined && revision !== revisionOf(before))
        throw new Conflict(
          "Someone else changed this record while you were typing. Nothing was saved; close, look at the record and change it again.",
        );
      const fields = (Object.keys(contact) as (keyof ContactInput)[]).filter(
        (field) => contact[field] !== before[field],
      );
      if (fields.length === 0) return;
      if (fields.includes("therapistId")) await requireTherapist(tx, access, contact.therapistId);
      await tx
        .update(patient)
        .set({ ...contact, updatedAt: now })
        .where(and(eq(patient.clinicId, access.clinicId), eq(patient.id, access.patientId)));
      await recordAudit(tx, access, {
        action: "patient.update",
        subjectKind: "patient",
        subjectId: access.patientId,
        fields,
      });
    });
  } catch (error) {
    throw recordNumberTaken(error);
  }
}
