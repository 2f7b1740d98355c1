import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { makeClinic, makePatient, makeStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
}

/** The builder of an empty plan. */
async function emptyPlan(page: Page) {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const therapist = await makeStaff(clinic);
  const { patientId } = await makePatient(clinic, { givenName: "Wanda", familyName: "Line" });
  await page.context().addCookies([await sessionCookie(therapist.sid, { origin })]);
  await page.goto(`${origin}/patients/${patientId}/plan`);
  await page.getByLabel("Title of the plan").fill("Knee");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page.getByText("No exercises yet")).toBeVisible();
}

const field = (page: Page) =>
  page.getByRole("combobox", { name: "Add an exercise: name and dose" });
const fitting = (page: Page) =>
  page.getByRole("listbox", { name: "Exercises that fit" }).getByRole("option");
const rows = (page: Page) =>
  page.getByRole("grid", { name: "Exercises of this plan" }).getByRole("row");
const value = (page: Page, row: number, label: string) =>
  rows(page).nth(row).getByLabel(label, { exact: true });

async function paste(page: Page, text: string) {
  await field(page).evaluate((target, plain) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    target.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test("three exercises with their doses, by the keyboard alone", async ({ page }) => {
  await emptyPlan(page);
  await page.keyboard.press("n");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("knee chest 3x h25 each 2/d");
  await expect(fitting(page).first()).toContainText("Single knee to chest");
  await expect(fitting(page).first()).toContainText(
    "Hold 25 seconds · 3 times · each side · Twice a day",
  );
  await clean(page);
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("");

  // Neither waits for the search.
  await page.keyboard.type("bridge 2x10 h5 r60 mwf");
  await page.keyboard.press("Enter");
  await page.keyboard.type('heel slide 3x10 band red 3-4/w "slowly" *');
  await page.keyboard.press("Shift+Enter");
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(0)).toContainText("Single knee to chest");
  await expect(rows(page).nth(1)).toContainText("Bridge");
  await expect(rows(page).nth(2)).toContainText("Heel slide");
  await expect(rows(page).nth(2).locator("input:focus")).toHaveCount(1);
  for (const [row, label, text] of [
    [0, "Hold", "25"],
    [0, "Reps", "3"],
    [0, "A day", "2"],
    [1, "Hold", "5"],
    [1, "Sets", "2"],
    [1, "Rest", "60"],
    [2, "Reps", "10"],
    [2, "Days a week", "3-4"],
    [2, "Band", "red"],
    [2, "Cue for the patient", "slowly"],
  ] as const)
    await expect(value(page, row, label), label).toHaveValue(text);
  await expect(rows(page).nth(1).getByRole("button", { name: "Wednesday" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.getByText("saved just now")).toBeVisible();
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await expect(value(page, 2, "Cue for the patient")).toHaveValue("slowly");
});

test("another match, and words that were not read", async ({ page }) => {
  await emptyPlan(page);
  await page.getByRole("combobox", { name: "Search exercises" }).press("Alt+n");
  await page.keyboard.type("knee to chest");
  await expect(fitting(page).nth(1)).toContainText("knee to chest");
  const second = await fitting(page).nth(1).locator("p").first().textContent();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type(" h20");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText(second ?? "nothing");
  await expect(value(page, 0, "Hold")).toHaveValue("20");

  await page.keyboard.type("bridge 2x10 h5 slowly h6");
  await expect(fitting(page).first()).toContainText("Bridge");
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("“h5”, “h6”: the line says Hold twice, and not the same.", { exact: true }),
  ).toBeVisible();
  await expect(page.getByText(/^Not read: “slowly”/)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await clean(page);
  await page.keyboard.type("left");
  await expect(field(page)).toHaveValue("bridge 2x10 left slowly h6");
  await page.keyboard.press("Alt+Enter");
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText("Bridge was added without “slowly”.")).toBeVisible();
  await expect(value(page, 1, "Hold")).toHaveValue("6");
  await expect(value(page, 1, "Side")).toHaveValue("left");

  await page.keyboard.type("3x10");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The line names no exercise.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveValue("");
  await page.keyboard.type("zzqqxx 3x");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No exercise is called “zzqqxx”.").first()).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
});

test("a pasted list is looked at, put right and added in one step", async ({ page }) => {
  await emptyPlan(page);
  await paste(
    page,
    "1. bridge 2x10 h5\n2. knee to chest 3x h25 each “gently”\n\n3) heel slide 3x10 l\n• brigde 3x\n- wall squat 0x10",
  );
  const dialog = page.getByRole("dialog", { name: "Add a pasted list" });
  await expect(dialog.getByText("2 of 5 lines ready")).toBeVisible();
  await expect(dialog.getByText("“l”: write left or right.")).toBeVisible();
  await expect(dialog.getByText("Nothing is called “brigde”")).toBeVisible();
  await expect(dialog.getByText(/“0x10”, Sets: Type a whole number from 1 to 20/)).toBeVisible();
  await clean(page);
  await dialog.getByLabel("Line 3", { exact: true }).fill("heel slide 3x10 left");
  await dialog.getByLabel("Add line 4").check();
  await expect(dialog.getByText("4 of 5 lines ready")).toBeVisible();
  await dialog.getByRole("button", { name: "Add 4 exercises" }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(value(page, 1, "Cue for the patient")).toHaveValue("gently");
  await expect(value(page, 2, "Side")).toHaveValue("left");
  await expect(field(page)).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("No exercises yet")).toBeVisible();
});
