import { requireSameOrigin } from "@/lib/auth/same-origin";
import { toResponse } from "@/lib/errors/to-response";
import { previewUpload } from "@/lib/features/library/import-loaders";

/** What a file would become; nothing is saved. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const preview = await previewUpload(request);
    return Response.json(preview, { headers: { "Cache-Control": "private, no-store" } });
  } catch (error) {
    return toResponse(error);
  }
}
