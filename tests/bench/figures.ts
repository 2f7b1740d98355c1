import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { figure } from "@/db/schema/figure";
import { exercise } from "@/db/schema/library";
import type { FigureArt } from "@/lib/figures/art";
import { thumbMarkup } from "@/lib/figures/thumb-markup";
import { chromiumPath } from "@/tests/support/browser.mjs";
import type { Product } from "@/tests/support/product";
import type { Figure } from "./measure";
import type { TwelveClinic } from "./twelve";

interface Picture {
  readonly slug: string;
  readonly art: FigureArt;
}

/** Pictures whose motion is heaviest are measured moving. */
const HEAVIEST = 3;
const THROTTLE = 4;
/** Frames in which something moved, of each picture. */
const FRAMES = 240;

const kb = (bytes: number) => (bytes / 1024).toFixed(1);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function at(share: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (found === undefined) throw new Error("nothing moved");
  return found;
}

async function libraryPictures(): Promise<Picture[]> {
  const rows = await inScope({}, (tx) =>
    tx
      .select({ slug: exercise.slug, art: figure.art })
      .from(exercise)
      .innerJoin(figure, eq(figure.id, exercise.figureId)),
  );
  if (rows.length === 0) throw new Error("the library has no figures");
  return rows;
}

/** Size of what a list loads for an exercise, and beside it of what a page does. */
function thumbFigure(pictures: readonly Picture[]): Figure {
  const thumbs = pictures.map(({ art }) => gzipSync(thumbMarkup(art)).length);
  const arts = pictures.map(({ art }) => gzipSync(JSON.stringify(art)).length);
  const largest = Math.max(...thumbs);
  return {
    name: "largest thumbnail, gzip",
    measured: `${kb(largest)} kB, mean ${kb(mean(thumbs))} of ${thumbs.length}`,
    floor: `whole art: mean ${kb(mean(arts))} kB, largest ${kb(Math.max(...arts))}`,
    value: largest / 1024,
    target: { atMost: 3 },
    unit: "kB",
  };
}

/** Runs in the page: times every frame's script, and keeps those in which the figure moved. */
function timeFrames(): void {
  const kept: number[] = [];
  Object.assign(window, { movedFrames: kept });
  const request = window.requestAnimationFrame.bind(window);
  let before = "";
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      const from = performance.now();
      callback(now);
      const took = performance.now() - from;
      const d = document.querySelector("clipPath[id^=moves] path")?.getAttribute("d") ?? "";
      if (before !== "" && d !== before) kept.push(took);
      before = d;
    });
}

async function movedFrames(page: Page, address: string): Promise<number[]> {
  await page.goto(address, { waitUntil: "load", timeout: 120_000 });
  await page.waitForFunction(
    (frames) => (window as unknown as { movedFrames: number[] }).movedFrames.length >= frames,
    FRAMES,
    { timeout: 120_000 },
  );
  return page.evaluate(() => (window as unknown as { movedFrames: number[] }).movedFrames);
}

/** Milliseconds of script in each moving frame of the pages, on a processor slowed down. */
export async function frameCosts(
  context: BrowserContext,
  addresses: readonly string[],
): Promise<number[]> {
  const page = await context.newPage();
  await page.addInitScript(timeFrames);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  const frames: number[] = [];
  for (const address of addresses) frames.push(...(await movedFrames(page, address)));
  await page.close();
  return frames;
}

async function motionFigure(
  origin: string,
  therapist: string,
  pictures: readonly Picture[],
): Promise<Figure> {
  const weight = ({ art }: Picture) => JSON.stringify(art.motion).length;
  const heaviest = [...pictures].sort((a, b) => weight(b) - weight(a)).slice(0, HEAVIEST);
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext();
    const [name = "", value = ""] = therapist.split("=");
    await context.addCookies([{ name, value, url: origin }]);
    const frames = await frameCosts(
      context,
      heaviest.map(({ slug }) => `${origin}/library/${slug}`),
    );
    return {
      name: "moving figure, a frame's script",
      measured: `${at(0.95, frames).toFixed(2)} ms p95, ${at(0.5, frames).toFixed(2)} p50`,
      floor: `processor ${THROTTLE} times slower, heaviest ${heaviest.length}`,
      value: at(0.95, frames),
      target: { atMost: 4 },
      unit: "ms",
    };
  } finally {
    await browser.close();
  }
}

/** (f) What pictures weigh, and what it costs to move one. */
export async function pictureFigures(
  { origin }: Product,
  { therapist }: TwelveClinic,
): Promise<Figure[]> {
  const pictures = await libraryPictures();
  return [thumbFigure(pictures), await motionFigure(origin, therapist, pictures)];
}
