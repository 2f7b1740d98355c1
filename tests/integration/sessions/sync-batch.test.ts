import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { auditEvent } from "@/db/schema/audit";
import { exerciseLog, morningLog, sessionLog } from "@/db/schema/session-log";
import { withSelf } from "@/lib/auth/access";
import { localDate } from "@/lib/domain/calendar/local-date";
import { Conflict, Invalid, SignedOut } from "@/lib/errors/app-error";
import { planFacts } from "@/lib/features/sessions/fact-queries";
import { syncBatch } from "@/lib/features/sessions/sync-batch";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
} from "@/tests/support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "@/tests/support/published-plan";
import { exerciseEntry, handIn, morningEntry, NOW, STARTED_ON, sessionEntry } from "./entries";

let clinic: TestClinic;
let elena: TestPatient;
let plan: PublishedPlan;

beforeAll(async () => {
  clinic = await makeClinic();
});

async function freshPatient(versions = 1) {
  elena = await makePatient(clinic, { now: NOW });
  plan = await makePublishedPlan(elena, { startedOn: localDate(STARTED_ON), versions });
}

function rows(patientId = elena.patientId) {
  return inScope({ clinicId: clinic.clinicId }, async (tx) => ({
    sessions: await tx.select().from(sessionLog).where(eq(sessionLog.patientId, patientId)),
    exercises: await tx.select().from(exerciseLog).where(eq(exerciseLog.patientId, patientId)),
    mornings: await tx.select().from(morningLog).where(eq(morningLog.patientId, patientId)),
    audit: await tx
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.patientId, patientId), eq(auditEvent.actorPatientId, patientId))),
  }));
}

const facts = () =>
  inScope({ clinicId: clinic.clinicId }, (tx) =>
    planFacts(tx, {
      clinicId: clinic.clinicId,
      patientId: elena.patientId,
      planId: plan.planId,
    }),
  );

async function refusal(item: unknown) {
  const { results } = await handIn(elena, [item]);
  expect((await rows()).sessions).toHaveLength(0);
  expect(results[0]?.status).toBe("rejected");
  return results[0]!;
}

describe("a session that is handed in", () => {
  test("is kept with what was really done, and audited", async () => {
    await freshPatient();
    const [first, second] = plan.versions[0]!.prescribedIds as [string, string];
    const entry = sessionEntry(plan, {
      note: "Felt stiff.",
      painAfter: 0,
      exercises: [
        exerciseEntry(first, { outcome: "partly", setsDone: 2, repsDone: 8, painWorst: 5 }),
        exerciseEntry(second, { outcome: "skipped", skipReason: "no_time" }),
      ],
    });
    const { results, serverNow } = await handIn(elena, [entry]);
    expect(results).toEqual([{ id: entry.id, status: "accepted", code: null, fields: {} }]);
    expect(serverNow).toBe(NOW.toISOString());
    const session = (await facts())?.sessions[0];
    expect(session).toMatchObject({
      localOn: "2026-11-20",
      source: "live",
      painBefore: 4,
      painAfter: 0,
      note: "Felt stiff.",
    });
    expect(session?.exercises.find((e) => e.prescribedId === first)).toMatchObject({
      outcome: "partly",
      setsDone: 2,
      repsDone: 8,
      holdSecondsDone: null,
      painWorst: 5,
    });
    expect((await rows()).audit.map((a) => [a.action, a.subjectId])).toEqual([
      ["session.log", entry.id],
    ]);
  });

  test("twice is one row; with other content under the same id it is refused", async () => {
    await freshPatient();
    const entry = sessionEntry(plan);
    await handIn(elena, [entry]);
    const later = new Date(NOW.getTime() + 60_000);
    const again = await handIn(elena, [entry, { ...entry, painBefore: 9 }], { now: later });
    expect(again.results.map((r) => [r.status, r.code])).toEqual([
      ["duplicate", null],
      ["rejected", "conflict"],
    ]);
    const kept = await rows();
    expect(kept.sessions).toHaveLength(1);
    expect(kept.sessions[0]?.painBefore).toBe(4);
    expect(kept.exercises).toHaveLength(2);
    expect(kept.audit).toHaveLength(1);
  });

  test("twice within one batch is one row", async () => {
    await freshPatient();
    const entry = sessionEntry(plan);
    const { results } = await handIn(elena, [entry, entry]);
    expect(results.map((r) => r.status)).toEqual(["accepted", "duplicate"]);
    expect((await rows()).sessions).toHaveLength(1);
  });

  test("for a superseded version, or a plan that has ended, is kept: it happened", async () => {
    await freshPatient(2);
    const old = plan.versions[0]!;
    const entry = sessionEntry(plan, {
      versionId: old.versionId,
      exercises: old.prescribedIds.map((id) => exerciseEntry(id)),
    });
    const ended = await makePublishedPlan(elena, {
      startedOn: localDate("2026-10-01"),
      endedOn: localDate("2026-11-18"),
    });
    const { results } = await handIn(elena, [entry, sessionEntry(ended)]);
    expect(results.map((r) => r.status)).toEqual(["accepted", "accepted"]);
    expect((await facts())?.sessions[0]?.versionId).toBe(old.versionId);
  });

  test("does not hold up others when one of the batch is bad", async () => {
    await freshPatient();
    const good = sessionEntry(plan);
    const bad = { ...sessionEntry(plan), painBefore: 13 };
    const { results } = await handIn(elena, [bad, "nonsense", null, good]);
    expect(results.map((r) => r.status)).toEqual(["rejected", "rejected", "rejected", "accepted"]);
    expect((await rows()).sessions.map((s) => s.id)).toEqual([good.id]);
  });
});

