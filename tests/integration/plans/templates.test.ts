import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { episode } from "@/db/schema/patient";
import { plan } from "@/db/schema/plan";
import { templateContent } from "@/db/seed/library-templates";
import { checkPrecautions } from "@/lib/domain/cautions/precaution-check";
import { planBurden } from "@/lib/domain/dosage/burden";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { applyTemplate } from "@/lib/features/plans/apply-template";
import { builderOf } from "@/lib/features/plans/builder-queries";
import { createPlan } from "@/lib/features/plans/create-plan";
import { readDraft } from "@/lib/features/plans/draft-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { templateChoices } from "@/lib/features/plans/template-choice-queries";
import { templateDetail } from "@/lib/features/templates/queries";
import { templateRules } from "@/lib/features/templates/template-rules";
import {
  changeOwnTemplate,
  makeOwnExercise,
  makeOwnTemplate,
  retireOwnTemplate,
} from "@/tests/integration/templates/own-template";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makePatient, makeStaff } from "@/tests/support/fixtures";
import { addCondition, HOLD_25, input, line, makePlan, NOW } from "./plan-setup";

const KNEE = "knee-osteoarthritis";
const HOSTILE = ["knee", "%", "\0", "x".repeat(100_000), "ركبة", KNEE.toUpperCase()];

async function makePeople(language: "en" | "es" = "en") {
  const clinic = await makeClinic();
  const therapist = await makeStaff(clinic);
  const patient = await makePatient(clinic, { language });
  const record = await therapist.record(patient.patientId, "prescribe");
  const { clinicId } = clinic;
  const draftOf = async (planId: string) => {
    const draft = await inScope(record.scope, (tx) => readDraft(tx, { clinicId, planId }));
    if (!draft) throw new Error("the plan has no draft");
    return draft;
  };
  return { clinic, clinicId, therapist, patient, record, draftOf };
}

