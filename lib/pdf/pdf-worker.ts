import { parentPort } from "node:worker_threads";
import type { PaperSize } from "../domain/plan/plan-document";
import type { DrawnDocument } from "../figures/drawn-document";
import { failureCode } from "../log";
import { drawPlanPdf } from "./draw-plan-pdf";
import type { PrintChoices } from "./print-choices";

/** What the queue asks of this thread. */
export interface PdfJob {
  readonly id: number;
  readonly document: DrawnDocument;
  readonly paperSize: PaperSize;
  readonly choices: PrintChoices;
}

/** The answer to one job. A failure is a code without the document's content. */
export type PdfAnswer =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failure: string };

/** Lets the event loop turn between renders, without which react-pdf's trees stay in memory. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

async function answer(job: PdfJob): Promise<void> {
  try {
    const bytes = new Uint8Array(await drawPlanPdf(job.document, job.paperSize, job.choices));
    await turn();
    parentPort?.postMessage({ id: job.id, bytes } satisfies PdfAnswer, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id: job.id, failure: failureCode(error) } satisfies PdfAnswer);
  }
}

parentPort?.on("message", (job: PdfJob) => void answer(job));
