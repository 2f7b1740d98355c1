import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { makeClinic, makePatient, makeStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
}

/** The builder of a new plan with these exercises, added by the keyboard. */
async function builderWith(page: Page, ...names: string[]) {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const therapist = await makeStaff(clinic);
  const { patientId } = await makePatient(clinic, { givenName: "Wanda", familyName: "Loop" });
  await page.context().addCookies([await sessionCookie(therapist.sid, { origin })]);
  const planTab = `${origin}/patients/${patientId}/plan`;
  await page.goto(planTab);
  await page.getByLabel("Title of the plan").fill("Back");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page.getByText("No exercises yet")).toBeVisible();
  const search = page.getByRole("combobox", { name: "Search exercises" });
  for (const [i, name] of names.entries()) {
    await search.fill(name);
    await expect(page.getByRole("option", { name: new RegExp(`^${name}`) }).first()).toBeVisible();
    await search.press("Enter");
    await expect(rows(page)).toHaveCount(i + 1);
  }
  return { planTab };
}

const rows = (page: Page) =>
  page.getByRole("grid", { name: "Exercises of this plan" }).getByRole("row");
const handle = (page: Page, name: string) => page.getByRole("button", { name: `Move ${name}` });
const tab = (page: Page, name: string | RegExp) =>
  page.getByRole("group", { name: "Phases" }).getByRole("button", { name });

test("phases are made, filled, published and begun by the keyboard", async ({ page }) => {
  const { planTab } = await builderWith(page, "Cat-cow", "Bridge", "Clamshell");
  const add = page.getByRole("button", { name: "Add a phase" });
  await add.focus();
  await page.keyboard.press("Enter");
  const name = page.getByLabel("Name", { exact: true });
  await expect(name).toBeFocused();
  await page.keyboard.type("Move");
  await expect(tab(page, "Phase 2 · Move")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("No exercises in this phase yet")).toBeVisible();
  await clean(page);

  await page.getByRole("radio", { name: "When met" }).press("Space");
  await page.getByLabel("Pain at most").fill("12");
  await expect(page.getByText("Type a whole number from 0 to 9.")).toBeVisible();
  await page.getByLabel("Pain at most").fill("3");
  await page.getByLabel("Sessions at least").fill("6");

  await tab(page, "Phase 1").press("Enter");
  await name.fill("Settle");
  await expect(rows(page)).toHaveCount(3);
  await handle(page, "Bridge").focus();
  await page.keyboard.press("Alt+2");
  await expect(rows(page)).toHaveCount(2);
  await expect(handle(page, "Clamshell")).toBeFocused();
  await page.keyboard.press("Alt+0");
  await expect(rows(page).nth(1)).toContainText("Every phase");
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: /short version: Clamshell/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("]");
  await expect(tab(page, "Phase 2 · Move")).toHaveAttribute("aria-pressed", "true");
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText("saved just now")).toBeVisible();

  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Publish version 1" }).last().click();
  await expect(page.getByText("Version 1 is published")).toBeVisible();
  await page.goto(planTab);
  await expect(page.getByText("Now: Phase 1 · Settle")).toBeVisible();
  await expect(page.getByText(/Pain at most 3 for a week: none rated/)).toBeVisible();
  await clean(page);
  await page.getByRole("button", { name: "Begin Phase 2 · Move" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Begin/ })
    .click();
  await expect(page.getByText("Now: Phase 2 · Move")).toBeVisible();
});

test("several exercises are changed at once, and it is one step back", async ({ page }) => {
  await builderWith(page, "Cat-cow", "Bridge", "Clamshell");
  await handle(page, "Cat-cow").focus();
  await page.keyboard.press("Shift+ArrowDown");
  const bar = page.getByRole("region", { name: "Change the selected exercises" });
  await expect(bar).toContainText("2 selected");
  await page.keyboard.press("Control+a");
  await expect(bar).toContainText("3 selected");
  await bar.getByLabel("Sets").fill("4");
  await bar.getByLabel("Sets").press("Enter");
  for (const row of await rows(page).all())
    await expect(row.getByLabel("Sets", { exact: true })).toHaveValue("4");
  await bar.getByLabel("Sets").fill("0");
  await bar.getByLabel("Sets").press("Enter");
  await expect(bar.getByText(/Sets 0 does not fit: Cat-cow, Bridge, Clamshell/)).toBeVisible();
  await clean(page);
  await handle(page, "Bridge").focus();
  await page.keyboard.press("Control+z");
  for (const row of await rows(page).all())
    await expect(row.getByLabel("Sets", { exact: true })).not.toHaveValue("4");
  await page.keyboard.press("Delete");
  await expect(page.getByText("No exercises yet")).toBeVisible();
});

test("a variant is taken from the library, dosed, and read by the patient", async ({ page }) => {
  await builderWith(page, "Single knee to chest");
  await rows(page).first().getByRole("button", { name: "Harder", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Harder than Single knee to chest" });
  await expect(dialog.getByRole("option", { name: /Double knee to chest/ })).toBeVisible();
  await clean(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  const chip = rows(page)
    .first()
    .getByRole("button", { name: /^Harder: Double knee to chest/ });
  await expect(chip).toBeFocused();
  await page.keyboard.press("Enter");
  const dose = page.getByRole("group", { name: "Dose of Double knee to chest" });
  await dose.getByLabel("Sets", { exact: true }).fill("2");
  await expect(chip).toContainText("2 sets");
  await page.getByRole("button", { name: "Enlarge" }).click();
  const paper = page.getByRole("dialog", { name: "Paper for Wanda" });
  await expect(paper.getByText("Harder version")).toBeVisible();
  await expect(paper.getByText("How it is done")).toBeVisible();
  await clean(page);
});