describe("a plan that starts from a template", () => {
  it.each(templateContent())("has every dose of $id as it is, and asks as much", async (set) => {
    const { record, therapist, draftOf, clinicId } = await makePeople();
    const made = await createPlan(record, { title: "New", templateId: set.id }, NOW);
    expect(made).toMatchObject({ added: set.lines.length, leftOut: [] });
    const draft = await draftOf(made.planId);
    expect(draft.lines.map(({ slug, dosage }) => ({ slug, dosage }))).toEqual(set.lines);
    expect(new Set(draft.lines.map(({ lineId }) => lineId)).size).toBe(set.lines.length);
    expect(draft).toMatchObject({ note: set.en.note, revision: 1, basedOn: 0 });
    const { burden } = await templateDetail(therapist.access("view-library"), set.id);
    expect(planBurden(draft.lines.map(({ dosage }) => dosage))).toEqual(burden);
    expect(await auditTrail(clinicId, "plan.create")).toMatchObject([
      { subjectId: made.planId, fields: ["template"] },
    ]);
  });

  it("has the note in the patient's language, and none where there is none in it", async () => {
    const es = templateContent().find(({ id }) => id === KNEE)?.es;
    const { record, draftOf, therapist, clinic } = await makePeople("es");
    const made = await createPlan(record, { title: "Rodilla", templateId: KNEE }, NOW);
    expect((await draftOf(made.planId)).note).toBe(es?.note);
    const lines = [{ slug: "bridge", dosage: HOLD_25 }];
    const templateId = await makeOwnTemplate(therapist, { note: "Only in English", lines });
    const other = await makePatient(clinic, { language: "es" });
    const access = await therapist.record(other.patientId, "prescribe");
    const second = await createPlan(access, { title: "Otra", templateId }, NOW);
    expect((await draftOf(second.planId)).note).toBeNull();
  });

  it("leaves out what cannot be prescribed, and names it", async () => {
    const { record, draftOf, therapist } = await makePeople();
    const old = await makeOwnExercise(therapist, { name: "Old one", retired: true });
    const raw = await makeOwnExercise(therapist, { name: "Raw one", ready: false });
    const lines = ["bridge", old, "neck-circles", raw, old].map((slug) => ({
      slug,
      dosage: HOLD_25,
    }));
    const templateId = await makeOwnTemplate(therapist, { lines });
    const made = await createPlan(record, { title: "Knee", templateId }, NOW);
    expect(made).toMatchObject({ added: 1, leftOut: ["Old one", "Neck circles", "Raw one"] });
    expect((await draftOf(made.planId)).lines.map(({ slug }) => slug)).toEqual(["bridge"]);
  });

  it.each([...HOSTILE, 5, {}, ["a"]])(
    "%j is an error at its field, and nothing is made",
    async (templateId) => {
      const { record, clinicId } = await makePeople();
      const making = createPlan(record, { title: "Knee", templateId }, NOW);
      await expect(making).rejects.toMatchObject({
        name: "Invalid",
        fieldErrors: { templateId: expect.stringMatching(/template/) },
      });
      const made = await inScope(record.scope, async (tx) => [
        ...(await tx.select().from(plan).where(eq(plan.clinicId, clinicId))),
        ...(await tx.select().from(episode).where(eq(episode.clinicId, clinicId))),
      ]);
      expect(made).toEqual([]);
    },
  );

  it.each(["", null, undefined])("%j is an empty plan", async (templateId) => {
    const { record, draftOf } = await makePeople();
    const { planId } = await createPlan(record, { title: "Knee", templateId }, NOW);
    expect(await draftOf(planId)).toMatchObject({ lines: [], note: null });
  });

  it("cannot start from another clinic's, or from a retired one", async () => {
    const { record, therapist } = await makePeople();
    const lines = [{ slug: "bridge", dosage: HOLD_25 }];
    const foreign = await makeOwnTemplate(await makeStaff(await makeClinic()), { lines });
    const retired = await makeOwnTemplate(therapist, { lines });
    await retireOwnTemplate(therapist, retired);
    for (const templateId of [foreign, retired])
      await expect(createPlan(record, { title: "Knee", templateId }, NOW)).rejects.toMatchObject({
        fieldErrors: { templateId: "This template is no longer here. Choose another." },
      });
  });

  it("keeps its lines and its note when the template is edited later", async () => {
    const { record, therapist, draftOf } = await makePeople();
    const lines = [{ slug: "bridge", dosage: HOLD_25 }];
    const templateId = await makeOwnTemplate(therapist, { note: "First words", lines });
    const { planId } = await createPlan(record, { title: "Knee", templateId }, NOW);
    const before = await draftOf(planId);
    const heavier = { slug: "bridge", dosage: { ...HOLD_25, sets: 5, loadGrams: 2000 } };
    await changeOwnTemplate(
      therapist,
      templateId,
      [heavier, { slug: "clamshell", dosage: HOLD_25 }],
      "Other words",
    );
    expect(await draftOf(planId)).toEqual(before);
    expect(before).toMatchObject({ note: "First words", lines: [{ dosage: HOLD_25 }] });
  });

  it("is checked like any other: what is contraindicated is flagged, and not published", async () => {
    const { record, therapist, patient } = await makePeople();
    const { lines } = await templateDetail(therapist.access("view-library"), KNEE);
    const rule = templateRules(lines).find(({ severity }) => severity === "contraindicated");
    await addCondition(patient, rule?.conditionId ?? "");
    const { planId } = await createPlan(record, { title: "Knee", templateId: KNEE }, NOW);
    const access = therapist.access("prescribe");
    const data = await builderOf(access, { planId, origin: "", therapistName: "", now: NOW });
    const { findings } = checkPrecautions({
      patientConditions: data.conditions,
      exercises: data.draft.lines.map(({ lineId, slug, dosage }) => {
        const { traits = [], regions = [] } = data.exercises[slug] ?? {};
        return { lineId, slug, traits, regions, side: dosage.side };
      }),
      today: data.today,
      rules: data.rules,
    });
    const slugOf = new Map(data.draft.lines.map(({ lineId, slug }) => [lineId, slug]));
    const flagged = findings.filter(({ severity }) => severity === "contraindicated");
    expect(flagged.flatMap(({ lineIds }) => lineIds.map((id) => slugOf.get(id)))).toEqual(
      rule?.exercises.map(({ slug }) => slug),
    );
    await expect(publishPlan(access, { planId, revision: 1 }, NOW)).rejects.toBeInstanceOf(Invalid);
  });
});