describe("clocks", () => {
  test("a device two days behind is corrected, its zone freezes the local date", async () => {
    await freshPatient();
    const entry = sessionEntry(plan, {
      occurredAt: "2026-11-18T14:50:00.000Z",
      typedAt: "2026-11-18T14:55:00.000Z",
      zone: "Asia/Tokyo",
    });
    const deviceNow = new Date("2026-11-18T15:00:00Z");
    await handIn(elena, [entry], { deviceNow });
    expect((await facts())?.sessions[0]).toMatchObject({
      localOn: "2026-11-20",
      occurredAt: new Date("2026-11-20T14:50:00Z"),
      source: "live",
    });
  });

  test("lateness is measured when typed, not when it arrives", async () => {
    await freshPatient();
    const typed = { typedAt: "2026-11-09T20:00:00.000Z" };
    const { results } = await handIn(elena, [
      sessionEntry(plan, {
        ...typed,
        localOn: localDate("2026-11-03"),
        occurredAt: "2026-11-03T11:00:00.000Z",
      }),
      sessionEntry(plan, {
        localOn: localDate("2026-11-12"),
        occurredAt: "2026-11-12T11:00:00.000Z",
      }),
    ]);
    expect(results.map((r) => [r.status, r.code])).toEqual([
      ["accepted", null],
      ["rejected", "too_late"],
    ]);
    expect((await facts())?.sessions[0]).toMatchObject({ localOn: "2026-11-03", source: "late" });
  });
});

describe("corrections", () => {
  test("replace what counts, keep the old row, stay on the day of the sitting", async () => {
    await freshPatient();
    const entry = sessionEntry(plan);
    await handIn(elena, [entry]);
    const correction = sessionEntry(plan, {
      rootId: entry.id,
      painBefore: 6,
      occurredAt: "2026-11-22T09:00:00.000Z",
      typedAt: "2026-11-22T09:00:00.000Z",
    });
    const now = new Date("2026-11-22T09:01:00Z");
    await handIn(elena, [correction], { now });
    const session = (await facts())?.sessions;
    expect(session).toHaveLength(1);
    expect(session?.[0]).toMatchObject({
      id: correction.id,
      painBefore: 6,
      localOn: "2026-11-20",
      source: "late",
      corrected: true,
    });
    const kept = await rows();
    expect(kept.sessions.map((s) => s.painBefore).sort()).toEqual([4, 6]);
    expect(kept.audit.map((a) => [a.action, a.fields])).toContainEqual([
      "session.correct",
      ["painBefore"],
    ]);
  });

  test("take a session back, in whatever order they arrive", async () => {
    await freshPatient();
    const entry = sessionEntry(plan);
    const back = sessionEntry(plan, {
      rootId: entry.id,
      withdrawn: true,
      exercises: [],
      typedAt: "2026-11-20T14:50:00.000Z",
    });
    const { results } = await handIn(elena, [back, entry]);
    expect(results.map((r) => r.status)).toEqual(["accepted", "accepted"]);
    expect((await facts())?.sessions).toEqual([]);
    expect((await rows()).sessions).toHaveLength(2);
  });

  test("are refused after seven days, and for another plan's version", async () => {
    await freshPatient(2);
    const entry = sessionEntry(plan);
    await handIn(elena, [entry]);
    const late = sessionEntry(plan, { rootId: entry.id, typedAt: "2026-11-28T09:00:00.000Z" });
    const now = new Date("2026-11-28T09:01:00Z");
    const other = sessionEntry(plan, {
      rootId: entry.id,
      versionId: plan.versions[0]!.versionId,
      exercises: [],
    });
    const { results } = await handIn(elena, [late, other], { now });
    expect(results.map((r) => r.code)).toEqual(["too_late", "conflict"]);
    expect((await rows()).sessions).toHaveLength(1);
  });
});

