import { chromium } from "@playwright/test";
import { chromiumPath } from "@/tests/support/browser.mjs";
import type { Product } from "@/tests/support/product";
import { type Figure, inTurns, median, timed } from "./measure";
import type { TwelveClinic } from "./twelve";

const ROUNDS = 12;
const WARM_UP = 3;

/**
 * (d) The PDF of twelve exercises with their figures against a warm Chromium that prints the HTML twin,
 * figures and all. Both begin with the address and end with the bytes, so both read the plan; the
 * printing alone is told beside it, and what the figures add to the PDF.
 */
export async function pdfFigure(
  { origin }: Product,
  { people, plain, therapist }: TwelveClinic,
): Promise<Figure> {
  const twin = `${origin}/plans/${people[0]!.plan.planId}/versions/1`;
  const paper = (planId: string) => `${origin}/api/plans/${planId}/versions/1/pdf`;
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext();
    const [name = "", value = ""] = therapist.split("=");
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const printing: number[] = [];
    const added: number[] = [];
    const draw = async (planId: string) => {
      const answer = await fetch(paper(planId), { headers: { Cookie: therapist } });
      if (!answer.ok) throw new Error(`the PDF answered ${answer.status}`);
      await answer.arrayBuffer();
    };
    const both = async () => {
      const bare = await timed(() => draw(plain.planId));
      const drawn = await timed(() => draw(people[0]!.plan.planId));
      added.push(drawn - bare);
      return drawn;
    };
    const print = async () => {
      const opened = await page.goto(twin, { waitUntil: "load", timeout: 120_000 });
      if (!opened?.ok()) throw new Error(`the HTML twin answered ${opened?.status()}`);
      printing.push(await timed(() => page.pdf({ format: "A4" })));
    };
    for (let i = 0; i < WARM_UP; i++) {
      await both();
      await print();
    }
    const { a, b } = await inTurns(ROUNDS, both, () => timed(print));
    return {
      name: "PDF of 12 exercises",
      measured: `${a.toFixed(0)} ms, figures ${median(added.slice(WARM_UP)).toFixed(0)} of them`,
      floor: `${b.toFixed(0)} ms, Chromium (${median(printing.slice(WARM_UP)).toFixed(0)} to print alone)`,
      value: a / b,
      target: { atMost: 0.5 },
      unit: "",
    };
  } finally {
    await browser.close();
  }
}
