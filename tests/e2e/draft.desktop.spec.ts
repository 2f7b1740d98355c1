import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { planDraft } from "@/db/schema/plan";
import { makeClinic, makePatient, makeStaff, type TestStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";

const origin = process.env.NEXTAUTH_URL ?? "";
let clinicId = "";

/** A browser of its own, signed in. */
async function signedIn(browser: Browser, staff: TestStaff): Promise<Page> {
  const context = await browser.newContext();
  await context.addCookies([await sessionCookie(staff.sid, { origin })]);
  return context.newPage();
}

/** A plan with three exercises in the builder of one therapist, and its address for another. */
async function shared(browser: Browser) {
  const clinic = await makeClinic();
  clinicId = clinic.clinicId;
  const [maya, tom] = await Promise.all([
    makeStaff(clinic, "therapist", { name: "Maya Rao" }),
    makeStaff(clinic, "therapist", { name: "Tom Ferris" }),
  ]);
  const { patientId } = await makePatient(clinic);
  const page = await signedIn(browser, maya);
  await page.goto(`${origin}/patients/${patientId}/plan`);
  await page.getByLabel("Title of the plan").fill("Low back");
  await page.getByRole("button", { name: "Make the plan" }).click();
  const search = page.getByRole("combobox", { name: "Search exercises" });
  for (const name of ["Bridge", "Cat-cow", "Clamshell"]) {
    await search.fill(name);
    const best = page.getByRole("listbox").first().getByRole("option").first();
    await expect(best).toContainText(new RegExp(`^${name}`));
    await search.press("Enter");
  }
  await expect(rows(page)).toHaveCount(3);
  await saved(page);
  const address = page.url();
  const open = async () => {
    const other = await signedIn(browser, tom);
    await other.goto(address);
    await expect(rows(other)).toHaveCount(3);
    // Said only once the page answers.
    await saved(other);
    return other;
  };
  return { page, open };
}

const rows = (page: Page) =>
  page.getByRole("grid", { name: "Exercises of this plan" }).getByRole("row");
const field = (page: Page, n: number, name: string) =>
  rows(page).nth(n).getByRole("textbox", { name, exact: true });
const saved = (page: Page) => expect(page.getByText(/saved just now/)).toBeVisible();

/** Revision of the draft of the page's plan as it stands in the database. */
async function revision(page: Page): Promise<number> {
  const planId = /plans\/([^/]+)\/edit/.exec(page.url())?.[1] ?? "";
  const [row] = await inScope({ clinicId }, (tx) =>
    tx.select({ revision: planDraft.revision }).from(planDraft).where(eq(planDraft.planId, planId)),
  );
  return row?.revision ?? 0;
}

/** Does something in the draft and waits until it is in the database. */
async function saving(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await revision(page);
  await act();
  await expect.poll(() => revision(page)).toBeGreaterThan(before);
  await saved(page);
}

/** What the other has saved is looked for when the page gets the focus. */
const look = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

test("two people change different exercises: both changes are in both drafts", async ({
  browser,
}) => {
  const { page: mine, open } = await shared(browser);
  const theirs = await open();

  await saving(theirs, () => field(theirs, 1, "Sets").fill("4"));
  await field(mine, 0, "Sets").fill("3");
  await expect(mine.getByText(/Tom Ferris changed this draft too/)).toBeVisible();
  await expect(field(mine, 1, "Sets")).toHaveValue("4");
  await expect(field(mine, 0, "Sets")).toHaveValue("3");
  await saved(mine);

  await look(theirs);
  await expect(field(theirs, 0, "Sets")).toHaveValue("3");

  // Undo takes back what was done here alone.
  await mine.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(field(mine, 0, "Sets")).toHaveValue("2");
  await expect(field(mine, 1, "Sets")).toHaveValue("4");
  await Promise.all([mine, theirs].map((page) => page.context().close()));
});

test("two people change the same field: both are shown, and one is chosen", async ({ browser }) => {
  const { page: mine, open } = await shared(browser);
  const theirs = await open();
  await saving(theirs, () => field(theirs, 0, "Sets").fill("5"));
  await field(mine, 0, "Sets").fill("3");

  const question = mine.getByRole("alertdialog");
  await expect(question).toContainText("You and someone else changed the same thing");
  const group = question.getByRole("group", { name: "Bridge" });
  await expect(group).toContainText("Sets: 3, was 2");
  await expect(group).toContainText("Sets: 5, was 2");
  const goOn = question.getByRole("button", { name: "Go on with these" });
  await expect(goOn).toBeDisabled();
  const { violations } = await new AxeBuilder({ page: mine }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await group.getByRole("radio", { name: /Tom Ferris/ }).check();
  await goOn.click();
  await expect(question).toBeHidden();
  await expect(field(mine, 0, "Sets")).toHaveValue("5");
  await Promise.all([mine, theirs].map((page) => page.context().close()));
});

test("a reload keeps undo, redo and what was not saved yet", async ({ browser }) => {
  const { page } = await shared(browser);
  await saving(page, () => field(page, 0, "Sets").fill("3"));
  await saving(page, () => field(page, 1, "Sets").fill("2"));
  await saving(page, () => page.getByRole("button", { name: "Undo", exact: true }).click());
  await expect(field(page, 1, "Sets")).toHaveValue("1");

  await page.reload();
  await expect(field(page, 0, "Sets")).toHaveValue("3");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(field(page, 1, "Sets")).toHaveValue("2");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(field(page, 0, "Sets")).toHaveValue("2");

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
