import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { env } from "../../env";
import { BadRequest } from "../../errors/app-error";
import { refuseFile } from "./file-kind";
import { MEDIA_MAX_BYTES, MEDIA_MAX_MB } from "./media-bounds";

const DAY_MS = 86_400_000;

const tooLarge = () =>
  new BadRequest(413, "too_large", {
    media: `The file is larger than ${MEDIA_MAX_MB} MB. Shorten the video or save it smaller.`,
  });

/** What a killed server left of uploads. */
async function clearOld(directory: string, now: Date): Promise<void> {
  for (const name of await readdir(directory)) {
    const folder = path.join(directory, name);
    const found = await stat(folder).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > DAY_MS)
      await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `work` with a folder of its own that is gone afterwards, whatever happened. */
export async function inFolder<T>(now: Date, work: (folder: string) => Promise<T>): Promise<T> {
  const directory = path.join(env.dataDirectory, "incoming");
  const folder = path.join(directory, randomUUID());
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await clearOld(directory, now);
    await mkdir(folder, { mode: 0o700 });
    return await work(folder);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOSPC" || code === "EDQUOT")
      refuseFile("The server has no room left for this file. Tell whoever looks after it.");
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A request's body and how long it is to be, as its sender says. */
export interface Body {
  readonly stream: ReadableStream<Uint8Array> | null;
  readonly announced: number | null;
}

/**
 * Writes a body to a file as it comes, never more than a part of it in memory. Throws `BadRequest`: 413
 * when it is too large (announced or not), 400 when it breaks off; `Invalid` when it is empty.
 */
export async function receive({ stream, announced }: Body, target: string): Promise<void> {
  if (announced !== null && announced > MEDIA_MAX_BYTES) throw tooLarge();
  if (!stream) return refuseFile("The file is empty.");
  const file = await open(target, "wx", 0o600);
  let size = 0;
  try {
    for await (const part of stream) {
      size += part.byteLength;
      if (size > MEDIA_MAX_BYTES) throw tooLarge();
      await file.appendFile(part);
    }
  } finally {
    await file.close();
  }
  if (size === 0) refuseFile("The file is empty.");
  if (announced !== null && size !== announced) throw new BadRequest(400, "malformed");
}
