import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { episode } from "@/db/schema/patient";
import { plan } from "@/db/schema/plan";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { createPlan } from "@/lib/features/plans/create-plan";
import { readDraft } from "@/lib/features/plans/draft-queries";
import { endPlan } from "@/lib/features/plans/end-plan";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makePatient, makeStaff } from "@/tests/support/fixtures";
import { makePlan, NOW } from "./plan-setup";

describe("a new plan", () => {
  it("has an empty draft with the clinic's own pain rule, an episode, and is audited", async () => {
    const clinic = await makeClinic({ greenMax: 2, amberMax: 4, redText: "Ring us" });
    const therapist = await makeStaff(clinic);
    const patient = await makePatient(clinic);
    const record = await therapist.record(patient.patientId, "prescribe");
    const { planId } = await createPlan(record, { title: "  Neck  " }, NOW);
    const key = { clinicId: clinic.clinicId, planId };
    const draft = await inScope(record.scope, (tx) => readDraft(tx, key));
    expect(draft).toMatchObject({ revision: 1, basedOn: 0, note: null, lines: [] });
    expect(draft?.painRule).toMatchObject({ greenMax: 2, amberMax: 4, redText: "Ring us" });
    const [row] = await inScope(record.scope, (tx) =>
      tx.select().from(plan).where(eq(plan.id, planId)),
    );
    expect(row).toMatchObject({ title: "Neck", latestVersion: 0, startedOn: null });
    expect(row?.qrToken.length).toBeGreaterThanOrEqual(22);
    expect(await auditTrail(clinic.clinicId, "plan.create")).toMatchObject([
      { subjectId: planId, patientId: patient.patientId, actorUserId: therapist.userId },
    ]);
  });

  it("is refused while the episode has an active one, and says which", async () => {
    const { record, planId } = await makePlan();
    const second = createPlan(record, { title: "Another" }, NOW);
    await expect(second).rejects.toBeInstanceOf(Conflict);
    await expect(second).rejects.toMatchObject({ current: { planId } });
  });

  it("made twice at once is made once", async () => {
    const clinic = await makeClinic();
    const therapist = await makeStaff(clinic);
    const patient = await makePatient(clinic);
    const record = await therapist.record(patient.patientId, "prescribe");
    const made = await Promise.allSettled([
      createPlan(record, { title: "One" }, NOW),
      createPlan(record, { title: "Two" }, NOW),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const episodes = await inScope(record.scope, (tx) =>
      tx
        .select()
        .from(episode)
        .where(
          and(eq(episode.clinicId, clinic.clinicId), eq(episode.patientId, patient.patientId)),
        ),
    );
    expect(episodes).toHaveLength(1);
  });

  it("may follow in the same episode once the first has ended", async () => {
    const { record, access, planId } = await makePlan();
    await endPlan(access, { planId }, NOW);
    await expect(createPlan(record, { title: "Next" }, NOW)).resolves.toHaveProperty("planId");
  });

  it.each([
    [{}],
    [{ title: " " }],
    [{ title: "x".repeat(121) }],
    [{ title: 5 }],
    [null],
    ["title"],
  ])("%j is an error by field", async (bad) => {
    const clinic = await makeClinic();
    const patient = await makePatient(clinic);
    const record = await (await makeStaff(clinic)).record(patient.patientId, "prescribe");
    await expect(createPlan(record, bad, NOW)).rejects.toBeInstanceOf(Invalid);
  });

  it("needs a record of the own clinic, and a role that prescribes", async () => {
    const clinic = await makeClinic();
    const patient = await makePatient(clinic);
    const other = await makeStaff(await makeClinic());
    await expect(other.record(patient.patientId, "prescribe")).rejects.toBeInstanceOf(NotFound);
    const desk = await makeStaff(clinic, "front_desk");
    await expect(desk.record(patient.patientId, "prescribe")).rejects.toBeInstanceOf(Refused);
  });
});
