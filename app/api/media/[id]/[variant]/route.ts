import { readSidOf } from "@/lib/auth/sid-cookie";
import { toResponse } from "@/lib/errors/to-response";
import { answerMedia } from "@/lib/features/media/loaders";

interface Context {
  readonly params: Promise<{ id: string; variant: string }>;
}

/** A photo in one of its sizes, or a video, also in part. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    return await answerMedia(await readSidOf(request), await params, request, new Date());
  } catch (error) {
    return toResponse(error);
  }
}

export const HEAD = GET;
