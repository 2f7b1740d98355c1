import { NotFound } from "@/lib/errors/app-error";
import { toResponse } from "@/lib/errors/to-response";
import { loadFigure } from "@/lib/features/figures/loaders";

/** A drawing, for anyone: it says nothing about anybody, and its name is the digest of what it holds. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const art = await loadFigure((await params).id);
    if (!art) throw new NotFound();
    return Response.json(art, {
      headers: { "Cache-Control": "public, max-age=31536000, immutable" },
    });
  } catch (error) {
    return toResponse(error);
  }
}
