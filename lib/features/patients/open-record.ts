import { and, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { membership } from "../../../db/schema/people";
import type { ClinicAccess, RecordAccess } from "../../auth/access";
import { Conflict, Invalid, NotFound } from "../../errors/app-error";

/**
 * The patient's row, locked until the transaction ends, so that changes of one record follow each other.
 * Throws `NotFound`, or `Conflict` when the record is archived.
 */
export async function openRecord(tx: Tx, access: RecordAccess) {
  const [row] = await tx
    .select()
    .from(patient)
    .where(and(eq(patient.clinicId, access.clinicId), eq(patient.id, access.patientId)))
    .for("no key update");
  if (!row) throw new NotFound();
  if (row.archivedAt) throw new Conflict("This record is archived. Restore it first.");
  return row;
}

/** Throws `Invalid` unless the user treats people in this clinic: owner or therapist, not disabled. */
export async function requireTherapist(
  tx: Tx,
  access: ClinicAccess | RecordAccess,
  therapistId: string | null,
): Promise<void> {
  if (therapistId === null) return;
  const [row] = await tx
    .select({ role: membership.role, disabledAt: membership.disabledAt })
    .from(membership)
    .where(and(eq(membership.clinicId, access.clinicId), eq(membership.userId, therapistId)));
  if (!row || row.disabledAt || row.role === "front_desk")
    throw new Invalid({ therapistId: "Choose a therapist of your clinic." });
}

const UNIQUE_VIOLATION = "23505";
export const RECORD_NUMBER_TAKEN = "Someone else at your clinic has this record number.";

/** The unique index has the last word on record numbers; its refusal is an answer by the field. */
export function recordNumberTaken(error: unknown): unknown {
  const cause = (error as { cause?: { code?: string; constraint_name?: string } }).cause;
  return cause?.code === UNIQUE_VIOLATION && cause.constraint_name === "patient_record_number"
    ? new Invalid({ recordNumber: RECORD_NUMBER_TAKEN })
    : error;
}
