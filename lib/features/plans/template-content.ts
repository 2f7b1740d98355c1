import { PLAIN_LINE } from "../../domain/plan/line";
import type { Phase } from "../../domain/plan/phase";
import type { Locale } from "../../domain/plan/plan-document";
import { MAX_EXERCISES } from "../../domain/plan/validate-plan";
import { keptLineOf } from "../templates/kept-line";
import type { TemplateLine } from "../templates/line-queries";
import type { TemplateDetail } from "../templates/queries";
import type { ContentLine } from "./draft-content";
import type { PlanSet } from "./plan-set-queries";

/** Exercises with their doses that can go into a plan: a template's, or another plan's. */
export interface ExerciseSet {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly TemplateLine[];
  /** For a plan that has none, without days. */
  readonly phases: readonly Phase[];
  /** For a plan that has none, in the language it is for; null: there is none. */
  readonly note: string | null;
  /** Language of cues and cautions; null: it is not known. */
  readonly writtenIn: Locale | null;
  /** What goes along unless somebody says otherwise. */
  readonly takes: Taken;
}

/** What of the words for the patient goes along. */
export interface Taken {
  readonly cues: boolean;
  readonly cautions: boolean;
}

/** Words in another language than the patient's stay out unless somebody says otherwise. */
const isReadable = (writtenIn: Locale | null, locale: Locale) =>
  writtenIn === null || writtenIn === locale;

/** A template for a plan in this language. Cautions that it has were kept on purpose. */
export function setOfTemplate(template: TemplateDetail, locale: Locale): ExerciseSet {
  const { id, name, lines, phases, writtenIn } = template;
  const readable = isReadable(writtenIn, locale);
  const takes = { cues: readable, cautions: readable };
  return { id, name, lines, phases, note: noteOfTemplate(template, locale), writtenIn, takes };
}

/** A plan for one of this patient in this language. Cautions and note were written for its own patient. */
export function setOfPlan(
  { planId, title, lines, phases, note, language, patientId }: PlanSet,
  to: { readonly patientId: string; readonly locale: Locale },
): ExerciseSet {
  const readable = isReadable(language, to.locale);
  const isSame = patientId === to.patientId;
  return {
    id: planId,
    name: title,
    lines,
    phases,
    note: isSame && readable ? note : null,
    writtenIn: language,
    takes: { cues: readable, cautions: readable && isSame },
  };
}

/** Lines with those of their words that are taken. */
export function withWords(lines: readonly TemplateLine[], { cues, cautions }: Taken) {
  return lines.map((line) => ({
    ...line,
    cue: cues ? line.cue : null,
    caution: cautions ? line.caution : null,
  }));
}

/** Phases as phases of a plan of their own, without days, and the new ids by the old ones. */
export function freshPhases(phases: readonly Phase[], makeId: () => string) {
  const idOf = new Map(phases.map(({ phaseId }) => [phaseId, makeId()]));
  const fresh = phases.map((phase) => ({
    ...phase,
    phaseId: idOf.get(phase.phaseId) ?? phase.phaseId,
    startsOn: null,
  }));
  return { phases: fresh, idOf };
}

const NO_PHASES: ReadonlyMap<string, string> = new Map();

/**
 * Lines of a set as lines of a plan of their own: doses as they are; exercises and variants that cannot be
 * prescribed left out, and days. `idOf`: new ids of phases; a line of another phase is in all of them.
 */
export function linesOfTemplate(
  lines: readonly TemplateLine[],
  makeId: () => string,
  idOf = NO_PHASES,
): ContentLine[] {
  return lines
    .filter(({ obstacle }) => obstacle === null)
    .map((line) => keptLineOf({ ...line, ladder: line.ladder.filter(isOffered) }))
    .map((line) => ({
      ...PLAIN_LINE,
      ...line,
      lineId: makeId(),
      phaseId: idOf.get(line.phaseId ?? "") ?? null,
      ladder: line.ladder.map((step) => ({ ...step, stepId: makeId() })),
    }));
}

const isOffered = ({ obstacle }: Pick<TemplateLine, "obstacle">) => obstacle === null;

/** Names of what is left out of plans, variants too, each once. */
export function leftOutOf({ lines }: Pick<ExerciseSet, "lines">): string[] {
  const left = lines
    .flatMap((line): readonly Pick<TemplateLine, "exercise" | "obstacle">[] =>
      isOffered(line) ? line.ladder : [line],
    )
    .filter((one) => !isOffered(one));
  return [...new Set(left.map(({ exercise }) => exercise.name))];
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
