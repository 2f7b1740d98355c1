import { expect, test } from "@playwright/test";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { consent } from "@/db/schema/patient";
import { addDays, localDateOf } from "@/lib/domain/calendar/local-date";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { makeClinic, makePatient } from "../support/fixtures";
import { makePublishedPlan } from "../support/published-plan";
import { sessionCookie } from "../support/session-cookie";
import { clean } from "./page-watch";

const ZONE = "Europe/Madrid";

test("how an exercise without a picture is done can be scrolled by keyboard", async ({
  page,
  context,
}) => {
  const patient = await makePatient(await makeClinic(), { timeZone: ZONE });
  const { clinicId, patientId } = patient;
  const startedOn = addDays(localDateOf(new Date(), ZONE), -3);
  await makePublishedPlan(patient, { startedOn, exercises: 1, figures: false });
  await inScope({ clinicId, patientId }, (tx) =>
    tx.insert(consent).values({
      clinicId,
      id: newId(),
      patientId,
      documentVersion: PRIVACY_VERSION,
      locale: "en",
    }),
  );
  await context.addCookies([await sessionCookie(patient.sid)]);
  await page.goto(`${process.env.NEXTAUTH_URL}/today`);
  await page.getByRole("button", { name: /Exercise 1/ }).click();
  const scroller = page.getByRole("dialog").getByRole("group", { name: "Exercise 1" });
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 320 });
  await clean(page);
  await expect(scroller).toHaveAttribute("tabindex", "0");
  await page.keyboard.press("Tab");
  await expect(scroller).toBeFocused();
  await page.keyboard.press("End");
  await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);

  // Where everything is in sight there is nothing to stop at.
  await page.setViewportSize({ width: 390, height: 1200 });
  await expect(scroller).toHaveCount(0);
});
