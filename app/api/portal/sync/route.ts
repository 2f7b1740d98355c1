import { requireSameOrigin } from "@/lib/auth/same-origin";
import { readSidOf } from "@/lib/auth/sid-cookie";
import { readJson } from "@/lib/errors/read-json";
import { toResponse } from "@/lib/errors/to-response";
import { syncPortal } from "@/lib/features/sessions/loaders";
import { SYNC_BODY_MAX_BYTES } from "@/lib/features/sessions/schema";

export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const input = await readJson(request, SYNC_BODY_MAX_BYTES);
    const answer = await syncPortal(await readSidOf(request), input, new Date());
    return Response.json(answer, { headers: { "Cache-Control": "private, no-store" } });
  } catch (error) {
    return toResponse(error);
  }
}
