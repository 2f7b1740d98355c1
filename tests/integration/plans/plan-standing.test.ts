import { describe, expect, it } from "vitest";
import { newId } from "@/db/id";
import { overridePrecaution } from "@/lib/features/plans/override-precaution";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { planStanding } from "@/lib/features/plans/standing-queries";
import { makeStaff } from "@/tests/support/fixtures";
import { addCondition, HOLD_25, input, line, makePlan, NOW, publishLines } from "./plan-setup";

const PREGNANT = { conditionId: "pregnancy_t2t3", trait: "pos_prone" };
const variant = { stepId: newId(), direction: "harder" as const, slug: "prone-press-up" };

async function published(ladder = false) {
  const plan = await makePlan();
  const own = line(ladder ? "bridge" : "prone-press-up", {
    ladder: ladder ? [{ ...variant, stepId: newId(), dosage: HOLD_25 }] : [],
  });
  const { revision } = await publishLines(plan.access, plan.planId, 1, [own]);
  const record = await plan.therapist.record(plan.patient.patientId, "view-record");
  return { ...plan, own, revision, standing: () => planStanding(record, NOW) };
}

describe("how the plan that the patient has stands against the record", () => {
  it("names what a condition added since makes contraindicated, at once", async () => {
    const { patient, standing } = await published();
    expect(await standing()).toMatchObject({ contraindicated: [], overridden: [] });
    await addCondition(patient, PREGNANT.conditionId);
    const { contraindicated } = (await standing())!;
    expect(contraindicated.map(({ name }) => name)).toContain("Prone press-up");
    expect(contraindicated[0]?.reason).not.toBe("");
  });

  it("names a variant too, under its own name", async () => {
    const { patient, standing } = await published(true);
    await addCondition(patient, PREGNANT.conditionId);
    expect((await standing())?.contraindicated.map(({ name }) => name)).toContain("Prone press-up");
  });

  it("shows a reason that was given, by whom and when, in place of the warning", async () => {
    const { access, patient, planId, own, standing } = await published();
    await addCondition(patient, PREGNANT.conditionId);
    const before = (await standing())!.contraindicated;
    const reason = "Discussed with the obstetrician";
    const rule = { lineId: own.lineId, ...PREGNANT };
    await overridePrecaution(access, { planId, reason, ...rule }, NOW);
    const after = (await standing())!;
    expect(after.contraindicated.length).toBe(before.length - 1);
    expect(after.overridden).toMatchObject([{ reason, on: "2026-11-20", by: expect.any(String) }]);
  });

  it("a reason may be given for a variant, and only where it stands", async () => {
    const { access, patient, planId, own } = await published(true);
    await addCondition(patient, PREGNANT.conditionId);
    const reason = "Discussed with the obstetrician";
    const give = (lineId: string) =>
      overridePrecaution(access, { planId, reason, lineId, ...PREGNANT }, NOW);
    await expect(give(own.lineId)).rejects.toMatchObject({
      fieldErrors: { form: expect.any(String) },
    });
    await expect(give(own.ladder[0]!.stepId)).resolves.toBeTruthy();
  });

  it("is nothing before the first version, and not for the front desk", async () => {
    const plan = await makePlan();
    const { patientId } = plan.patient;
    await saveDraft(plan.access, input(plan.planId, 1, line("bridge")), NOW);
    expect(
      await planStanding(await plan.therapist.record(patientId, "view-record"), NOW),
    ).toBeNull();
    const desk = await makeStaff(plan.clinic, "front_desk");
    await expect(desk.record(patientId, "view-record")).rejects.toBeTruthy();
  });
});
