import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { closeDatabase } from "@/db/client";
import { ensureBuilt } from "@/lib/run/prepare.mjs";
import { chromiumPath } from "@/tests/support/browser.mjs";
import { startProduct } from "@/tests/support/product";
import { findPlaces, signedIn } from "./lookers";
import {
  type Looker,
  PAPERS,
  type Places,
  SCREENS,
  type Screen,
  WIDTHS,
  type Width,
} from "./screens";

const FOLDER = fileURLToPath(new URL("./pictures/", import.meta.url));
const MAX_BYTES = 200_000;
const SIZES = { 1360: { width: 1360, height: 860 }, 390: { width: 390, height: 844 } } as const;
/** A picture shows at most this much of a long page, in its own widths. */
const TALLEST = { 1360: 1050, 390: 1700 } as const;

const complaints: string[] = [];

async function contextOf(browser: Browser, as: Looker, width: Width, origin: string) {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: SIZES[width],
    isMobile: width === 390,
    hasTouch: width === 390,
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  if (as !== "nobody") await context.addCookies([await signedIn(as, origin)]);
  return context;
}

function keep(name: string, png: Buffer): void {
  const file = path.join(FOLDER, `${name}.png`);
  writeFileSync(file, png);
  const { size } = statSync(file);
  if (size > MAX_BYTES) complaints.push(`${name}: ${Math.round(size / 1000)} kB, at most 200`);
}

async function picture(page: Page, width: Width, screen: Screen): Promise<Buffer> {
  const options = { animations: "disabled", caret: "hide" } as const;
  const { width: across, height: least } = SIZES[width];
  if (screen.window) {
    const height = width === 1360 ? (screen.height ?? least) : least;
    return page.screenshot({ ...options, clip: { x: 0, y: 0, width: across, height } });
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const tall = Math.min(Math.max(height, least), TALLEST[width]);
  const clip = { x: 0, y: 0, width: across, height: tall };
  return page.screenshot({ ...options, fullPage: true, clip });
}

async function take(context: BrowserContext, screen: Screen, width: Width, at: Places) {
  const page = await context.newPage();
  const name = `${screen.name}-${width}`;
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${name}: ${message.text().slice(0, 200)}`);
  });
  page.on("pageerror", (error) => complaints.push(`${name}: ${error.message.slice(0, 200)}`));
  try {
    const address = typeof screen.path === "string" ? screen.path : screen.path(at);
    const answer = await page.goto(address, { waitUntil: "load" });
    if (!answer?.ok()) throw new Error(`answered ${answer?.status()}`);
    await screen.before?.(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready);
    keep(name, await picture(page, width, screen));
    console.log(`  ${name}`);
  } catch (error) {
    complaints.push(`${name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  } finally {
    await page.close();
  }
}

function hasPdftoppm(): boolean {
  try {
    execFileSync("pdftoppm", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function takePapers(context: BrowserContext, at: Places, wanted: (name: string) => boolean) {
  for (const { name, path: address } of PAPERS.filter((paper) => wanted(paper.name))) {
    const answer = await context.request.get(address(at));
    if (!answer.ok()) {
      complaints.push(`${name}: answered ${answer.status()}`);
      continue;
    }
    const base = path.join(tmpdir(), `carryover-${process.pid}-${name}`);
    writeFileSync(`${base}.pdf`, await answer.body());
    execFileSync("pdftoppm", ["-png", "-r", "80", "-l", "1", "-singlefile", `${base}.pdf`, base]);
    execFileSync("mv", [`${base}.png`, path.join(FOLDER, `${name}.png`)]);
    rmSync(`${base}.pdf`);
    console.log(`  ${name}`);
  }
}

/** The running product of BASE_URL (with its DATABASE_APP_URL and NEXTAUTH_SECRET), else one of our own. */
async function product(): Promise<{ origin: string; stop(): Promise<void> }> {
  const given = process.env.BASE_URL?.replace(/\/$/, "");
  if (given) {
    process.env.NEXTAUTH_URL = given;
    return { origin: given, stop: async () => {} };
  }
  if (!(await ensureBuilt())) throw new Error("The product could not be built.");
  return startProduct({ demo: true });
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const wanted = (name: string) => asked.length === 0 || asked.some((part) => name.includes(part));
  const screens = SCREENS.filter(({ name }) => wanted(name));
  mkdirSync(FOLDER, { recursive: true });
  const { origin, stop } = await product();
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const at = await findPlaces();
    for (const width of WIDTHS)
      for (const as of new Set(screens.map((screen) => screen.as))) {
        const context = await contextOf(browser, as, width, origin);
        for (const screen of screens)
          if (screen.as === as && (screen.widths ?? WIDTHS).includes(width))
            await take(context, screen, width, at);
        await context.close();
      }
    if (hasPdftoppm()) {
      const context = await contextOf(browser, "maya", 1360, origin);
      await takePapers(context, at, wanted);
      await context.close();
    } else console.log("pdftoppm is not installed: no picture of the PDF.");
  } finally {
    await browser.close();
    await closeDatabase();
    await stop();
  }
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}

await main();
