import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  constants,
  copyFile,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
} from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { MediaStore, Source, StoredBytes } from "./store";

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

const isAbsent = (error: unknown) => (error as { code?: string }).code === "ENOENT";

async function orAbsent<T, A>(work: Promise<T>, absent: A): Promise<T | A> {
  try {
    return await work;
  } catch (error) {
    if (isAbsent(error)) return absent;
    throw error;
  }
}

async function write(target: string, source: Source): Promise<void> {
  if (!(source instanceof Uint8Array))
    await copyFile(source.path, target, constants.COPYFILE_FICLONE);
  const file = await open(target, source instanceof Uint8Array ? "w" : "r+", PRIVATE_FILE);
  try {
    if (source instanceof Uint8Array) await file.writeFile(source);
    else await file.chmod(PRIVATE_FILE);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Half a file never has a key: it is written under another name, and renamed when it is on the disk. */
async function put(target: string, source: Source): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true, mode: PRIVATE_FOLDER });
  const part = `${target}.${randomUUID()}.part`;
  try {
    await write(part, source);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function get(
  file: string,
  range: { readonly first: number; readonly last: number } | undefined,
): Promise<StoredBytes | null> {
  const found = await orAbsent(stat(file), null);
  if (!found) return null;
  const { first, last } = range ?? { first: 0, last: found.size - 1 };
  const body = Readable.toWeb(createReadStream(file, { start: first, end: last }));
  return { body: body as ReadableStream<Uint8Array>, length: last - first + 1 };
}

/** Takes away a file and the folder that held nothing else. */
async function remove(file: string): Promise<void> {
  await rm(file, { force: true });
  const folder = path.dirname(file);
  if ((await orAbsent(readdir(folder), null))?.length === 0) await orAbsent(rmdir(folder), null);
}

/** Photos and videos in a folder of this machine, readable by this user alone. */
export function diskStore(directory: string): MediaStore {
  const file = (key: string) => path.join(directory, ...key.split("/"));
  return {
    put: (key, source) => put(file(key), source),
    get: (key, range) => get(file(key), range),
    delete: (key) => remove(file(key)),
  };
}
