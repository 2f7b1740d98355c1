import { readFileSync } from "node:fs";
import path from "node:path";
import { POST } from "@/app/api/media/route";
import { env } from "@/lib/env";
import type { MediaView } from "@/lib/features/media/media-view";
import { sessionCookie } from "@/tests/support/session-cookie";

/** A file of the tests' own photos and videos. */
export const fixture = (name: string) =>
  readFileSync(path.join(import.meta.dirname, "../../support/media", name));

export async function cookieOf(sid: string): Promise<string> {
  const { name, value } = await sessionCookie(sid, { origin: env.origin });
  return `${name}=${value}`;
}

export interface Sent {
  readonly status: number;
  readonly media: MediaView | undefined;
  readonly error: string | undefined;
  /** The sentence about the file. */
  readonly sentence: string | undefined;
}

/** Uploads as the page does, signed in as whoever `sid` is of; null: nobody. */
export async function upload(
  sid: string | null,
  body: Uint8Array | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const request = new Request(`${env.origin}/api/media`, {
    method: "POST",
    body: body as BodyInit,
    duplex: "half",
    headers: {
      origin: env.origin,
      ...(sid && { cookie: await cookieOf(sid) }),
      ...(body instanceof Uint8Array && { "content-length": String(body.byteLength) }),
      ...headers,
    },
  } as RequestInit);
  const response = await POST(request);
  const answer = (await response.json()) as {
    media?: MediaView;
    error?: string;
    fields?: { media?: string };
  };
  return {
    status: response.status,
    media: answer.media,
    error: answer.error,
    sentence: answer.fields?.media,
  };
}
