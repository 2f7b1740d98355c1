import { expect, type Page, test } from "@playwright/test";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { patientCondition } from "@/db/schema/patient";
import { makeClinic, makePatient, makeStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";
import { clean } from "./page-watch";

/** A therapist who is signed in, and a patient with these conditions and no plan. */
async function prepared(page: Page, ...conditionIds: string[]) {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const therapist = await makeStaff(clinic);
  const patient = await makePatient(clinic, { givenName: "Wanda", familyName: "Loop" });
  const { clinicId, patientId } = patient;
  for (const conditionId of conditionIds)
    await inScope({ clinicId }, (tx) =>
      tx.insert(patientCondition).values({ clinicId, id: newId(), patientId, conditionId }),
    );
  await page.context().addCookies([await sessionCookie(therapist.sid, { origin })]);
  return { origin, patientId, planTab: `${origin}/patients/${patientId}/plan` };
}

async function makeEmptyPlan(page: Page, planTab: string) {
  await page.goto(planTab);
  await page.getByLabel("Title of the plan").fill("Knee");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page.getByText("No exercises yet")).toBeVisible();
}

const rows = (page: Page) =>
  page.getByRole("grid", { name: "Exercises of this plan" }).getByRole("row");

test("a template goes into the plan by the keyboard, in part, and goes again", async ({ page }) => {
  const { planTab } = await prepared(page, "knee_oa");
  await makeEmptyPlan(page, planTab);
  await expect(
    page.getByRole("main").getByRole("button", { name: "Insert a template" }),
  ).toBeVisible();
  const search = page.getByRole("combobox", { name: "Search exercises" });
  await search.fill("bridge");
  await expect(page.getByRole("option", { name: /^Bridge/ }).first()).toBeVisible();
  await search.press("Enter");
  await expect(rows(page)).toHaveCount(1);

  await page.keyboard.press("Alt+t");
  const dialog = page.getByRole("dialog", { name: "Insert a template" });
  const find = dialog.getByRole("combobox", { name: "Search templates" });
  await expect(find).toBeFocused();
  const first = dialog.getByRole("listbox").getByRole("option").first();
  await expect(first).toContainText("Knee osteoarthritis, first set");
  await expect(first).toContainText("Fits: Knee osteoarthritis");
  await expect(dialog.getByText("4 exercises chosen")).toBeVisible();
  const bridge = dialog.getByRole("checkbox", { name: /Bridge/ });
  await expect(bridge).not.toBeChecked();
  await expect(dialog.getByText("In the plan already")).toHaveCount(1);
  await clean(page);

  await find.fill("nothing like it");
  await expect(dialog.getByText(/No template fits/)).toBeVisible();
  await find.press("Escape");
  await expect(find).toHaveValue("");
  await find.fill("rodilla");
  await find.press("Enter");
  await expect(dialog.getByRole("button", { name: "Insert 4 exercises" })).toBeFocused();
  await dialog.getByRole("checkbox", { name: /Heel slide/ }).press("Space");
  await dialog.getByRole("button", { name: "Insert 3 exercises" }).press("Enter");

  await expect(dialog).toHaveCount(0);
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(1)).toContainText("Quad set");
  await expect(rows(page).nth(1).getByLabel("Hold", { exact: true })).toHaveValue("5");
  await expect(page.getByRole("button", { name: "Move Quad set" })).toBeFocused();
  await expect(page.getByLabel("Note to the patient")).toHaveValue(/^Not all of these/);
  await expect(page.getByText("saved just now")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByLabel("Note to the patient")).toHaveValue("");
});

test("a contraindicated line is foreseen in the dialog and flagged in the plan", async ({
  page,
}) => {
  const { planTab } = await prepared(page, "glaucoma");
  await makeEmptyPlan(page, planTab);
  await page.getByRole("main").getByRole("button", { name: "Insert a template" }).click();
  const dialog = page.getByRole("dialog", { name: "Insert a template" });
  await dialog.getByRole("combobox").first().fill("six daily");
  await expect(dialog.getByText(/(Contraindicated|Precaution): Glaucoma/).first()).toBeVisible();
  await dialog.getByRole("button", { name: /^Insert \d/ }).click();
  await expect(
    rows(page)
      .filter({ hasText: /(Contraindicated|Precaution), Glaucoma/ })
      .first(),
  ).toBeVisible();
});

test("a new plan starts from a template, and a template finds its patient", async ({ page }) => {
  const { origin, patientId } = await prepared(page, "knee_oa");
  await page.goto(`${origin}/library`);
  await page.getByRole("link", { name: "Templates" }).click();
  await page.getByRole("link", { name: /Knee osteoarthritis, first set/ }).click();
  await expect(page.getByRole("heading", { name: "Knee osteoarthritis, first set" })).toBeVisible();
  await clean(page);
  await page.getByRole("button", { name: "Use for a patient" }).click();
  const find = page.getByRole("combobox", { name: "Find a patient" });
  await find.fill("wan");
  await expect(page.getByRole("option", { name: /Wanda Loop.*makes a plan/ })).toBeVisible();
  await clean(page);
  await find.press("Enter");
  await expect(page).toHaveURL(/\/plans\/.+\/edit$/);
  await expect(rows(page)).toHaveCount(5);

  await page.goto(`${origin}/library/templates/hamstrings`);
  await page.getByRole("button", { name: "Use for a patient" }).click();
  await find.fill("wan");
  await expect(page.getByRole("option", { name: /adds to the draft/ })).toBeVisible();
  await find.press("Enter");
  await expect(page).toHaveURL(/\/plans\/.+\/edit$/);
  await expect(page.getByText(/In the plan already: Bridge/)).toBeVisible();
  await expect(rows(page)).toHaveCount(8);
  expect(page.url()).not.toContain(patientId);
});

test("the form of a new plan offers the templates", async ({ page }) => {
  const { planTab } = await prepared(page, "knee_oa");
  await page.goto(planTab);
  const start = page.getByLabel("Start with");
  await expect(start.locator("option").nth(1)).toHaveText(
    "Knee osteoarthritis, first set (fits: Knee osteoarthritis)",
  );
  await start.selectOption({ index: 1 });
  await expect(page.getByText("5 exercises with their doses · 10 minutes a session")).toBeVisible();
  await clean(page);
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page.getByText("Give the plan a title.")).toBeVisible();
  await expect(start).toHaveValue("knee-osteoarthritis");
  await page.getByLabel("Title of the plan").fill("Knee");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page).toHaveURL(/\/plans\/.+\/edit$/);
  await expect(rows(page)).toHaveCount(5);
});
