import { expect, type Page, test } from "@playwright/test";
import { readPdf } from "../pdf/read-pdf";
import { makeClinic, makeStaff, PASSWORD } from "../support/fixtures";
import { clean, watch } from "./page-watch";

const CUE = "Keep the other knee bent this week.";
const CAUTION = "Head level with your heart, please.";

async function answerPain(page: Page, question: RegExp, score: number) {
  const group = page
    .getByRole("group", { name: question })
    .or(page.getByRole("radiogroup", { name: question }));
  await expect(group.locator("input:checked")).toHaveCount(0);
  await group.getByText(String(score), { exact: true }).click();
}

test("from an empty plan to a point on the chart", async ({ page, browser }) => {
  test.setTimeout(360_000);
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic({
    name: "Loop Physio",
    phone: "020 7946 0111",
    emergencyNumber: "999",
  });
  const therapist = await makeStaff(clinic, "therapist", { name: "Maya Rao" });
  const problems = watch(page);

  await page.goto(`${origin}/sign-in`);
  await clean(page);
  await page.getByLabel("E-mail").fill(therapist.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Caseload" })).toBeVisible();

  await page.getByRole("link", { name: "New patient" }).first().click();
  await page.getByLabel("First name").fill("Wanda");
  await page.getByLabel("Family name").fill("Loop");
  await page.getByLabel("Birth date").fill("1950-03-10");
  await clean(page);
  await page.getByRole("button", { name: "Add patient" }).click();
  await expect(page.getByRole("heading", { name: "Wanda Loop" })).toBeVisible();
  const record = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");

  await page.goto(`${origin}${record}/record`);
  await page.getByRole("button", { name: "Add condition" }).click();
  await page.getByRole("combobox", { name: "Condition" }).fill("glau");
  await page.getByRole("option", { name: /Glaucoma/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Add|Save/ })
    .click();
  await expect(page.getByRole("main").getByText("Glaucoma", { exact: true })).toBeVisible();
  await clean(page);

  await page.goto(`${origin}${record}/plan`);
  await page.getByLabel("Title of the plan").fill("Low back, first weeks");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page).toHaveURL(/\/plans\/.+\/edit/);
  const planPath = new URL(page.url()).pathname.replace(/\/edit$/, "");

  const search = page
    .getByRole("searchbox", { name: "Search exercises" })
    .or(page.getByRole("combobox", { name: "Search exercises" }));
  for (const [typed, name] of [
    ["knee to chest", "Single knee to chest"],
    ["inversion", "Inversion table"],
  ] as const) {
    await search.fill(typed);
    await expect(page.getByRole("option", { name: new RegExp(name) }).first()).toBeVisible();
    await search.press("Enter");
    await expect(page.getByRole("heading", { name: new RegExp(name) }).first()).toBeVisible();
  }
  const plan = page.getByRole("grid", { name: "Exercises of this plan" });
  const knee = plan.getByRole("row").filter({ hasText: "Single knee to chest" });
  await knee.getByLabel("Hold", { exact: true }).fill("-5");
  await knee.getByLabel("Hold", { exact: true }).blur();
  await expect(knee.getByText(/Type a whole number from 1 to 600/)).toBeVisible();
  await knee.getByLabel("Hold", { exact: true }).fill("25");
  await knee.getByRole("button", { name: "Cue", exact: true }).click();
  await knee.getByLabel("Cue for the patient").fill(CUE);
  await knee.getByRole("button", { name: "Caution", exact: true }).click();
  await knee.getByLabel("Caution for the patient").fill(CAUTION);
  await knee.getByLabel("Caution for the patient").blur();
  await expect(page.getByText("saved just now")).toBeVisible();
  await clean(page);

  await page.getByRole("button", { name: "Publish version 1" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/Contraindicated with Glaucoma/)).toBeVisible();
  await dialog.getByRole("button", { name: "Back to the draft" }).click();
  const table = plan.getByRole("row").filter({ hasText: "Inversion table" });
  await table.getByRole("button", { name: /More for/ }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(table).toHaveCount(0);
  await expect(page.getByText("saved just now")).toBeVisible();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await dialog.getByRole("button", { name: "Publish version 1" }).click();
  await expect(dialog.getByText("Version 1 is published")).toBeVisible();

  const pdf = await page.request.get(`${origin}/api${planPath}/versions/1/pdf`);
  expect(pdf.status()).toBe(200);
  expect(pdf.headers()["cache-control"]).toContain("no-store");
  const paper = await readPdf(await pdf.body());
  for (const words of ["Wanda", "Hold 25 seconds", CUE, CAUTION, "020 7946 0111", "999"])
    expect(paper.text).toContain(words);
  expect(paper.text).not.toContain("Loop, Wanda");

  await page.goto(`${origin}${record}/record`);
  await page.getByRole("button", { name: "Create sign-in link" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create sign-in link" }).click();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();

  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: "en-US",
    timezoneId: "Europe/Madrid",
  });
  const hand = await phone.newPage();
  const phoneProblems = watch(hand);
  await hand.goto(link);
  await clean(hand);
  await hand.getByLabel("Day").fill("10");
  await hand.getByLabel("Month").selectOption("3");
  await hand.getByLabel("Year").fill("1950");
  await hand.getByRole("button", { name: "Continue" }).click();
  await hand.getByRole("button", { name: "I have read this and agree" }).click();
  await expect(hand.getByText("Hello Wanda")).toBeVisible();
  await clean(hand);
  await hand
    .getByRole("link", { name: "Start" })
    .or(hand.getByRole("button", { name: "Start" }))
    .first()
    .click();
  await answerPain(hand, /How much pain do you have now/, 6);
  await clean(hand);
  await hand.getByRole("button", { name: "Begin" }).click();
  await expect(hand.getByText("Hold 25 seconds")).toBeVisible();
  await expect(hand.getByText(CAUTION)).toBeVisible();
  await clean(hand);
  await hand.getByRole("button", { name: "Done as prescribed" }).click();
  await hand.getByRole("button", { name: /To the end|Next/ }).click();
  await answerPain(hand, /afterwards/, 4);
  await hand.getByLabel("A note for your therapist").fill("The second one was easier.");
  await clean(hand);
  await hand.getByRole("button", { name: "Finish and save" }).click();
  await expect(hand.getByText("Sent to your clinic.")).toBeVisible();
  await hand.goto(`${origin}/progress`);
  await expect(hand.getByText(/pain 6 → 4/)).toBeVisible();
  await clean(hand);
  expect(phoneProblems).toEqual([]);
  await phone.close();

  await page.goto(`${origin}${record}`);
  await expect(page.getByRole("img", { name: /Pain from 0 to 10 and sessions/ })).toBeVisible();
  await expect(page.locator("svg title").filter({ hasText: /6.*4/ }).first()).toBeAttached();
  await clean(page);
  await page.goto(`${origin}${record}/sessions`);
  await expect(page.getByText("The second one was easier.")).toBeVisible();
  await clean(page);
  expect(problems).toEqual([]);
});
