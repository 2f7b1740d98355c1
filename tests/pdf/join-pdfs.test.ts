import { describe, expect, test } from "vitest";
import { drawPlanPdf } from "@/lib/pdf/draw-plan-pdf";
import { joinPdfs } from "@/lib/pdf/join-pdfs";
import { readPdf } from "./read-pdf";
import { sampleDocument } from "./sample-document";

const draw = (count: number, change: Parameters<typeof sampleDocument>[2] = {}) =>
  drawPlanPdf(sampleDocument(count, "en", change), "A4");

const joined = (files: readonly Uint8Array[], eachOnNewSheet = false) =>
  joinPdfs(files, { title: "Plans of Núñez (1 0 R)", eachOnNewSheet });

describe("several plans in one file", () => {
  test("have all their pages, in order, with the words of each", async () => {
    const names = ["Elena", "José (1 0 R) \\", "梅"];
    const files: Uint8Array[] = [];
    for (const patientGivenName of names)
      files.push(await draw(1, { patientGivenName, title: `Plan 4 0 R` }));
    const single = await Promise.all(files.map(readPdf));
    const { bytes, pages } = joined(files);
    const whole = await readPdf(bytes);
    expect(pages).toBe(whole.pages.length);
    expect(whole.pages).toEqual(single.flatMap((file) => file.pages));
    expect(whole.title).toBe("Plans of Núñez (1 0 R)");
  });

  test("start on a new sheet each where that is wanted, on paper of the same size", async () => {
    const odd = await draw(1);
    const count = (await readPdf(odd)).pages.length;
    const { bytes, pages } = joined([odd, odd], true);
    const whole = await readPdf(bytes);
    expect(pages).toBe(2 * (count + (count % 2)));
    expect(whole.pages).toHaveLength(pages);
    expect(whole.size).toEqual((await readPdf(odd)).size);
  });

  test.each([
    ["nothing", ""],
    ["a page", "<html>startxref 0 %%EOF"],
    ["half a file", "%PDF-1.3\nstartxref\n9\n%%EOF"],
  ])("%s is no part", (_, text) => {
    expect(() => joined([Buffer.from(text)])).toThrow("not a file of our own");
  });
});
