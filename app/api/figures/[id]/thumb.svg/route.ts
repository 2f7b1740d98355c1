import { toResponse } from "@/lib/errors/to-response";
import { loadThumb } from "@/lib/features/figures/loaders";

/**
 * The small still picture, for lists; as public as the drawing. Kept for a day and not for ever: its
 * outlines never change, but its colours are of this release.
 */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    return new Response(await loadThumb((await params).id), {
      headers: {
        "Content-Type": "image/svg+xml; charset=utf-8",
        "Cache-Control": "public, max-age=86400",
      },
    });
  } catch (error) {
    return toResponse(error);
  }
}
