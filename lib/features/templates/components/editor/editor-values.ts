import { DEFAULT_PAIN_RULE } from "../../../../domain/pain/pain-rule";
import { PLAIN_LINE, PLAIN_PLAN } from "../../../../domain/plan/line";
import type { Locale } from "../../../../domain/plan/plan-document";
import type { BuilderState } from "../../../plans/builder-state";
import { newLineId } from "../../../plans/components/builder/line-id";
import { applyTyped } from "../../../plans/dosage-typing";
import type { DraftContent } from "../../../plans/draft-content";
import { keptLineOf } from "../../kept-line";
import type { TemplateDetail } from "../../queries";

/** What of a template is no exercise, as the form has it. */
export interface AboutValues {
  readonly name: string;
  readonly summary: string;
  readonly onlyForAuthor: boolean;
  readonly writtenIn: Locale;
  readonly noteEn: string;
  readonly noteEs: string;
}

export function aboutOf(template: TemplateDetail): AboutValues {
  const { name, summary, origin, writtenIn, texts } = template;
  return {
    name,
    summary,
    onlyForAuthor: origin === "mine",
    writtenIn: writtenIn ?? "en",
    noteEn: texts.en?.note ?? "",
    noteEs: texts.es?.note ?? "",
  };
}

/** The exercises as the builder has them, so that they are edited by the same hands. */
export function contentOf({ lines, phases }: TemplateDetail): DraftContent {
  return {
    ...PLAIN_PLAN,
    note: null,
    painRule: DEFAULT_PAIN_RULE,
    advice: [],
    phases,
    lines: lines.map((line) => ({ ...PLAIN_LINE, ...keptLineOf(line), lineId: newLineId() })),
  };
}

/** Half-typed or wrong entries, which are in no template. */
export function hasUnfinished({ pending, content }: BuilderState): boolean {
  return (
    Object.keys(pending.texts).length > 0 ||
    content.lines.some(({ lineId, dosage }) => {
      const typed = pending.dosage[lineId];
      return typed && Object.keys(applyTyped(dosage, typed).problems).length > 0;
    })
  );
}

/** What a save sends. */
export function saveInput(about: AboutValues, { lines, phases }: DraftContent) {
  const { noteEn, noteEs, ...facts } = about;
  return {
    ...facts,
    notes: { en: noteEn, es: noteEs },
    phases,
    lines: lines.map(({ lineId: _, startsOn: __, endsOn: ___, ...line }) => line),
  };
}
