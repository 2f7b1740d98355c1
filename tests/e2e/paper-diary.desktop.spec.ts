import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exerciseLog, sessionLog } from "@/db/schema/session-log";
import {
  addDays,
  type LocalDate,
  localDateOf,
  weekStartOf,
} from "@/lib/domain/calendar/local-date";
import { makeClinic, makePatient, makeStaff, type TestPatient } from "../support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "../support/published-plan";
import { sessionCookie } from "../support/session-cookie";

/** A daily plan of four exercises with every rating is typed in with no more than this. */
const KEYS_MAX = 60;

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
}

/** Somebody of a clinic who is signed in, a patient with a plan of four weeks, and the Monday of last week. */
async function prepared(page: Page, role: "therapist" | "front_desk") {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const member = await makeStaff(clinic, role);
  const patient = await makePatient(clinic, { givenName: "Wanda", familyName: "Paper" });
  const monday = addDays(weekStartOf(localDateOf(new Date(), "Europe/Madrid"), 1), -7);
  const startedOn = addDays(monday, -21);
  const plan = await makePublishedPlan(patient, { startedOn, exercises: 4 });
  await page.context().addCookies([await sessionCookie(member.sid, { origin })]);
  const record = `${origin}/patients/${patient.patientId}`;
  return { patient, plan, monday, record };
}

/** A session of that day that somebody else typed in, with pain from 9 to 8. */
async function typedByAnother(patient: TestPatient, plan: PublishedPlan, localOn: LocalDate) {
  const { clinicId, patientId } = patient;
  const id = newId();
  const { versionId, prescribedIds } = plan.versions[0]!;
  const at = new Date(`${localOn}T11:00:00Z`);
  const typed = { occurredAt: at, typedAt: at, zone: "Europe/Madrid", localOn };
  const paper = { source: "paper", typedBy: newId(), reportedBy: "patient" } as const;
  await inScope({ clinicId, userId: newId() }, async (tx) => {
    await tx.insert(sessionLog).values({
      clinicId,
      patientId,
      id,
      rootId: id,
      planId: plan.planId,
      versionId,
      ...typed,
      ...paper,
      painBefore: 9,
      painAfter: 8,
    });
    await tx.insert(exerciseLog).values(
      prescribedIds.map((prescribedId) => ({
        clinicId,
        patientId,
        sessionLogId: id,
        prescribedId,
        outcome: "done" as const,
      })),
    );
  });
}

test("a week is typed in by the keyboard alone, counted, and seen among the sessions", async ({
  page,
}) => {
  const { record, monday } = await prepared(page, "therapist");
  await page.goto(`${record}/sessions`);
  await page.getByRole("link", { name: "Type in a paper diary" }).click();
  await page.goto(`${record}/sessions/paper?week=${monday}`);
  const grid = page.getByRole("grid", { name: /^Paper diary, week of/ });
  await expect(grid).toBeVisible();
  await expect(page.getByRole("radio", { name: "The patient" })).toBeFocused();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await clean(page);

  let pressed = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    pressed += keys.length;
  };
  await press("Space", "Tab");
  for (let day = 0; day < 7; day++) {
    const pains = day === 6 ? ["1", "0"] : ["3"];
    await press("2", "Enter", "4", "Enter", "a", ...pains);
    if (day < 6) await press("Enter");
  }
  await expect(page.getByText("7 sessions, 7 mornings")).toBeVisible();
  await clean(page);
  await press("Control+Enter");
  await expect(page.getByText("Saved: 7 sessions, 7 mornings.")).toBeVisible();
  expect(pressed).toBeLessThanOrEqual(KEYS_MAX);
  test.info().annotations.push({ type: "key presses", description: String(pressed) });
  await expect(page.getByText("Nothing to save yet.")).toBeVisible();

  await page.goto(`${record}/sessions?month=${addDays(monday, 6).slice(0, 7)}`);
  await expect(page.getByText("10", { exact: true }).first()).toBeVisible();
  const words = "filled in by the patient, typed in by Maya Rao";
  await expect(page.getByText(words).first()).toBeVisible();
  await expect(page.getByText("from paper").first()).toBeVisible();
  await clean(page);
});

test("amounts, reasons, undo, a correction and taking back", async ({ page }) => {
  const { record, monday } = await prepared(page, "therapist");
  await page.goto(`${record}/sessions/paper?week=${monday}`);
  const cell = page.locator("[role=gridcell]:focus");
  await page.getByRole("radio", { name: "A carer" }).check();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("2x8");
  await expect(page.getByText("In part: 2x8").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("-h");
  await expect(cell).toHaveAccessibleName("skipped: it hurts");
  await page.keyboard.press("Escape");
  await expect(cell).toHaveAccessibleName("skipped");
  await page.keyboard.press("ArrowUp");
  await expect(cell).toHaveAccessibleName("in part, 2×8");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved: 1 session.")).toBeVisible();

  await page.getByRole("radio", { name: "A carer" }).check();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("7");
  await expect(page.getByText("1 corrected")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Saved: 1 corrected.")).toBeVisible();

  await page.getByRole("radio", { name: "A carer" }).check();
  await page.keyboard.press("Tab");
  for (const key of ["ArrowDown", "Delete", "ArrowDown", "Delete", "ArrowDown", "Delete"])
    await page.keyboard.press(key);
  await expect(page.getByText("1 taken back")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Saved: 1 taken back.")).toBeVisible();
  await page.goto(`${record}/sessions?month=${monday.slice(0, 7)}`);
  await expect(page.getByText("taken back by the clinic")).toBeVisible();
});

test("the front desk types in too, and sees of other entries only that they are there", async ({
  page,
}) => {
  const { patient, plan, monday, record } = await prepared(page, "front_desk");
  await typedByAnother(patient, plan, monday);
  await page.goto(`${record}/record`);
  await page.getByRole("link", { name: "Paper diary" }).click();
  await page.goto(`${record}/sessions/paper?week=${monday}`);
  await expect(page.getByRole("grid")).toContainText("Exercise 1");
  await expect(page.getByRole("grid")).not.toContainText("3 x 10");
  await expect(page.getByRole("gridcell", { name: "logged" })).toHaveCount(6);
  await expect(page.getByRole("gridcell", { name: /^[89]$/ })).toHaveCount(0);
  await page.getByRole("radio", { name: "The front desk, as told" }).check();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[role=gridcell]:focus")).toHaveAccessibleName("not rated");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("x");
  await expect(page.getByText(/is not overwritten. Press n/).first()).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.press("5");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Saved: 1 session.")).toBeVisible();
});

test("nobody chosen, and a session that came meanwhile: a sentence where it belongs, nothing lost", async ({
  page,
}) => {
  const { patient, plan, monday, record } = await prepared(page, "therapist");
  await page.goto(`${record}/sessions/paper?week=${monday}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("4");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Say who filled the diary in.")).toBeVisible();
  await typedByAnother(patient, plan, monday);
  await page.getByRole("radio", { name: "The patient" }).check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Something else was logged on this day/).first()).toBeVisible();
  await expect(page.getByText("1 session", { exact: true })).toBeVisible();
  await clean(page);
});
