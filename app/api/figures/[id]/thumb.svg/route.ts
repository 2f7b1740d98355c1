import { toResponse } from "@/lib/errors/to-response";
import { loadThumb } from "@/lib/features/figures/loaders";

/** The small still picture, for lists. As public and lasting as the drawing it is taken from. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    return new Response(await loadThumb((await params).id), {
      headers: {
        "Content-Type": "image/svg+xml; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
      },
    });
  } catch (error) {
    return toResponse(error);
  }
}
