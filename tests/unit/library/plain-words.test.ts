import { describe, expect, it } from "vitest";
import { type LibraryText, libraryContent } from "@/db/seed/library-content";
import {
  fleschKincaidGrade,
  inflesz,
  MAX_GRADE,
  MIN_INFLESZ,
} from "@/lib/domain/library/reading-ease";

/** What a patient reads of an exercise, in the order of the page. */
function read({ setup, steps, feel, faults = [], cautions }: LibraryText): string {
  return [setup, ...steps, feel, ...faults, ...cautions].join(" ");
}

describe("the library speaks in plain words", () => {
  const library = libraryContent();

  it(`in English: grade ${MAX_GRADE} or lower`, () => {
    const hard = library
      .map(({ facts, text }) => ({ slug: facts.slug, grade: fleschKincaidGrade(read(text.en)) }))
      .filter(({ grade }) => grade > MAX_GRADE)
      .map(({ slug, grade }) => `${slug} en: grade ${grade.toFixed(1)}`);
    expect(hard).toEqual([]);
  });

  it(`in Spanish: INFLESZ ${MIN_INFLESZ} or higher`, () => {
    const hard = library
      .map(({ facts, text }) => ({ slug: facts.slug, score: inflesz(read(text.es)) }))
      .filter(({ score }) => score < MIN_INFLESZ)
      .map(({ slug, score }) => `${slug} es: INFLESZ ${score.toFixed(0)}`);
    expect(hard).toEqual([]);
  });
});
