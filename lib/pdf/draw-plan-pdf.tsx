import { renderToBuffer } from "@react-pdf/renderer";
import type { PaperSize, PlanDocument } from "../domain/plan/plan-document";
import { painRuleSentences, stopText } from "../i18n/document-words";
import { registerFonts } from "./fonts";
import { PlanPdf } from "./plan-pdf";
import { rememberShapes, type ShapeMemory } from "./shape-memory";

let shapes: Promise<ShapeMemory[]> | null = null;

function openFonts(): Promise<ShapeMemory[]> {
  registerFonts();
  return rememberShapes();
}

/** Texts that many plans share: those of the library, the pain rule and what to stop for. */
function sharedTexts({ exercises, locale, clinic, painRule }: PlanDocument): Set<string> {
  const rule = painRuleSentences(painRule, locale);
  const stop = stopText(locale, clinic);
  return new Set([
    ...exercises.flatMap((e) => [e.name, e.setup, ...e.steps, e.feel]),
    ...exercises.map((e) => e.libraryCautions.join(" ")),
    ...rule.zones.map(({ text }) => text),
    rule.settled,
    ...stop.advice.flatMap(({ title, signs, say }) => [title, ...signs, say]),
    stop.notWatched,
  ]);
}

/** Draws a plan in this very thread, which it blocks. For the worker and for tests. */
export async function drawPlanPdf(
  document: PlanDocument,
  paperSize: PaperSize,
): Promise<Uint8Array> {
  shapes ??= openFonts();
  const memories = await shapes;
  try {
    return await renderToBuffer(<PlanPdf document={document} paperSize={paperSize} />);
  } finally {
    const shared = sharedTexts(document);
    for (const memory of memories) memory.keepOnly(shared);
  }
}
