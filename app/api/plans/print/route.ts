import { requireSameOrigin } from "@/lib/auth/same-origin";
import { progressResponse } from "@/lib/errors/progress-response";
import { toResponse } from "@/lib/errors/to-response";
import { printRequest } from "@/lib/features/plans/print-loaders";

/** Prints several plans into one file and says line by line how far it is. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    return await progressResponse((progress) => printRequest(request, progress));
  } catch (error) {
    return toResponse(error);
  }
}
