import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { patient as patientTable } from "@/db/schema/patient";
import { Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { retireExercise } from "@/lib/features/library/retire-exercise";
import { createPlan } from "@/lib/features/plans/create-plan";
import { readDraft } from "@/lib/features/plans/draft-queries";
import { endPlan } from "@/lib/features/plans/end-plan";
import { planSet, publishedPlans } from "@/lib/features/plans/plan-set-queries";
import { startOfPlan } from "@/lib/features/plans/start-choice";
import { makeOwnExercise } from "@/tests/integration/templates/own-template";
import { auditTrail } from "@/tests/support/audit-trail";
import { makePatient, makeStaff } from "@/tests/support/fixtures";
import { HOLD_25, line, makePlan, NOW, publishLines, stranger } from "./plan-setup";

describe("plans to copy from", () => {
  it("are a patient's published ones, ended ones too, each with its last version", async () => {
    const { access, planId, therapist, patient, record } = await makePlan();
    const first = await publishLines(access, planId, 1, [line("bridge")]);
    await publishLines(access, planId, first.revision, [line("bridge"), line("clamshell")]);
    await endPlan(access, { planId }, NOW);
    const draft = await createPlan(record, { title: "New" }, NOW);
    const view = await therapist.record(patient.patientId, "view-record");
    expect(await publishedPlans(view)).toMatchObject([
      { planId, title: "Low back", number: 2, exerciseCount: 2, endedOn: expect.any(String) },
    ]);
    await expect(planSet(access, { planId: draft.planId })).rejects.toBeInstanceOf(NotFound);
  });

  it("keep doses, cues and cautions exactly, and what became of an exercise is said", async () => {
    const { access, planId, therapist, clinicId, patient } = await makePlan();
    const old = await makeOwnExercise(therapist, { name: "Old one" });
    const dosage = { ...HOLD_25, sets: 4, restSeconds: 45, tempo: "2-0-2" };
    const words = { cue: "Slowly", caution: "Stop at pins" };
    await publishLines(access, planId, 1, [line("bridge", { dosage, ...words }), line(old)]);
    await retireExercise(therapist.access("edit-library"), { slug: old }, NOW);
    const set = await planSet(access, { planId });
    expect(set).toMatchObject({
      number: 1,
      language: "en",
      patientId: patient.patientId,
      lines: [
        { exercise: { slug: "bridge" }, dosage, ...words, obstacle: null },
        { exercise: { name: "Old one" }, obstacle: "retired" },
      ],
    });
    const events = await auditTrail(clinicId, "plan.view");
    expect(events.find(({ fields }) => fields.includes("copied-from"))).toMatchObject({
      subjectId: planId,
      patientId: patient.patientId,
      actorUserId: therapist.userId,
    });
  });

  it("of another clinic are not found, the front desk may not, hostile ids are errors", async () => {
    const { access, planId, clinic, patient } = await makePlan();
    await publishLines(access, planId, 1, [line("bridge")]);
    await expect(planSet(await stranger(), { planId })).rejects.toBeInstanceOf(NotFound);
    await expect(planSet(access, { planId: newId() })).rejects.toBeInstanceOf(NotFound);
    for (const id of ["", "\0", 5, null, "x".repeat(100_000)])
      await expect(planSet(access, { planId: id })).rejects.toBeInstanceOf(Invalid);
    const desk = await makeStaff(clinic, "front_desk");
    await expect(desk.record(patient.patientId, "view-record")).rejects.toBeInstanceOf(Refused);
  });

  it("say in which language their words are", async () => {
    const { access, planId, clinicId, patient } = await makePlan();
    await publishLines(access, planId, 1, [line("bridge")]);
    const { patientId } = patient;
    await inScope({ clinicId }, (tx) =>
      tx
        .update(patientTable)
        .set({ language: "es" })
        .where(and(eq(patientTable.clinicId, clinicId), eq(patientTable.id, patientId))),
    );
    expect((await planSet(access, { planId })).language).toBe("es");
  });
});

describe("a new plan that goes on from an earlier one", () => {
  it("has its doses, words and note, with lines of its own; what is retired is named", async () => {
    const { access, planId, therapist, record, clinicId } = await makePlan();
    const old = await makeOwnExercise(therapist, { name: "Old one" });
    const dosage = { ...HOLD_25, sets: 4 };
    const words = { cue: "Slowly", caution: "Stop at pins" };
    const lines = [line("bridge", { dosage, ...words, mustDo: true }), line(old)];
    await publishLines(access, planId, 1, lines);
    await endPlan(access, { planId }, NOW);
    await retireExercise(therapist.access("edit-library"), { slug: old }, NOW);
    const templateId = startOfPlan(planId);
    const made = await createPlan(record, { title: "Again", templateId }, NOW);
    expect(made).toMatchObject({ added: 1, leftOut: ["Old one"] });
    const draft = await inScope(record.scope, (tx) =>
      readDraft(tx, { clinicId, planId: made.planId }),
    );
    expect(draft?.lines).toMatchObject([{ slug: "bridge", dosage, ...words, mustDo: true }]);
    expect(draft?.lines[0]?.lineId).not.toBe(lines[0]?.lineId);
    const events = await auditTrail(clinicId, "plan.create");
    expect(events.find(({ subjectId }) => subjectId === made.planId)?.fields).toEqual([
      "earlier-plan",
    ]);
  });

  it("never another patient's, another clinic's, an unpublished one, or nonsense", async () => {
    const mine = await makePlan();
    const theirs = await makePlan();
    await publishLines(theirs.access, theirs.planId, 1, [line("bridge")]);
    const neighbour = await makePatient(mine.clinic);
    const record = await mine.therapist.record(neighbour.patientId, "prescribe");
    const draft = mine.planId;
    await publishLines(mine.access, mine.planId, 1, [line("bridge")]);
    for (const id of [draft, theirs.planId, newId(), "", "\0", "x".repeat(100_000)])
      await expect(
        createPlan(record, { title: "Again", templateId: startOfPlan(id) }, NOW),
      ).rejects.toMatchObject({
        fieldErrors: { templateId: "This plan is no longer here. Choose another start." },
      });
  });
});
