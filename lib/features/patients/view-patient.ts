import { and, eq, gt } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { auditEvent } from "../../../db/schema/audit";
import { type AuditEntry, recordAudit } from "../../audit/record";
import type { ClinicAccess, RecordAccess } from "../../auth/access";

/** A viewer who looks again within the hour is one look: the audit stays readable. */
const LOOK_MS = 3_600_000;

async function lookedBefore(
  tx: Tx,
  access: ClinicAccess | RecordAccess,
  { action, patientId, fields }: AuditEntry,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .select({ fields: auditEvent.fields })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.clinicId, access.clinicId),
        patientId === undefined ? undefined : eq(auditEvent.patientId, patientId),
        gt(auditEvent.at, new Date(now.getTime() - LOOK_MS)),
        eq(auditEvent.actorUserId, access.userId),
        eq(auditEvent.action, action),
      ),
    );
  return rows.some((row) => (fields ?? []).every((field) => row.fields.includes(field)));
}

async function recordLook(access: ClinicAccess | RecordAccess, entry: AuditEntry, now: Date) {
  await inScope(access.scope, async (tx) => {
    if (!(await lookedBefore(tx, access, entry, now))) await recordAudit(tx, access, entry);
  });
}

const SEEN = {
  "view-record": "record",
  "view-contact": "contact",
  "enter-diary": "diary",
} as const;

/**
 * Writes down that this member of staff looked at the person's record, once an hour. Whoever may see only
 * contact data, or a diary to type in, is written down as having seen that.
 */
export async function viewPatient(
  access: RecordAccess<keyof typeof SEEN>,
  now: Date,
): Promise<void> {
  const { patientId } = access;
  const fields = [SEEN[access.action]];
  const subject = { subjectKind: "patient", subjectId: patientId, patientId };
  await recordLook(access, { action: "patient.view", ...subject, fields }, now);
}

/** Writes down that this member of staff looked at the whole list, once an hour. */
export async function viewCaseload(
  access: ClinicAccess<"view-caseload">,
  now: Date,
): Promise<void> {
  const entry = { action: "caseload.view", subjectKind: "clinic", subjectId: access.clinicId };
  await recordLook(access, { ...entry, action: "caseload.view" }, now);
}
