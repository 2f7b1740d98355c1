import path from "node:path";
import { env } from "../../env";
import { diskStore } from "./store-disk";

/** Bytes of a stored file, or of a part of it. */
export interface StoredBytes {
  readonly body: ReadableStream<Uint8Array>;
  /** Bytes that `body` holds. */
  readonly length: number;
}

/** What is to be stored: bytes at hand, or a whole file. */
export type Source = Uint8Array | { readonly path: string };

/** Where the bytes of photos and videos lie. Keys are `<clinic>/<media>/<variant>`. */
export interface MediaStore {
  /** Stores all of it or nothing; what had the key is replaced. */
  put(key: string, source: Source, mime: string): Promise<void>;
  /** Null: there is nothing. `range` counts bytes from 0, both ends included, and lies within the file. */
  get(
    key: string,
    range?: { readonly first: number; readonly last: number },
  ): Promise<StoredBytes | null>;
  /** Nothing happens where there is nothing. */
  delete(key: string): Promise<void>;
}

async function openStore(): Promise<MediaStore> {
  const { s3 } = env;
  if (!s3) return diskStore(path.join(env.dataDirectory, "media"));
  // Amazon's client is large, and most installations never need it.
  const { s3Store } = await import("./store-s3");
  return s3Store(s3);
}

const kept = globalThis as { carryoverMedia?: Promise<MediaStore> };

/** The store of this installation: S3 where a bucket is set, else a folder of the data directory. */
export function mediaStore(): Promise<MediaStore> {
  kept.carryoverMedia ??= openStore();
  return kept.carryoverMedia;
}
