import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { insertRows } from "../../../db/insert-rows";
import { exercise } from "../../../db/schema/library";
import { exerciseMedia, media } from "../../../db/schema/media";
import { type ClinicAccess, isId } from "../../auth/access";
import { Invalid, NotFound } from "../../errors/app-error";
import { MEDIA_PER_EXERCISE, VIDEOS_PER_EXERCISE } from "./media-bounds";

const refuse = (sentence: string): never => {
  throw new Invalid({ media: sentence });
};

/** The clinic's media among `ids`, locked: nothing can be cleared away until the transaction ends. */
async function lockMedia(tx: Tx, clinicId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: media.id, kind: media.kind })
    .from(media)
    .where(and(eq(media.clinicId, clinicId), inArray(media.id, [...ids]), isNull(media.removedAt)))
    .orderBy(media.id)
    .for("update");
}

/**
 * Makes these the photos and videos of an exercise of the clinic, in this order, in place of those that it
 * had; an id that comes twice counts once. The caller has checked the exercise and writes the audit row.
 * Throws `Invalid` on `media` for ids that are not the clinic's (or no longer there), for more than six, or
 * more than two videos; `NotFound` for an exercise that is not the clinic's own.
 */
export async function attachMedia(
  tx: Tx,
  { clinicId }: ClinicAccess<"edit-library">,
  slug: string,
  mediaIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(mediaIds)];
  if (ids.length > MEDIA_PER_EXERCISE)
    refuse(`An exercise can have at most ${MEDIA_PER_EXERCISE} photos and videos.`);
  const found = await lockMedia(tx, clinicId, ids.filter(isId));
  if (found.length < ids.length)
    refuse("One of these photos or videos is no longer here. Remove it or add it again.");
  if (found.filter(({ kind }) => kind === "video").length > VIDEOS_PER_EXERCISE)
    refuse(`An exercise can have at most ${VIDEOS_PER_EXERCISE} videos.`);
  const own = await tx
    .select({ slug: exercise.slug })
    .from(exercise)
    .where(and(eq(exercise.clinicId, clinicId), eq(exercise.slug, slug)));
  if (own.length === 0) throw new NotFound();
  await tx
    .delete(exerciseMedia)
    .where(and(eq(exerciseMedia.clinicId, clinicId), eq(exerciseMedia.slug, slug)));
  if (ids.length > 0)
    await insertRows(
      tx,
      exerciseMedia,
      ids.map((mediaId, position) => ({ clinicId, slug, mediaId, position })),
    );
}
