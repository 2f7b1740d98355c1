import { describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { Invalid } from "@/lib/errors/app-error";
import { retireExercise } from "@/lib/features/library/retire-exercise";
import { updateExercise } from "@/lib/features/library/update-exercise";
import { planDocuments, planDocumentsInAll } from "@/lib/features/plans/document-queries";
import { exerciseWordsOf } from "@/lib/features/plans/exercise-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { makeClinic, makeStaff } from "@/tests/support/fixtures";
import { INPUT, make, WORDS, words } from "../library/exercise-input";
import { input, line, makePlan, NOW, publishLines } from "./plan-setup";

async function failure(work: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fieldErrors;
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

  test("is shown in the builder with the language it has", async () => {
    const { therapist } = await makePlan();
    const slug = await make(therapist, { words: { en: null, es: { ...WORDS, name: "Bandeja" } } });
    const asked = { slugs: [slug, "bridge"], locale: "en" };
    const found = await exerciseWordsOf(therapist.access("view-library"), asked);
    expect(found[slug]).toMatchObject({ name: "Bandeja", writtenIn: "es" });
    expect(found.bridge).toMatchObject({ writtenIn: null });
  });
});

test("a retired exercise stays in drafts and can be published", async () => {
  const { access, planId, therapist } = await makePlan();
  const slug = await make(therapist, words({ name: "Old favourite" }));
  const { revision } = await saveDraft(access, input(planId, 1, line(slug)), NOW);
  await retireExercise(therapist.access("edit-library"), { slug }, NOW);
  expect(await publishPlan(access, { planId, revision }, NOW)).toMatchObject({ number: 1 });
});

test("another clinic's exercise is not in the library", async () => {
  const { access, planId } = await makePlan();
  const slug = await make(await makeStaff(await makeClinic()));
  const saved = saveDraft(access, input(planId, 1, line(slug)), NOW);
  expect(await failure(saved)).toEqual({ "lines.0.slug": "This exercise is not in the library." });
});
