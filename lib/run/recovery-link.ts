import { and, eq, isNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { applyScope, type Tx } from "../../db/client";
import { OperatorError } from "../../db/operator-error";
import { appUser, membership } from "../../db/schema/people";
import { recordAudit } from "../audit/record";
import { insertReset } from "../features/account/insert-reset";
import { allClinicIds } from "../features/account/staff-clinic";

/**
 * A one-time token that lets an owner set a new password, made by whoever runs the server and audited, without
 * an actor, in every clinic of that person. Earlier links die. Throws `OperatorError` for anybody but an active
 * owner: an owner makes the links of all others.
 */
export async function issueOwnerReset(
  ownerUrl: string,
  email: string,
  now: Date,
): Promise<{ token: string }> {
  const sql = postgres(ownerUrl, {
    max: 1,
    prepare: false,
    connect_timeout: 10,
    onnotice: () => {},
  });
  try {
    return await drizzle(sql).transaction((tx) => resetOf(tx, email.trim().toLowerCase(), now));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The tables' owner obeys forced row-level security, so each step sets what it may see. */
async function resetOf(tx: Tx, email: string, now: Date): Promise<{ token: string }> {
  const userId = await activeOwner(tx, email);
  if (userId === null)
    throw new OperatorError("No active owner of a clinic signs in with this address.");
  const token = await insertReset(tx, userId, now);
  for (const clinicId of await allClinicIds(tx, userId)) {
    await applyScope(tx, { clinicId, userId });
    await recordAudit(
      tx,
      { clinicId },
      { action: "staff.recover-owner", subjectKind: "user", subjectId: userId },
    );
  }
  return { token };
}

/** Leaves the transaction in the user's scope. */
async function activeOwner(tx: Tx, email: string): Promise<string | null> {
  await applyScope(tx, { loginEmail: email });
  const [user] = await tx.select({ id: appUser.id }).from(appUser).where(eq(appUser.email, email));
  if (!user) return null;
  await applyScope(tx, { userId: user.id });
  const owned = await tx
    .select({ clinicId: membership.clinicId })
    .from(membership)
    .where(
      and(
        eq(membership.userId, user.id),
        eq(membership.role, "owner"),
        isNull(membership.disabledAt),
      ),
    );
  return owned.length > 0 ? user.id : null;
}
