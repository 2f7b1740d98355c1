import { describe, expect, test } from "vitest";
import { PAPER_LAYOUTS, type PaperLayout } from "../../lib/domain/plan/paper-layout";
import { LOCALES, type Locale, PAPER_SIZES } from "../../lib/domain/plan/plan-document";
import type { DrawnDocument } from "../../lib/figures/drawn-document";
import { documentTranslator, painRuleSentences, stopText } from "../../lib/i18n/document-words";
import { paperTranslator } from "../../lib/i18n/paper-words";
import { MARGIN, MARGIN_BOTTOM, MARGIN_TOP } from "../../lib/pdf/paper-style";
import { sampleFigure } from "../support/sample-figure";
import { draw } from "./print-sample";
import { readPdf, readPictures, readRuns } from "./read-pdf";
import { sampleAdvice, sampleDocument, sampleExercise } from "./sample-document";

const { motion: _, thumb: __, ...STILLS } = sampleFigure();
/** Rounding of what a reader measures, in points. */
const SLACK = 1;
/** Points that react-pdf lets a line run over, as much as its spaces could give. */
const TIGHT = 6;

function illustrated(count: number, locale: Locale): DrawnDocument {
  const document = sampleDocument(count, locale, { advice: sampleAdvice(6, locale) });
  const exercises = document.exercises.map((e) => ({ ...e, figureId: "leg", figure: STILLS }));
  return { ...document, exercises };
}

const otherOf = (locale: Locale): Locale => (locale === "en" ? "es" : "en");

/** Nothing stands outside the margins. */
async function expectInside(bytes: Uint8Array): Promise<void> {
  const [width, height] = (await readPdf(bytes)).size;
  const [runs, pictures] = [await readRuns(bytes), await readPictures(bytes)];
  for (const { left, right, top, bottom, ...run } of [...runs.flat(), ...pictures.flat()]) {
    const what = JSON.stringify({ ...run, left, right, top, bottom });
    expect(left, what).toBeGreaterThanOrEqual(MARGIN - SLACK);
    expect(right, what).toBeLessThanOrEqual(width - MARGIN + TIGHT);
    expect(top, what).toBeGreaterThanOrEqual(MARGIN_TOP - SLACK);
    expect(bottom, what).toBeLessThanOrEqual(height - MARGIN_BOTTOM + SLACK);
  }
}

/** Headings that need something below them, as they are printed in one language. */
function headings({ locale, clinic, painRule }: DrawnDocument): string[] {
  const t = documentTranslator(locale);
  return [
    t("beforeYouStart"),
    t("goodToKnow"),
    t("libraryCautions"),
    painRuleSentences(painRule, locale).title,
    stopText(locale, clinic).title,
    paperTranslator(locale)("diary.title"),
    paperTranslator(locale)("atAGlance"),
  ];
}

const pagesWith = (pages: readonly string[], text: string) =>
  pages.flatMap((page, i) => (page.includes(text) ? [i] : []));

/** All of these texts stand together on some page. */
function expectTogether(pages: readonly string[], texts: readonly string[]): void {
  const home = pages.some((page) => texts.every((text) => page.includes(text)));
  expect(home, `${texts[0]} is parted`).toBe(true);
}

/** Each exercise stands on one page, or is too long for any and shares its first page with no other. */
function expectWhole(pages: readonly string[], exercises: readonly (readonly string[])[]): void {
  for (const texts of exercises) {
    if (pages.some((page) => texts.every((text) => page.includes(text)))) continue;
    const [first = ""] = texts;
    const begins = pages.find((page) => page.includes(first)) ?? "";
    const beside = exercises.filter(
      (others) => others !== texts && begins.includes(others[0] ?? ""),
    );
    expect(
      beside.filter(([other]) => other !== first),
      `${first} is parted`,
    ).toEqual([]);
    expect(begins).not.toBe("");
    for (const text of texts)
      for (const sentence of text.split(/(?<=[.?!]) /)) expect(pages.join(" ")).toContain(sentence);
  }
}

