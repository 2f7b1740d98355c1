import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { exerciseMedia, media } from "../../../db/schema/media";
import type { MediaView } from "./media-view";

/** The columns of a `MediaView`. */
export const VIEW = {
  id: media.id,
  kind: media.kind,
  width: media.width,
  height: media.height,
  durationMs: media.durationMs,
};

/** Photos and videos of exercises as they stand now, in their order; an exercise without any is absent. */
export async function mediaOfExercises(
  tx: Tx,
  slugs: readonly string[],
): Promise<Map<string, MediaView[]>> {
  const found = new Map<string, MediaView[]>();
  if (slugs.length === 0) return found;
  const rows = await tx
    .select({ slug: exerciseMedia.slug, ...VIEW })
    .from(exerciseMedia)
    .innerJoin(
      media,
      and(eq(media.clinicId, exerciseMedia.clinicId), eq(media.id, exerciseMedia.mediaId)),
    )
    .where(and(inArray(exerciseMedia.slug, [...slugs]), isNull(media.removedAt)))
    .orderBy(asc(exerciseMedia.position));
  for (const { slug, ...view } of rows) found.set(slug, [...(found.get(slug) ?? []), view]);
  return found;
}
