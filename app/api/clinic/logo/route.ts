import { toResponse } from "@/lib/errors/to-response";
import { loadLogo } from "@/lib/features/clinic/loaders";

/** The logo of the viewer's own clinic, for its staff and its patients. */
export async function GET(): Promise<Response> {
  try {
    const { bytes, mime } = await loadLogo();
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": mime,
        "Content-Length": String(bytes.length),
        "Cache-Control": "private, no-cache",
      },
    });
  } catch (error) {
    return toResponse(error);
  }
}