/** Each paper in one language at every size: what the languages change is seen on both. */
const PAIRS = [
  { paper: "A4", locale: "en" },
  { paper: "Letter", locale: "es" },
] as const;
const CASES = PAPER_LAYOUTS.flatMap((layout) =>
  PAIRS.flatMap((pair) => [1, 12, 40].map((count) => ({ layout, ...pair, count }))),
);

describe("every layout on every paper", { timeout: 240_000 }, () => {
  test.each(CASES)("$layout, $paper, $locale, $count exercises", async (one) => {
    const { layout, paper, locale, count } = one;
    const document = illustrated(count, locale);
    const other = illustrated(count, otherOf(locale));
    const bytes = await draw(document, layout, { paper, other });
    await expectInside(bytes);
    const { pages, text, title, language } = await readPdf(bytes);
    expect(language).toBe(locale);
    expect(title).not.toBe("");
    const t = documentTranslator(locale);
    pages.forEach((page, i) => {
      expect(page).toContain(t("pageOf", { n: i + 1, total: pages.length }));
    });
    for (const advice of document.advice) expectTogether(pages, [advice.title]);
    expect(text).toContain(painRuleSentences(document.painRule, locale).title);
    expect(text).toContain(document.clinic.phone);
    expect(text).toContain(stopText(locale, document.clinic).advice[0]?.title);
    const printed = layout === "bilingual" ? [document, other] : [document];
    for (const { exercises } of printed)
      expectWhole(
        pages,
        exercises.map((exercise) => wordsIn(layout, exercise)),
      );
    await expectFollowed(bytes, document);
  });
});

function wordsIn(layout: PaperLayout, exercise: DrawnDocument["exercises"][number]): string[] {
  const { name, setup, steps, libraryCautions, caution } = exercise;
  const own = caution ? [caution] : [];
  if (layout === "diary") return [name.split(" ")[0] as string];
  if (layout === "picture") return [...own];
  return [setup, ...steps, libraryCautions.at(-1) as string, ...own];
}

/** No heading is the last thing on its page. */
async function expectFollowed(bytes: Uint8Array, document: DrawnDocument): Promise<void> {
  const titles = new Set(headings(document));
  for (const runs of await readRuns(bytes)) {
    const foot = Math.max(...runs.map(({ bottom }) => bottom)) - 30;
    for (const heading of runs.filter(({ text }) => titles.has(text)))
      expect(
        runs.some(({ top, bottom }) => top > heading.top + 4 && bottom < foot),
        `${heading.text} stands alone`,
      ).toBe(true);
  }
}

describe("what no page was made for", { timeout: 120_000 }, () => {
  const long = "Physiotherapeutische Rumpfstabilisationsübung ".repeat(3).slice(0, 120);
  const note = `Well done 💪. ${"Señora Núñez, haga los ejercicios mañana y después de la siesta. ".repeat(40)}`;

  test.each(PAPER_LAYOUTS)("%s: names, notes and cues of any length", async (layout) => {
    const cue = "Keep the other knee bent this week, and breathe. ".repeat(10).trim();
    const change = { name: long, cue, caution: cue, figureId: "leg", figure: STILLS };
    const document = (locale: Locale) =>
      sampleDocument(3, locale, {
        note: note.slice(0, 2000),
        title: long,
        patientGivenName: "Maria-Magdalena Wilhelmina Theodora Alexandra Konstantina X.",
        exercises: [0, 1, 2].map((n) => sampleExercise(n, locale, change)),
      });
    for (const paper of PAPER_SIZES) {
      const bytes = await draw(document("en"), layout, { paper, other: document("es") });
      await expectInside(bytes);
      const { text } = await readPdf(bytes);
      if (layout === "diary") continue;
      expect(text).toContain("Well done [U+1F4AA].");
      expect(text.split("Keep the other knee bent").length).toBeGreaterThanOrEqual(10 * 2 * 3);
    }
  });

  test.each(PAPER_LAYOUTS)(
    "%s: the same document and choices give the same bytes",
    async (layout) => {
      const make = () =>
        draw(illustrated(3, "en"), layout, { other: illustrated(3, "es"), weeks: 2 });
      const first = Buffer.from(await make());
      await draw(illustrated(2, "es"), "large", { paper: "Letter" });
      expect(Buffer.from(await make()).equals(first)).toBe(true);
    },
  );
});

