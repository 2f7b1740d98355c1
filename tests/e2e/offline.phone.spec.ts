import { expect, type Page, test } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { consent } from "@/db/schema/patient";
import { sessionLog } from "@/db/schema/session-log";
import { addDays, localDateOf } from "@/lib/domain/calendar/local-date";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { makeClinic, makePatient, type TestPatient } from "../support/fixtures";
import { makePublishedPlan } from "../support/published-plan";
import { sessionCookie } from "../support/session-cookie";
import { clean } from "./page-watch";

const ZONE = "Europe/Madrid";

async function patientWithPlan(language: "en" | "es"): Promise<TestPatient> {
  const clinic = await makeClinic({ phone: "910 000 000" });
  const patient = await makePatient(clinic, { language, timeZone: ZONE, givenName: "Pilar" });
  const startedOn = addDays(localDateOf(new Date(), ZONE), -3);
  await makePublishedPlan(patient, { startedOn, exercises: 1 });
  await inScope({ clinicId: clinic.clinicId, patientId: patient.patientId }, (tx) =>
    tx.insert(consent).values({
      clinicId: clinic.clinicId,
      id: newId(),
      patientId: patient.patientId,
      documentVersion: PRIVACY_VERSION,
      locale: language,
    }),
  );
  return patient;
}

const isFigure = (url: string) => /\/api\/figures\/[0-9a-f]{32}$/.test(url);

/** How many pictures this device keeps. */
function keptFigures(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("carryover-portal");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const kept = opening.result.transaction("figure").objectStore("figure").count();
          kept.onsuccess = () => {
            opening.result.close();
            resolve(kept.result);
          };
        };
      }),
  );
}

function rowsOf({ clinicId, patientId }: TestPatient) {
  return inScope({ clinicId, patientId }, (tx) =>
    tx
      .select()
      .from(sessionLog)
      .where(and(eq(sessionLog.clinicId, clinicId), eq(sessionLog.patientId, patientId))),
  );
}

test("a session done without signal arrives once, and the red limit answers at once", async ({
  page,
  context,
}) => {
  const patient = await patientWithPlan("en");
  await context.addCookies([await sessionCookie(patient.sid)]);
  await page.goto(`${process.env.NEXTAUTH_URL}/today`);
  await expect(page.getByText("Hello Pilar")).toBeVisible();

  await context.setOffline(true);
  await page
    .getByRole("link", { name: "Start" })
    .or(page.getByRole("button", { name: "Start" }))
    .first()
    .click();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "It hurts" }).click();
  await page.getByRole("dialog").getByText("8", { exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText(/[Ss]top this exercise/);
  await expect(page.getByRole("dialog")).toContainText("910 000 000");
  await clean(page);
  await page.getByRole("button", { name: "End the session here" }).click();
  await page.getByRole("button", { name: "Finish and save" }).click();
  await expect(
    page
      .getByText("Well done")
      .or(page.getByText(/saved on this phone/i))
      .first(),
  ).toBeVisible();
  expect(await rowsOf(patient)).toHaveLength(0);

  await context.setOffline(false);
  await expect.poll(async () => (await rowsOf(patient)).length).toBe(1);
  await page.goto(`${process.env.NEXTAUTH_URL}/today`);
  await expect(page.getByText("All sent")).toBeVisible();
  const [row] = await rowsOf(patient);
  expect(row?.stoppedForPain).toBe(true);
  expect(row?.painBefore).toBeNull();
});

test("in Spanish from the first screen", async ({ page, context }) => {
  const patient = await patientWithPlan("es");
  await context.addCookies([await sessionCookie(patient.sid)]);
  await page.goto(`${process.env.NEXTAUTH_URL}/today`);
  await expect(page.getByText("Hola, Pilar").or(page.getByText("Hola Pilar"))).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});

test("the figure is there without signal, is asked for once, and goes with the session", async ({
  page,
  context,
}) => {
  const patient = await patientWithPlan("en");
  await context.addCookies([await sessionCookie(patient.sid)]);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (isFigure(request.url())) asked.push(request.url());
  });
  await page.goto(`${process.env.NEXTAUTH_URL}/today`);
  await expect(page.getByText("Hello Pilar")).toBeVisible();
  await expect.poll(() => keptFigures(page)).toBe(1);
  await page.reload();
  await expect(page.getByText("Hello Pilar")).toBeVisible();
  await expect(page.getByText("All sent")).toBeVisible();
  expect(asked).toHaveLength(1);

  await context.setOffline(true);
  await page
    .getByRole("link", { name: "Start" })
    .or(page.getByRole("button", { name: "Start" }))
    .first()
    .click();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("img", { name: "A person lying on their back." })).toBeVisible();
  // Only a drawing that came can move; what stands in for one has the same words.
  await expect(page.getByRole("button", { name: "Pause the movement" })).toBeVisible();

  await context.setOffline(false);
  await context.clearCookies();
  await page.goto(`${process.env.NEXTAUTH_URL}/today`);
  await expect.poll(() => keptFigures(page)).toBe(0);
});
