import { PLAIN_LINE } from "../../domain/plan/line";
import type { Locale } from "../../domain/plan/plan-document";
import { MAX_EXERCISES } from "../../domain/plan/validate-plan";
import type { TemplateDetail, TemplateLine } from "../templates/queries";
import type { ContentLine } from "./draft-content";

/** Lines of a template as lines of a plan of their own: doses as they are, what cannot be prescribed left out. */
export function linesOfTemplate(
  lines: readonly TemplateLine[],
  makeId: () => string,
): ContentLine[] {
  return lines
    .filter(({ obstacle }) => obstacle === null)
    .map(({ exercise: { slug }, dosage }) => ({
      ...PLAIN_LINE,
      lineId: makeId(),
      slug,
      dosage,
      cue: null,
      caution: null,
    }));
}

/** Names of what is left out of plans, each once. */
export function leftOutOf({ lines }: Pick<TemplateDetail, "lines">): string[] {
  const names = lines.filter(({ obstacle }) => obstacle !== null).map((line) => line.exercise.name);
  return [...new Set(names)];
}

/** The note for a plan in this language; a note in another is none. */
export function noteOfTemplate({ texts }: Pick<TemplateDetail, "texts">, locale: Locale) {
  return texts[locale]?.note.trim() || null;
}

/** The sentence about a plan that would hold too many exercises; null: it has room. */
export function noRoomSentence(inPlan: number, more: number): string | null {
  if (inPlan + more <= MAX_EXERCISES) return null;
  return `A plan holds at most ${MAX_EXERCISES} exercises: there are ${inPlan} in it, and these are ${more} more.`;
}

/** What did not go in, for the therapist to know; null: everything did. */
export function appliedSentence({
  added,
  alreadyIn,
  leftOut,
}: {
  readonly added: number;
  readonly alreadyIn: readonly string[];
  readonly leftOut: readonly string[];
}): string | null {
  const sentences = [
    added === 0 && "Nothing was added.",
    alreadyIn.length > 0 && `In the plan already: ${alreadyIn.join(", ")}.`,
    leftOut.length > 0 && `Left out, no longer to be prescribed: ${leftOut.join(", ")}.`,
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences.join(" ") : null;
}
