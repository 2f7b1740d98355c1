import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { auditEvent } from "../../../db/schema/audit";
import { patient } from "../../../db/schema/patient";
import { appUser } from "../../../db/schema/people";
import type { AuditAction } from "../../audit/record";
import { type ClinicAccess, isId } from "../../auth/access";

export const AUDIT_PAGE_ROWS = 50;

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  /** Null: somebody not signed in, or staff that left. */
  readonly actorName: string | null;
  readonly actorKind: "staff" | "patient" | "none";
  readonly action: AuditAction;
  readonly patientId: string | null;
  readonly patientName: string | null;
  readonly fields: readonly string[];
}

export interface AuditPage {
  readonly rows: readonly AuditRow[];
  /** Cursor of the next older page; null on the last one. */
  readonly older: string | null;
}

/** Newest first, `AUDIT_PAGE_ROWS` at a time; `before` is the cursor of an earlier page, `patientId` narrows to one record. */
export async function auditPage(
  access: ClinicAccess<"view-audit">,
  { before, patientId }: { before?: string; patientId?: string },
): Promise<AuditPage> {
  const { clinicId } = access;
  const cursor = isId(before) ? before : null;
  return inScope(access.scope, async (tx) => {
    const events = await tx
      .select()
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.clinicId, clinicId),
          isId(patientId) ? eq(auditEvent.patientId, patientId) : undefined,
          cursor
            ? sql`(${auditEvent.at}, ${auditEvent.id}) < (select c.at, c.id from audit_event c where c.clinic_id = ${clinicId} and c.id = ${cursor})`
            : undefined,
        ),
      )
      .orderBy(desc(auditEvent.at), desc(auditEvent.id))
      .limit(AUDIT_PAGE_ROWS + 1);
    const shown = events.slice(0, AUDIT_PAGE_ROWS);
    const [staff, patients] = await Promise.all([
      staffNames(tx, [...new Set(shown.flatMap((row) => row.actorUserId ?? []))]),
      patientNames(tx, clinicId, [
        ...new Set(shown.flatMap((row) => [row.actorPatientId ?? [], row.patientId ?? []].flat())),
      ]),
    ]);
    return {
      rows: shown.map((row) => ({
        id: row.id,
        at: row.at,
        actorName: row.actorUserId
          ? (staff.get(row.actorUserId) ?? null)
          : (patients.get(row.actorPatientId ?? "") ?? null),
        actorKind: row.actorUserId ? "staff" : row.actorPatientId ? "patient" : "none",
        action: row.action as AuditAction,
        patientId: row.patientId,
        patientName: patients.get(row.patientId ?? "") ?? null,
        fields: row.fields,
      })),
      older: events.length > AUDIT_PAGE_ROWS ? (shown.at(-1)?.id ?? null) : null,
    };
  });
}

async function staffNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: appUser.id, name: appUser.name })
    .from(appUser)
    .where(inArray(appUser.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function patientNames(tx: Tx, clinicId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: patient.id, given: patient.givenName, family: patient.familyName })
    .from(patient)
    .where(and(eq(patient.clinicId, clinicId), inArray(patient.id, ids)));
  return new Map(rows.map((row) => [row.id, `${row.given} ${row.family}`]));
}
