import type { DrawnDocument, PaperPhoto } from "../../figures/drawn-document";
import { log } from "../../log";
import { mediaKey } from "./media-key";
import type { MediaView } from "./media-view";
import type { MediaStore } from "./store";

/** Opened only where there is a photo to print: a plan is printed also where the store is out of order. */
type OpenStore = () => Promise<MediaStore>;

/** They stand one above the other where else a figure stands. */
const PHOTOS_MAX = 2;

async function photoOf(
  store: MediaStore,
  clinicId: string,
  { id, width, height }: MediaView,
): Promise<PaperPhoto | null> {
  const found = await store.get(mediaKey(clinicId, id, "medium"));
  if (!found) return null;
  return { jpeg: new Uint8Array(await new Response(found.body).arrayBuffer()), width, height };
}

/** The patient needs the plan, not the photo. */
async function photosOf(open: OpenStore, clinicId: string, media: readonly MediaView[]) {
  const wanted = media.filter(({ kind }) => kind === "photo").slice(0, PHOTOS_MAX);
  if (wanted.length === 0) return [];
  try {
    const store = await open();
    const found = await Promise.all(wanted.map((one) => photoOf(store, clinicId, one)));
    return found.filter((photo) => photo !== null);
  } catch (error) {
    log.failure("pdf.photo-left-out", error);
    return [];
  }
}

/**
 * The document with the bytes of the photos that are printed: the first two of each exercise that has no
 * picture. What the store cannot give is left out.
 */
export async function withPaperPhotos(
  document: DrawnDocument,
  clinicId: string,
  open: OpenStore,
): Promise<DrawnDocument> {
  const exercises = await Promise.all(
    document.exercises.map(async (exercise) =>
      exercise.figure
        ? exercise
        : { ...exercise, photos: await photosOf(open, clinicId, exercise.media) },
    ),
  );
  return { ...document, exercises };
}
