import "server-only";
import { Worker } from "node:worker_threads";
import type { PaperSize } from "../domain/plan/plan-document";
import type { DrawnDocument } from "../figures/drawn-document";
import { log } from "../log";
import { PdfFailed, PdfQueue } from "./pdf-queue";
import { type PrintChoices, STANDARD } from "./print-choices";

const kept = globalThis as { carryoverPdf?: PdfQueue };

/** Its output is thrown away: a message of react-pdf may quote the document. */
function spawn(): Worker {
  return new Worker(new URL("./pdf-worker.ts", import.meta.url), {
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 48 },
  });
}

/**
 * A published plan as a PDF, drawn in a thread of its own so that the server keeps answering.
 * The same document, paper and choices give the same bytes. A logo that cannot be drawn is left out. Throws
 * `PdfFailed` or `Throttled`.
 */
export function renderPlanPdf(
  document: DrawnDocument,
  paperSize: PaperSize,
  choices: PrintChoices = STANDARD,
): Promise<Uint8Array<ArrayBuffer>> {
  kept.carryoverPdf ??= new PdfQueue(spawn);
  return renderOrLeaveLogo(kept.carryoverPdf, document, paperSize, choices);
}

/** A picture may fail where words do not, and the patient needs the plan, not the picture. */
export async function renderOrLeaveLogo(
  queue: PdfQueue,
  document: DrawnDocument,
  paperSize: PaperSize,
  choices: PrintChoices = STANDARD,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await queue.render(document, paperSize, choices);
  } catch (error) {
    const { clinic } = document;
    if (!clinic.logo || !(error instanceof PdfFailed)) throw error;
    const plain = { ...document, clinic: { ...clinic, logo: null } };
    const bytes = await queue.render(plain, paperSize, choices);
    log.info("pdf.logo-left-out", { code: error.code });
    return bytes;
  }
}
