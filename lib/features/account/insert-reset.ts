import type { Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { passwordReset } from "../../../db/schema/people";
import { hashSecret, newSecret } from "../../auth/secrets";
import { PASSWORD_RESET_MINUTES } from "../../auth/session-times";
import { spendResets } from "./end-sessions";

/** Replaces the user's open reset links by a new one and returns its token. The scope must carry the user's id. */
export async function insertReset(tx: Tx, userId: string, now: Date): Promise<string> {
  const token = newSecret();
  await spendResets(tx, userId, now);
  await tx.insert(passwordReset).values({
    userId,
    id: newId(now.getTime()),
    tokenHash: hashSecret(token),
    expiresAt: new Date(now.getTime() + PASSWORD_RESET_MINUTES * 60_000),
    createdAt: now,
  });
  return token;
}
