import { and, eq, isNull, ne } from "drizzle-orm";
import { applyScope, type Tx } from "../../../db/client";
import { passwordReset, session } from "../../../db/schema/people";
import { type AuditAction, recordAudit } from "../../audit/record";
import { allClinicIds } from "./staff-clinic";

/** Ends one session; false when it had ended before. The scope must be its clinic. */
export async function endSession(
  tx: Tx,
  clinicId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(session)
    .set({ revokedAt: now })
    .where(
      and(eq(session.clinicId, clinicId), eq(session.id, sessionId), isNull(session.revokedAt)),
    )
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends a user's sessions in one clinic, but for the one to keep. The scope must be that clinic. */
export async function endStaffSessions(
  tx: Tx,
  clinicId: string,
  userId: string,
  now: Date,
  keepSessionId?: string,
): Promise<number> {
  const ended = await tx
    .update(session)
    .set({ revokedAt: now })
    .where(
      and(
        eq(session.clinicId, clinicId),
        eq(session.userId, userId),
        isNull(session.revokedAt),
        keepSessionId ? ne(session.id, keepSessionId) : undefined,
      ),
    )
    .returning({ id: session.id });
  return ended.length;
}

/**
 * What follows a new password: reset links die, sessions end in every clinic of the user, and each of
 * these clinics gets its audit row. Leaves the transaction in the last clinic's scope.
 */
export async function afterNewPassword(
  tx: Tx,
  userId: string,
  action: AuditAction & `account.${string}`,
  now: Date,
  keepSessionId?: string,
): Promise<void> {
  await applyScope(tx, { userId });
  await spendResets(tx, userId, now);
  for (const clinicId of await allClinicIds(tx, userId)) {
    await applyScope(tx, { clinicId, userId });
    await endStaffSessions(tx, clinicId, userId, now, keepSessionId);
    await recordAudit(
      tx,
      { clinicId, userId },
      { action, subjectKind: "user", subjectId: userId, fields: ["password"] },
    );
  }
}

/** Makes every open reset link of the user useless. The scope must carry the user's id. */
export async function spendResets(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .update(passwordReset)
    .set({ usedAt: now })
    .where(and(eq(passwordReset.userId, userId), isNull(passwordReset.usedAt)));
}
