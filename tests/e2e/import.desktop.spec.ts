import { expect, type Page, test } from "@playwright/test";
import { LIMITS, takeTry } from "@/lib/auth/throttle";
import { makeClinic, makeStaff, type TestStaff } from "../support/fixtures";
import { FREE_EXERCISES } from "../support/free-exercise-sample";
import { sessionCookie } from "../support/session-cookie";
import { clean } from "./page-watch";

const FAULTY =
  'name;reps;Gerät\n"Chair stand ""new""";10;chair\nBad row;8-12;chair\nClamshell;5;\n';

const file = (name: string, content: string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

async function enter(page: Page, staff: TestStaff) {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const { name, value } = await sessionCookie(staff.sid);
  await page.context().addCookies([{ name, value, url: origin }]);
  await page.goto(`${origin}/library/import`);
}

const choose = (page: Page, name: string, content: string) =>
  page.locator("input[type=file]").setInputFiles(file(name, content));

test("a file is looked at, imported, found, not doubled, and withdrawn", async ({ page }) => {
  await enter(page, await makeStaff(await makeClinic(), "therapist"));
  await choose(page, "sample.json", JSON.stringify(FREE_EXERCISES));
  const submit = page.getByRole("button", { name: "Import 4 exercises" });
  await expect(submit).toBeEnabled();
  await expect(page.getByLabel("primaryMuscles is taken as")).toHaveValue("regions");
  await expect(page.getByText("2 words are not known here")).toBeVisible();
  await clean(page);
  await submit.click();
  await expect(page.getByText("4 exercises imported")).toBeVisible();
  await expect(page.getByRole("row", { name: /^sample / })).toContainText("4 not ready");

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download report (CSV)" }).click();
  expect((await saved).suggestedFilename()).toBe("import-report.csv");

  await page.getByRole("button", { name: "Import another file" }).click();
  await choose(page, "sample.json", JSON.stringify(FREE_EXERCISES));
  await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled();

  await page.getByRole("button", { name: "Withdraw sample" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByRole("row", { name: /^sample / })).toContainText("Withdrawn");
});

test("problems and duplicates are told before anything is saved", async ({ page }) => {
  await enter(page, await makeStaff(await makeClinic(), "owner"));
  await choose(page, "plan.csv", FAULTY);
  await expect(page.locator("summary", { hasText: "1 row with problems" })).toBeVisible();
  await expect(page.getByText("Write one whole number from 1 to 200.")).toBeVisible();
  await expect(
    page.getByRole("cell", { name: "“Clamshell” of the Carryover library" }),
  ).toBeVisible();
  const submit = page.getByRole("button", { name: /^Import \d/ });
  await expect(submit).toBeDisabled();
  await page.getByLabel("Gerät is taken as").selectOption("equipment");
  await expect(page.getByRole("row", { name: /^2 Chair stand "new" – Chair / })).toBeVisible();
  await page.getByLabel(/^Leave this row out/).check();
  await page.getByText("Import anyway").click();
  await expect(page.getByRole("button", { name: "Import 2 exercises" })).toBeEnabled();
  await page.getByRole("button", { name: "Import 2 exercises" }).click();
  await expect(page.getByText("2 exercises imported")).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 row was left out" })).toBeVisible();
});

test("a broken file is a sentence, and the next one is taken", async ({ page }) => {
  await enter(page, await makeStaff(await makeClinic(), "therapist"));
  await choose(page, "cut.json", '[{"name":"A"},\n{"na');
  await expect(page.getByText(/The file is incomplete: it ends in line 2/)).toBeVisible();
  await choose(page, "whole.json", '[{"name":"A whole one"}]');
  await expect(page.getByRole("button", { name: "Import 1 exercise" })).toBeEnabled();
});

test("when the clinic's imports of a day are used up, the screen says so", async ({ page }) => {
  const staff = await makeStaff(await makeClinic(), "therapist");
  for (let i = 0; i < LIMITS["import-clinic"].tries; i++)
    await takeTry("import-clinic", staff.clinicId, new Date());
  await enter(page, staff);
  await choose(page, "whole.json", '[{"name":"A whole one"}]');
  await page.getByRole("button", { name: "Import 1 exercise" }).click();
  await expect(page.getByText(/Your clinic has imported many files today/)).toBeVisible();
});

test("the routes take nothing from elsewhere, from nobody and from the front desk", async () => {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const [therapist, desk] = [
    await makeStaff(clinic, "therapist"),
    await makeStaff(clinic, "front_desk"),
  ];
  const body = '{"sourceName":"x"}\nname\nFrom elsewhere\n';
  const octets = "application/octet-stream";
  for (const [sid, from, type, content, status] of [
    [therapist.sid, "https://elsewhere.example", octets, body, 403],
    [therapist.sid, null, octets, body, 403],
    [null, origin, octets, body, 401],
    [desk.sid, origin, octets, body, 403],
    [therapist.sid, origin, "text/plain", body, 415],
    [therapist.sid, origin, octets, "no choices", 400],
    [therapist.sid, origin, octets, "{broken\nname\nA\n", 400],
    [therapist.sid, origin, octets, `${"x".repeat(70_000)}\nname\nA\n`, 413],
    [therapist.sid, origin, octets, '{"sourceName":"x"}\n', 422],
  ] as const)
    for (const route of ["preview", "run"]) {
      const cookie = sid && (await sessionCookie(sid));
      const answer = await fetch(`${origin}/api/library/import/${route}`, {
        method: "POST",
        body: content,
        headers: {
          "content-type": type,
          ...(from ? { origin: from } : {}),
          ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
        },
      });
      expect(`${route}: ${answer.status}`).toBe(`${route}: ${status}`);
    }
});
