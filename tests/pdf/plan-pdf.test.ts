import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DrawnDocument } from "../../lib/figures/drawn-document";
import { drawPlanPdf } from "../../lib/pdf/draw-plan-pdf";
import { readPdf } from "./read-pdf";
import { HOLD_25, sampleDocument, sampleExercise } from "./sample-document";

const read = async (document: DrawnDocument, paper: "A4" | "Letter" = "A4") =>
  readPdf(await drawPlanPdf(document, paper));

function withNote(note: string): DrawnDocument {
  return sampleDocument(1, "en", { note });
}

describe("a plan on paper", { timeout: 60_000 }, () => {
  test("carries this patient's hold, cue and caution, the pain rule and the clinic's numbers", async () => {
    const own = sampleExercise(0, "en", {
      dosage: { ...HOLD_25, holdSeconds: 37 },
      caution: "Stop if the pain runs below your left knee.",
      cue: "Keep the other knee bent this week.",
    });
    const { text, title, language } = await read(
      sampleDocument(2, "en", { exercises: [own, sampleExercise(1, "en")] }),
    );
    expect(text).toContain("For Elena · with Dana Whitfield");
    expect(text).toContain("Version 4 · made on 20 November 2026 Begins on 21 November 2026");
    expect(text).toContain("Hold 37 seconds · 3 times · each side");
    expect(text).toContain("Twice a day, every day");
    expect(text).toContain("Stop if the pain runs below your left knee.");
    expect(text).toContain("Keep the other knee bent this week.");
    for (const step of own.steps) expect(text).toContain(step);
    expect(text).toContain(`Common mistakes ${own.faults.join(" ")}`);
    expect(text).toMatch(/Pain 6 to 10 Red: Stop/);
    expect(text).toContain("Call 999 at once");
    expect(text).toContain("Stop and call us: +44 20 7946 0018");
    expect(text).toContain("Page 1 of");
    expect(text).toContain("/p/4Jx0aQ9mT2sVbYwZ1kRc7Q/4");
    expect(title).toBe("Exercise plan, version 4");
    expect(language).toBe("en");
  });

  test("speaks Spanish throughout", async () => {
    const { text, language } = await read(sampleDocument(3, "es"));
    expect(text).toContain("Sus ejercicios");
    expect(text).toContain("Mantenga 25 segundos · 3 veces · cada lado");
    expect(text).toContain("Llame al 999 de inmediato");
    expect(text).toContain("20 de noviembre de 2026");
    expect(text).not.toMatch(/\b(Version|Pain|Page|Hold|Take care|Common)\b/);
    expect(language).toBe("es");
  });

  test("a version from before common mistakes were kept says nothing of them", async () => {
    const exercises = [sampleExercise(1, "en", { faults: [] })];
    expect((await read(sampleDocument(1, "en", { exercises }))).text).not.toContain("mistakes");
  });

  test("fits the paper asked for", async () => {
    const document = sampleDocument(1);
    expect((await read(document, "A4")).size.map(Math.round)).toEqual([595, 842]);
    expect((await read(document, "Letter")).size).toEqual([612, 792]);
  });

  test("the same version gives the same bytes, another one does not", async () => {
    const hash = async (document: DrawnDocument) =>
      createHash("sha256")
        .update(await drawPlanPdf(document, "A4"))
        .digest("hex");
    const first = await hash(sampleDocument(4));
    expect(await hash(sampleDocument(4))).toBe(first);
    expect(await hash(sampleDocument(4, "en", { versionNumber: 5 }))).not.toBe(first);
  });
});

describe("no glyph is printed wrong", { timeout: 60_000 }, () => {
  test("signs of doses and limits read back as they are", async () => {
    const signs = "≥≤→°½±Δ✓☐×′″µ";
    const document = withNote(`pain ≥ 5 ≤ 7 → stop ${signs}`);
    const own = sampleExercise(0, "en", { name: `Signs ${signs}`, caution: signs });
    const { text } = await read({ ...document, exercises: [own] });
    expect(text).toContain(`pain ≥ 5 ≤ 7 → stop ${signs}`);
    expect(text).toContain(`Signs ${signs}`);
  });

  test("a character without a glyph is written out", async () => {
    const { text } = await read(withNote("Well done 💪, 加油"));
    expect(text).toContain("Well done [U+1F4AA], [U+52A0][U+6CB9]");
  });

  test("composed and decomposed letters, other alphabets, odd spaces and control characters", async () => {
    const { text } = await read(
      withNote("Cafe\u0301 Łódź Ångström Ελένη Олена\u00a05\u202fkg\u0007\ttab\u200b\ufe0f end"),
    );
    expect(text).toContain("Café Łódź Ångström Ελένη Олена 5 kg tab end");
  });

  test("right-to-left words are set in a font that has them", async () => {
    const { text } = await read(withNote("توقف عند الألم 7"));
    expect(text).toMatch(/[\u0600-\u06ff\ufb50-\ufeff]{3}/);
    expect(text).not.toContain("[U+");
  });
});

describe("long and many", { timeout: 60_000 }, () => {
  test("thirty exercises: each is there once, whole, in order", async () => {
    const document = sampleDocument(30);
    const { pages } = await read(document);
    let page = 0;
    for (const exercise of document.exercises) {
      const found = pages.findIndex((text) => text.includes(exercise.steps[0] as string));
      expect(found).toBeGreaterThanOrEqual(page);
      page = found;
      expect(pages[found]).toContain(exercise.name);
      expect(pages[found]).toContain(exercise.steps.at(-1));
      expect(pages[found]).toContain(exercise.libraryCautions.at(-1));
    }
    expect(pages.every((text, i) => text.includes(`Page ${i + 1} of ${pages.length}`))).toBe(true);
  });

  test("an exercise longer than a page is broken and nothing of it is lost", async () => {
    const words = Array.from({ length: 900 }, (_, i) => `word${i}`).join(" ");
    const { text, pages } = await read(
      sampleDocument(1, "en", { exercises: [sampleExercise(0, "en", { caution: words })] }),
    );
    expect(pages.length).toBeGreaterThan(1);
    for (const i of [0, 250, 500, 899]) expect(text).toContain(`word${i}`);
  });

  test("a word without a break stays on the page", async () => {
    const address = `https://example.org/${"a1b2c3d4e5".repeat(20)}`;
    const bytes = await drawPlanPdf(withNote(address), "A4");
    const { text } = await readPdf(bytes);
    expect(text.replace(/\s/g, "")).toContain(address);
  });

  test("a plan without note, cue, caution and phone, with a name of sixty letters", async () => {
    const base = sampleDocument(1);
    const { text } = await read({
      ...base,
      note: null,
      patientGivenName: "Maria-Magdalena Wilhelmina Theodora Alexandra Konstantina X.",
      clinic: { ...base.clinic, phone: null, address: null },
      exercises: [sampleExercise(1, "en", { cue: null, caution: null })],
    });
    expect(text).toContain("Konstantina X.");
    expect(text).toContain("Stop and tell your therapist");
  });
});
