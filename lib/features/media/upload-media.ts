import { open } from "node:fs/promises";
import path from "node:path";
import { and, eq, isNull, sql } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { newId } from "../../../db/id";
import { media } from "../../../db/schema/media";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { takeTry } from "../../auth/throttle";
import { log } from "../../log";
import { clearUnused } from "./clear-unused";
import { fileKind, HEAD_BYTES, refuseFile, refuseKind } from "./file-kind";
import { type Body, inFolder, receive } from "./incoming";
import { CLINIC_MEDIA_MAX_BYTES, CLINIC_MEDIA_MAX_GB, type MediaVariant } from "./media-bounds";
import { mediaKey } from "./media-key";
import type { MediaView } from "./media-view";
import { inLine } from "./one-at-a-time";
import { makePhoto } from "./photo";
import type { MediaStore, Source } from "./store";
import { rewriteVideo } from "./video";

/** A file made ready to be stored, with what its row says. */
interface Ready {
  readonly row: Omit<MediaView, "id"> & { readonly mime: string; readonly sizeBytes: number };
  readonly files: readonly { readonly variant: MediaVariant; readonly source: Source }[];
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  const handle = await open(file);
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function makeReady(file: string, folder: string): Promise<Ready> {
  const kind = fileKind(await headOf(file)) ?? refuseKind();
  if (kind === "mp4" || kind === "webm") {
    const target = path.join(folder, "video");
    const { mime, ...shown } = await rewriteVideo(file, kind, target);
    const sizeBytes = await sizeOf(target);
    const row = { kind: "video" as const, mime, sizeBytes, ...shown };
    return { row, files: [{ variant: "video", source: { path: target } }] };
  }
  // Unpacked photos are large, so that several at once could fill a small server.
  const { files, width, height } = await inLine(() => makePhoto(file, kind));
  const sizeBytes = Math.max(...files.map(({ bytes }) => bytes.length));
  return {
    row: { kind: "photo", mime: "image/jpeg", sizeBytes, width, height, durationMs: null },
    files: files.map(({ variant, bytes }) => ({ variant, source: bytes })),
  };
}

/** Bytes of the clinic's photos and videos that the store holds, the largest file of each. */
async function storedBytes({ scope, clinicId }: ClinicAccess<"edit-library">): Promise<number> {
  const [row] = await inScope(scope, (tx) =>
    tx
      .select({ bytes: sql<string>`coalesce(sum(${media.sizeBytes}), 0)` })
      .from(media)
      .where(and(eq(media.clinicId, clinicId), isNull(media.clearedAt))),
  );
  return Number(row?.bytes ?? 0);
}

function refuseFull(bytes: number): void {
  if (bytes > CLINIC_MEDIA_MAX_BYTES)
    refuseFile(
      `Your clinic's photos and videos fill the ${CLINIC_MEDIA_MAX_GB} GB that there are for them. Remove some that you no longer need from your exercises; their room is free a day later.`,
    );
}

/** Stores all files, then runs `work`; when either fails, none of them stays. */
async function stored<T>(
  store: MediaStore,
  files: readonly { readonly key: string; readonly source: Source }[],
  mime: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    for (const { key, source } of files) await store.put(key, source, mime);
    return await work();
  } catch (error) {
    const ended = await Promise.allSettled(files.map(({ key }) => store.delete(key)));
    const failed = ended.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") log.failure("media.not-cleared", failed.reason);
    throw error;
  }
}

/**
 * Takes a photo or video into the clinic, from the bytes of a file as they come in. Nothing shows it until
 * it is attached. Throws `Throttled` after too many, `BadRequest` (413 too large, 400 broken off) and
 * `Invalid` on `media` with a sentence for a file that is damaged or of a kind that is not taken, and when
 * the clinic's room is used up (several at once may exceed it by themselves).
 */
export async function uploadMedia(
  access: ClinicAccess<"edit-library">,
  body: Body,
  { store, now }: { readonly store: MediaStore; readonly now: Date },
): Promise<MediaView> {
  const { clinicId, userId } = access;
  await takeTry("media-account", userId, now);
  await takeTry("media-clinic", clinicId, now);
  await clearUnused(access, store, now);
  const used = await storedBytes(access);
  // Of a file that comes it is not known yet how large it will be; into a full room none needs to.
  refuseFull(used + 1);
  return inFolder(now, async (folder) => {
    const received = path.join(folder, "received");
    await receive(body, received);
    const { row, files } = await makeReady(received, folder);
    refuseFull(used + row.sizeBytes);
    const id = newId(now.getTime());
    const keyed = files.map(({ variant, source }) => ({
      key: mediaKey(clinicId, id, variant),
      source,
    }));
    await stored(store, keyed, row.mime, () =>
      inScope(access.scope, async (tx) => {
        await tx.insert(media).values({ clinicId, id, ...row, createdBy: userId, createdAt: now });
        await recordAudit(tx, access, {
          action: "media.upload",
          subjectKind: "media",
          subjectId: id,
        });
      }),
    );
    const { kind, width, height, durationMs } = row;
    return { id, kind, width, height, durationMs };
  });
}
