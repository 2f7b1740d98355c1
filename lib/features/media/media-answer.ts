import { NotFound } from "../../errors/app-error";
import { byteRange } from "./byte-range";
import type { MediaFile } from "./queries";
import type { MediaStore } from "./store";

/**
 * Bytes never change, but they may show people, and a patient may sign out on a shared phone: nothing of
 * them is left in a patient's browser cache (the phone keeps what it needs offline by itself, and wipes
 * it). A player asks for ranges anew, which costs a little when the film is wound back. Staff see many
 * photos at once: kept, and asked for again each time, so that signing out ends it.
 */
const CACHE = { patient: "private, no-store", staff: "private, no-cache" } as const;

export interface MediaRequest {
  readonly file: MediaFile;
  readonly audience: keyof typeof CACHE;
}

const known = (request: Request, { etag }: MediaFile) =>
  (request.headers.get("if-none-match") ?? "").split(",").some((tag) => tag.trim() === etag);

/** A range of another version of the file would spoil the one at hand. */
function wantedRange(request: Request, { etag, sizeBytes }: MediaFile) {
  const condition = request.headers.get("if-range");
  if (sizeBytes === null || (condition !== null && condition !== etag)) return null;
  return byteRange(request.headers.get("range"), sizeBytes);
}

/** Answers GET and HEAD for a file of the store, videos also in part. Throws `NotFound` when its bytes are gone. */
export async function mediaAnswer(
  request: Request,
  { file, audience }: MediaRequest,
  store: MediaStore,
): Promise<Response> {
  const { key, mime, sizeBytes, etag } = file;
  const headers: Record<string, string> = {
    "Content-Type": mime,
    ETag: etag,
    "Cache-Control": CACHE[audience],
    "X-Content-Type-Options": "nosniff",
    ...(sizeBytes !== null && { "Accept-Ranges": "bytes" }),
  };
  if (known(request, file)) return new Response(null, { status: 304, headers });
  const range = wantedRange(request, file);
  if (range === "none")
    return new Response(null, {
      status: 416,
      headers: { ...headers, "Content-Range": `bytes */${sizeBytes}` },
    });
  const found = await store.get(key, range ?? undefined);
  if (!found) throw new NotFound();
  headers["Content-Length"] = String(found.length);
  if (range) headers["Content-Range"] = `bytes ${range.first}-${range.last}/${sizeBytes}`;
  if (request.method === "HEAD") await found.body.cancel();
  const body = request.method === "HEAD" ? null : found.body;
  return new Response(body, { status: range ? 206 : 200, headers });
}
