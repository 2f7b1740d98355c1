import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { prescribedExercise } from "@/db/schema/plan";
import { addDays, localDate } from "@/lib/domain/calendar/local-date";
import { NO_ENTRY, type Phase } from "@/lib/domain/plan/phase";
import { openOn } from "@/lib/domain/schedule/due";
import { Conflict, Invalid, NotFound } from "@/lib/errors/app-error";
import { beginPhase } from "@/lib/features/plans/begin-phase";
import { planDocuments } from "@/lib/features/plans/document-queries";
import type { ContentLine } from "@/lib/features/plans/draft-content";
import { readDraft, readVersionContent } from "@/lib/features/plans/draft-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { planFacts } from "@/lib/features/sessions/fact-queries";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeStaff } from "@/tests/support/fixtures";
import { addCondition, HOLD_25, input, line, makePlan, NOW, stranger } from "./plan-setup";

const TODAY = localDate("2026-11-20");

const phase = (name: string, change: Partial<Phase> = {}): Phase => ({
  ...{ phaseId: newId(), name, aim: null, startsOn: null, entry: NO_ENTRY },
  ...change,
});
const SETTLE = phase("Settle", { aim: "Calm the back" });
const MOVE = phase("Move", { entry: { painMax: 3, sessionsMin: 6, adherenceMin: null } });

const step = (slug: string, direction: "easier" | "harder" = "easier") => ({
  ...{ stepId: newId(), direction, slug, dosage: { ...HOLD_25, holdSeconds: 10 } },
});

/** A plan with all that a line can say. */
function whole(): ContentLine[] {
  return [
    line("cat-cow", { phaseId: SETTLE.phaseId, mustDo: true }),
    line("bridge", {
      phaseId: MOVE.phaseId,
      painLimits: { greenMax: 2, amberMax: 4 },
      ladder: [step("abdominal-bracing"), step("clamshell", "harder")],
    }),
    line("clamshell", { startsOn: addDays(TODAY, 3), endsOn: addDays(TODAY, 5) }),
  ];
}

async function published(lines = whole(), phases = [SETTLE, MOVE], more = {}) {
  const plan = await makePlan();
  const { access, planId } = plan;
  const saved = await saveDraft(access, { ...input(planId, 1, ...lines), phases, ...more }, NOW);
  const version = await publishPlan(access, { planId, revision: saved.revision }, NOW);
  return { ...plan, lines, ...version };
}
type Published = Awaited<ReturnType<typeof published>>;

/** Slugs that may be due on each of the first days. */
async function openDays({ access, clinicId, patient, planId, lines }: Published, days: number) {
  const facts = await inScope(access.scope, (tx) =>
    planFacts(tx, { clinicId, patientId: patient.patientId, planId }),
  );
  const slugOf = new Map(lines.map(({ lineId, slug }) => [lineId, slug]));
  return Array.from({ length: days }, (_, n) =>
    openOn(facts!.versions[0]!, addDays(TODAY, n)).map(({ lineId }) => slugOf.get(lineId)),
  );
}

