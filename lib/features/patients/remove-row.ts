import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import type { goal, patientCondition, visit } from "../../../db/schema/patient";
import { type AuditAction, recordAudit } from "../../audit/record";
import { isId, type RecordAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { openRecord } from "./open-record";

type Removable = typeof patientCondition | typeof goal | typeof visit;

/** Marks a row of this record as removed; it stays, so that history is true. Throws `NotFound` for another record's row. */
export async function removeRow(
  access: RecordAccess,
  table: Removable,
  rowId: unknown,
  audit: { readonly action: AuditAction; readonly subjectKind: string },
  now: Date,
): Promise<void> {
  if (!isId(rowId)) throw new NotFound();
  await inScope(access.scope, async (tx) => {
    await openRecord(tx, access);
    const removed = await tx
      .update(table)
      .set({ removedAt: now })
      .where(
        and(
          eq(table.clinicId, access.clinicId),
          eq(table.id, rowId),
          eq(table.patientId, access.patientId),
          isNull(table.removedAt),
        ),
      )
      .returning({ id: table.id });
    if (removed.length === 0) throw new NotFound();
    await recordAudit(tx, access, { ...audit, subjectId: rowId });
  });
}
