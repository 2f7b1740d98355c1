import { createHash } from "node:crypto";
import type { FrozenMarks, VersionMarks } from "../../domain/plan/frozen-marks";
import {
  type DocumentAdvice,
  type DocumentWords,
  LOCALES,
  type Locale,
  type PlanDocument,
} from "../../domain/plan/plan-document";

/** What is frozen of an exercise in one language. */
export type FrozenWords = Pick<
  DocumentWords,
  "name" | "setup" | "steps" | "feel" | "faults" | "libraryCautions" | "alt" | "writtenIn"
>;

const digest = (value: unknown) =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url");

function markOfWords(words: FrozenWords): string {
  const { name, setup, steps, feel, faults, libraryCautions, alt, writtenIn } = words;
  return digest([name, setup, steps, feel, faults, libraryCautions, alt, writtenIn]);
}

/** Of the words in every language, the figure, and photos and videos in their order. */
export function marksOf(
  words: Readonly<Record<Locale, FrozenWords>>,
  { figureId, media }: { figureId: string | null; media: readonly { readonly id: string }[] },
): FrozenMarks {
  return {
    words: { en: markOfWords(words.en), es: markOfWords(words.es) },
    pictures: digest([figureId, media.map(({ id }) => id)]),
  };
}

/** Of an advice in every language. */
export function markOfAdvice(
  words: Readonly<Record<Locale, Pick<DocumentAdvice, "title" | "body">>>,
): string {
  return digest(LOCALES.map((locale) => [words[locale].title, words[locale].body]));
}

/** Lines and their variants with what was frozen of them. */
const frozenOf = ({ exercises }: PlanDocument): { id: string; words: DocumentWords }[] =>
  exercises.flatMap((line) => [
    { id: line.lineId, words: line },
    ...line.ladder.map((step) => ({ id: step.stepId, words: step })),
  ]);

/** Of a version, from its documents in every language. */
export function marksOfDocuments({ en, es }: Readonly<Record<Locale, PlanDocument>>): VersionMarks {
  const advised = new Map(es.advice.map((one) => [one.id, one]));
  const spanish = new Map(frozenOf(es).map((one) => [one.id, one.words]));
  return {
    lines: Object.fromEntries(
      frozenOf(en).map(({ id, words }) => [
        id,
        marksOf({ en: words, es: spanish.get(id) ?? words }, words),
      ]),
    ),
    advice: Object.fromEntries(
      en.advice.map((one) => [one.id, markOfAdvice({ en: one, es: advised.get(one.id) ?? one })]),
    ),
  };
}