describe("a list of forty long names", { timeout: 240_000 }, () => {
  test.each(["standard", "large", "bilingual"] as const)(
    "%s: stays on its pages",
    async (layout) => {
      const name = "Physiotherapeutische Rumpfstabilisationsübung ".repeat(3).slice(0, 110);
      const [en, es] = LOCALES.map((locale) => {
        const exercises = Array.from({ length: 40 }, (_, n) =>
          sampleExercise(n, locale, { name: `${n} ${name}` }),
        );
        return sampleDocument(40, locale, { exercises });
      });
      await expectInside(await draw(en as DrawnDocument, layout, { other: es }));
    },
  );
});

describe("each layout keeps its promise", { timeout: 60_000 }, () => {
  test("large print has nothing to read below 18 points but head and foot", async () => {
    const runs = (await readRuns(await draw(illustrated(2, "en"), "large"))).flat();
    const steps = sampleDocument(2).exercises.flatMap((e) => e.steps);
    const begins = steps.map((step) => step.slice(0, 20));
    const set = runs.filter(({ text }) => begins.some((words) => text.includes(words)));
    expect(set.length).toBeGreaterThan(3);
    for (const { top, bottom } of set) expect(bottom - top).toBeGreaterThanOrEqual(17.9);
  });

  test("pictures of six exercises stand on the first page, with name and dosage", async () => {
    const document = illustrated(6, "en");
    const { pages } = await readPdf(await draw(document, "picture"));
    const letters = (text: string) => text.replace(/\s+/g, "");
    for (const { name } of document.exercises) expect(letters(pages[0]!)).toContain(letters(name));
    expect(pages[0]).toContain("Hold 25 seconds");
  });

  test("two languages say the same step at the same height, and the therapist's words once", async () => {
    const [en, es] = [illustrated(1, "en"), illustrated(1, "es")];
    const bytes = await draw(es, "bilingual", { other: en });
    const runs = (await readRuns(bytes)).flat();
    const at = (text: string) => runs.find((run) => run.text.includes(text));
    const [left, right] = [es, en].map((d) => at(d.exercises[0]!.steps[0]!.slice(0, 12)));
    expect(left?.top).toBeGreaterThan(0);
    expect(left?.top).toBeCloseTo(right?.top ?? 0, 1);
    const { text } = await readPdf(bytes);
    expect(text.split("Keep the other knee bent this week.")).toHaveLength(2);
    expect(text).toContain("Importante para usted / Important for you");
  });

  test("the diary has a box for each time on the days due, and none on the others", async () => {
    const { pages } = await readPdf(await draw(sampleDocument(4), "diary", { weeks: 4 }));
    const weeks = [1, 2, 3, 4].map((n) => pagesWith(pages, `Week ${n} of 4`));
    expect(weeks.every((found) => found.length >= 1)).toBe(true);
    expect(pages.join(" ")).toContain("23 Nov");
    expect(pages.join(" ")).toContain("20 Dec");
    for (const words of ["Pain this morning", "Pain before", "Pain after", "Notes"])
      expect(pages.join(" ").split(words).length - 1).toBe(4);
  });

  test("a diary follows the plan on pages of its own", async () => {
    const alone = await readPdf(await draw(sampleDocument(3), "standard"));
    const both = await readPdf(await draw(sampleDocument(3), "standard", { weeks: 2 }));
    expect(both.pages.length).toBeGreaterThan(alone.pages.length);
    const [first] = pagesWith(both.pages, "Exercise diary");
    expect(first).toBe(alone.pages.length);
  });
});
