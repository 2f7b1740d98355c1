import type { PaperSize } from "../domain/plan/plan-document";
import type { DrawnDocument } from "../figures/drawn-document";
import { documentTranslator, painRuleSentences, stopText } from "../i18n/document-words";
import { composePlan } from "./compose-plan";
import { dosageLines } from "./exercise-block";
import { registerFonts } from "./fonts";
import { forgetTextsBut } from "./lay-out";
import { PaperPdf } from "./paper-pdf";
import { type PrintChoices, STANDARD } from "./print-choices";

let fontsRegistered = false;

const NUMBERS = Array.from({ length: 41 }, (_, n) => [`${n}`, `${n}.`]).flat();

/** Texts that many plans share: the library's, a dosage in words, our pain rule and what to stop for. */
function sharedTexts({ exercises, advice, locale, clinic, painRule }: DrawnDocument): Set<string> {
  const t = documentTranslator(locale);
  const ownWords = { greenText: null, amberText: null, redText: null };
  const rule = painRuleSentences({ ...painRule, ...ownWords }, locale);
  const stop = stopText(locale, clinic);
  return new Set([
    ...NUMBERS,
    "•",
    ...[
      t("feel"),
      t("faults"),
      t("caution"),
      t("libraryCautions"),
      t("newestTitle"),
      t("newestText"),
    ],
    ...[t("beforeYouStart"), t("goodToKnow")],
    ...advice.flatMap(({ title, body }) => [title, body]),
    ...exercises.flatMap((e) => [e.name, e.setup, ...e.steps, e.feel]),
    ...exercises.flatMap((e) => [e.faults.join(" "), e.libraryCautions.join(" ")]),
    ...exercises.flatMap((e) => Object.values(dosageLines(e.dosage, locale))),
    ...[rule.title, rule.scale, rule.settled, stop.title, stop.notWatched],
    ...rule.zones.flatMap((z) => [z.range, `${z.name}: ${z.action}`, z.text]),
    ...stop.advice.flatMap(({ title, signs, say }) => [title, ...signs, say]),
  ]);
}

/**
 * Draws a plan in this very thread, which it blocks. For the worker and for tests. The same document,
 * paper and choices always give the same bytes.
 */
export async function drawPlanPdf(
  document: DrawnDocument,
  paperSize: PaperSize,
  choices: PrintChoices = STANDARD,
): Promise<Uint8Array> {
  const { locale, versionNumber, clinic, publishedOn } = document;
  if (!fontsRegistered) registerFonts();
  fontsRegistered = true;
  try {
    const pdf = new PaperPdf({
      title: documentTranslator(locale)("documentTitle", { n: versionNumber }),
      author: clinic.name,
      language: locale,
      madeAt: new Date(`${publishedOn}T00:00:00Z`),
    });
    return await pdf.write(await composePlan(document, paperSize, choices, pdf));
  } finally {
    forgetTextsBut(sharedTexts(document));
  }
}
