import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createPlan } from "@/lib/features/plans/create-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { input, line } from "../integration/plans/plan-setup";
import { makeClinic, makePatient, makeStaff, type TestStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";

/** A plan with three exercises, and two therapists of the clinic. */
async function shared() {
  const clinic = await makeClinic();
  const [maya, tom] = await Promise.all([
    makeStaff(clinic, "therapist", { name: "Maya Rao" }),
    makeStaff(clinic, "therapist", { name: "Tom Ferris" }),
  ]);
  const { patientId } = await makePatient(clinic);
  const { planId } = await createPlan(
    await maya.record(patientId, "prescribe"),
    { title: "Low back" },
    new Date(),
  );
  const lines = ["bridge", "cat-cow", "clamshell"].map((slug) => line(slug));
  await saveDraft(maya.access("prescribe"), input(planId, 1, ...lines), new Date());
  return { maya, tom, planId };
}

async function open(context: BrowserContext, staff: TestStaff, planId: string): Promise<Page> {
  const origin = process.env.NEXTAUTH_URL ?? "";
  await context.addCookies([await sessionCookie(staff.sid, { origin })]);
  const page = await context.newPage();
  await page.goto(`${origin}/plans/${planId}/edit`);
  await expect(rows(page)).toHaveCount(3);
  return page;
}

const rows = (page: Page) =>
  page.getByRole("grid", { name: "Exercises of this plan" }).getByRole("row");
const field = (page: Page, n: number, name: string) =>
  rows(page).nth(n).getByRole("textbox", { name, exact: true });
const saved = (page: Page) => expect(page.getByText(/saved just now/)).toBeVisible();

/** What the other has saved is looked for when the page gets the focus. */
const look = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

test("two people change different exercises: both changes are in both drafts", async ({
  browser,
}) => {
  const { maya, tom, planId } = await shared();
  const [one, two] = await Promise.all([browser.newContext(), browser.newContext()]);
  const mine = await open(one, maya, planId);
  const theirs = await open(two, tom, planId);

  await field(theirs, 1, "Sets").fill("4");
  await saved(theirs);
  await field(mine, 0, "Sets").fill("3");
  await expect(mine.getByText(/Tom Ferris changed this draft too/)).toBeVisible();
  await expect(field(mine, 1, "Sets")).toHaveValue("4");
  await expect(field(mine, 0, "Sets")).toHaveValue("3");
  await saved(mine);

  await look(theirs);
  await expect(field(theirs, 0, "Sets")).toHaveValue("3");

  // Undo takes back what was done here alone.
  await mine.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(field(mine, 0, "Sets")).toHaveValue("1");
  await expect(field(mine, 1, "Sets")).toHaveValue("4");
  await Promise.all([one.close(), two.close()]);
});

test("two people change the same field: both are shown, and one is chosen", async ({ browser }) => {
  const { maya, tom, planId } = await shared();
  const [one, two] = await Promise.all([browser.newContext(), browser.newContext()]);
  const mine = await open(one, maya, planId);
  const theirs = await open(two, tom, planId);
  await field(theirs, 0, "Sets").fill("5");
  await saved(theirs);
  await field(mine, 0, "Sets").fill("2");

  const question = mine.getByRole("alertdialog");
  await expect(question).toContainText("You and someone else changed the same thing");
  const group = question.getByRole("group", { name: "Bridge" });
  await expect(group).toContainText("Sets: 2, was 1");
  await expect(group).toContainText("Sets: 5, was 1");
  const goOn = question.getByRole("button", { name: "Go on with these" });
  await expect(goOn).toBeDisabled();
  const { violations } = await new AxeBuilder({ page: mine }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await group.getByRole("radio", { name: /Tom Ferris/ }).check();
  await goOn.click();
  await expect(question).toBeHidden();
  await expect(field(mine, 0, "Sets")).toHaveValue("5");
  await Promise.all([one.close(), two.close()]);
});

test("a reload keeps undo, redo and what was not saved yet", async ({ context }) => {
  const { maya, planId } = await shared();
  const page = await open(context, maya, planId);
  await field(page, 0, "Sets").fill("3");
  await saved(page);
  await field(page, 1, "Sets").fill("2");
  await saved(page);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(field(page, 1, "Sets")).toHaveValue("1");
  await saved(page);

  await page.reload();
  await expect(field(page, 0, "Sets")).toHaveValue("3");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(field(page, 1, "Sets")).toHaveValue("2");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(field(page, 0, "Sets")).toHaveValue("1");

  // Without network nothing can be saved; the page is left all the same.
  await saved(page);
  page.on("dialog", (dialog) => dialog.accept());
  await page.route("**/plans/**", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await field(page, 2, "Sets").fill("7");
  await expect(page.getByText(/not saved/).first()).toBeVisible();
  await page.reload();
  await page.unroute("**/plans/**");
  await expect(field(page, 2, "Sets")).toHaveValue("7");
  await saved(page);
  await page.reload();
  await expect(field(page, 2, "Sets")).toHaveValue("7");
});