describe("phases, dates, stars, own limits and variants", () => {
  it("come back from draft and version as they were saved", async () => {
    const { access, clinicId, planId, lines } = await published();
    const key = { clinicId, planId };
    const [draft, version] = await inScope(access.scope, async (tx) => [
      await readDraft(tx, key),
      await readVersionContent(tx, key, 1),
    ]);
    expect(draft).toMatchObject({ lines, phases: [SETTLE, MOVE] });
    expect(version).toMatchObject({ lines, phases: [SETTLE, MOVE] });
  });

  it("reach the patient's document, variants with words of their own", async () => {
    const { access, clinicId, versionId } = await published();
    const [document] = await inScope(access.scope, (tx) =>
      planDocuments(tx, { clinicId, versionIds: [versionId], locale: "es", origin: "http://x" }),
    );
    expect(document?.phases).toEqual([SETTLE, MOVE]);
    expect(document?.exercises.map(({ slug }) => slug)).toEqual(["cat-cow", "bridge", "clamshell"]);
    expect(document?.exercises[0]).toMatchObject({ mustDo: true, phaseId: SETTLE.phaseId });
    const [easier, harder] = document?.exercises[1]?.ladder ?? [];
    expect(easier).toMatchObject({ direction: "easier", slug: "abdominal-bracing" });
    expect(easier?.steps.length).toBeGreaterThan(0);
    expect(easier?.figureId).toEqual(expect.any(String));
    expect(harder).toMatchObject({ direction: "harder", slug: "clamshell" });
  });

  it("say what may be due on which day", async () => {
    const plan = await published();
    expect(await openDays(plan, 7)).toEqual([
      ["cat-cow"],
      ["cat-cow"],
      ["cat-cow"],
      ["cat-cow", "clamshell"],
      ["cat-cow", "clamshell"],
      ["cat-cow", "clamshell"],
      ["cat-cow"],
    ]);
  });

  it("a phase with a day begins by itself; nothing is due after the plan's last day", async () => {
    const dated = { ...MOVE, startsOn: addDays(TODAY, 2), entry: NO_ENTRY };
    const lines = whole().slice(0, 2);
    const plan = await published(lines, [SETTLE, dated], { endsOn: addDays(TODAY, 3) });
    expect(await openDays(plan, 5)).toEqual([["cat-cow"], ["cat-cow"], ["bridge"], ["bridge"], []]);
  });

  it("a wanted first day later than today is the first day", async () => {
    const wantedStartOn = addDays(TODAY, 4);
    expect((await published(whole(), [SETTLE, MOVE], { wantedStartOn })).startsOn).toBe(
      wantedStartOn,
    );
    const past = { wantedStartOn: addDays(TODAY, -4) };
    expect((await published(whole(), [SETTLE, MOVE], past)).startsOn).toBe(TODAY);
  });

  it("a contraindicated variant blocks publishing like an exercise", async () => {
    const plan = await makePlan();
    await addCondition(plan.patient, "pregnancy_t2t3");
    const risky = step("prone-press-up", "harder");
    const lines = [line("bridge", { ladder: [risky] })];
    const saved = await saveDraft(plan.access, input(plan.planId, 1, ...lines), NOW);
    const publishing = publishPlan(
      plan.access,
      { planId: plan.planId, revision: saved.revision },
      NOW,
    );
    await expect(publishing).rejects.toMatchObject({
      fieldErrors: { [`lines.${risky.stepId}`]: expect.stringContaining("Contraindicated") },
    });
  });

  it.each<[string, object, ContentLine[], string]>([
    ["a phase without a name", { phases: [phase(" ")] }, [line("bridge")], "form"],
    [
      "a phase with nothing to do",
      { phases: [SETTLE, MOVE] },
      [line("bridge", { phaseId: SETTLE.phaseId })],
      "form",
    ],
    ["a plan that ends before it starts", { endsOn: "2026-11-19" }, [line("bridge")], "form"],
  ])("%s is saved, but not published", async (_, more, lines, field) => {
    const { access, planId } = await makePlan();
    const saved = await saveDraft(access, { ...input(planId, 1, ...lines), ...more }, NOW);
    await expect(
      publishPlan(access, { planId, revision: saved.revision }, NOW),
    ).rejects.toMatchObject({ fieldErrors: { [field]: expect.any(String) } });
  });

  const same = step("clamshell");
  it.each<[string, object, Partial<ContentLine>, string]>([
    [
      "an end before its start",
      {},
      { startsOn: addDays(TODAY, 2), endsOn: TODAY },
      "lines.0.endsOn",
    ],
    ["a day that is none", {}, { startsOn: "2026-02-30" as never }, "lines.0.startsOn"],
    ["amber below green", {}, { painLimits: { greenMax: 5, amberMax: 4 } }, "lines.0.painLimits"],
    ["a variant of itself", {}, { ladder: [step("bridge")] }, "lines.0.ladder"],
    [
      "a variant that is not in the library",
      {},
      { ladder: [step("no-such")] },
      "lines.0.ladder.0.slug",
    ],
    [
      "one variant under one id twice",
      {},
      { ladder: [same, { ...same, slug: "cat-cow" }] },
      "lines",
    ],
    [
      "a variant without sets",
      {},
      { ladder: [{ ...same, dosage: { ...HOLD_25, sets: 0 } }] },
      "lines.0.ladder.0.dosage.sets",
    ],
    [
      "pain 11 to begin a phase",
      { phases: [SETTLE, phase("x", { entry: { ...NO_ENTRY, painMax: 11 } })] },
      {},
      "phases.1.painMax",
    ],
    ["seven phases", { phases: Array.from({ length: 7 }, () => phase("x")) }, {}, "phases"],
    [
      "an aim of a thousand letters",
      { phases: [phase("x", { aim: "x".repeat(1000) })] },
      {},
      "phases.0.aim",
    ],
  ])("%s is an error at its field, and nothing is saved", async (_, more, change, field) => {
    const { access, clinicId, planId } = await makePlan();
    const saving = saveDraft(access, { ...input(planId, 1, line("bridge", change)), ...more }, NOW);
    await expect(saving).rejects.toMatchObject({ fieldErrors: { [field]: expect.any(String) } });
    const draft = await inScope(access.scope, (tx) => readDraft(tx, { clinicId, planId }));
    expect(draft).toMatchObject({ revision: 1, lines: [], phases: [] });
  });
});

