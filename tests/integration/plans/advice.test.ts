import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { versionAdvice } from "@/db/schema/advice";
import { adviceContent } from "@/db/seed/library-advice";
import { LOCALES } from "@/lib/domain/plan/plan-document";
import { Conflict } from "@/lib/errors/app-error";
import { builderOf } from "@/lib/features/plans/builder-queries";
import { discardDraft } from "@/lib/features/plans/discard-draft";
import { planDocuments } from "@/lib/features/plans/document-queries";
import type { ContentLine } from "@/lib/features/plans/draft-content";
import { readDraft } from "@/lib/features/plans/draft-queries";
import { planOverview } from "@/lib/features/plans/overview-queries";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { startDraftFromVersion } from "@/lib/features/plans/start-draft-from-version";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeAdvice } from "@/tests/support/retired-advice";
import { DEFAULT_ADVICE, input, line, makePlan, NOW } from "./plan-setup";

type Plan = Awaited<ReturnType<typeof makePlan>>;
const draftOf = (plan: Plan) => inScope(plan.access.scope, (tx) => readDraft(tx, plan));
const save = (
  plan: Plan,
  revision: number,
  advice: readonly string[],
  ...lines: readonly ContentLine[]
) => saveDraft(plan.access, { ...input(plan.planId, revision, ...lines), advice }, NOW);
const documentOf = ({ access, clinicId }: Plan, versionId: string, locale: "en" | "es") =>
  inScope(access.scope, (tx) =>
    planDocuments(tx, { clinicId, versionIds: [versionId], locale, origin: "https://x.test" }),
  ).then(([document]) => document);

const made: Awaited<ReturnType<typeof makeAdvice>>[] = [];
const newAdvice = async (title: string) => {
  const advice = await makeAdvice(title);
  made.push(advice);
  return advice;
};
// The database is shared: what a test put into the library is no longer offered to the others.
afterAll(() => Promise.all(made.map((advice) => advice.retire())));

async function published(advice: readonly string[]) {
  const plan = await makePlan();
  const one = line("cat-cow");
  const saved = await saveDraft(plan.access, { ...input(plan.planId, 1, one), advice }, NOW);
  const version = await publishPlan(
    plan.access,
    { planId: plan.planId, revision: saved.revision },
    NOW,
  );
  return { ...plan, ...version, one };
}

describe("the advice of a draft", () => {
  it("is on a new plan what the library puts on every one, in its order", async () => {
    const plan = await makePlan();
    expect(DEFAULT_ADVICE).toHaveLength(6);
    expect((await draftOf(plan))?.advice).toEqual(DEFAULT_ADVICE);
  });

  it("keeps the therapist's choice and order, and is audited by name", async () => {
    const plan = await makePlan();
    const chosen = ["missed-a-day", "move-slowly", "warm-up-first"];
    const { revision } = await save(plan, 1, chosen);
    expect((await draftOf(plan))?.advice).toEqual(chosen);
    expect(await auditTrail(plan.clinicId, "plan.save-draft")).toMatchObject([
      { fields: ["advice"] },
    ]);
    const turned = await save(plan, revision, [...chosen].reverse());
    expect(turned.revision).toBe(revision + 1);
    expect((await draftOf(plan))?.advice).toEqual([...chosen].reverse());
    await save(plan, turned.revision, []);
    expect((await draftOf(plan))?.advice).toEqual([]);
  });

  it("is handed over when somebody else saved in between, and not overwritten", async () => {
    const plan = await makePlan();
    await save(plan, 1, ["missed-a-day"]);
    const stale = save(plan, 1, ["move-slowly"]);
    await expect(stale).rejects.toBeInstanceOf(Conflict);
    await expect(stale).rejects.toMatchObject({ current: { advice: ["missed-a-day"] } });
  });

  it("may hold twelve", async () => {
    const plan = await makePlan();
    const twelve = adviceContent()
      .slice(0, 12)
      .map(({ id }) => id);
    await save(plan, 1, twelve);
    expect((await draftOf(plan))?.advice).toEqual(twelve);
  });

  it("that the library has retired stays where it was, and cannot be put on another plan", async () => {
    const plan = await makePlan();
    const other = await makePlan();
    const old = await newAdvice("Old");
    const { revision } = await save(plan, 1, ["move-slowly", old.id]);
    await old.retire();
    await save(plan, revision, [old.id, "move-slowly"]);
    expect((await draftOf(plan))?.advice).toEqual([old.id, "move-slowly"]);
    await expect(save(other, 1, ["move-slowly", old.id])).rejects.toMatchObject({
      fieldErrors: { "advice.1": "This advice is no longer in the library." },
    });
    expect((await draftOf(other))?.advice).toEqual(DEFAULT_ADVICE);
  });

  it("that the library has retired may come back after it was taken off and saved", async () => {
    const plan = await makePlan();
    const old = await newAdvice("Old");
    const { revision } = await save(plan, 1, ["move-slowly", old.id]);
    await old.retire();
    const removed = await save(plan, revision, ["move-slowly"]);
    await save(plan, removed.revision, ["move-slowly", old.id]);
    expect((await draftOf(plan))?.advice).toEqual(["move-slowly", old.id]);
  });

  it("goes back to the version's when discarded or copied, before the first to the default", async () => {
    const plan = await makePlan();
    const { revision } = await save(plan, 1, ["missed-a-day"]);
    await discardDraft(plan.access, { planId: plan.planId, revision }, NOW);
    expect((await draftOf(plan))?.advice).toEqual(DEFAULT_ADVICE);

    const first = await published(["missed-a-day", "move-slowly"]);
    const changed = await save(first, first.revision, ["warm-up-first"]);
    const { planId } = first;
    const back = await discardDraft(first.access, { planId, revision: changed.revision }, NOW);
    expect((await draftOf(first))?.advice).toEqual(["missed-a-day", "move-slowly"]);
    const again = await save(first, back.revision, []);
    await startDraftFromVersion(first.access, { planId, revision: again.revision, number: 1 }, NOW);
    expect((await draftOf(first))?.advice).toEqual(["missed-a-day", "move-slowly"]);
  });
});

