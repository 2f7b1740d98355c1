import { type BrowserContext, expect, test } from "@playwright/test";
import { createExercise } from "@/lib/features/library/create-exercise";
import { exerciseToEdit } from "@/lib/features/library/edit-queries";
import { updateExercise } from "@/lib/features/library/update-exercise";
import { INPUT, words } from "../integration/library/exercise-input";
import { makeClinic, makeStaff } from "../support/fixtures";
import { sessionCookie } from "../support/session-cookie";
import { clean, watch } from "./page-watch";

/** A therapist who is signed in, a colleague, and an exercise of theirs. */
async function prepared(context: BrowserContext, name: string) {
  const origin = process.env.NEXTAUTH_URL ?? "";
  const clinic = await makeClinic();
  const [therapist, colleague] = [await makeStaff(clinic), await makeStaff(clinic)];
  await context.addCookies([await sessionCookie(therapist.sid)]);
  const access = colleague.access("edit-library");
  const { slug } = await createExercise(access, { ...INPUT, ...words({ name }) }, new Date());
  const saveFeel = async (feel: string) => {
    const { revision } = await exerciseToEdit(access, slug);
    const input = { ...INPUT, ...words({ name, feel }), slug, revision };
    await updateExercise(access, input, new Date());
  };
  const feel = async () => (await exerciseToEdit(access, slug)).values.words.en?.feel;
  return { origin, page: `${origin}/library/${slug}`, saveFeel, feel };
}

test("what was kept of an older state overwrites nothing by itself", async ({ page, context }) => {
  const at = await prepared(context, "Tray slide kept");
  const problems = watch(page);
  await page.goto(`${at.page}/edit`);
  const field = page.getByLabel("What to feel").first();
  await field.fill("Mine, from the first state.");
  const aliases = page.getByLabel("Other names").first();
  await aliases.fill("push, slowly\ntray push");
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.values(sessionStorage))))
    .toContain("push, slowly");

  await at.saveFeel("Theirs, saved in between.");
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText("The exercise was saved again since")).toBeVisible();
  await expect(field).toHaveValue("Theirs, saved in between.");
  await clean(page);
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect(field).toHaveValue("Mine, from the first state.");
  await expect(page.getByText("You left this page")).toBeHidden();

  const steps = page.getByRole("list", { name: "Steps" }).first().getByRole("textbox");
  await steps.last().press("End");
  await steps.last().press("Enter");
  await page.keyboard.type("Rest.");
  await expect(steps).toHaveCount(3);
  await expect(steps.first()).toHaveValue("Slide the tray away from you.");

  await page.getByRole("button", { name: "Save exercise" }).click();
  await expect(page.getByText("Somebody else has saved this exercise")).toBeVisible();
  expect(await at.feel()).toBe("Theirs, saved in between.");
  await page.getByRole("button", { name: "Load theirs" }).click();
  await expect(field).toHaveValue("Theirs, saved in between.");
  await page.reload();
  await expect(field).toHaveValue("Theirs, saved in between.");
  await expect(page.getByText("You left this page")).toBeHidden();

  await aliases.fill("push, slowly\ntray push");
  await page.getByRole("button", { name: "Save exercise" }).click();
  await expect(page.getByText("push, slowly · tray push")).toBeVisible();
  await page.goto(`${at.page}/edit`);
  await expect(aliases).toHaveValue("push, slowly\ntray push");
  await expect(page.getByText("You left this page")).toBeHidden();
  expect(problems).toEqual([]);
});

test("a retired exercise is listed in the clinic's library and brought back", async ({
  page,
  context,
}) => {
  const at = await prepared(context, "Tray slide retired");
  const problems = watch(page);
  await page.goto(`${at.origin}/library`);
  await expect(page.getByRole("link", { name: "Retired", exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "Our clinic", exact: true }).click();
  await page.getByRole("link", { name: "Retired", exact: true }).click();
  await expect(page.getByText("Nothing is retired")).toBeVisible();
  await clean(page);

  await page.goto(at.page);
  await page.getByRole("button", { name: "Retire" }).click();
  await page.getByRole("button", { name: "Retire it" }).click();
  await expect(page.getByText("Nobody finds it by searching.")).toBeVisible();
  await page.goto(`${at.origin}/library?scope=clinic`);
  await expect(page.getByText("No exercises of your own yet")).toBeVisible();
  await page.getByRole("link", { name: "Retired", exact: true }).click();
  await expect(page.getByText("1 retired exercise")).toBeVisible();
  await clean(page);
  const search = page.getByRole("searchbox", { name: "Search exercises" });
  await search.fill("elbow");
  await expect(page.getByText("No retired exercise fits")).toBeVisible();
  await search.fill("tray");
  await page.getByRole("link", { name: /Tray slide retired/ }).click();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByRole("button", { name: "Bring it back" })).toBeHidden();
  await page.goto(`${at.origin}/library?scope=clinic`);
  await expect(page.getByRole("link", { name: /Tray slide retired/ })).toBeVisible();
  await page.goto(`${at.origin}/library?scope=clinic&retired=1`);
  await expect(page.getByText("Nothing is retired")).toBeVisible();
  expect(problems).toEqual([]);
});
