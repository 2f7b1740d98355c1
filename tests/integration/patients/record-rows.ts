import { and, asc, eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { auditEvent } from "@/db/schema/audit";
import { patient, patientCondition } from "@/db/schema/patient";
import { Invalid } from "@/lib/errors/app-error";

/** Audit rows about a patient, oldest first: action and changed fields. */
export async function auditOf(clinicId: string, patientId: string) {
  const rows = await inScope({ clinicId }, (tx) =>
    tx
      .select({ action: auditEvent.action, fields: auditEvent.fields, by: auditEvent.actorUserId })
      .from(auditEvent)
      .where(and(eq(auditEvent.clinicId, clinicId), eq(auditEvent.patientId, patientId)))
      .orderBy(asc(auditEvent.id)),
  );
  return rows;
}

/** The stored row of a patient. */
export async function patientRow(clinicId: string, patientId: string) {
  const [row] = await inScope({ clinicId }, (tx) =>
    tx
      .select()
      .from(patient)
      .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId))),
  );
  return row;
}

/** Every stored condition row of a patient, removed ones included, oldest first. */
export async function conditionRows(clinicId: string, patientId: string) {
  return inScope({ clinicId }, (tx) =>
    tx
      .select()
      .from(patientCondition)
      .where(
        and(eq(patientCondition.clinicId, clinicId), eq(patientCondition.patientId, patientId)),
      )
      .orderBy(asc(patientCondition.createdAt), asc(patientCondition.id)),
  );
}

/** The messages by field of a refused input; fails when it was taken or failed otherwise. */
export async function fieldsOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const failure = await work.then(
    () => new Error("it was taken"),
    (error: unknown) => error,
  );
  if (failure instanceof Invalid) return { ...failure.fieldErrors };
  throw failure;
}
