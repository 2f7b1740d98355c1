import type { PlanDocument } from "../../../../domain/plan/plan-document";
import type { BuilderData } from "../../builder-queries";
import type { DraftContent } from "../../draft-content";
import type { ExerciseWords } from "../../exercise-queries";

/** The draft as the document it would be if it were published now; exercises whose texts are on their way are left out. */
export function previewDocument(
  { sheet, advice: items }: BuilderData,
  { note, painRule, advice, lines }: DraftContent,
  words: Readonly<Record<string, ExerciseWords>>,
): PlanDocument {
  return {
    ...sheet,
    note,
    painRule,
    advice: advice.flatMap((id) => {
      const item = items.find((one) => one.id === id);
      return item ? [{ id, kind: item.kind, ...item.words[sheet.locale] }] : [];
    }),
    exercises: lines.flatMap(({ lineId, slug, dosage, cue, caution }, position) => {
      const text = words[slug];
      return text
        ? [{ prescribedId: lineId, lineId, slug, position, dosage, cue, caution, ...text }]
        : [];
    }),
  };
}