describe("a template for somebody of the caseload", () => {
  it("makes a plan in their language when there is none", async () => {
    const { record, draftOf } = await makePeople("es");
    const applied = await applyTemplate(record, { templateId: KNEE }, NOW);
    expect(applied).toMatchObject({ added: 5, alreadyIn: [], leftOut: [] });
    const [row] = await inScope(record.scope, (tx) =>
      tx.select().from(plan).where(eq(plan.id, applied.planId)),
    );
    expect(row?.title).toBe("Artrosis de rodilla, inicio");
    expect((await draftOf(applied.planId)).lines).toHaveLength(5);
  });

  it("goes behind what is in the draft, without what is in it already, and is audited", async () => {
    const { record, access, planId, clinicId } = await makePlan();
    const bridge = line("bridge", { cue: "Slowly" });
    await saveDraft(access, { ...input(planId, 1, bridge), note: "Mine" }, NOW);
    const applied = await applyTemplate(record, { templateId: KNEE }, NOW);
    expect(applied).toEqual({ planId, added: 4, alreadyIn: ["Bridge"], leftOut: [] });
    const draft = await inScope(record.scope, (tx) => readDraft(tx, { clinicId, planId }));
    expect(draft).toMatchObject({ revision: 3, note: "Mine" });
    expect(draft?.lines[0]).toEqual(bridge);
    expect(draft?.lines.map(({ slug }) => slug)).toEqual([
      "bridge",
      "heel-slide",
      "quad-set",
      "sit-to-stand",
      "standing-hip-abduction",
    ]);
    const trail = await auditTrail(clinicId, "plan.save-draft");
    expect(trail).toHaveLength(2);
    expect(trail.map(({ fields }) => fields)).toContainEqual(["added"]);
  });

  it("used twice adds nothing the second time, and writes nothing", async () => {
    const { record, draftOf } = await makePeople();
    const { planId } = await applyTemplate(record, { templateId: KNEE }, NOW);
    const before = await draftOf(planId);
    const again = await applyTemplate(record, { templateId: KNEE }, NOW);
    expect(again).toMatchObject({ planId, added: 0 });
    expect(again.alreadyIn).toHaveLength(5);
    expect(await draftOf(planId)).toEqual(before);
  });

  it("used twice at once makes one plan", async () => {
    const { record, clinicId } = await makePeople();
    const both = await Promise.allSettled([
      applyTemplate(record, { templateId: KNEE }, NOW),
      applyTemplate(record, { templateId: KNEE }, NOW),
    ]);
    for (const one of both)
      if (one.status === "rejected") expect(one.reason).toBeInstanceOf(Conflict);
    const plans = await inScope(record.scope, (tx) =>
      tx.select().from(plan).where(eq(plan.clinicId, clinicId)),
    );
    expect(plans).toHaveLength(1);
  });

  it("finds no room beyond forty exercises, says so, and adds none", async () => {
    const { record, access, planId, clinicId } = await makePlan();
    const many = Array.from({ length: 36 }, () => line("clamshell"));
    await saveDraft(access, input(planId, 1, ...many), NOW);
    await expect(applyTemplate(record, { templateId: KNEE }, NOW)).rejects.toMatchObject({
      fieldErrors: {
        templateId: "A plan holds at most 40 exercises: there are 36 in it, and these are 5 more.",
      },
    });
    const draft = await inScope(record.scope, (tx) => readDraft(tx, { clinicId, planId }));
    expect(draft).toMatchObject({ revision: 2 });
    expect(draft?.lines).toHaveLength(36);
  });

  it.each([...HOSTILE, 5, null, undefined])("%j is an error at its field", async (templateId) => {
    const { record } = await makePlan();
    await expect(applyTemplate(record, { templateId }, NOW)).rejects.toMatchObject({
      fieldErrors: { templateId: expect.stringMatching(/template/) },
    });
  });

  it("needs a record of the own clinic, and a role that prescribes", async () => {
    const { patient, clinic } = await makePeople();
    const other = await makeStaff(await makeClinic());
    await expect(other.record(patient.patientId, "prescribe")).rejects.toBeInstanceOf(NotFound);
    const desk = await makeStaff(clinic, "front_desk");
    await expect(desk.record(patient.patientId, "prescribe")).rejects.toBeInstanceOf(Refused);
  });
});

it("the templates for the patient's conditions are offered first", async () => {
  const { therapist, patient } = await makePeople();
  await addCondition(patient, "knee_oa");
  const access = await therapist.record(patient.patientId, "view-record");
  const choices = await templateChoices(access, therapist.access("view-library"), NOW);
  expect(choices).toHaveLength(templateContent().length);
  expect(choices[0]).toMatchObject({ template: { id: KNEE }, fits: ["Knee osteoarthritis"] });
  expect(choices.slice(1).every(({ fits }) => fits.length === 0)).toBe(true);
});
