import { type FileHandle, open } from "node:fs/promises";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { S3Settings } from "../../env";
import type { MediaStore, Source, StoredBytes } from "./store";

/** S3 wants 5 MB at least; each part is held in memory so that it can be sent again. */
const PART_BYTES = 8 * 1024 * 1024;

function isAbsent(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === "NoSuchKey" || name === "NotFound" || $metadata?.httpStatusCode === 404;
}

async function orAbsent<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

interface Target {
  readonly client: S3Client;
  readonly Bucket: string;
  readonly Key: string;
  readonly ContentType: string;
}

/** The next bytes of a file; fewer than a part at its end. */
async function readPart(file: FileHandle, position: number): Promise<Buffer> {
  const part = Buffer.allocUnsafe(PART_BYTES);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await file.read(part, filled, PART_BYTES - filled, position + filled);
    filled += bytesRead;
    if (bytesRead === 0 || filled === PART_BYTES) return part.subarray(0, filled);
  }
}

function putWhole({ client, ...object }: Target, Body: Uint8Array) {
  return client.send(new PutObjectCommand({ ...object, Body }));
}

/** A large file in parts, of which one at a time is in memory; nothing is stored unless all arrive. */
async function putParts(target: Target, file: FileHandle, first: Buffer): Promise<void> {
  const { client, Bucket, Key, ContentType } = target;
  const begun = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType }));
  const upload = { Bucket, Key, UploadId: begun.UploadId };
  try {
    const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
    let position = 0;
    for (let Body = first; Body.length > 0; Body = await readPart(file, position)) {
      const PartNumber = Parts.length + 1;
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
      Parts.push({ ETag, PartNumber });
      position += Body.length;
    }
    await client.send(
      new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }),
    );
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => {});
    throw error;
  }
}

async function put(target: Target, source: Source): Promise<void> {
  if (source instanceof Uint8Array) {
    await putWhole(target, source);
    return;
  }
  const file = await open(source.path);
  try {
    const first = await readPart(file, 0);
    if (first.length < PART_BYTES) await putWhole(target, first);
    else await putParts(target, file, first);
  } finally {
    await file.close();
  }
}

/** Photos and videos in a bucket of any S3-compatible store. */
export function s3Store(settings: S3Settings): MediaStore {
  const { bucket: Bucket, region, endpoint, credentials, forcePathStyle } = settings;
  const client = new S3Client({
    region,
    forcePathStyle,
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
    // Stores other than Amazon's own do not know the checksums that it has asked for since 2025.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return {
    put: (Key, source, ContentType) => put({ client, Bucket, Key, ContentType }, source),
    async get(Key, range): Promise<StoredBytes | null> {
      const Range = range && `bytes=${range.first}-${range.last}`;
      const found = await orAbsent(client.send(new GetObjectCommand({ Bucket, Key, Range })));
      if (!found?.Body) return null;
      const body = found.Body.transformToWebStream() as ReadableStream<Uint8Array>;
      return { body, length: found.ContentLength ?? 0 };
    },
    async delete(Key) {
      await orAbsent(client.send(new DeleteObjectCommand({ Bucket, Key })));
    },
  };
}
