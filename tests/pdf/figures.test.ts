import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DrawnDocument } from "../../lib/figures/drawn-document";
import { drawPlanPdf } from "../../lib/pdf/draw-plan-pdf";
import { MARGIN, RAIL } from "../../lib/pdf/paper-style";
import { sampleFigure } from "../support/sample-figure";
import { readPdf, readPictures } from "./read-pdf";
import { HOLD_25, sampleDocument, sampleExercise } from "./sample-document";

const { motion: _, thumb: __, ...STILLS } = sampleFigure();
const PT_PER_MM = 72 / 25.4;

/** A plan of which each exercise has the picture. */
function drawn(count: number, locale: "en" | "es" = "en"): DrawnDocument {
  const document = sampleDocument(count, locale);
  const exercises = document.exercises.map((e) => ({ ...e, figureId: "leg", figure: STILLS }));
  return { ...document, exercises };
}

const only = (change: Parameters<typeof sampleExercise>[2]) =>
  sampleDocument(1, "en", { exercises: [sampleExercise(0, "en", change)] });
const draw = (document: DrawnDocument) => drawPlanPdf(document, "A4");
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("figures on paper", { timeout: 60_000 }, () => {
  test("both poses stand in the rail, large enough for old eyes, with their names", async () => {
    const bytes = await draw(drawn(1));
    const [pictures = []] = await readPictures(bytes);
    expect(pictures).toHaveLength(2);
    for (const { left, right } of pictures) {
      expect(left).toBeGreaterThanOrEqual(MARGIN - 0.01);
      expect(right).toBeLessThanOrEqual(MARGIN + RAIL + 0.01);
      expect((right - left) / PT_PER_MM).toBeGreaterThan(38);
    }
    const [start, end] = pictures;
    expect(end?.top).toBeGreaterThan(start?.bottom ?? 0);
    const { text } = await readPdf(bytes);
    expect(text.indexOf("Start")).toBeLessThan(text.indexOf("End"));
    expect((await readPdf(await draw(drawn(1, "es")))).text).toMatch(/Inicio.*Final/);
  });

  test("an exercise done on the left is mirrored, others are not", async () => {
    const sides = (["none", "each", "right", "left"] as const).map((side, n) =>
      sampleExercise(n, "en", {
        dosage: { ...HOLD_25, side },
        figureId: "leg",
        figure: STILLS,
      }),
    );
    const pictures = (
      await readPictures(await draw(sampleDocument(4, "en", { exercises: sides })))
    ).flat();
    const mirrored = pictures.map((p) => p.mirrored);
    expect(mirrored).toEqual([false, false, false, false, false, false, true, true]);
  });

  test("name and pictures of an exercise are on one page", async () => {
    const document = drawn(14);
    const bytes = await draw(document);
    const { pages } = await readPdf(bytes);
    const pictures = await readPictures(bytes);
    const named = pages.map(
      (text) => document.exercises.filter((e) => text.includes(e.steps.at(-1) as string)).length,
    );
    expect(pictures.map((found) => found.length / 2)).toEqual(named);
    expect(named.reduce((sum, n) => sum + n)).toBe(14);
  });

  test("an exercise longer than a page keeps its pictures beside its name", async () => {
    const caution = Array.from({ length: 900 }, (_, i) => `word${i}`).join(" ");
    const bytes = await draw(only({ caution, figureId: "leg", figure: STILLS }));
    const { pages } = await readPdf(bytes);
    const found = await readPictures(bytes);
    const page = pages.findIndex((text) => text.includes("Active hang"));
    expect(found.map((pictures) => pictures.length)).toEqual(
      pages.map((_, i) => (i === page ? 2 : 0)),
    );
    expect(pages.length).toBeGreaterThan(1);
  });

  test.each([
    ["none", null],
    ["one of a format to come", { ...STILLS, format: 2 as never }],
  ])("%s: the words stand alone", async (_, figure) => {
    const bytes = await draw(only({ figureId: "later", figure }));
    expect((await readPictures(bytes)).flat()).toEqual([]);
    const { text } = await readPdf(bytes);
    expect(text).toContain("Active hang");
    expect(text).not.toContain("Start");
  });

  test("the same plan gives the same bytes, whatever was drawn before it", async () => {
    const first = hash(await draw(drawn(3)));
    await drawPlanPdf(drawn(3, "es"), "Letter");
    await draw(sampleDocument(2));
    expect(hash(await draw(drawn(3)))).toBe(first);
  });
});