describe("beginning a phase", () => {
  it("makes its exercises due from today, audited; an earlier one may come back", async () => {
    const plan = await published(whole().slice(0, 2));
    const { access, planId, clinicId } = plan;
    const on = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    expect(await beginPhase(access, { planId, phaseId: MOVE.phaseId }, on(2))).toBe(
      addDays(TODAY, 2),
    );
    await beginPhase(access, { planId, phaseId: SETTLE.phaseId }, on(4));
    expect((await openDays(plan, 6)).flat()).toEqual([
      ...["cat-cow", "cat-cow"],
      ...["bridge", "bridge"],
      ...["cat-cow", "cat-cow"],
    ]);
    expect(await auditTrail(clinicId, "plan.begin-phase")).toHaveLength(2);
  });

  it("is refused for the one in force, and for one that the version does not have", async () => {
    const { access, planId } = await published();
    const begin = (phaseId: string) => beginPhase(access, { planId, phaseId }, NOW);
    await expect(begin(SETTLE.phaseId)).rejects.toBeInstanceOf(Conflict);
    await expect(begin(newId())).rejects.toBeInstanceOf(NotFound);
    await expect(begin("settle")).rejects.toBeInstanceOf(Invalid);
  });

  it("of another clinic's plan is not found; the front desk is refused", async () => {
    const { planId, clinic } = await published();
    const wanted = { planId, phaseId: MOVE.phaseId };
    await expect(beginPhase(await stranger(), wanted, NOW)).rejects.toBeInstanceOf(NotFound);
    const desk = await makeStaff(clinic, "front_desk");
    expect(() => desk.access("prescribe")).toThrow();
  });

  it("a stepped-down exercise is measured against the easier dose", async () => {
    const plan = await published();
    const facts = await inScope(plan.access.scope, (tx) =>
      planFacts(tx, { ...plan, patientId: plan.patient.patientId }),
    );
    const bridge = facts!.versions[0]!.exercises[1]!;
    expect(bridge.easier?.holdSeconds).toBe(10);
    const rows = await inScope(plan.access.scope, (tx) =>
      tx
        .select()
        .from(prescribedExercise)
        .where(
          and(
            eq(prescribedExercise.clinicId, plan.clinicId),
            eq(prescribedExercise.versionId, plan.versionId),
          ),
        ),
    );
    expect(rows).toHaveLength(5);
    expect(facts!.versions[0]!.exercises).toHaveLength(3);
  });
});
