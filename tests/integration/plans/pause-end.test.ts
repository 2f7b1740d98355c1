import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { planPause, plan as planTable } from "@/db/schema/plan";
import { Conflict, NotFound } from "@/lib/errors/app-error";
import { endPlan } from "@/lib/features/plans/end-plan";
import { pausePlan } from "@/lib/features/plans/pause-plan";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { resumePlan } from "@/lib/features/plans/resume-plan";
import { auditTrail } from "@/tests/support/audit-trail";
import { DAY_MS, line, makePlan, NOW, publishLines, stranger } from "./plan-setup";

async function published() {
  const plan = await makePlan();
  const { revision } = await publishLines(plan.access, plan.planId, 1, [line("cat-cow")]);
  const pauses = () =>
    inScope(plan.access.scope, (tx) =>
      tx.select().from(planPause).where(eq(planPause.planId, plan.planId)),
    );
  return { ...plan, revision, pauses };
}

const daysOn = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

describe("pausing a plan", () => {
  it("from today until resumed, audited; resumed, today counts again", async () => {
    const { access, planId, clinicId, pauses } = await published();
    await pausePlan(access, { planId, startsOn: "2026-11-20", endsOn: "", reason: "Flu" }, NOW);
    expect(await pauses()).toMatchObject([{ startsOn: "2026-11-20", endsOn: null, reason: "Flu" }]);
    await resumePlan(access, { planId }, daysOn(3));
    expect(await pauses()).toMatchObject([{ startsOn: "2026-11-20", endsOn: "2026-11-22" }]);
    expect(await auditTrail(clinicId, "plan.pause")).toHaveLength(1);
    expect(await auditTrail(clinicId, "plan.resume")).toHaveLength(1);
    await expect(resumePlan(access, { planId }, daysOn(3))).rejects.toBeInstanceOf(Conflict);
  });

  it("resumed on its first day was no pause, and a new one may begin", async () => {
    const { access, planId, pauses } = await published();
    await pausePlan(access, { planId, startsOn: "2026-11-20" }, NOW);
    await resumePlan(access, { planId }, NOW);
    expect(await pauses()).toMatchObject([{ endsOn: "2026-11-19" }]);
    await pausePlan(access, { planId, startsOn: "2026-11-20", endsOn: "2026-11-25" }, NOW);
    expect(await pauses()).toHaveLength(2);
  });

  it("to come can be cancelled before it begins", async () => {
    const { access, planId, pauses } = await published();
    await pausePlan(access, { planId, startsOn: "2026-12-01", endsOn: "2026-12-07" }, NOW);
    await resumePlan(access, { planId }, NOW);
    expect(await pauses()).toMatchObject([{ startsOn: "2026-12-01", endsOn: "2026-11-30" }]);
  });

  it.each([
    [{ startsOn: "2026-11-19" }, "startsOn"],
    [{ startsOn: "1900-01-01" }, "startsOn"],
    [{ startsOn: "2026-02-30" }, "startsOn"],
    [{ startsOn: "" }, "startsOn"],
    [{ startsOn: "2030-01-01" }, "startsOn"],
    [{ startsOn: "2026-11-25", endsOn: "2026-11-24" }, "endsOn"],
    [{ startsOn: "2026-11-25", endsOn: "9999-12-31" }, "endsOn"],
    [{ startsOn: "2026-11-25", reason: "x".repeat(201) }, "reason"],
  ])("%j is an error by its field: never back-dated", async (dates, field) => {
    const { access, planId, pauses } = await published();
    const pause = pausePlan(access, { planId, ...dates }, NOW);
    await expect(pause).rejects.toMatchObject({ fieldErrors: { [field]: expect.any(String) } });
    expect(await pauses()).toEqual([]);
  });

  it.each([
    ["2026-11-27", "2026-11-30"],
    ["2026-11-20", "2026-11-25"],
    ["2026-11-20", ""],
    ["2026-11-26", "2026-11-26"],
  ])("from %s to %j does not lie over another", async (startsOn, endsOn) => {
    const { access, planId } = await published();
    await pausePlan(access, { planId, startsOn: "2026-11-25", endsOn: "2026-11-27" }, NOW);
    await expect(pausePlan(access, { planId, startsOn, endsOn }, NOW)).rejects.toMatchObject({
      fieldErrors: { startsOn: expect.any(String) },
    });
  });

  it("needs a published plan of the own clinic", async () => {
    const fresh = await makePlan();
    const input = { planId: fresh.planId, startsOn: "2026-11-20" };
    await expect(pausePlan(fresh.access, input, NOW)).rejects.toBeInstanceOf(Conflict);
    const other = await stranger();
    const { planId } = await published();
    await expect(pausePlan(other, { ...input, planId }, NOW)).rejects.toBeInstanceOf(NotFound);
    await expect(resumePlan(other, { planId }, NOW)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("ending a plan", () => {
  it("makes today of the patient its last day, audited, and nothing changes after it", async () => {
    const { access, planId, clinicId, revision } = await published();
    await endPlan(access, { planId }, new Date("2026-11-29T23:30:00Z"));
    const [row] = await inScope(access.scope, (tx) =>
      tx.select().from(planTable).where(eq(planTable.id, planId)),
    );
    expect(row?.endedOn).toBe("2026-11-30");
    expect(await auditTrail(clinicId, "plan.end")).toHaveLength(1);
    for (const late of [
      () => endPlan(access, { planId }, NOW),
      () => publishPlan(access, { planId, revision }, NOW),
      () => pausePlan(access, { planId, startsOn: "2026-12-24" }, NOW),
      () => resumePlan(access, { planId }, NOW),
    ])
      await expect(late()).rejects.toBeInstanceOf(Conflict);
  });

  it("is not another clinic's", async () => {
    const { planId } = await published();
    await expect(endPlan(await stranger(), { planId }, NOW)).rejects.toBeInstanceOf(NotFound);
  });
});
