import type { Tx } from "../../db/client";
import { newId } from "../../db/id";
import { insertRows } from "../../db/insert-rows";
import { auditEvent } from "../../db/schema/audit";
import type { AnyAccess } from "../auth/access";

/** Everything that is audited, reads of a record included. */
export const AUDIT_ACTIONS = [
  "clinic.set-up",
  "clinic.update",
  "staff.invite",
  "staff.revoke-invitation",
  "staff.join",
  "staff.disable",
  "staff.enable",
  "staff.change-role",
  "staff.create-reset-link",
  "staff.recover-owner",
  "account.sign-in",
  "account.change-password",
  "account.reset-password",
  "account.sign-out",
  "account.update",
  "caseload.view",
  "patient.view",
  "patient.create",
  "patient.update",
  "patient.archive",
  "patient.restore",
  "patient.add-condition",
  "patient.update-condition",
  "patient.remove-condition",
  "patient.add-goal",
  "patient.remove-goal",
  "patient.add-visit",
  "patient.remove-visit",
  "patient.create-link",
  "patient.revoke-link",
  "patient.sign-in",
  "patient.revoke-session",
  "patient.consent",
  "plan.view",
  "plan.create",
  "plan.save-draft",
  "plan.override-precaution",
  "plan.withdraw-override",
  "plan.publish",
  "plan.discard-draft",
  "plan.pause",
  "plan.resume",
  "plan.begin-phase",
  "plan.end",
  "plan.print",
  "plan.mail",
  "library.create-exercise",
  "library.update-exercise",
  "library.retire-exercise",
  "library.restore-exercise",
  "library.review-exercise",
  "library.add-favourite",
  "library.remove-favourite",
  "library.import",
  "library.withdraw-import",
  "template.create",
  "template.update",
  "template.retire",
  "template.restore",
  "template.duplicate",
  "media.upload",
  "media.remove",
  "session.log",
  "session.correct",
  "session.log-morning",
  "diary.enter",
  "diary.correct",
  "diary.withdraw",
  "snapshot.read",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  readonly action: AuditAction;
  readonly subjectKind: string;
  readonly subjectId?: string;
  readonly patientId?: string;
  /** Names of the fields that changed; never their values. */
  readonly fields?: readonly string[];
}

/** The columns of who acts that audit rows take from an access value. */
type Actor = Pick<AnyAccess, "clinicId"> & {
  readonly userId?: string;
  readonly patientId?: string;
};

/** Writes audit rows in the transaction of the write itself, so that one cannot be without the other. */
export async function recordAudit(
  tx: Tx,
  access: AnyAccess | Actor,
  ...entries: readonly AuditEntry[]
): Promise<void> {
  if (entries.length === 0) return;
  const actor = access as Actor;
  await insertRows(
    tx,
    auditEvent,
    entries.map((entry) => ({
      clinicId: actor.clinicId,
      id: newId(),
      actorUserId: actor.userId ?? null,
      actorPatientId: actor.userId ? null : (actor.patientId ?? null),
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId ?? null,
      patientId: entry.patientId ?? actor.patientId ?? null,
      fields: [...(entry.fields ?? [])],
    })),
  );
}
