import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { inScope } from "@/db/client";
import { createPlan } from "@/lib/features/plans/create-plan";
import { readDraft } from "@/lib/features/plans/draft-queries";
import { HOLD_25, line, publishLines } from "../integration/plans/plan-setup";
import { makeClinic, makePatient, makeStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
}

/** A therapist who is signed in; Wanda has a published plan, Elena none. */
async function prepared(page: Page) {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const { clinicId } = clinic;
  const therapist = await makeStaff(clinic);
  const [wanda, elena] = await Promise.all([
    makePatient(clinic, { givenName: "Wanda", familyName: "Loop" }),
    makePatient(clinic, { givenName: "Elena", familyName: "Marsh" }),
  ]);
  const access = therapist.access("prescribe");
  const planOf = async (patientId: string, title: string) =>
    createPlan(await therapist.record(patientId, "prescribe"), { title }, new Date());
  const { planId } = await planOf(wanda.patientId, "Back after winter");
  const words = { cue: "Breathe out", caution: "Wanda: stop at pins" };
  await publishLines(
    access,
    planId,
    1,
    [
      line("bridge", { dosage: { ...HOLD_25, sets: 3 }, ...words }),
      line("clamshell"),
      line("heel-slide"),
    ],
    new Date(),
  );
  const empty = await planOf(elena.patientId, "Hip");
  await page.context().addCookies([await sessionCookie(therapist.sid, { origin })]);
  const draftOf = (id: string) =>
    inScope({ clinicId, userId: therapist.userId }, (tx) =>
      readDraft(tx, { clinicId, planId: id }),
    );
  return { origin, planId, elenaPlanId: empty.planId, draftOf };
}

const rows = (page: Page) =>
  page.getByRole("grid", { name: "Exercises of this plan" }).getByRole("row");

test("a plan becomes a template, the template is changed, and the plan is what it was", async ({
  page,
}) => {
  const { origin, planId, elenaPlanId, draftOf } = await prepared(page);
  const before = await draftOf(planId);
  await page.goto(`${origin}/plans/${planId}/edit`);
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press("Alt+Shift+t");
  const dialog = page.getByRole("dialog", { name: "Save as a template" });
  const name = dialog.getByLabel("Name", { exact: true });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue("Back after winter");
  await expect(dialog.getByRole("checkbox", { name: /Keep 1 cue/ })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /Keep 1 caution/ })).not.toBeChecked();
  await clean(page);
  await name.fill("Wanda’s back");
  await expect(dialog.getByText(/“Wanda” stands in the name/)).toBeVisible();
  await name.fill("");
  await dialog.getByRole("button", { name: "Save the template" }).click();
  await expect(dialog.getByText("Give the template a name.")).toBeVisible();
  await expect(name).toBeFocused();
  await name.fill("Back, first weeks");
  await dialog.getByLabel("For whom, what for").fill("Low back pain that has settled.");
  await dialog.getByRole("radio", { name: /Everybody at the clinic/ }).check();
  await dialog.getByRole("checkbox", { name: /Heel slide/ }).uncheck();
  await name.press("Enter");
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Open it" }).click();

  await expect(page.getByRole("heading", { name: "Back, first weeks" })).toBeVisible();
  await expect(page.getByText("The clinic’s template, made by Maya Rao")).toBeVisible();
  await expect(page.getByText("“Breathe out”")).toBeVisible();
  await expect(page.getByText("stop at pins")).toHaveCount(0);
  await expect(page.getByText("Heel slide")).toHaveCount(0);
  await clean(page);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await clean(page);
  await rows(page).first().getByLabel("Sets", { exact: true }).fill("5");
  await rows(page).nth(1).getByRole("button", { name: "Move Clamshell" }).focus();
  await rows(page)
    .nth(1)
    .getByRole("button", { name: /Actions|More/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/library\/templates\/[^/]+$/);
  await expect(page.getByRole("listitem").filter({ hasText: "Clamshell" }).first()).toBeVisible();
  await expect(page.getByText(/^5 sets|^5 ×|5 ×/).first()).toBeVisible();
  expect(await draftOf(planId)).toEqual(before);

  await page.goto(`${origin}/library/templates?list=clinic`);
  await expect(page.getByRole("link", { name: /Back, first weeks/ })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search templates" }).fill("nothing like it");
  await expect(page.getByText(/No template fits/)).toBeVisible();
  await page.getByRole("searchbox", { name: "Search templates" }).fill("first wee");
  await clean(page);
  await page.getByRole("link", { name: /Back, first weeks/ }).click();
  await page.getByRole("button", { name: "Retire" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retire" }).click();
  await expect(page.getByRole("button", { name: "Bring it back" })).toBeVisible();
  await page.getByRole("button", { name: "Bring it back" }).click();

  await page.goto(`${origin}/plans/${elenaPlanId}/edit`);
  await page.keyboard.press("Alt+t");
  const insert = page.getByRole("dialog", { name: "Insert a template or plan" });
  await insert.getByLabel("Whose").selectOption("clinic");
  await expect(insert.getByText("2 exercises chosen")).toBeVisible();
  await insert.getByRole("checkbox", { name: /Clamshell/ }).uncheck();
  await insert.getByRole("button", { name: "Insert 1 exercise" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first().getByLabel("Sets", { exact: true })).toHaveValue("5");
  await expect(rows(page).first().getByLabel(/^Cue/)).toHaveValue("Breathe out");
});

test("exercises are copied from another patient's plan by the keyboard, cautions stay behind", async ({
  page,
}) => {
  const { origin, elenaPlanId } = await prepared(page);
  await page.goto(`${origin}/plans/${elenaPlanId}/edit`);
  await expect(page.getByText("No exercises yet")).toBeVisible();
  await page.keyboard.press("Alt+t");
  const dialog = page.getByRole("dialog", { name: "Insert a template or plan" });
  await dialog.getByRole("radio", { name: "Another plan" }).check();
  await expect(dialog.getByText(/Elena has no published plan/)).toBeVisible();
  const find = dialog.getByRole("combobox", { name: "Find another patient" });
  await find.fill("wan");
  await expect(dialog.getByRole("option", { name: /Wanda Loop/ })).toBeVisible();
  await find.press("Enter");
  await expect(dialog.getByRole("option", { name: /Back after winter/ })).toBeVisible();
  await expect(dialog.getByText("3 exercises chosen")).toBeVisible();
  await clean(page);
  await find.press("Enter");
  const button = dialog.getByRole("button", { name: "Insert 3 exercises" });
  await expect(button).toBeFocused();
  await expect(dialog.getByRole("checkbox", { name: /Take 1 cue/ })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /Take 1 caution/ })).not.toBeChecked();
  await dialog.getByRole("checkbox", { name: /Heel slide/ }).press("Space");
  await dialog.getByRole("button", { name: "Insert 2 exercises" }).press("Enter");
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first().getByLabel("Sets", { exact: true })).toHaveValue("3");
  await expect(rows(page).first().getByLabel(/^Cue/)).toHaveValue("Breathe out");
  await expect(
    rows(page)
      .first()
      .getByLabel(/^Caution/),
  ).toHaveCount(0);
  await expect(page.getByText("saved just now")).toBeVisible();
  expect(page.url()).not.toMatch(/wan/i);
});
