import { readSidOf } from "@/lib/auth/sid-cookie";
import { toResponse } from "@/lib/errors/to-response";
import { portalSnapshot } from "@/lib/features/sessions/loaders";

export async function GET(request: Request): Promise<Response> {
  try {
    const now = new Date();
    const { etag, body } = await portalSnapshot(await readSidOf(request), now);
    const headers = {
      ETag: etag,
      "Cache-Control": "private, no-cache",
      "Server-Now": now.toISOString(),
    };
    if (request.headers.get("if-none-match") === etag) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
  } catch (error) {
    return toResponse(error);
  }
}
