import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { readDraft } from "@/lib/features/plans/draft-queries";
import { endPlan } from "@/lib/features/plans/end-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeStaff } from "@/tests/support/fixtures";
import { DEFAULT_ADVICE, HOLD_25, input, line, makePlan, NOW, stranger } from "./plan-setup";

type Plan = Awaited<ReturnType<typeof makePlan>>;
const draftOf = ({ access, clinicId, planId }: Plan) =>
  inScope(access.scope, (tx) => readDraft(tx, { clinicId, planId }));

describe("saving a draft", () => {
  it("keeps every field and the order, and is audited by names", async () => {
    const plan = await makePlan();
    const dosage = {
      ...HOLD_25,
      sets: 2,
      restSeconds: 30,
      loadGrams: 2500,
      tempo: "3-1-2",
      side: "left" as const,
      frequency: {
        pattern: "weekdays" as const,
        weekdays: [1, 3, 5] as const,
        daysPerWeekMin: null,
        daysPerWeekMax: null,
        timesPerDayMin: 2,
        timesPerDayMax: 3,
      },
    };
    const first = line("single-knee-to-chest", { dosage, cue: " Slowly ", caution: "No pain" });
    const second = line("cat-cow");
    const saved = await saveDraft(
      plan.access,
      { ...input(plan.planId, 1, second, first), note: "See you on Friday" },
      NOW,
    );
    expect(saved).toEqual({ revision: 2, updatedAt: NOW });
    const draft = await draftOf(plan);
    expect(draft?.lines).toEqual([second, { ...first, cue: "Slowly" }]);
    expect(draft).toMatchObject({ note: "See you on Friday", updatedBy: plan.therapist.name });
    expect(await auditTrail(plan.clinicId, "plan.save-draft")).toMatchObject([
      { subjectId: plan.planId, patientId: plan.patient.patientId, fields: ["added", "note"] },
    ]);
  });

  it("from an older revision overwrites nothing and hands over what stands", async () => {
    const plan = await makePlan();
    const colleague = (await makeStaff(plan.clinic, "therapist", { name: "Tom Ferris" })).access(
      "prescribe",
    );
    const theirs = line("cat-cow");
    await saveDraft(colleague, input(plan.planId, 1, theirs), NOW);
    const mine = saveDraft(plan.access, input(plan.planId, 1, line("childs-pose")), NOW);
    await expect(mine).rejects.toBeInstanceOf(Conflict);
    await expect(mine).rejects.toMatchObject({
      current: { revision: 2, updatedBy: "Tom Ferris", lines: [theirs] },
    });
    expect((await draftOf(plan))?.lines).toEqual([theirs]);
  });

  it("by two at once is taken once", async () => {
    const plan = await makePlan();
    const both = await Promise.allSettled(
      ["cat-cow", "childs-pose"].map((slug) =>
        saveDraft(plan.access, input(plan.planId, 1, line(slug)), NOW),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const draft = await draftOf(plan);
    expect(draft?.revision).toBe(2);
    expect(draft?.lines).toHaveLength(1);
  });

  it("with nothing changed raises no revision", async () => {
    const plan = await makePlan();
    expect(await saveDraft(plan.access, input(plan.planId, 1), NOW)).toMatchObject({ revision: 1 });
    expect(await auditTrail(plan.clinicId, "plan.save-draft")).toEqual([]);
  });

  const dose = (change: object) => ({
    lines: [line("cat-cow", { dosage: { ...HOLD_25, ...change } })],
  });
  const often = (change: object) => dose({ frequency: { ...HOLD_25.frequency, ...change } });
  it.each([
    ["hold -5", dose({ holdSeconds: -5 }), "lines.0.dosage.holdSeconds"],
    ["10,000 reps", dose({ reps: 10_000 }), "lines.0.dosage.reps"],
    ["half a set", dose({ sets: 0.5 }), "lines.0.dosage.sets"],
    ["reps as text", dose({ reps: "3" }), "lines.0.dosage.reps"],
    ["reps and a time", dose({ durationSeconds: 60 }), "lines.0.dosage.reps"],
    ["not a number", dose({ sets: Number.NaN }), "lines.0.dosage.sets"],
    ["a tempo in words", dose({ tempo: "slow" }), "lines.0.dosage.tempo"],
    ["a side that is none", dose({ side: "up" }), "lines.0.dosage.side"],
    ["13 times a day", often({ timesPerDayMax: 13 }), "lines.0.dosage.frequency.timesPerDayMax"],
    ["3 to 2 times", often({ timesPerDayMin: 3 }), "lines.0.dosage.frequency.timesPerDayMax"],
    ["no weekday", often({ pattern: "weekdays" }), "lines.0.dosage.frequency.weekdays"],
    ["an unknown exercise", { lines: [line("no-such-thing")] }, "lines.0.slug"],
    ["an exercise to avoid", { lines: [line("cat-cow"), line("neck-circles")] }, "lines.1.slug"],
    ["an id that is none", { lines: [line("cat-cow", { lineId: "1 or 1=1" })] }, "lines.0.lineId"],
    ["a 2 MB cue", { lines: [line("cat-cow", { cue: "x".repeat(2_000_000) })] }, "lines.0.cue"],
    ["a 2 MB note", { note: "x".repeat(2_000_000) }, "note"],
    ["a zero byte", { note: "a\0b" }, "note"],
    ["41 exercises", { lines: Array.from({ length: 41 }, () => line("cat-cow")) }, "lines"],
    ["no exercises at all", { lines: null }, "lines"],
    ["advice that nobody knows", { advice: [...DEFAULT_ADVICE, "be-brave"] }, "advice.6"],
    ["advice of another kind of thing", { advice: ["cat-cow"] }, "advice.0"],
    ["advice with a zero byte", { advice: ["warm-up\0first"] }, "advice.0"],
    ["a 2 MB advice", { advice: ["x".repeat(2_000_000)] }, "advice.0"],
    ["advice that is a number", { advice: [7] }, "advice.0"],
    ["the same advice twice", { advice: ["move-slowly", "move-slowly"] }, "advice"],
    ["13 pieces of advice", { advice: Array.from({ length: 13 }, (_, i) => `a-${i}`) }, "advice"],
    ["no list of advice", { advice: undefined }, "advice"],
    ["a revision in words", { revision: "1" }, "revision"],
  ])("%s is an error by its field and saves nothing", async (_, part, field) => {
    const plan = await makePlan();
    const save = saveDraft(plan.access, { ...input(plan.planId, 1), ...part }, NOW);
    await expect(save).rejects.toBeInstanceOf(Invalid);
    const { fieldErrors } = (await save.catch((error) => error)) as Invalid;
    expect(Object.keys(fieldErrors)).toContain(field);
    expect(fieldErrors[field]).toMatch(/^[A-Z].*\.$/);
    expect((await draftOf(plan))?.revision).toBe(1);
  });

  it("refuses a pain rule whose limits cross, and one exercise under one id twice", async () => {
    const plan = await makePlan();
    const base = input(plan.planId, 1);
    const crossed = { ...base, painRule: { ...base.painRule, greenMax: 6 } };
    await expect(saveDraft(plan.access, crossed, NOW)).rejects.toMatchObject({
      fieldErrors: { "painRule.amberMax": expect.any(String) },
    });
    const one = line("cat-cow");
    const twice = saveDraft(plan.access, input(plan.planId, 1, one, one), NOW);
    await expect(twice).rejects.toMatchObject({ fieldErrors: { lines: expect.any(String) } });
  });

  it("finds no plan of another clinic, none that is absent, and none without an id", async () => {
    const plan = await makePlan();
    const other = await stranger();
    await expect(saveDraft(other, input(plan.planId, 1), NOW)).rejects.toBeInstanceOf(NotFound);
    const absent = input("0198a0a0-0000-7000-8000-000000000000", 1);
    await expect(saveDraft(plan.access, absent, NOW)).rejects.toBeInstanceOf(NotFound);
    await expect(saveDraft(plan.access, input("1", 1), NOW)).rejects.toBeInstanceOf(Invalid);
  });

  it("is not for the front desk, and not for a plan that has ended", async () => {
    const plan = await makePlan();
    const desk = await makeStaff(plan.clinic, "front_desk");
    expect(() => desk.access("prescribe")).toThrow(Refused);
    await endPlan(plan.access, { planId: plan.planId }, NOW);
    const late = saveDraft(plan.access, input(plan.planId, 1, line("cat-cow")), NOW);
    await expect(late).rejects.toBeInstanceOf(Conflict);
  });
});
