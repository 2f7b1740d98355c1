import { describe, expect, it } from "vitest";
import { newId } from "@/db/id";
import { NO_ENTRY, type Phase } from "@/lib/domain/plan/phase";
import { Invalid, NotFound } from "@/lib/errors/app-error";
import { beginPhase } from "@/lib/features/plans/begin-phase";
import { ladderChoices } from "@/lib/features/plans/ladder-queries";
import { planOverview } from "@/lib/features/plans/overview-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { input, line, makePlan, NOW } from "./plan-setup";

const ORIGIN = "http://localhost:3000";
const phase = (name: string, entry: Partial<Phase["entry"]> = {}): Phase => ({
  ...{ phaseId: newId(), name, aim: null, startsOn: null },
  entry: { ...NO_ENTRY, ...entry },
});

async function published(phases: readonly Phase[]) {
  const plan = await makePlan();
  const { access, planId, therapist, patient } = plan;
  const lines = phases.map(({ phaseId }, i) =>
    line(["cat-cow", "bridge", "clamshell"][i] ?? "bridge", { phaseId }),
  );
  const saved = await saveDraft(access, { ...input(planId, 1, ...lines), phases }, NOW);
  await publishPlan(access, { planId, revision: saved.revision }, NOW);
  const record = await therapist.record(patient.patientId, "view-record");
  const states = async (now = NOW) =>
    (await planOverview(record, { origin: ORIGIN, now })).active?.phases ?? [];
  return { ...plan, states };
}

describe("the phases on the plan tab", () => {
  it("say which is in force, and what the others wait for; silence meets nothing", async () => {
    const phases = [
      phase("Settle"),
      phase("Move", { painMax: 3, sessionsMin: 6, adherenceMin: 80 }),
      phase("Load"),
    ];
    const { states, access, planId } = await published(phases);
    expect(await states()).toMatchObject([
      { number: 1, isInForce: true, checks: [] },
      {
        number: 2,
        isInForce: false,
        checks: [
          { field: "painMax", limit: 3, worst: null, isMet: false },
          { field: "sessionsMin", limit: 6, done: 0, isMet: false },
          { field: "adherenceMin", limit: 80, isMet: false },
        ],
      },
      { number: 3, isInForce: false, checks: [] },
    ]);
    await beginPhase(access, { planId, phaseId: phases[2]!.phaseId }, NOW);
    expect((await states()).map(({ isInForce }) => isInForce)).toEqual([false, false, true]);
  });

  it("are none for a plan without any", async () => {
    const plan = await makePlan();
    const { access, planId, therapist, patient } = plan;
    const saved = await saveDraft(access, input(planId, 1, line("bridge")), NOW);
    await publishPlan(access, { planId, revision: saved.revision }, NOW);
    const record = await therapist.record(patient.patientId, "view-record");
    const { active } = await planOverview(record, { origin: ORIGIN, now: NOW });
    expect(active?.phases).toEqual([]);
  });
});

describe("what the library names as easier and harder", () => {
  it("comes with what a card needs; an exercise without any has none", async () => {
    const { therapist } = await makePlan();
    const access = therapist.access("view-library");
    const knee = await ladderChoices(access, { slug: "single-knee-to-chest" });
    expect(knee.harder).toMatchObject([{ slug: "double-knee-to-chest", ready: true }]);
    expect(knee.easier).toEqual([]);
  });

  it("is not found for what is not in the library, and refused for nonsense", async () => {
    const { therapist } = await makePlan();
    const access = therapist.access("view-library");
    await expect(ladderChoices(access, { slug: "no-such-thing" })).rejects.toBeInstanceOf(NotFound);
    for (const slug of ["", "x".repeat(121), 7, null])
      await expect(ladderChoices(access, { slug })).rejects.toBeInstanceOf(Invalid);
  });
});
