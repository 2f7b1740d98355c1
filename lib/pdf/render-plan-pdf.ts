import "server-only";
import { Worker } from "node:worker_threads";
import type { PaperSize, PlanDocument } from "../domain/plan/plan-document";
import { PdfQueue } from "./pdf-queue";

const kept = globalThis as { carryoverPdf?: PdfQueue };

/** Its output is thrown away: a message of react-pdf may quote the document. */
function spawn(): Worker {
  return new Worker(new URL("./pdf-worker.ts", import.meta.url), {
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 24 },
  });
}

/**
 * A published plan as a PDF, drawn in a thread of its own so that the server keeps answering.
 * The same document and paper give the same bytes. Throws `PdfFailed` or `Throttled`.
 */
export function renderPlanPdf(
  document: PlanDocument,
  paperSize: PaperSize,
): Promise<Uint8Array<ArrayBuffer>> {
  kept.carryoverPdf ??= new PdfQueue(spawn);
  return kept.carryoverPdf.render(document, paperSize);
}
