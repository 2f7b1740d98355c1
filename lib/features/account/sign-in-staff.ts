import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { appUser } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClientInfo } from "../../auth/client-info";
import { openSession } from "../../auth/open-session";
import { verifyPassword } from "../../auth/password";
import { clearTries, giveBackTry, takeTry } from "../../auth/throttle";
import { staffSignInInput } from "./schema";
import { lastUsedClinic } from "./staff-clinic";

/**
 * Signs a member of staff in to the clinic used last. Null for an unknown address, a wrong password and a
 * disabled account alike, after the same work. Throws `Throttled` before any of it.
 */
export async function signInStaff(
  input: unknown,
  client: ClientInfo,
  now: Date,
): Promise<{ sid: string; userId: string } | null> {
  await takeTry("staff-address", client.address, now);
  const parsed = staffSignInInput.safeParse(input);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  await takeTry("staff-account", email, now);
  const [user] = await inScope({ loginEmail: email }, (tx) =>
    tx
      .select({ id: appUser.id, passwordHash: appUser.passwordHash })
      .from(appUser)
      .where(eq(appUser.email, email)),
  );
  const fits = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !fits) return null;
  const opened = await openStaffSession(user.id, client, now);
  if (opened) {
    await clearTries("staff-account", email, now);
    await giveBackTry("staff-address", client.address, now);
  }
  return opened && { sid: opened.sid, userId: user.id };
}

function openStaffSession(userId: string, client: ClientInfo, now: Date) {
  return inScope({ userId }, async (tx) => {
    const clinicId = await lastUsedClinic(tx, userId);
    if (!clinicId) return null;
    const holder = { kind: "staff", userId } as const;
    const opened = await openSession(tx, clinicId, holder, client.device, now);
    await recordAudit(
      tx,
      { clinicId, userId },
      { action: "account.sign-in", subjectKind: "session", subjectId: opened.sessionId },
    );
    return opened;
  });
}
