import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { session } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import { type ClinicAccess, isId } from "../../auth/access";
import { NotFound } from "../../errors/app-error";

/** Ends one of the own sessions in this clinic. Throws `NotFound` for anybody else's or an ended one. */
export async function revokeSession(
  access: ClinicAccess<"use-account">,
  sessionId: unknown,
  now: Date,
): Promise<void> {
  if (!isId(sessionId)) throw new NotFound();
  await inScope(access.scope, async (tx) => {
    const ended = await tx
      .update(session)
      .set({ revokedAt: now })
      .where(
        and(
          eq(session.clinicId, access.clinicId),
          eq(session.id, sessionId),
          eq(session.userId, access.userId),
          isNull(session.revokedAt),
        ),
      )
      .returning({ id: session.id });
    if (ended.length === 0) throw new NotFound();
    await recordAudit(tx, access, {
      action: "account.sign-out",
      subjectKind: "session",
      subjectId: sessionId,
    });
  });
}
