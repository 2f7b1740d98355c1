import type { Tx } from "../../db/client";
import { newId } from "../../db/id";
import { session } from "../../db/schema/people";
import { hashSecret, newSecret } from "./secrets";
import { SESSION_TIMES } from "./session-times";

export type SessionHolder =
  | { readonly kind: "staff"; readonly userId: string }
  | { readonly kind: "patient"; readonly patientId: string };

/** Inserts a session row; the caller has identified the holder. `sid` is what the cookie carries. */
export async function openSession(
  tx: Tx,
  clinicId: string,
  holder: SessionHolder,
  device: string | null,
  now: Date,
): Promise<{ sid: string; sessionId: string }> {
  const secret = newSecret();
  const sessionId = newId(now.getTime());
  const times = SESSION_TIMES[holder.kind];
  await tx.insert(session).values({
    clinicId,
    id: sessionId,
    sidHash: hashSecret(secret),
    kind: holder.kind,
    userId: holder.kind === "staff" ? holder.userId : null,
    patientId: holder.kind === "patient" ? holder.patientId : null,
    createdAt: now,
    lastSeenAt: now,
    idleUntil: new Date(now.getTime() + times.idleMs),
    absoluteUntil: new Date(now.getTime() + times.absoluteMs),
    device,
  });
  return { sid: `${clinicId}.${secret}`, sessionId };
}
