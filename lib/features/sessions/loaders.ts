import "server-only";
import { withClaimedSelf, withSelf } from "../../auth/access";
import { env } from "../../env";
import { Invalid } from "../../errors/app-error";
import { keepSnapshot } from "./keep-snapshot";
import type { SyncAnswer } from "./sync-answer";
import { type Batch, batchFacts, isTakenId, readBatch, syncBatch, takeBatch } from "./sync-batch";

function readOrNull(input: unknown): Batch | null {
  try {
    return readBatch(input);
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
}

/**
 * Session look-up and a phone's batch in one transaction. Throws `SignedOut`, or `Invalid` for a batch
 * that is none. An id written since by a retry in flight is read the second time; one that belongs to
 * somebody else's row costs only its own entry the third.
 */
export async function syncPortal(
  sid: string | null,
  input: unknown,
  now: Date,
): Promise<SyncAnswer> {
  const batch = readOrNull(input);
  for (let attempt = 1; ; attempt++) {
    try {
      const taking = { now, oneByOne: attempt === 3 };
      const answer =
        batch &&
        (await withClaimedSelf(
          sid,
          batch.patientId,
          now,
          (tx, claimed) => batchFacts(tx, claimed, batch),
          (tx, access, known) => takeBatch(tx, access, batch, known, taking),
        ));
      // Not this patient's session: whose it is decides between signed out, invalid and conflict.
      return answer ?? (await withSelf(sid, now, (tx, self) => syncBatch(tx, self, input, taking)));
    } catch (error) {
      if (!isTakenId(error) || attempt === 3) throw error;
    }
  }
}

/** The signed-in patient's snapshot as JSON with its ETag. Throws `SignedOut`. */
export async function portalSnapshot(
  sid: string | null,
  now: Date,
): Promise<{ readonly etag: string; readonly body: string }> {
  const { stamp, body } = await withSelf(sid, now, (tx, access, viewer) =>
    keepSnapshot(tx, access, viewer, { now, origin: env.origin }),
  );
  return { etag: `W/"${stamp}"`, body };
}
