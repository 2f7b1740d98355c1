import { and, eq, inArray, isNull, lt, notExists, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exerciseMedia, media, prescribedMedia } from "../../../db/schema/media";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
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

/**
 * Removes photos and videos that nobody has used for a day: added to an exercise that was never saved, or
 * taken off one again. What a published version shows stays. Run with each upload, which makes the need.
 */
export async function clearUnused(
  access: ClinicAccess<"edit-library">,
  store: MediaStore,
  now: Date,
): Promise<void> {
  const { clinicId } = access;
  const removed = await inScope(access.scope, async (tx) => {
    const rows = await unused(tx, clinicId, new Date(now.getTime() - UNUSED_MS));
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return rows;
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
    return rows;
  });
  const keys = removed.flatMap(({ id, kind }) =>
    VARIANTS[kind].map((variant) => mediaKey(clinicId, id, variant)),
  );
  await Promise.allSettled(keys.map((key) => store.delete(key)));
}
