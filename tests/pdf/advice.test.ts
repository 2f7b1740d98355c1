import { describe, expect, test } from "vitest";
import type { DrawnDocument } from "../../lib/figures/drawn-document";
import { drawPlanPdf } from "../../lib/pdf/draw-plan-pdf";
import { readPdf } from "./read-pdf";
import { sampleAdvice, sampleDocument, sampleExercise } from "./sample-document";

const read = async (document: DrawnDocument) => readPdf(await drawPlanPdf(document, "Letter"));
const WORDS = {
  en: ["Before you start", "Good to know"],
  es: ["Antes de empezar", "Bueno saberlo"],
} as const;

/** Advice of every kind, longest texts first within what is asked for. */
function mixed(locale: "en" | "es", count: number) {
  const all = sampleAdvice(77, locale);
  const longest = [...all].sort((a, b) => b.body.length - a.body.length);
  return longest.slice(0, count);
}

describe("advice on paper", { timeout: 120_000 }, () => {
  test("what is read before starting stands before the exercises, the rest after them", async () => {
    const advice = [...sampleAdvice(2, "en"), ...sampleAdvice(50, "en").slice(-2)];
    const document = sampleDocument(2, "en", { advice });
    const { text } = await read(document);
    const [first, second, third, fourth] = advice.map(({ title, body }) =>
      text.indexOf(`${title} ${body}`.slice(0, title.length + 20)),
    );
    const order = [
      text.indexOf("Before you start"),
      first,
      second,
      text.indexOf(document.exercises[0]!.name),
      text.indexOf(document.exercises[1]!.name),
      text.indexOf("Good to know"),
      third,
      fourth,
      text.indexOf("How much pain is all right"),
    ];
    expect(Math.min(...(order as number[]))).toBeGreaterThanOrEqual(0);
    expect(order).toEqual([...order].sort((a, b) => a! - b!));
  });

  test.each(
    (["en", "es"] as const).flatMap((locale) =>
      [1, 2, 5, 6, 11, 12].map((count) => ({ locale, count })),
    ),
  )("$count in $locale: each whole on one page, no heading alone", async ({ locale, count }) => {
    const advice = mixed(locale, count);
    const { pages } = await read(sampleDocument(5, locale, { advice }));
    const pageOf = (words: string) => pages.findIndex((page) => page.includes(words));
    for (const { title, body } of advice) {
      expect(pageOf(title)).toBeGreaterThanOrEqual(0);
      const page = pages[pageOf(title)] as string;
      for (const sentence of body.split(/(?<=[.?!]) /)) expect(page).toContain(sentence);
    }
    const isBefore = ({ kind }: { kind: string }) =>
      ["safety", "technique", "equipment"].includes(kind);
    const parts = [advice.filter(isBefore), advice.filter((item) => !isBefore(item))];
    parts.forEach(([first], i) => {
      if (first) expect(pageOf(WORDS[locale][i] as string)).toBe(pageOf(first.title));
      else expect(pageOf(WORDS[locale][i] as string)).toBe(-1);
    });
  });

  test("a plan without any says nothing of it, and six cost at most one page more", async () => {
    const plain = await read(sampleDocument(6));
    expect(plain.text).not.toMatch(/Before you start|Good to know/);
    const advised = await read(sampleDocument(6, "en", { advice: sampleAdvice(6, "en") }));
    expect(advised.pages.length - plain.pages.length).toBeLessThanOrEqual(1);
  });

  test("none of it is lost where an exercise is longer than a page", async () => {
    const caution = Array.from({ length: 900 }, (_, i) => `word${i}`).join(" ");
    const advice = mixed("en", 12);
    const exercises = [sampleExercise(0, "en", { caution })];
    const { text } = await read(sampleDocument(1, "en", { advice, exercises }));
    expect(text).toContain("word899");
    for (const { title } of advice) expect(text).toContain(title);
  });
});
