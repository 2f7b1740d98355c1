import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inScope, type Tx } from "@/db/client";
import { exercise } from "@/db/schema/library";
import { Invalid } from "@/lib/errors/app-error";
import { retireExercise } from "@/lib/features/library/retire-exercise";
import { updateExercise } from "@/lib/features/library/update-exercise";
import { createPlan } from "@/lib/features/plans/create-plan";
import { planDocuments, planDocumentsInAll } from "@/lib/features/plans/document-queries";
import { exercisesNow } from "@/lib/features/plans/exercise-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { makeClinic, makePatient, makeStaff } from "@/tests/support/fixtures";
import { INPUT, make, WORDS, words } from "../library/exercise-input";
import { input, line, makePlan, NOW, publishLines } from "./plan-setup";

async function failure(work: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fieldErrors;
}

/** Whether somebody waits for what this transaction holds. */
async function holdsUp(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ waits: boolean }>(sql`select exists (
    select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`);
  return row?.waits === true;
}

describe("an exercise that is not ready", () => {
  test("cannot be put into a plan", async () => {
    const { access, planId, therapist } = await makePlan();
    const slug = await make(therapist, { regions: [] });
    const saved = saveDraft(access, input(planId, 1, line("bridge"), line(slug)), NOW);
    expect(await failure(saved)).toEqual({
      "lines.1.slug": "The text or the precautions of this exercise are not complete.",
    });
  });

  test("in a draft since it was ready: stays, and stops publishing at its line", async () => {
    const { access, planId, therapist } = await makePlan();
    const slug = await make(therapist);
    const lines = [line("bridge"), line(slug)];
    const { revision } = await saveDraft(access, input(planId, 1, ...lines), NOW);
    const undecided = { ...INPUT, noTraits: false, slug, revision: 1 };
    await updateExercise(therapist.access("edit-library"), undecided, NOW);
    const noted = { ...input(planId, revision, ...lines), note: "Go slowly." };
    const { revision: next } = await saveDraft(access, noted, NOW);
    const refused = await failure(publishPlan(access, { planId, revision: next }, NOW));
    expect(Object.keys(refused)).toEqual([`lines.${lines[1]?.lineId}`]);
    expect(refused[`lines.${lines[1]?.lineId}`]).toContain("Finish it in the library");
    await updateExercise(therapist.access("edit-library"), { ...INPUT, slug, revision: 2 }, NOW);
    await publishPlan(access, { planId, revision: next }, NOW);
  });
});

describe("an exercise in one language", () => {
  test("is published in both, and says in which it is written", async () => {
    const { access, planId, therapist, clinicId } = await makePlan();
    const slug = await make(therapist);
    const { versionId } = await publishLines(access, planId, 1, [line(slug), line("bridge")]);
    const wanted = { clinicId, versionIds: [versionId], origin: "https://x.test" };
    const { en, es } = await inScope(access.scope, (tx) => planDocumentsInAll(tx, wanted));
    const seen = (document: (typeof en)[number] | undefined) =>
      document?.exercises.map(({ name, writtenIn }) => [name, writtenIn]);
    expect(seen(en[0])).toEqual([
      [WORDS.name, null],
      ["Bridge", null],
    ]);
    expect(seen(es[0])).toEqual([
      [WORDS.name, "en"],
      ["Puente", null],
    ]);
    expect(es[0]?.exercises[0]?.steps).toEqual(WORDS.steps);
    const change = { ...INPUT, words: { en: WORDS, es: { ...WORDS, name: "Bandeja" } } };
    await updateExercise(therapist.access("edit-library"), { ...change, slug, revision: 1 }, NOW);
    const [later] = await inScope(access.scope, (tx) =>
      planDocuments(tx, { ...wanted, locale: "es" }),
    );
    expect(seen(later)?.[0]).toEqual([WORDS.name, "en"]);
  });

  test("is prescribed in the whole one where the patient's is only begun", async () => {
    const { access, planId, therapist, clinicId } = await makePlan();
    const begun = { ...WORDS, name: "Bandeja", setup: "", steps: [] };
    const slug = await make(therapist, { words: { en: WORDS, es: begun } });
    const { versionId } = await publishLines(access, planId, 1, [line(slug)]);
    const wanted = { clinicId, versionIds: [versionId], origin: "https://x.test" };
    const { es } = await inScope(access.scope, (tx) => planDocumentsInAll(tx, wanted));
    expect(es[0]?.exercises[0]).toMatchObject({
      name: WORDS.name,
      setup: WORDS.setup,
      steps: WORDS.steps,
      writtenIn: "en",
    });
  });

  test("is shown in the builder with the language it has", async () => {
    const { therapist } = await makePlan();
    const slug = await make(therapist, { words: { en: null, es: { ...WORDS, name: "Bandeja" } } });
    const asked = { slugs: [slug, "bridge"], locale: "en" };
    const found = await exercisesNow(therapist.access("view-library"), asked);
    expect(found[slug]?.words).toMatchObject({ name: "Bandeja", writtenIn: "es" });
    expect(found.bridge?.words).toMatchObject({ writtenIn: null });
  });
});