describe("mornings", () => {
  test("a morning rating of 0 is a value; typed again it is corrected", async () => {
    await freshPatient();
    const entry = morningEntry({ pain: 0 });
    await handIn(elena, [entry]);
    await handIn(elena, [
      morningEntry({ rootId: entry.id, pain: 2, typedAt: "2026-11-20T07:05:00.000Z" }),
    ]);
    expect((await facts())?.mornings.map((m) => [m.localOn, m.pain])).toEqual([["2026-11-20", 2]]);
    const kept = await rows();
    expect(kept.mornings.map((m) => m.pain).sort()).toEqual([0, 2]);
    expect(kept.audit.filter((a) => a.action === "session.log-morning")).toHaveLength(2);
  });
});

describe("whose it is", () => {
  test("another patient's version, or another clinic's, is not found", async () => {
    await freshPatient();
    const rosa = await makePatient(clinic, { givenName: "Rosa", now: NOW });
    const rosasPlan = await makePublishedPlan(rosa, { startedOn: localDate(STARTED_ON) });
    const elsewhere = await makePatient(await makeClinic(), { now: NOW });
    const farPlan = await makePublishedPlan(elsewhere, { startedOn: localDate(STARTED_ON) });
    const { results } = await handIn(elena, [sessionEntry(rosasPlan), sessionEntry(farPlan)]);
    expect(results.map((r) => r.code)).toEqual(["not_found", "not_found"]);
    expect((await rows(rosa.patientId)).sessions).toHaveLength(0);
    expect((await rows()).sessions).toHaveLength(0);
  });

  test("an exercise of another plan is not found", async () => {
    await freshPatient();
    const other = await makePublishedPlan(elena, { startedOn: localDate(STARTED_ON) });
    const stray = exerciseEntry(other.versions[0]!.prescribedIds[0]!);
    const result = await refusal(sessionEntry(plan, { exercises: [stray] }));
    expect(result.code).toBe("not_found");
    expect(result.fields).toHaveProperty(["exercises.0.prescribedId"]);
  });

  test("an id of another patient's row costs only its own entry", async () => {
    await freshPatient();
    const taken = sessionEntry(plan);
    await handIn(elena, [taken]);
    const rosa = await makePatient(clinic, { givenName: "Rosa", now: NOW });
    const rosasPlan = await makePublishedPlan(rosa, { startedOn: localDate(STARTED_ON) });
    const own = sessionEntry(rosasPlan);
    const items = [sessionEntry(rosasPlan, { id: taken.id }), own];
    await expect(handIn(rosa, items)).rejects.toThrow();
    const { results } = await handIn(rosa, items, { oneByOne: true });
    expect(results.map((r) => [r.status, r.code])).toEqual([
      ["rejected", "conflict"],
      ["accepted", null],
    ]);
    expect((await rows(rosa.patientId)).sessions.map((s) => s.id)).toEqual([own.id]);
    expect((await rows()).sessions[0]?.patientId).toBe(elena.patientId);
  });

  test("staff, strangers and another patient's outbox are refused", async () => {
    await freshPatient();
    const maya = await makeStaff(clinic, "therapist", { now: NOW });
    const items = [sessionEntry(plan)];
    const staff = { sid: maya.sid, patientId: elena.patientId };
    await expect(handIn(staff, items)).rejects.toThrow(SignedOut);
    const stranger = { sid: `${clinic.clinicId}.nobody`, patientId: elena.patientId };
    await expect(handIn(stranger, items)).rejects.toThrow(SignedOut);
    const rosa = await makePatient(clinic, { now: NOW });
    const mixed = { sid: rosa.sid, patientId: elena.patientId };
    await expect(handIn(mixed, items)).rejects.toThrow(Conflict);
    expect((await rows()).sessions).toHaveLength(0);
    expect((await rows(rosa.patientId)).sessions).toHaveLength(0);
  });
});

