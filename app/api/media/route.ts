import { requireSameOrigin } from "@/lib/auth/same-origin";
import { readSidOf } from "@/lib/auth/sid-cookie";
import { toResponse } from "@/lib/errors/to-response";
import { receiveMedia } from "@/lib/features/media/loaders";

/** Takes a photo or video of an exercise: the file itself is the body. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const length = request.headers.get("content-length");
    const body = { stream: request.body, announced: length === null ? null : Number(length) };
    const media = await receiveMedia(await readSidOf(request), body, new Date());
    return Response.json({ media }, { headers: { "Cache-Control": "private, no-store" } });
  } catch (error) {
    return toResponse(error);
  }
}
