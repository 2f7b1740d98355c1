import { and, eq, gt, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { appUser, passwordReset } from "../../../db/schema/people";
import type { ClientInfo } from "../../auth/client-info";
import { hashPassword } from "../../auth/password";
import { hashSecret } from "../../auth/secrets";
import { takeTry } from "../../auth/throttle";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { afterNewPassword } from "./end-sessions";
import { completeResetInput } from "./schema";

/** Sets a new password with a reset link and ends every session of the user. Throws `NotFound` for a spent or unknown link. */
export async function completePasswordReset(
  input: unknown,
  client: ClientInfo,
  now: Date,
): Promise<void> {
  const { token, password } = parse(completeResetInput, input);
  await takeTry("token-address", client.address, now);
  const tokenHash = hashSecret(token);
  const userId = await inScope({ tokenHash }, (tx) => resetOwner(tx, tokenHash, now));
  if (!userId) throw new NotFound();
  const passwordHash = await hashPassword(password);
  await inScope({ userId }, async (tx) => {
    const spent = await tx
      .update(passwordReset)
      .set({ usedAt: now })
      .where(
        and(
          eq(passwordReset.userId, userId),
          eq(passwordReset.tokenHash, tokenHash),
          isNull(passwordReset.usedAt),
        ),
      )
      .returning({ id: passwordReset.id });
    if (spent.length === 0) throw new NotFound();
    await tx
      .update(appUser)
      .set({ passwordHash, passwordChangedAt: now })
      .where(eq(appUser.id, userId));
    await afterNewPassword(tx, userId, "account.reset-password", now);
  });
}

/** Whose reset link this is while it can be used. The transaction's scope must be the token's hash. */
export async function resetOwner(tx: Tx, tokenHash: string, now: Date): Promise<string | null> {
  const [row] = await tx
    .select({ userId: passwordReset.userId })
    .from(passwordReset)
    .where(
      and(
        eq(passwordReset.tokenHash, tokenHash),
        isNull(passwordReset.usedAt),
        gt(passwordReset.expiresAt, now),
      ),
    );
  return row?.userId ?? null;
}