describe("bad input is refused by its field, and nothing is kept", () => {
  const first = () => plan.versions[0]!.prescribedIds[0]!;
  const withExercise = (overrides: object) => () =>
    sessionEntry(plan, { exercises: [exerciseEntry(first(), overrides)] });

  test.each<[string, () => unknown, string, string]>([
    ["pain 13", () => sessionEntry(plan, { painBefore: 13 }), "invalid", "painBefore"],
    ["pain 2.5", () => sessionEntry(plan, { painAfter: 2.5 }), "invalid", "painAfter"],
    ["hold -5", withExercise({ holdSecondsDone: -5 }), "invalid", "exercises.0.holdSecondsDone"],
    ["10,000 reps", withExercise({ repsDone: 10_000 }), "invalid", "exercises.0.repsDone"],
    [
      "a reason without a skip",
      withExercise({ skipReason: "forgot" }),
      "invalid",
      "exercises.0.skipReason",
    ],
    [
      "a skip with amounts",
      withExercise({ outcome: "skipped", setsDone: 1 }),
      "invalid",
      "exercises.0.outcome",
    ],
    ["a long note", () => sessionEntry(plan, { note: "x".repeat(2001) }), "invalid", "note"],
    ["an unknown zone", () => sessionEntry(plan, { zone: "Mars/Olympus" }), "invalid", "zone"],
    ["no id", () => ({ ...sessionEntry(plan), id: "1" }), "invalid", "id"],
    [
      "an upper-case id",
      () => ({ ...sessionEntry(plan), id: newId().toUpperCase() }),
      "invalid",
      "id",
    ],
    ["30 February", () => sessionEntry(plan, { localOn: "2026-02-30" }), "invalid", "localOn"],
    [
      "a day and a time apart",
      () => sessionEntry(plan, { localOn: "2026-11-19" }),
      "invalid",
      "localOn",
    ],
    [
      "1900",
      () => sessionEntry(plan, { occurredAt: "1900-01-01T10:00:00.000Z" }),
      "before_plan",
      "occurredAt",
    ],
    [
      "before the plan",
      () =>
        sessionEntry(plan, {
          localOn: "2026-10-31",
          occurredAt: "2026-10-31T12:00:00Z",
          typedAt: "2026-11-02T09:00:00Z",
        }),
      "before_plan",
      "occurredAt",
    ],
    [
      "tomorrow",
      () => sessionEntry(plan, { occurredAt: "2026-11-21T14:00:00.000Z" }),
      "in_future",
      "occurredAt",
    ],
    [
      "typed tomorrow",
      () => sessionEntry(plan, { typedAt: "2026-11-21T14:00:00.000Z" }),
      "in_future",
      "typedAt",
    ],
    ["an unknown kind", () => ({ ...sessionEntry(plan), kind: "prescription" }), "invalid", "kind"],
  ])("%s", async (_, entry, code, field) => {
    await freshPatient();
    const result = await refusal(entry());
    expect(result.code).toBe(code);
    expect(Object.keys(result.fields)).toContain(field);
    expect(result.fields[field]).toMatch(/^[A-Z].*\.$/);
  });

  test("a NUL or half a character in a note is cleaned, so that a retry reads the same", async () => {
    await freshPatient();
    const entry = sessionEntry(plan, { note: "a\u0000b\ud800c" });
    await handIn(elena, [entry]);
    const { results } = await handIn(elena, [entry]);
    expect(results[0]?.status).toBe("duplicate");
    expect((await rows()).sessions[0]?.note).toBe("ab\ufffdc");
  });

  test("a batch that is none, and one of more than 50", async () => {
    await freshPatient();
    const bad = (input: unknown) =>
      withSelf(elena.sid, NOW, (tx, access) => syncBatch(tx, access, input, { now: NOW }));
    await expect(bad([])).rejects.toThrow(Invalid);
    await expect(bad({ patientId: elena.patientId, deviceNow: "x", items: [] })).rejects.toThrow(
      Invalid,
    );
    await expect(
      handIn(
        elena,
        Array.from({ length: 51 }, () => null),
      ),
    ).rejects.toThrow(Invalid);
  });
});