describe("the advice of a version", () => {
  it("is frozen in both languages as the library says it that day", async () => {
    const advice = await newAdvice("Go easy");
    const plan = await published([advice.id, "missed-a-day"]);
    await advice.reword("Said otherwise now");
    const missed = adviceContent().find(({ id }) => id === "missed-a-day")!;
    for (const locale of LOCALES) {
      const document = await documentOf(plan, plan.versionId, locale);
      expect(document?.advice).toEqual([
        {
          id: advice.id,
          kind: "safety",
          title: `Go easy (${locale})`,
          body: `Body (${locale})`,
        },
        {
          id: "missed-a-day",
          kind: "expectation",
          title: missed[locale].title,
          body: missed[locale].text,
        },
      ]);
    }
  });

  it("that was retired since is carried into the next one", async () => {
    const old = await newAdvice("Old");
    const plan = await published([old.id]);
    await old.retire();
    const { revision } = await save(plan, plan.revision, [old.id, "missed-a-day"], plan.one);
    const next = await publishPlan(plan.access, { planId: plan.planId, revision }, NOW);
    const document = await documentOf(plan, next.versionId, "es");
    expect(document?.advice.map(({ title }) => title)[0]).toBe("Old (es)");
  });

  it("can be changed by nobody", async () => {
    const plan = await published(["missed-a-day"]);
    const { scope } = plan.access;
    const attempts = [
      () => inScope(scope, (tx) => tx.update(versionAdvice).set({ body: "changed" })),
      () => inScope(scope, (tx) => tx.delete(versionAdvice)),
    ];
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ cause: { code: "42501" } });
    const rows = await inScope(scope, (tx) =>
      tx
        .select()
        .from(versionAdvice)
        .where(
          and(
            eq(versionAdvice.clinicId, plan.clinicId),
            eq(versionAdvice.versionId, plan.versionId),
          ),
        ),
    );
    expect(rows).toHaveLength(LOCALES.length);
  });

  it("alone makes a new version worth publishing, and the history says what came and went", async () => {
    const plan = await published(["move-slowly", "missed-a-day"]);
    const { revision } = await save(
      plan,
      plan.revision,
      ["warm-up-first", "move-slowly"],
      plan.one,
    );
    const record = await plan.therapist.record(plan.patient.patientId, "view-record");
    const said = {
      kind: "advice",
      lineId: null,
      title: "Advice",
      details: ["Added: Warm up first", "Removed: Missed a day? Just go on"],
    };
    const before = await planOverview(record, { origin: "https://x.test", now: NOW });
    expect(before.active?.draft.changes).toEqual([said]);
    await publishPlan(plan.access, { planId: plan.planId, revision }, NOW);
    const after = await planOverview(record, { origin: "https://x.test", now: NOW });
    expect(after.active?.history[0]?.changes).toEqual([said]);
    expect(after.active?.draft.changes).toEqual([]);
  });

  it("is none where a version has none", async () => {
    const plan = await published([]);
    expect((await documentOf(plan, plan.versionId, "en"))?.advice).toEqual([]);
  });
});

describe("the builder", () => {
  it("has all that is offered in the library's order, and what its plan has of before", async () => {
    const old = await newAdvice("Old");
    const plan = await published([old.id]);
    await save(plan, plan.revision, ["missed-a-day"], plan.one);
    await old.retire();
    const wanted = {
      planId: plan.planId,
      origin: "https://x.test",
      therapistName: "Maya",
      now: NOW,
    };
    const { advice, draft, latest } = await builderOf(plan.access, wanted);
    expect([draft.advice, latest?.advice]).toEqual([["missed-a-day"], [old.id]]);
    const committed = adviceContent().map(({ id }) => id);
    expect(advice.map(({ id }) => id).filter((id) => committed.includes(id))).toEqual(committed);
    expect(advice.find(({ id }) => id === old.id)).toMatchObject({
      isRetired: true,
      words: { es: { title: "Old (es)" } },
    });
    const other = await makePlan();
    const elsewhere = await builderOf(other.access, { ...wanted, planId: other.planId });
    expect(elsewhere.advice.map(({ id }) => id)).not.toContain(old.id);
  });
});
