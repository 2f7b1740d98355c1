import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exercise } from "@/db/schema/library";
import { consent } from "@/db/schema/patient";
import { withSelf } from "@/lib/auth/access";
import { Invalid } from "@/lib/errors/app-error";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { updateExercise } from "@/lib/features/library/update-exercise";
import { builderOf } from "@/lib/features/plans/builder-queries";
import { exercisesNow } from "@/lib/features/plans/exercise-queries";
import { planOverview } from "@/lib/features/plans/overview-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { changeWords } from "@/lib/features/sessions/components/change-words";
import { keepSnapshot } from "@/lib/features/sessions/keep-snapshot";
import type { PortalSnapshot } from "@/lib/features/sessions/snapshot";
import { makeAdvice } from "@/tests/support/retired-advice";
import { INPUT, make, WORDS } from "../library/exercise-input";
import { input, line, makePlan, NOW, publishLines } from "./plan-setup";

const origin = "https://x.test";

/** A plan whose first version holds an own exercise and one of the library. */
async function published() {
  const plan = await makePlan();
  const slug = await make(plan.therapist);
  const lines = [line(slug), line("bridge")];
  const { revision } = await publishLines(plan.access, plan.planId, 1, lines);
  return { ...plan, slug, lines, revision };
}
type Plan = Awaited<ReturnType<typeof published>>;

const change = ({ therapist, slug }: Plan, revision: number, fields: object) =>
  updateExercise(therapist.access("edit-library"), { ...INPUT, slug, revision, ...fields }, NOW);

const publish = ({ access, planId }: Plan, revision: number) =>
  publishPlan(access, { planId, revision }, NOW);

const overview = async ({ therapist, patient }: Plan) => {
  const record = await therapist.record(patient.patientId, "view-record");
  const { active } = await planOverview(record, { origin, now: NOW });
  if (!active) throw new Error("no plan");
  return active;
};

test("a plan in which nothing changed, in the library neither, cannot be published again", async () => {
  const plan = await published();
  await expect(publish(plan, plan.revision)).rejects.toMatchObject({
    fieldErrors: { form: "Nothing has changed since version 1." },
  });
  expect((await overview(plan)).draft).toMatchObject({ changes: [], isEdited: false });
});

test("a corrected description can be published, and is said before and afterwards", async () => {
  const plan = await published();
  await change(plan, 1, { words: { en: { ...WORDS, steps: ["Slide it slowly."] }, es: null } });
  const said = {
    kind: "changed",
    lineId: plan.lines[0]?.lineId,
    title: WORDS.name,
    details: ["Description updated"],
  };
  expect((await overview(plan)).draft).toMatchObject({ changes: [said], isEdited: false });
  const { number, revision } = await publish(plan, plan.revision);
  expect(number).toBe(2);
  const after = await overview(plan);
  expect(after.history[0]?.changes).toEqual([said]);
  expect(after.current?.exercises[0]?.steps).toEqual(["Slide it slowly."]);
  await expect(publish(plan, revision)).rejects.toBeInstanceOf(Invalid);
});

test("the patient is told in the language whose words are new", async () => {
  const plan = await published();
  const { clinicId, patientId, sid } = plan.patient;
  await inScope(plan.access.scope, (tx) =>
    tx.insert(consent).values({
      clinicId,
      id: newId(),
      patientId,
      documentVersion: PRIVACY_VERSION,
      locale: "en",
    }),
  );
  await change(plan, 1, { words: { en: WORDS, es: { ...WORDS, name: "Bandeja" } } });
  await publish(plan, plan.revision);
  const kept = await withSelf(sid, NOW, (tx, access, viewer) =>
    keepSnapshot(tx, access, viewer, { now: NOW, origin }),
  );
  const [shown] = (JSON.parse(kept.body) as PortalSnapshot).plans;
  if (!shown) throw new Error("no plan on the phone");
  expect(changeWords(shown, "en")).toEqual([]);
  expect(changeWords(shown, "es")).toMatchObject([{ key: "wordsRenewed", exercise: "Bandeja" }]);
});

test("another picture can be published; what search alone reads is no change", async () => {
  const plan = await published();
  await change(plan, 1, { words: { en: { ...WORDS, aliases: ["tray"] }, es: null } });
  await expect(publish(plan, plan.revision)).rejects.toBeInstanceOf(Invalid);
  await inScope(plan.access.scope, async (tx) => {
    const [drawn] = await tx.select().from(exercise).where(eq(exercise.slug, "bridge"));
    expect(drawn?.figureId).toBeTruthy();
    await tx
      .update(exercise)
      .set({ figureId: drawn?.figureId })
      .where(and(eq(exercise.slug, plan.slug), eq(exercise.clinicId, plan.clinicId)));
  });
  const [item] = (await overview(plan)).draft.changes ?? [];
  expect(item?.details).toEqual(["Picture or video updated"]);
  expect(await publish(plan, plan.revision)).toMatchObject({ number: 2 });
});

test("reworded advice can be published", async () => {
  const plan = await makePlan();
  const advice = await makeAdvice("Go easy");
  const wanted = { ...input(plan.planId, 1, line("bridge")), advice: [advice.id] };
  const saved = await saveDraft(plan.access, wanted, NOW);
  const { planId } = plan;
  const first = await publishPlan(plan.access, { planId, revision: saved.revision }, NOW);
  await advice.reword("Go gently");
  const record = await plan.therapist.record(plan.patient.patientId, "view-record");
  const { active } = await planOverview(record, { origin, now: NOW });
  expect(active?.draft.changes).toMatchObject([
    { title: "Advice", details: ["Words updated: Go easy (en)"] },
  ]);
  const second = await publishPlan(plan.access, { planId, revision: first.revision }, NOW);
  expect(second.number).toBe(2);
  await advice.retire();
});

test("the builder is told what the version holds and what the library says now", async () => {
  const plan = await published();
  const wanted = { planId: plan.planId, origin, therapistName: "Maya Rao", now: NOW };
  const before = await builderOf(plan.access, wanted);
  const [own] = plan.lines;
  expect(before.marks.library.exercises[plan.slug]).toEqual(
    before.marks.latest?.lines[own?.lineId ?? ""],
  );
  await change(plan, 1, {
    noTraits: false,
    words: { en: WORDS, es: { ...WORDS, name: "Bandeja" } },
  });
  const asked = { slugs: [plan.slug], locale: "es" };
  const now = await exercisesNow(plan.therapist.access("view-library"), asked);
  expect(now[plan.slug]).toMatchObject({
    exercise: { ready: false, isRetired: false },
    words: { name: "Bandeja", writtenIn: null },
  });
  expect(now[plan.slug]?.marks).toEqual(
    (await builderOf(plan.access, wanted)).marks.library.exercises[plan.slug],
  );
  const held = before.marks.latest?.lines[own?.lineId ?? ""];
  expect(now[plan.slug]?.marks.words.en).toBe(held?.words.en);
  expect(now[plan.slug]?.marks.words.es).not.toBe(held?.words.es);
});
