import type { Dosage } from "../../domain/dosage/dosage";
import type { DraftContent } from "./draft-content";

/** The dosage of a line, or of a variant by its own id; undefined: neither is in the plan. */
export function dosageOf({ lines }: DraftContent, id: string): Dosage | undefined {
  for (const line of lines) {
    if (line.lineId === id) return line.dosage;
    const step = line.ladder.find(({ stepId }) => stepId === id);
    if (step) return step.dosage;
  }
  return undefined;
}

/** The content with the dosage of a line or of a variant changed. */
export function withDosage(
  content: DraftContent,
  id: string,
  change: (dosage: Dosage) => Dosage,
): DraftContent {
  const lines = content.lines.map((line) => {
    if (line.lineId === id) return { ...line, dosage: change(line.dosage) };
    if (!line.ladder.some(({ stepId }) => stepId === id)) return line;
    const ladder = line.ladder.map((step) =>
      step.stepId === id ? { ...step, dosage: change(step.dosage) } : step,
    );
    return { ...line, ladder };
  });
  return { ...content, lines };
}
