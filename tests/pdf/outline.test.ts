import { describe, expect, test } from "vitest";
import { PAPER_LAYOUTS } from "../../lib/domain/plan/paper-layout";
import { draw } from "./print-sample";
import { readLinks, readPdf } from "./read-pdf";
import { sampleAdvice, sampleDocument } from "./sample-document";

describe("where a PDF leads", { timeout: 120_000 }, () => {
  test("the outline has each exercise with its page, the pain rule and when to stop", async () => {
    const document = sampleDocument(6, "en", { advice: sampleAdvice(4, "en") });
    const bytes = await draw(document, "standard");
    const { pages } = await readPdf(bytes);
    const { outline, targets } = await readLinks(bytes);
    for (const [i, { name, steps }] of document.exercises.entries()) {
      const page = pages.findIndex((text) => text.includes(steps[0] as string)) + 1;
      expect(outline).toContainEqual({ title: `${i + 1}. ${name}`, page, children: [] });
      expect(targets[i]).toBe(page);
      expect(pages[0]).toMatch(new RegExp(`${i + 1}\\. ${name} page ${page}`));
    }
    const titles = outline.map(({ title }) => title);
    expect(titles).toContain("Before you start");
    expect(titles).toContain("How much pain is all right");
    expect(titles).toContain("When to stop and get help");
  });

  test.each(PAPER_LAYOUTS)(
    "%s: the square opens the plan page, and numbers can be dialled",
    async (layout) => {
      const other = sampleDocument(2, "es");
      const { outline, addresses } = await readLinks(
        await draw(sampleDocument(2), layout, { other }),
      );
      expect(addresses).toContain(
        "https://plans.northgate-physio.example/p/4Jx0aQ9mT2sVbYwZ1kRc7Q/4",
      );
      expect(addresses).toContain("tel:+442079460018");
      expect(addresses).toContain("tel:999");
      expect(outline.length).toBeGreaterThanOrEqual(3);
    },
  );
});
