import { renderToBuffer } from "@react-pdf/renderer";
import type { PaperSize, PlanDocument } from "../domain/plan/plan-document";
import { registerFonts } from "./fonts";
import { PlanPdf } from "./plan-pdf";

let fontsReady = false;

/** Draws a plan in this very thread, which it blocks. For the worker and for tests. */
export async function drawPlanPdf(
  document: PlanDocument,
  paperSize: PaperSize,
): Promise<Uint8Array> {
  if (!fontsReady) registerFonts();
  fontsReady = true;
  return renderToBuffer(<PlanPdf document={document} paperSize={paperSize} />);
}
