import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { exerciseText } from "@/db/schema/library";
import {
  plan as planTable,
  planVersion,
  prescribedExercise,
  prescribedExerciseText,
} from "@/db/schema/plan";
import { LOCALES } from "@/lib/domain/plan/plan-document";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { planDocuments } from "@/lib/features/plans/document-queries";
import { readDraft } from "@/lib/features/plans/draft-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeStaff } from "@/tests/support/fixtures";
import { DAY_MS, HOLD_25, input, line, makePlan, NOW, publishLines, stranger } from "./plan-setup";

type Plan = Awaited<ReturnType<typeof makePlan>>;
const versionsOf = ({ access, clinicId, planId }: Plan) =>
  inScope(access.scope, (tx) =>
    tx
      .select()
      .from(planVersion)
      .where(and(eq(planVersion.clinicId, clinicId), eq(planVersion.planId, planId)))
      .orderBy(planVersion.number),
  );
const documentOf = ({ access, clinicId }: Plan, versionId: string, locale: "en" | "es") =>
  inScope(access.scope, (tx) =>
    planDocuments(tx, { clinicId, versionIds: [versionId], locale, origin: "https://x.test" }),
  ).then(([document]) => document);

describe("publishing", () => {
  it("makes version 1 in both languages, in force today, and is audited", async () => {
    const plan = await makePlan();
    const one = line("single-knee-to-chest", { cue: "Slowly", caution: "Knee bent" });
    const published = await publishLines(plan.access, plan.planId, 1, [one, line("cat-cow")]);
    expect(published).toMatchObject({ number: 1, startsOn: "2026-11-20", revision: 3 });
    const en = await documentOf(plan, published.versionId, "en");
    const es = await documentOf(plan, published.versionId, "es");
    expect(en).toMatchObject({ versionNumber: 1, therapistName: plan.therapist.name });
    expect(en?.exercises).toMatchObject([
      { lineId: one.lineId, dosage: HOLD_25, cue: "Slowly", caution: "Knee bent" },
      { slug: "cat-cow", position: 1 },
    ]);
    expect(es?.exercises[0]?.name).not.toBe(en?.exercises[0]?.name);
    const [row] = await inScope(plan.access.scope, (tx) =>
      tx.select().from(planTable).where(eq(planTable.id, plan.planId)),
    );
    expect(row).toMatchObject({ latestVersion: 1, startedOn: "2026-11-20" });
    expect(await auditTrail(plan.clinicId, "plan.publish")).toMatchObject([
      { subjectId: published.versionId, patientId: plan.patient.patientId },
    ]);
  });

  it("freezes what people often do wrong as the library says it that day, in both languages", async () => {
    const plan = await makePlan();
    const { versionId } = await publishLines(plan.access, plan.planId, 1, [line("bridge")]);
    const library = await inScope(plan.access.scope, (tx) =>
      tx.select().from(exerciseText).where(eq(exerciseText.slug, "bridge")),
    );
    for (const locale of LOCALES) {
      const document = await documentOf(plan, versionId, locale);
      const faults = library.find((text) => text.locale === locale)?.faults;
      expect(faults?.length).toBeGreaterThan(0);
      expect(document?.exercises[0]?.faults).toEqual(faults);
    }
  });

  it("counts a later version from the next midnight of the patient, wherever the server is", async () => {
    const plan = await makePlan();
    const one = line("cat-cow");
    const { revision } = await publishLines(plan.access, plan.planId, 1, [one]);
    const lateEvening = new Date("2026-11-21T22:30:00Z");
    const changed = { ...one, dosage: { ...HOLD_25, holdSeconds: 30 } };
    const second = await publishLines(plan.access, plan.planId, revision, [changed], lateEvening);
    expect(second).toMatchObject({ number: 2, startsOn: "2026-11-22" });
    const [first, again] = await versionsOf(plan);
    expect([first?.startsOn, again?.startsOn]).toEqual(["2026-11-20", "2026-11-22"]);
    const document = await documentOf(plan, second.versionId, "en");
    expect(document?.exercises[0]).toMatchObject({
      lineId: one.lineId,
      dosage: { holdSeconds: 30 },
    });
  });

  it("by two at once makes one version; the second sees a conflict", async () => {
    const plan = await makePlan();
    const { revision } = await saveDraft(plan.access, input(plan.planId, 1, line("cat-cow")), NOW);
    const colleague = (await makeStaff(plan.clinic, "owner")).access("prescribe");
    const both = await Promise.allSettled(
      [plan.access, colleague].map((access) =>
        publishPlan(access, { planId: plan.planId, revision }, NOW),
      ),
    );
    const refused = both.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(Conflict);
    expect(await versionsOf(plan)).toHaveLength(1);
  });

  it("of what somebody changed in between is a conflict that carries the draft", async () => {
    const plan = await makePlan();
    const seen = await saveDraft(plan.access, input(plan.planId, 1, line("cat-cow")), NOW);
    const newer = line("childs-pose");
    await saveDraft(plan.access, input(plan.planId, seen.revision, newer), NOW);
    const stale = publishPlan(plan.access, { planId: plan.planId, revision: seen.revision }, NOW);
    await expect(stale).rejects.toMatchObject({ name: "Conflict", current: { lines: [newer] } });
    expect(await versionsOf(plan)).toEqual([]);
  });

  it("of nothing, and of nothing new, is refused", async () => {
    const plan = await makePlan();
    const empty = publishPlan(plan.access, { planId: plan.planId, revision: 1 }, NOW);
    await expect(empty).rejects.toMatchObject({ fieldErrors: { form: expect.any(String) } });
    const { revision } = await publishLines(plan.access, plan.planId, 1, [line("cat-cow")]);
    const again = publishPlan(
      plan.access,
      { planId: plan.planId, revision },
      new Date(NOW.getTime() + DAY_MS),
    );
    await expect(again).rejects.toBeInstanceOf(Invalid);
    expect(await versionsOf(plan)).toHaveLength(1);
  });

  it("leaves a version that nobody can change or remove", async () => {
    const plan = await makePlan();
    const { versionId } = await publishLines(plan.access, plan.planId, 1, [line("cat-cow")]);
    const { scope } = plan.access;
    const attempts = [
      () => inScope(scope, (tx) => tx.update(planVersion).set({ note: "changed" })),
      () => inScope(scope, (tx) => tx.delete(planVersion)),
      () => inScope(scope, (tx) => tx.update(prescribedExercise).set({ sets: 9 })),
      () => inScope(scope, (tx) => tx.delete(prescribedExercise)),
      () => inScope(scope, (tx) => tx.update(prescribedExerciseText).set({ name: "changed" })),
    ];
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ cause: { code: "42501" } });
    expect((await documentOf(plan, versionId, "en"))?.exercises[0]?.dosage.sets).toBe(1);
  });

  it("finds no plan of another clinic and is not for the front desk", async () => {
    const plan = await makePlan();
    const { revision } = await saveDraft(plan.access, input(plan.planId, 1, line("cat-cow")), NOW);
    const other = await stranger();
    await expect(publishPlan(other, { planId: plan.planId, revision }, NOW)).rejects.toBeInstanceOf(
      NotFound,
    );
    const desk = await makeStaff(plan.clinic, "front_desk");
    expect(() => desk.access("prescribe")).toThrow(Refused);
    expect(await versionsOf(plan)).toEqual([]);
    const draft = await inScope(plan.access.scope, (tx) => readDraft(tx, plan));
    expect(draft?.revision).toBe(revision);
  });
});
