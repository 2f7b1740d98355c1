import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exerciseMedia, media, prescribedMedia } from "../../../db/schema/media";
import { prescribedExercise } from "../../../db/schema/plan";
import { type ClinicAccess, isId, type SelfAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { PHOTO_SIDES } from "./media-bounds";
import { mediaKey } from "./media-key";
import type { MediaView } from "./media-view";

/** The columns of a `MediaView`. */
const VIEW = {
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

/** Photos and videos frozen with published versions, by prescribed exercise, in their order. */
export async function mediaOfVersions(
  tx: Tx,
  clinicId: string,
  versionIds: readonly string[],
): Promise<Map<string, MediaView[]>> {
  const rows = await tx
    .select({ prescribedId: prescribedMedia.prescribedId, ...VIEW })
    .from(prescribedMedia)
    .innerJoin(
      prescribedExercise,
      and(
        eq(prescribedExercise.clinicId, prescribedMedia.clinicId),
        eq(prescribedExercise.id, prescribedMedia.prescribedId),
      ),
    )
    .innerJoin(
      media,
      and(eq(media.clinicId, prescribedMedia.clinicId), eq(media.id, prescribedMedia.mediaId)),
    )
    .where(
      and(
        eq(prescribedMedia.clinicId, clinicId),
        inArray(prescribedExercise.versionId, [...versionIds]),
      ),
    )
    .orderBy(asc(prescribedMedia.position));
  const found = new Map<string, MediaView[]>();
  for (const { prescribedId, ...view } of rows)
    found.set(prescribedId, [...(found.get(prescribedId) ?? []), view]);
  return found;
}

/** Bytes of the store with what a browser has to be told of them. */
export interface MediaFile {
  readonly key: string;
  readonly mime: string;
  /** Of the video; a photo's sizes are known to the store alone. */
  readonly sizeBytes: number | null;
  /** Stays the same for ever: the bytes never change. */
  readonly etag: string;
}

const isPhotoVariant = (variant: string): boolean => Object.hasOwn(PHOTO_SIDES, variant);

/**
 * A file of the clinic for its staff, or of what was ever published for the patient. Throws `NotFound` for
 * everything else alike.
 */
export async function mediaFile(
  access: ClinicAccess | SelfAccess,
  id: string,
  variant: string,
): Promise<MediaFile> {
  if (!isId(id)) throw new NotFound();
  const [row] = await inScope(access.scope, (tx) =>
    tx
      .select({ kind: media.kind, mime: media.mime, sizeBytes: media.sizeBytes })
      .from(media)
      .where(and(eq(media.clinicId, access.clinicId), eq(media.id, id), isNull(media.removedAt))),
  );
  if (!row || (row.kind === "photo" ? !isPhotoVariant(variant) : variant !== "video"))
    throw new NotFound();
  return {
    key: mediaKey(access.clinicId, id, variant),
    mime: row.mime,
    sizeBytes: row.kind === "video" ? row.sizeBytes : null,
    etag: `"${id}-${variant}"`,
  };
}
