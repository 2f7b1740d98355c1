import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { DrawnExercise, PaperPhoto } from "../../lib/figures/drawn-document";
import { drawPlanPdf } from "../../lib/pdf/draw-plan-pdf";
import { MARGIN, RAIL } from "../../lib/pdf/paper-style";
import { sampleFigure } from "../support/sample-figure";
import { readPdf, readPhotos } from "./read-pdf";
import { sampleDocument, sampleExercise } from "./sample-document";

const { motion: _, thumb: __, ...STILLS } = sampleFigure();
const PAPER_HEIGHT = 841.89;

async function photo(width: number, height: number): Promise<PaperPhoto> {
  const jpeg = await sharp({ create: { width, height, channels: 3, background: "#3a7" } })
    .jpeg({ mozjpeg: true })
    .toBuffer();
  return { jpeg, width, height };
}

const draw = (exercises: readonly DrawnExercise[]) =>
  drawPlanPdf(sampleDocument(1, "en", { exercises }), "A4");
const withPhotos = async (change: Partial<DrawnExercise>, n = 0) => sampleExercise(n, "en", change);

describe("photos on paper", { timeout: 60_000 }, () => {
  test("one stands whole in the rail, two stand below each other in the same room", async () => {
    for (const shapes of [
      [[800, 600]],
      [[600, 800]],
      [
        [800, 400],
        [300, 800],
      ],
    ] as const) {
      const photos = await Promise.all(shapes.map(([w, h]) => photo(w, h)));
      const bytes = await draw([await withPhotos({ photos })]);
      const [shown = []] = await readPhotos(bytes);
      expect(shown).toHaveLength(photos.length);
      shown.forEach(({ left, right, top, bottom }, i) => {
        expect(left).toBeGreaterThanOrEqual(MARGIN - 0.01);
        expect(right).toBeLessThanOrEqual(MARGIN + RAIL + 0.01);
        const { width, height } = photos[i]!;
        expect((right - left) / (bottom - top)).toBeCloseTo(width / height, 2);
        expect(bottom).toBeLessThan(PAPER_HEIGHT);
        if (i > 0) expect(top).toBeGreaterThan(shown[i - 1]!.bottom);
      });
    }
  });

  test("none stands beside a figure, and the words are the same with and without", async () => {
    const photos = [await photo(800, 600)];
    const drawn = await draw([await withPhotos({ photos, figureId: "leg", figure: STILLS })]);
    expect((await readPhotos(drawn)).flat()).toEqual([]);
    const [plain, shown] = [
      await draw([await withPhotos({})]),
      await draw([await withPhotos({ photos })]),
    ];
    expect((await readPdf(shown)).text).toBe((await readPdf(plain)).text);
  });

  test("many pages of photos stay on paper, each with its exercise, and the bytes are the same again", async () => {
    const photos = [await photo(600, 800), await photo(800, 600)];
    const exercises = await Promise.all(
      Array.from({ length: 12 }, (_, n) => withPhotos({ photos }, n)),
    );
    const bytes = await draw(exercises);
    const { pages } = await readPdf(bytes);
    const shown = await readPhotos(bytes);
    expect(shown.flat()).toHaveLength(24);
    exercises.forEach(({ name }) => {
      const page = pages.findIndex((text) => text.includes(name));
      expect(shown[page]?.length).toBeGreaterThan(0);
    });
    for (const { bottom } of shown.flat()) expect(bottom).toBeLessThan(PAPER_HEIGHT);
    expect(Buffer.from(await draw(exercises)).equals(Buffer.from(bytes))).toBe(true);
  });

  test("a video is told of, in the patient's language", async () => {
    const media = [{ id: "v", kind: "video", width: 4, height: 3, durationMs: 2000 }] as const;
    const { text } = await readPdf(await draw([await withPhotos({ media })]));
    expect(text).toContain("There is a video of this exercise");
    const es = sampleDocument(1, "es", { exercises: [sampleExercise(0, "es", { media })] });
    expect((await readPdf(await drawPlanPdf(es, "A4"))).text).toContain("Hay un vídeo de este");
    expect((await readPdf(await draw([await withPhotos({})]))).text).not.toContain("video");
  });
});
