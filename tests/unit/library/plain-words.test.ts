import { describe, expect, it } from "vitest";
import { adviceContent } from "@/db/seed/library-advice";
import { libraryContent } from "@/db/seed/library-content";
import { templateContent } from "@/db/seed/library-templates";
import type { ExerciseText } from "@/lib/domain/library/exercise-content";
import {
  fleschKincaidGrade,
  inflesz,
  MAX_GRADE,
  MIN_INFLESZ,
} from "@/lib/domain/library/reading-ease";

/** What a patient reads of something, by language. */
interface Read {
  readonly id: string;
  readonly en: string;
  readonly es: string;
}

/** What a patient reads of an exercise, in the order of the page. */
function exerciseText({ setup, steps, feel, faults, cautions }: ExerciseText): string {
  return [setup, ...steps, feel, ...faults, ...cautions].join(" ");
}

// A title ends in no full stop; without one it would run into the text as one long sentence.
const adviceText = ({ title, text }: { title: string; text: string }) =>
  `${title}${/[.?!]$/.test(title) ? "" : "."} ${text}`;

const KINDS: Readonly<Record<string, () => readonly Read[]>> = {
  "the exercises": () =>
    libraryContent().map(({ facts, text }) => ({
      id: facts.slug,
      en: exerciseText(text.en),
      es: exerciseText(text.es),
    })),
  "the advice": () =>
    adviceContent().map(({ id, en, es }) => ({ id, en: adviceText(en), es: adviceText(es) })),
  "the notes of ready templates": () =>
    templateContent().map(({ id, en, es }) => ({ id, en: en.note, es: es.note })),
};

describe.each(Object.entries(KINDS))("%s speak in plain words", (_kind, content) => {
  it(`in English: grade ${MAX_GRADE} or lower`, () => {
    const hard = content()
      .map(({ id, en }) => ({ id, grade: fleschKincaidGrade(en) }))
      .filter(({ grade }) => grade > MAX_GRADE)
      .map(({ id, grade }) => `${id} en: grade ${grade.toFixed(1)}`);
    expect(hard).toEqual([]);
  });

  it(`in Spanish: INFLESZ ${MIN_INFLESZ} or higher`, () => {
    const hard = content()
      .map(({ id, es }) => ({ id, score: inflesz(es) }))
      .filter(({ score }) => score < MIN_INFLESZ)
      .map(({ id, score }) => `${id} es: INFLESZ ${score.toFixed(0)}`);
    expect(hard).toEqual([]);
  });
});
