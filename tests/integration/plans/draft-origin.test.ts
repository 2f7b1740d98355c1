import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { Conflict, NotFound } from "@/lib/errors/app-error";
import { discardDraft } from "@/lib/features/plans/discard-draft";
import { readDraft } from "@/lib/features/plans/draft-queries";
import { planOverview } from "@/lib/features/plans/overview-queries";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { startDraftFromVersion } from "@/lib/features/plans/start-draft-from-version";
import { auditTrail } from "@/tests/support/audit-trail";
import { HOLD_25, input, line, makePlan, NOW, publishLines, stranger } from "./plan-setup";

/** Version 1 with a hold of 25 s and version 2 with 40 s and one exercise more. */
async function twoVersions() {
  const plan = await makePlan();
  const one = line("single-knee-to-chest");
  const first = await publishLines(plan.access, plan.planId, 1, [one]);
  const longer = { ...one, dosage: { ...HOLD_25, holdSeconds: 40 } };
  const second = await publishLines(plan.access, plan.planId, first.revision, [
    longer,
    line("cat-cow"),
  ]);
  const draft = () => inScope(plan.access.scope, (tx) => readDraft(tx, plan));
  return { ...plan, one, longer, revision: second.revision, draft };
}

describe("starting a draft from an earlier version", () => {
  it("copies it whole, keeps the line's id, and is audited", async () => {
    const { access, planId, one, revision, draft, clinicId } = await twoVersions();
    const saved = await startDraftFromVersion(access, { planId, revision, number: 1 }, NOW);
    expect(saved.revision).toBe(revision + 1);
    expect(await draft()).toMatchObject({ basedOn: 1, lines: [one] });
    const [newest] = await auditTrail(clinicId, "plan.save-draft");
    expect(newest).toMatchObject({ fields: ["copied-version"] });
  });

  it("overwrites no draft that somebody saved in between", async () => {
    const { access, planId, revision, draft } = await twoVersions();
    const newer = line("childs-pose");
    await saveDraft(access, input(planId, revision, newer), NOW);
    const stale = startDraftFromVersion(access, { planId, revision, number: 1 }, NOW);
    await expect(stale).rejects.toBeInstanceOf(Conflict);
    expect((await draft())?.lines).toEqual([newer]);
  });

  it.each([[3], [1_000_000]])("finds no version %i", async (number) => {
    const { access, planId, revision } = await twoVersions();
    const absent = startDraftFromVersion(access, { planId, revision, number }, NOW);
    await expect(absent).rejects.toBeInstanceOf(NotFound);
  });

  it("finds nothing of another clinic", async () => {
    const { planId, revision } = await twoVersions();
    const other = await stranger();
    await expect(
      startDraftFromVersion(other, { planId, revision, number: 1 }, NOW),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(discardDraft(other, { planId, revision }, NOW)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("discarding a draft", () => {
  it("goes back to the latest version and is audited", async () => {
    const { access, planId, longer, revision, draft, clinicId } = await twoVersions();
    const saved = await saveDraft(access, input(planId, revision, line("childs-pose")), NOW);
    await discardDraft(access, { planId, revision: saved.revision }, NOW);
    const now = await draft();
    expect(now?.lines).toHaveLength(2);
    expect(now?.lines[0]).toEqual(longer);
    expect(await auditTrail(clinicId, "plan.discard-draft")).toHaveLength(1);
  });

  it("before version 1 empties it; a stale one is refused", async () => {
    const plan = await makePlan();
    const { revision } = await saveDraft(plan.access, input(plan.planId, 1, line("cat-cow")), NOW);
    const { planId } = plan;
    await expect(discardDraft(plan.access, { planId, revision: 1 }, NOW)).rejects.toBeInstanceOf(
      Conflict,
    );
    await discardDraft(plan.access, { planId, revision }, NOW);
    const draft = await inScope(plan.access.scope, (tx) => readDraft(tx, plan));
    expect(draft).toMatchObject({ lines: [], revision: revision + 1 });
  });
});

describe("the overview of a patient's plans", () => {
  it("tells the history in words, what the draft adds, and is audited as a read", async () => {
    const { access, planId, therapist, patient, longer, revision, clinicId } = await twoVersions();
    const shorter = { ...longer, dosage: { ...HOLD_25, holdSeconds: 10 } };
    await saveDraft(access, input(planId, revision, shorter), NOW);
    const record = await therapist.record(patient.patientId, "view-record");
    const { active } = await planOverview(record, { origin: "https://x.test", now: NOW });
    expect(active?.current).toMatchObject({ versionNumber: 2 });
    expect(active?.history.map(({ number, exerciseCount }) => [number, exerciseCount])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(active?.history[0]?.changes.map(({ title, details }) => [title, details[0]])).toEqual([
      ["Added: Cat-cow", "Hold 25 seconds · 3 times · each side"],
      ["Single knee to chest", "Hold: 40 seconds, was 25 seconds"],
    ]);
    expect(active?.draft.changes?.map(({ kind }) => kind)).toEqual(["removed", "changed"]);
    expect(await auditTrail(clinicId, "plan.view")).toMatchObject([
      { patientId: patient.patientId, actorUserId: therapist.userId },
    ]);
  });
});
