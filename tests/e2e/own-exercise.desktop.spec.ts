import { expect, test } from "@playwright/test";
import { makeClinic, makePatient, makeStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";
import { clean, watch } from "./page-watch";

const NAME = "Bridge with a folded towel";

test("an exercise is copied, changed, found and prescribed", async ({ page, context }) => {
  test.setTimeout(240_000);
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const therapist = await makeStaff(clinic, "therapist", { name: "Maya Rao" });
  const patient = await makePatient(clinic, { givenName: "Pilar", language: "es" });
  await context.addCookies([await sessionCookie(therapist.sid)]);
  const problems = watch(page);

  await page.goto(`${origin}/library/bridge`);
  await expect(page.getByText("no clinician of your clinic has signed it")).toBeVisible();
  await page.getByRole("link", { name: "Copy and edit" }).click();
  await expect(page.getByRole("heading", { name: "Copy of “Bridge”" })).toBeVisible();
  await clean(page);

  const english = page.getByLabel("Name", { exact: true }).first();
  await english.fill("");
  const spanish = page.getByLabel("Name", { exact: true }).nth(1);
  const spanishFields = page.locator("[lang=es]:is(input, textarea)");
  for (let i = 0; i < (await spanishFields.count()); i++) await spanishFields.nth(i).fill("");
  await expect(spanish).toHaveValue("");
  await page.getByRole("button", { name: "Save exercise" }).click();
  await expect(page.getByText("Give it a name in English, or leave English empty.")).toBeVisible();
  await expect(english).toBeFocused();
  await english.fill(NAME);
  await expect(page.getByText("No Spanish yet")).toBeVisible();

  const steps = page.getByRole("list", { name: "Steps" }).first();
  const last = steps.getByRole("textbox").last();
  await last.press("End");
  await last.press("Enter");
  await page.keyboard.type("Squeeze the towel as you lift.");
  const added = steps.getByRole("textbox").last();
  const count = await steps.getByRole("textbox").count();
  await expect(added).toBeFocused();
  for (let i = 1; i < count; i++) await page.keyboard.press("Alt+ArrowUp");
  await expect(steps.getByRole("textbox").first()).toHaveValue("Squeeze the towel as you lift.");
  await page.getByLabel("Hold", { exact: true }).fill("7");
  await clean(page);

  page.once("dialog", (dialog) => dialog.dismiss());
  await page.getByRole("link", { name: "Caseload" }).click();
  await expect(english).toHaveValue(NAME);
  await page.getByRole("button", { name: "Save exercise" }).click();
  await expect(page.getByRole("heading", { name: NAME })).toBeVisible();
  await expect(page.getByRole("link", { name: "Bridge", exact: true })).toBeVisible();
  await clean(page);

  await page.getByRole("button", { name: "Sign as reviewed" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign as reviewed" }).click();
  await expect(page.getByText(/Signed by Maya Rao on/)).toBeVisible();
  await page.getByRole("button", { name: "Favourite" }).click();
  await expect(page.getByRole("button", { name: "Favourite", pressed: true })).toBeVisible();

  await page.goto(`${origin}/library?list=favourites`);
  await expect(page.getByRole("link", { name: new RegExp(NAME) })).toBeVisible();
  await expect(page.getByText("Reviewed")).toBeVisible();
  await clean(page);

  await page.goto(`${origin}/patients/${patient.patientId}/plan`);
  await page.getByLabel("Title of the plan").fill("Hip, first weeks");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page).toHaveURL(/\/plans\/.+\/edit/);
  const planPath = new URL(page.url()).pathname.replace(/\/edit$/, "");
  const search = page.getByRole("combobox", { name: "Search exercises" });
  await page.getByRole("combobox", { name: "List" }).selectOption("favourites");
  await search.fill("folded towel");
  await expect(page.getByRole("option", { name: new RegExp(NAME) })).toBeVisible();
  await search.press("Enter");
  const row = page
    .getByRole("grid", { name: "Exercises of this plan" })
    .getByRole("row")
    .filter({ hasText: NAME });
  await expect(
    row.getByText("No Spanish text: the patient will read it in English."),
  ).toBeVisible();
  await expect(row.getByLabel("Hold", { exact: true })).toHaveValue("7");
  await clean(page);
  await expect(page.getByText("saved just now")).toBeVisible();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Publish version 1" }).click();
  await expect(dialog.getByText("Version 1 is published")).toBeVisible();

  await page.goto(`${origin}${planPath}/versions/1`);
  await expect(page.locator("[lang=en]", { hasText: NAME }).first()).toBeVisible();
  expect(problems).toEqual([]);
});
