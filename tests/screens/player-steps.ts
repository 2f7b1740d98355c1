import { expect, type Page } from "@playwright/test";

const START = /^(Start|Do it once more|Do a session anyway|Go on with your session|Do these now)$/;
const LONGEST_PLAN = 30;

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function answerPain(page: Page, question: RegExp, pain: number): Promise<void> {
  const group = page.getByRole("group", { name: question });
  await group.getByText(String(pain), { exact: true }).first().click();
}

/** From today into the session, wherever an earlier picture left it, to its first step. */
export async function openSession(page: Page): Promise<void> {
  await page.getByRole("link", { name: START }).or(button(page, START)).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Pain before, rated 5. */
export async function rateBefore(page: Page): Promise<void> {
  await openSession(page);
  await answerPain(page, /How much pain do you have now/, 5);
}

/** The first exercise. */
export async function toExercise(page: Page): Promise<void> {
  await openSession(page);
  const begin = button(page, "Begin");
  const hurts = button(page, "It hurts");
  await expect(begin.or(hurts).first()).toBeVisible();
  if (await begin.isVisible()) await begin.click();
  await expect(hurts).toBeVisible();
}

/** An exercise hurts, and the plan's rule answers. */
export async function toHurts(page: Page): Promise<void> {
  await toExercise(page);
  await button(page, "It hurts").click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("6", { exact: true }).first().click();
  await expect(sheet.getByRole("status")).toBeVisible();
}

/** To the end of the session, which is handed in. */
export async function toDone(page: Page): Promise<void> {
  await toExercise(page);
  for (let step = 0; step < LONGEST_PLAN; step++) {
    await button(page, "Done as prescribed").click();
    const last = button(page, "To the end");
    const isLast = await last.isVisible();
    await (isLast ? last : button(page, "Next")).click();
    if (isLast) break;
  }
  await answerPain(page, /afterwards/, 5);
  await button(page, "Finish and save").click();
  await expect(page.getByText("Sent to your clinic.")).toBeVisible();
}
