import type { PlanDocument } from "../../../../domain/plan/plan-document";
import type { BuilderData } from "../../builder-queries";
import type { DraftContent } from "../../draft-content";
import type { ExerciseWords } from "../../exercise-queries";

/** The draft as the document it would be if it were published now; exercises whose texts are on their way are left out. */
export function previewDocument(
  { sheet, advice: items }: BuilderData,
  { note, painRule, advice, lines, ...content }: DraftContent,
  words: Readonly<Record<string, ExerciseWords>>,
): PlanDocument {
  return {
    ...sheet,
    ...content,
    note,
    painRule,
    advice: advice.flatMap((id) => {
      const item = items.find((one) => one.id === id);
      return item ? [{ id, kind: item.kind, ...item.words[sheet.locale] }] : [];
    }),
    exercises: lines.flatMap(({ ladder, ...line }, position) => {
      const text = words[line.slug];
      const variants = ladder.flatMap((step) => {
        const of = words[step.slug];
        return of ? [{ ...step, prescribedId: step.stepId, ...of }] : [];
      });
      return text
        ? [{ ...line, prescribedId: line.lineId, position, ...text, ladder: variants }]
        : [];
    }),
  };
}
