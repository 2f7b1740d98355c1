import "server-only";
import { clinicAccess, findViewerBySid, selfAccess, type Viewer } from "../../auth/access";
import type { Body } from "./incoming";
import { mediaAnswer } from "./media-answer";
import type { MediaView } from "./media-view";
import { mediaFile } from "./queries";
import { mediaStore } from "./store";
import { uploadMedia } from "./upload-media";

const viewerOf = (sid: string | null, now: Date): Promise<Viewer | null> =>
  sid ? findViewerBySid(sid, now) : Promise.resolve(null);

/** Takes in a photo or video that a page sends. Throws as `uploadMedia`, `SignedOut` and `Refused`. */
export async function receiveMedia(sid: string | null, body: Body, now: Date): Promise<MediaView> {
  const access = clinicAccess(await viewerOf(sid, now), "edit-library");
  return uploadMedia(access, body, { store: await mediaStore(), now });
}

/**
 * The bytes of a photo or video: for every role of the clinic's staff, and for a patient it was published
 * for. Throws `SignedOut` for nobody, `NotFound` for everybody else.
 */
export async function answerMedia(
  sid: string | null,
  { id, variant }: { readonly id: string; readonly variant: string },
  request: Request,
  now: Date,
): Promise<Response> {
  const viewer = await viewerOf(sid, now);
  const audience = viewer?.kind === "patient" ? "patient" : "staff";
  const access = audience === "patient" ? selfAccess(viewer) : clinicAccess(viewer, "view-library");
  const file = await mediaFile(access, id, variant);
  return mediaAnswer(request, { file, audience }, await mediaStore());
}
