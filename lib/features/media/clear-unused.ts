import { and, eq, inArray, isNotNull, isNull, lt, notExists, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exerciseMedia, media, prescribedMedia } from "../../../db/schema/media";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { log } from "../../log";
import { PHOTO_SIDES } from "./media-bounds";
import { mediaKey } from "./media-key";
import type { MediaStore } from "./store";

const UNUSED_MS = 86_400_000;
/** One upload pays for a few, not for a year of them. */
const AT_ONCE = 20;

const VARIANTS = { photo: Object.keys(PHOTO_SIDES), video: ["video"] } as const;

/** Old enough, neither shown with an exercise nor ever published; locked, so that nobody attaches them now. */
async function unused(tx: Tx, clinicId: string, before: Date) {
  const old = and(
    eq(media.clinicId, clinicId),
    isNull(media.removedAt),
    lt(media.createdAt, before),
  );
  const attached = tx
    .select({ one: sql`1` })
    .from(exerciseMedia)
    .where(and(eq(exerciseMedia.clinicId, clinicId), eq(exerciseMedia.mediaId, media.id)));
  const published = tx
    .select({ one: sql`1` })
    .from(prescribedMedia)
    .where(and(eq(prescribedMedia.clinicId, clinicId), eq(prescribedMedia.mediaId, media.id)));
  const free = and(notExists(attached), notExists(published));
  const locked = await tx
    .select({ id: media.id })
    .from(media)
    .where(and(old, free))
    .orderBy(media.createdAt)
    .limit(AT_ONCE)
    .for("update", { skipLocked: true });
  if (locked.length === 0) return [];
  const ids = locked.map(({ id }) => id);
  // Asked again: it may have been attached before the lock was held.
  return tx
    .select({ id: media.id, kind: media.kind })
    .from(media)
    .where(and(old, free, inArray(media.id, ids)));
}

type Row = Awaited<ReturnType<typeof unused>>[number];

async function removeUnused(tx: Tx, access: ClinicAccess<"edit-library">, now: Date) {
  const { clinicId } = access;
  const rows = await unused(tx, clinicId, new Date(now.getTime() - UNUSED_MS));
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx
    .update(media)
    .set({ removedAt: now })
    .where(and(eq(media.clinicId, clinicId), inArray(media.id, ids)));
  await recordAudit(
    tx,
    access,
    ...ids.map((subjectId) => ({
      action: "media.remove" as const,
      subjectKind: "media",
      subjectId,
    })),
  );
}

/** What was removed, now or by a run whose store failed, and may still have bytes. */
const uncleared = (tx: Tx, clinicId: string): Promise<Row[]> =>
  tx
    .select({ id: media.id, kind: media.kind })
    .from(media)
    .where(and(eq(media.clinicId, clinicId), isNotNull(media.removedAt), isNull(media.clearedAt)))
    .orderBy(media.removedAt)
    .limit(AT_ONCE);

/** Takes the bytes of one out of the store; false: not all of them, which is logged. */
async function isCleared(store: MediaStore, clinicId: string, { id, kind }: Row): Promise<boolean> {
  const keys = VARIANTS[kind].map((variant) => mediaKey(clinicId, id, variant));
  const ended = await Promise.allSettled(keys.map((key) => store.delete(key)));
  const failed = ended.find((one) => one.status === "rejected");
  if (failed) log.failure("media.not-cleared", failed.reason);
  return !failed;
}

/**
 * Removes photos and videos that nobody has used for a day: added to an exercise that was never saved, or
 * taken off one again. What a published version shows stays. What the store does not delete is logged and
 * left for the next run. Run with each upload, which makes the need.
 */
export async function clearUnused(
  access: ClinicAccess<"edit-library">,
  store: MediaStore,
  now: Date,
): Promise<void> {
  const { clinicId } = access;
  const rows = await inScope(access.scope, async (tx) => {
    await removeUnused(tx, access, now);
    return uncleared(tx, clinicId);
  });
  if (rows.length === 0) return;
  const ended = await Promise.all(rows.map((row) => isCleared(store, clinicId, row)));
  const gone = rows.filter((_, i) => ended[i]).map(({ id }) => id);
  await inScope(access.scope, (tx) =>
    tx
      .update(media)
      .set({ clearedAt: now })
      .where(and(eq(media.clinicId, clinicId), inArray(media.id, gone))),
  );
}
