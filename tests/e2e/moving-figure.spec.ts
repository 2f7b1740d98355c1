import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { makeClinic, makeStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";
import { clean } from "./page-watch";

const DRAWN = "exercise-ball-bridge";

async function signIn(context: BrowserContext): Promise<string> {
  const { sid } = await makeStaff(await makeClinic(), "therapist");
  await context.addCookies([await sessionCookie(sid)]);
  return process.env.NEXTAUTH_URL ?? "";
}

/** The outline of the whole moving body just now; null before it moves. */
const outline = (page: Page) =>
  page.evaluate(
    () => document.querySelector("clipPath[id^=moves] path")?.getAttribute("d") ?? null,
  );

async function expectMoving(page: Page): Promise<void> {
  await expect.poll(() => outline(page)).not.toBeNull();
  const before = await outline(page);
  await expect.poll(() => outline(page), { intervals: [50] }).not.toBe(before);
}

/** Longer than the figure holds a pose, in frames. */
const FRAMES = 110;

async function expectStill(page: Page): Promise<void> {
  const changes = await page.evaluate(async (frames) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const now = () => document.querySelector("clipPath[id^=moves] path")?.getAttribute("d");
    // The page is told of a press or a scroll a few frames later.
    for (let i = 0; i < 10; i++) await frame();
    const before = now();
    let count = 0;
    for (let i = 0; i < frames; i++) {
      await frame();
      if (now() !== before) count++;
    }
    return count;
  }, FRAMES);
  expect(changes).toBe(0);
}

test("a figure moves until it is paused or out of sight", async ({ page, context }) => {
  const origin = await signIn(context);
  await page.goto(`${origin}/library/${DRAWN}`);
  await expectMoving(page);
  await clean(page);

  await page.getByRole("button", { name: "Pause the movement" }).click();
  await expectStill(page);
  await page.getByRole("button", { name: "Play the movement" }).click();
  await expectMoving(page);

  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expectStill(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectMoving(page);
});

test("the page does not jump when the figure starts to move", async ({ page, context }) => {
  const origin = await signIn(context);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${origin}/library/${DRAWN}`);
  await expectMoving(page);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01);
});

test("who wants less motion sees every key pose with its name", async ({ page, context }) => {
  const origin = await signIn(context);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`${origin}/library/${DRAWN}`);
  await expect(page.getByText("Start", { exact: true })).toBeVisible();
  await expect(page.getByText("End", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /the movement/ })).toHaveCount(0);
  expect(await outline(page)).toBeNull();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the key poses stand there", async ({ page, context }) => {
    const origin = await signIn(context);
    await page.goto(`${origin}/library/${DRAWN}`);
    await expect(page.getByText("End", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: /the movement/ })).toHaveCount(0);
  });
});

test("the library keeps the place of a thumbnail and shows it", async ({ page, context }) => {
  const origin = await signIn(context);
  await page.goto(`${origin}/library`);
  const thumb = page.getByRole("link", { name: /Exercise ball bridge/ }).locator("img");
  await expect(thumb).toHaveAttribute("loading", "lazy");
  await thumb.scrollIntoViewIfNeeded();
  await expect
    .poll(() => thumb.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
    .toBe(true);
});
