import { describe, expect, it } from "vitest";
import { newId } from "@/db/id";
import { MAX_EXERCISES } from "@/lib/domain/plan/validate-plan";
import { Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import type { ContentLine } from "@/lib/features/plans/draft-content";
import { endPlan } from "@/lib/features/plans/end-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { templateCards, templateDetail } from "@/lib/features/templates/queries";
import { saveAsTemplate } from "@/lib/features/templates/save-as-template";
import {
  HOLD_25,
  input,
  line,
  makePlan,
  NOW,
  publishLines,
  stranger,
} from "@/tests/integration/plans/plan-setup";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeStaff } from "@/tests/support/fixtures";

const ASKED = {
  number: null,
  name: "After a fall",
  summary: "",
  onlyForAuthor: false,
  takesCues: true,
  takesCautions: false,
  takesNote: false,
};

async function makeDraft() {
  const plan = await makePlan();
  const phase = {
    phaseId: newId(),
    name: "First",
    aim: "Move",
    startsOn: NOW.toISOString().slice(0, 10),
    entry: { painMax: 3, sessionsMin: null, adherenceMin: null },
  };
  const lines: ContentLine[] = [
    line("bridge", {
      dosage: { ...HOLD_25, sets: 3, loadGrams: 1500, tempo: "3-1-2" },
      cue: "Slowly",
      caution: "Stop when Elena's hip tingles",
      phaseId: phase.phaseId,
      mustDo: true,
      painLimits: { greenMax: 1, amberMax: 3 },
      ladder: [{ stepId: newId(), direction: "easier", slug: "pelvic-tilt", dosage: HOLD_25 }],
    }),
    line("clamshell", { startsOn: "2026-12-01" as ContentLine["startsOn"] }),
  ];
  const content = { ...input(plan.planId, 1, ...lines), note: "Dear Elena", phases: [phase] };
  const { revision } = await saveDraft(plan.access, content, NOW);
  const lineIds = lines.map(({ lineId }) => lineId);
  const save = (change: object = {}) =>
    saveAsTemplate(plan.access, { ...ASKED, planId: plan.planId, lineIds, ...change }, NOW);
  const read = (id: string) => templateDetail(plan.therapist.access("view-library"), id);
  return { ...plan, revision, lines, lineIds, phase, save, read };
}

describe("a template made of a draft", () => {
  it("has every dose, star, limit, variant and phase, no days, and of the words only what was asked", async () => {
    const { save, read, lines, patient, clinicId, therapist } = await makeDraft();
    const { templateId } = await save();
    const found = await read(templateId);
    expect(found).toMatchObject({
      name: "After a fall",
      origin: "clinic",
      author: therapist.name,
      writtenIn: "en",
      revision: 1,
      texts: { en: { note: "" } },
      phases: [{ name: "First", aim: "Move", startsOn: null, entry: { painMax: 3 } }],
    });
    const [bridge, clamshell] = found.lines;
    expect(bridge).toMatchObject({
      exercise: { slug: "bridge" },
      dosage: lines[0]?.dosage,
      cue: "Slowly",
      caution: null,
      mustDo: true,
      painLimits: { greenMax: 1, amberMax: 3 },
      phaseId: found.phases[0]?.phaseId,
      ladder: [{ direction: "easier", exercise: { slug: "pelvic-tilt" }, dosage: HOLD_25 }],
    });
    expect(clamshell).toMatchObject({ exercise: { slug: "clamshell" }, phaseId: null });
    expect(JSON.stringify(found)).not.toMatch(/Elena|2026-12-01/);
    const [event] = await auditTrail(clinicId, "template.create");
    expect(event).toMatchObject({
      subjectId: templateId,
      patientId: patient.patientId,
      fields: ["lines", "cues"],
    });
  });

  it("keeps caution and note when they are chosen, and only the chosen exercises", async () => {
    const { save, read, lineIds } = await makeDraft();
    const all = await save({ takesCautions: true, takesNote: true, takesPhases: false });
    expect(await read(all.templateId)).toMatchObject({
      texts: { en: { note: "Dear Elena" } },
      phases: [],
      lines: [{ caution: "Stop when Elena's hip tingles", phaseId: null }, {}],
    });
    const one = await save({ lineIds: [lineIds[1]], onlyForAuthor: true });
    const found = await read(one.templateId);
    expect(found.origin).toBe("mine");
    expect(found.lines.map(({ exercise }) => exercise.slug)).toEqual(["clamshell"]);
  });

  it("touches no plan, and no plan touches it", async () => {
    const { save, read, access, planId, revision, lines } = await makeDraft();
    const { templateId } = await save();
    const before = await read(templateId);
    await saveDraft(access, input(planId, revision, { ...lines[0]!, dosage: HOLD_25 }), NOW);
    expect(await read(templateId)).toEqual(before);
  });

  it("of a version has what the patient had, ended or not", async () => {
    const { access, planId, lines, read, revision } = await makeDraft();
    const published = await publishLines(
      access,
      planId,
      revision,
      lines.map((l) => ({ ...l, phaseId: null, startsOn: null })),
    );
    await saveDraft(access, input(planId, published.revision, line("heel-slide")), NOW);
    await endPlan(access, { planId }, NOW);
    const asked = { ...ASKED, planId, number: 1, lineIds: lines.map(({ lineId }) => lineId) };
    const { templateId } = await saveAsTemplate(access, asked, NOW);
    expect((await read(templateId)).lines.map(({ exercise }) => exercise.slug)).toEqual([
      "bridge",
      "clamshell",
    ]);
    await expect(saveAsTemplate(access, { ...asked, number: 2 }, NOW)).rejects.toThrow(NotFound);
  });

  it("another clinic's plan is not found, and the front desk may not", async () => {
    const { planId, lineIds, clinic, therapist } = await makeDraft();
    const asked = { ...ASKED, planId, lineIds };
    await expect(saveAsTemplate(await stranger(), asked, NOW)).rejects.toBeInstanceOf(NotFound);
    const desk = await makeStaff(clinic, "front_desk");
    expect(() => desk.access("prescribe")).toThrow(Refused);
    const cards = await templateCards(therapist.access("view-library"));
    expect(cards.filter(({ origin }) => origin !== "ready")).toEqual([]);
  });

  it.each([
    ["no name", { name: "" }, "name"],
    ["no exercise", { lineIds: [] }, "lineIds"],
    ["an exercise of no plan", { lineIds: [newId()] }, "lineIds"],
    ["too many", { lineIds: Array.from({ length: MAX_EXERCISES + 1 }, () => newId()) }, "lineIds"],
    ["a version that is no number", { number: "1" }, "number"],
    ["version 0", { number: 0 }, "number"],
    ["a plan that is no id", { planId: "'; drop table plan" }, "planId"],
    ["perhaps cues", { takesCues: 1 }, "takesCues"],
  ])("%s is an error at its field, and nothing is made", async (_, change, field) => {
    const { save, therapist } = await makeDraft();
    const failure = await save(change).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Invalid);
    expect(Object.keys((failure as Invalid).fieldErrors)[0]).toMatch(new RegExp(`^${field}`));
    const cards = await templateCards(therapist.access("view-library"));
    expect(cards.filter(({ origin }) => origin !== "ready")).toEqual([]);
  });
});
