import { and, desc, eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { auditEvent } from "@/db/schema/audit";
import type { AuditAction } from "@/lib/audit/record";

/** Audit rows of one action in a clinic, newest first. */
export function auditTrail(clinicId: string, action: AuditAction) {
  return inScope({ clinicId }, (tx) =>
    tx
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.clinicId, clinicId), eq(auditEvent.action, action)))
      .orderBy(desc(auditEvent.at), desc(auditEvent.id)),
  );
}