test("a retired exercise stays in drafts and can be published", async () => {
  const { access, planId, therapist } = await makePlan();
  const slug = await make(therapist, words({ name: "Old favourite" }));
  const { revision } = await saveDraft(access, input(planId, 1, line(slug)), NOW);
  await retireExercise(therapist.access("edit-library"), { slug }, NOW);
  expect(await publishPlan(access, { planId, revision }, NOW)).toMatchObject({ number: 1 });
});

test("a retired exercise cannot be put into a plan, and may come back to one that had it", async () => {
  const { access, planId, therapist, clinic } = await makePlan();
  const slug = await make(therapist);
  const lines = [line("bridge"), line(slug)];
  const { revision } = await saveDraft(access, input(planId, 1, ...lines), NOW);
  await retireExercise(therapist.access("edit-library"), { slug }, NOW);
  const removed = await saveDraft(access, input(planId, revision, line("bridge")), NOW);
  const undone = await saveDraft(access, input(planId, removed.revision, ...lines), NOW);
  expect(undone.revision).toBe(removed.revision + 1);
  const second = await makePatient(clinic);
  const fresh = await createPlan(
    await therapist.record(second.patientId, "prescribe"),
    { title: "Another" },
    NOW,
  );
  const added = saveDraft(access, input(fresh.planId, 1, line("bridge"), line(slug)), NOW);
  expect(await failure(added)).toEqual({
    "lines.1.slug": "This exercise was taken out of the library. Choose another one.",
  });
});

test("an exercise that is no longer finished may come back after it was taken out and saved", async () => {
  const { access, planId, therapist } = await makePlan();
  const slug = await make(therapist);
  const lines = [line(slug), line("bridge")];
  const { revision } = await saveDraft(access, input(planId, 1, ...lines), NOW);
  await updateExercise(
    therapist.access("edit-library"),
    { ...INPUT, noTraits: false, slug, revision: 1 },
    NOW,
  );
  const removed = await saveDraft(access, input(planId, revision, line("bridge")), NOW);
  const between = { ...input(planId, removed.revision, line("bridge")), note: "Slowly." };
  const later = await saveDraft(access, between, NOW);
  const undone = await saveDraft(access, input(planId, later.revision, ...lines), NOW);
  const refused = await failure(publishPlan(access, { planId, revision: undone.revision }, NOW));
  expect(Object.keys(refused)).toEqual([`lines.${lines[0]?.lineId}`]);
});

test("publishing waits for a change of an exercise that is under way, and then sees it", async () => {
  const { access, planId, therapist } = await makePlan();
  const slug = await make(therapist);
  const { revision } = await saveDraft(access, input(planId, 1, line(slug)), NOW);
  let publishing: Promise<unknown> = Promise.resolve();
  await inScope(access.scope, async (tx) => {
    await tx.update(exercise).set({ ready: false }).where(eq(exercise.slug, slug));
    let isOver = false;
    publishing = publishPlan(access, { planId, revision }, NOW).finally(() => {
      isOver = true;
    });
    publishing.catch(() => {});
    while (!isOver && !(await holdsUp(tx)));
  });
  expect(Object.values(await failure(publishing))[0]).toContain("Finish it in the library");
});

test("another clinic's exercise is not in the library", async () => {
  const { access, planId } = await makePlan();
  const slug = await make(await makeStaff(await makeClinic()));
  const saved = saveDraft(access, input(planId, 1, line(slug)), NOW);
  expect(await failure(saved)).toEqual({ "lines.0.slug": "This exercise is not in the library." });
});
