import { requireSameOrigin } from "@/lib/auth/same-origin";
import { progressResponse } from "@/lib/errors/progress-response";
import { toResponse } from "@/lib/errors/to-response";
import { importUpload } from "@/lib/features/library/import-loaders";

/** Imports a file and says line by line how far it is. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const now = new Date();
    return await progressResponse((progress) => importUpload(request, progress, now));
  } catch (error) {
    return toResponse(error);
  }
}
