import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import { inScope, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { episode } from "@/db/schema/patient";
import {
  draftExercise,
  plan,
  planDraft,
  planVersion,
  prescribedExercise,
  prescribedExerciseText,
} from "@/db/schema/plan";
import { localDate } from "@/lib/domain/calendar/local-date";
import { DEFAULT_PAIN_RULE } from "@/lib/domain/pain/pain-rule";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestPatient,
  type TestStaff,
} from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";

const STARTED = localDate("2026-11-02");

interface Line {
  readonly slug: string;
  readonly sets: number;
  readonly cue?: string;
  readonly caution?: string;
}

const dosed = ({ slug, sets, cue, caution }: Line) => ({
  ...{ slug, sets, cue: cue ?? null, caution: caution ?? null, reps: 3, holdSeconds: 25 },
  ...({ side: "each", pattern: "daily", timesPerDayMin: 1, timesPerDayMax: 1 } as const),
});

async function insertVersion(
  tx: Tx,
  { clinicId, patientId }: TestPatient,
  { planId, title, by }: { planId: string; title: string; by: string },
  lines: readonly (ReturnType<typeof dosed> & { lineId: string; position: number })[],
) {
  const versionId = newId();
  await tx.insert(planVersion).values({
    ...{ clinicId, id: versionId, planId, patientId, number: 1, title, ...DEFAULT_PAIN_RULE },
    ...{ startsOn: STARTED, therapistName: "Maya Rao", publishedBy: by },
    publishedAt: new Date(`${STARTED}T09:00:00Z`),
  });
  const rows = lines.map((line) => ({ ...line, clinicId, versionId, patientId, id: newId() }));
  await tx.insert(prescribedExercise).values(rows);
  const words = { setup: "Lie down.", steps: ["Breathe."], feel: "", cautions: [], alt: "" };
  await tx.insert(prescribedExerciseText).values(
    rows.flatMap(({ id: prescribedId, slug: name }) =>
      (["en", "es"] as const).map((locale) => ({
        ...{ clinicId, prescribedId, patientId, locale, name, ...words },
      })),
    ),
  );
}

/** A plan with these exercises in its draft and, when there are any, published so; answers its id. */
function insertPlan(
  patient: TestPatient,
  { userId }: TestStaff,
  title: string,
  wanted: readonly Line[],
): Promise<string> {
  const { clinicId, patientId } = patient;
  const [planId, episodeId] = [newId(), newId()];
  const latestVersion = wanted.length > 0 ? 1 : 0;
  return inScope({ clinicId, userId }, async (tx) => {
    await tx
      .insert(episode)
      .values({ clinicId, id: episodeId, patientId, title, startedOn: STARTED });
    await tx.insert(plan).values({
      ...{ clinicId, id: planId, patientId, episodeId, title, qrToken: newId(), latestVersion },
      startedOn: latestVersion ? STARTED : null,
    });
    const draft = { clinicId, planId, ...DEFAULT_PAIN_RULE, basedOn: latestVersion };
    await tx.insert(planDraft).values({ ...draft, updatedBy: userId });
    if (wanted.length === 0) return planId;
    const lines = wanted.map((line, position) => ({ ...dosed(line), lineId: newId(), position }));
    await tx.insert(draftExercise).values(lines.map((line) => ({ clinicId, planId, ...line })));
    await insertVersion(tx, patient, { planId, title, by: userId }, lines);
    return planId;
  });
}

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
}

/** A therapist who is signed in; Wanda has a published plan, Elena an empty one. */
async function prepared(page: Page) {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const { clinicId } = clinic;
  const therapist = await makeStaff(clinic);
  const [wanda, elena] = await Promise.all([
    makePatient(clinic, { givenName: "Wanda", familyName: "Loop" }),
    makePatient(clinic, { givenName: "Elena", familyName: "Marsh" }),
  ]);
  const planId = await insertPlan(wanda, therapist, "Back after winter", [
    { slug: "bridge", sets: 3, cue: "Breathe out", caution: "Wanda: stop at pins" },
    { slug: "clamshell", sets: 1 },
    { slug: "heel-slide", sets: 1 },
  ]);
  const elenaPlanId = await insertPlan(elena, therapist, "Hip", []);
  await page.context().addCookies([await sessionCookie(therapist.sid, { origin })]);
  const draftOf = (id: string) =>
    inScope({ clinicId, userId: therapist.userId }, (tx) =>
      tx
        .select()
        .from(draftExercise)
        .where(eq(draftExercise.planId, id))
        .orderBy(asc(draftExercise.position)),
    );
  return { origin, planId, elenaPlanId, draftOf };
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
  const cards = page.getByRole("main").locator("[data-line]");
  await expect(cards).toHaveCount(2);
  await clean(page);
  await cards.first().getByLabel("Sets", { exact: true }).fill("5");
  await cards
    .nth(1)
    .getByRole("button", { name: /Actions|More/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/library\/templates\/[^/]+$/);
  await expect(page.getByRole("listitem").filter({ hasText: "Clamshell" }).first()).toBeVisible();
  await expect(page.getByText(/5 sets|5 ×/).first()).toBeVisible();
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
