import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { patientCondition } from "@/db/schema/patient";
import { draftExercise, precautionOverride } from "@/db/schema/plan";
import { Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { overridePrecaution } from "@/lib/features/plans/override-precaution";
import { planOverview } from "@/lib/features/plans/overview-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { withdrawOverride } from "@/lib/features/plans/withdraw-override";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeStaff } from "@/tests/support/fixtures";
import { addCondition, input, line, makePlan, NOW, publishLines, stranger } from "./plan-setup";

const RULE = { conditionId: "glaucoma", trait: "pos_inverted_full" };
const REASON = "Eye pressure was measured upside down in October.";

/** A patient with glaucoma and an inversion table in the draft: contraindicated. */
async function contraindicated() {
  const plan = await makePlan("glaucoma");
  const table = line("inversion-table");
  const saved = await saveDraft(plan.access, input(plan.planId, 1, table), NOW);
  const { planId } = plan;
  const rule = { planId, lineId: table.lineId, ...RULE };
  return { ...plan, table, rule, revision: saved.revision };
}

describe("a contraindication", () => {
  it("stops publishing by its line until a reason is given, and again when it is taken back", async () => {
    const { access, planId, revision, table, rule, clinicId } = await contraindicated();
    const publish = () => publishPlan(access, { planId, revision }, NOW);
    await expect(publish()).rejects.toMatchObject({
      fieldErrors: { [`lines.${table.lineId}`]: expect.stringContaining("Glaucoma") },
    });
    await overridePrecaution(access, { ...rule, reason: REASON }, NOW);
    await withdrawOverride(access, rule, NOW);
    await expect(publish()).rejects.toBeInstanceOf(Invalid);
    const { overrideId } = await overridePrecaution(access, { ...rule, reason: REASON }, NOW);
    await expect(publish()).resolves.toMatchObject({ number: 1 });
    const trail = await auditTrail(clinicId, "plan.override-precaution");
    expect(trail).toHaveLength(2);
    expect(trail.map(({ subjectId }) => subjectId)).toContain(overrideId);
    expect(await auditTrail(clinicId, "plan.withdraw-override")).toHaveLength(1);
  });

  it("given a second reason keeps the first as withdrawn", async () => {
    const { access, rule, clinicId } = await contraindicated();
    await overridePrecaution(access, { ...rule, reason: REASON }, NOW);
    await overridePrecaution(access, { ...rule, reason: `${REASON} And again.` }, NOW);
    const rows = await inScope(access.scope, (tx) =>
      tx.select().from(precautionOverride).where(eq(precautionOverride.clinicId, clinicId)),
    );
    expect(rows.map(({ withdrawnAt }) => withdrawnAt !== null).sort()).toEqual([false, true]);
  });

  it("of a condition that is new on the record is checked at publishing, and shown at once", async () => {
    const plan = await makePlan();
    const table = line("inversion-table");
    const { revision } = await publishLines(plan.access, plan.planId, 1, [table]);
    await addCondition(plan.patient, "glaucoma");
    const record = await plan.therapist.record(plan.patient.patientId, "view-record");
    const overview = await planOverview(record, { origin: "https://x.test", now: NOW });
    expect(overview.active?.contraindicated).toMatchObject([
      { lineId: table.lineId, conditionName: "Glaucoma" },
    ]);
    const again = saveDraft(
      plan.access,
      { ...input(plan.planId, revision, table), note: "New note" },
      NOW,
    ).then((saved) =>
      publishPlan(plan.access, { planId: plan.planId, revision: saved.revision }, NOW),
    );
    await expect(again).rejects.toBeInstanceOf(Invalid);
  });

  it("of a condition that has ended does not count any more", async () => {
    const { access, planId, revision, clinicId } = await contraindicated();
    await inScope(access.scope, (tx) =>
      tx
        .update(patientCondition)
        .set({ endedOn: sql`'2026-11-20'` })
        .where(eq(patientCondition.clinicId, clinicId)),
    );
    await expect(publishPlan(access, { planId, revision }, NOW)).resolves.toHaveProperty("number");
  });

  it.each([["short"], [""], [null], ["x".repeat(1001)], ["          "]])(
    "is not overridden by the reason %j",
    async (reason) => {
      const { access, rule } = await contraindicated();
      await expect(overridePrecaution(access, { ...rule, reason }, NOW)).rejects.toMatchObject({
        fieldErrors: { reason: expect.any(String) },
      });
    },
  );

  it("that does not stand cannot be overridden", async () => {
    const { access, rule } = await contraindicated();
    const other = { ...rule, conditionId: "osteoporosis", reason: REASON };
    await expect(overridePrecaution(access, other, NOW)).rejects.toBeInstanceOf(Invalid);
    const absent = { ...rule, lineId: newId(), reason: REASON };
    await expect(overridePrecaution(access, absent, NOW)).rejects.toBeInstanceOf(NotFound);
    await expect(withdrawOverride(access, rule, NOW)).rejects.toBeInstanceOf(NotFound);
  });

  it("is not another clinic's to override, nor the front desk's", async () => {
    const { rule, access, clinic } = await contraindicated();
    const other = await stranger();
    const given = { ...rule, reason: REASON };
    await expect(overridePrecaution(other, given, NOW)).rejects.toBeInstanceOf(NotFound);
    await overridePrecaution(access, given, NOW);
    await expect(withdrawOverride(other, rule, NOW)).rejects.toBeInstanceOf(NotFound);
    const desk = await makeStaff(clinic, "front_desk");
    expect(() => desk.access("prescribe")).toThrow(Refused);
  });
});

describe("an exercise of the avoid list", () => {
  it("that came into a draft all the same is not published", async () => {
    const { access, planId, clinicId } = await makePlan();
    const one = line("cat-cow");
    const { revision } = await saveDraft(access, input(planId, 1, one), NOW);
    await inScope(access.scope, (tx) =>
      tx
        .update(draftExercise)
        .set({ slug: "neck-circles" })
        .where(eq(draftExercise.clinicId, clinicId)),
    );
    await expect(publishPlan(access, { planId, revision }, NOW)).rejects.toMatchObject({
      fieldErrors: { [`lines.${one.lineId}`]: expect.stringContaining("avoid") },
    });
  });
});
