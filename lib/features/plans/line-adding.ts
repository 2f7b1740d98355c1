import type { DosageProblem } from "../../domain/dosage/dosage";
import type { LineContent } from "../../domain/dosage/line-grammar/read-line";
import { withSaid } from "../../domain/dosage/line-grammar/said-dosage";
import { checkDosage } from "../../domain/dosage/validate-dosage";
import { PLAIN_LINE } from "../../domain/plan/line";
import type { ExerciseCard } from "../library/search-queries";
import type { ContentLine } from "./draft-content";

/** An exercise of the library as it is to stand in the plan. */
export interface NewLine {
  readonly card: ExerciseCard;
  readonly content: Omit<ContentLine, "lineId">;
}

/** Why an exercise cannot be added with what the line says. */
export type LineObstacle =
  | { readonly kind: "avoid" | "notReady" }
  | { readonly kind: "dose"; readonly problem: DosageProblem };

/** The exercise's own dosage with what the line says; an obstacle where that may not be prescribed. */
export function newLineOf(
  { said, cue, mustDo, startsOn, endsOn }: LineContent,
  card: ExerciseCard,
): { readonly line: NewLine; readonly obstacle: LineObstacle | null } {
  const dosage = withSaid(card.dosage, said);
  const line = {
    card,
    content: {
      ...PLAIN_LINE,
      slug: card.slug,
      dosage,
      cue,
      caution: null,
      mustDo,
      startsOn,
      endsOn,
    },
  };
  const problem = checkDosage(dosage)[0];
  if (!card.recommended) return { line, obstacle: { kind: "avoid" } };
  if (!card.ready) return { line, obstacle: { kind: "notReady" } };
  return { line, obstacle: problem ? { kind: "dose", problem } : null };
}
