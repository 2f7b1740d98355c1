import { toResponse } from "@/lib/errors/to-response";
import { loadPaper } from "@/lib/features/plans/document-loaders";
import { renderPlanPdf } from "@/lib/pdf/render-plan-pdf";

/** A published version on paper, for staff who may read the record and for the patient. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ planId: string; number: string }> },
): Promise<Response> {
  try {
    const { planId, number } = await params;
    const { document, paperSize, choices } = await loadPaper(
      planId,
      number,
      new URL(request.url).searchParams,
    );
    const bytes = await renderPlanPdf(document, paperSize, choices);
    return new Response(bytes, {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Length": String(bytes.byteLength),
        "Content-Disposition": `inline; filename="plan-version-${document.versionNumber}.pdf"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    return toResponse(error);
  }
}
