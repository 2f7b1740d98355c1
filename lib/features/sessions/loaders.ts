import "server-only";
import { withSelf } from "../../auth/access";
import { env } from "../../env";
import { keepSnapshot } from "./keep-snapshot";
import type { SyncAnswer } from "./sync-answer";
import { isTakenId, syncBatch } from "./sync-batch";

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
  for (let attempt = 1; ; attempt++) {
    try {
      const oneByOne = attempt === 3;
      return await withSelf(sid, now, (tx, access) =>
        syncBatch(tx, access, input, { now, oneByOne }),
      );
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
