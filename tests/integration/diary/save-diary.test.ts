import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { patient } from "@/db/schema/patient";
import { exerciseLog, morningLog, sessionLog } from "@/db/schema/session-log";
import { trailingSessions } from "@/lib/domain/adherence/adherence";
import { localDate } from "@/lib/domain/calendar/local-date";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { saveDiary } from "@/lib/features/diary/save-diary";
import type { DiaryPayload } from "@/lib/features/diary/schema";
import { planFacts } from "@/lib/features/sessions/fact-queries";
import { handIn, sessionEntry as phoneEntry } from "@/tests/integration/sessions/entries";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "@/tests/support/published-plan";
import { doneEntry, morningEntry, NOW, STARTED_ON, sessionEntry, sheet } from "./sheets";

let clinic: TestClinic;
let therapist: TestStaff;
let desk: TestStaff;
let elena: TestPatient;
let plan: PublishedPlan;

beforeAll(async () => {
  clinic = await makeClinic();
  [therapist, desk] = await Promise.all([makeStaff(clinic), makeStaff(clinic, "front_desk")]);
});

beforeEach(async () => {
  elena = await makePatient(clinic, { now: NOW });
  plan = await makePublishedPlan(elena, { startedOn: localDate(STARTED_ON) });
});

async function save(input: unknown, { by = therapist, now = NOW } = {}) {
  return saveDiary(await by.record(elena.patientId, "enter-diary"), input, now);
}

function rows(patientId = elena.patientId) {
  return inScope({ clinicId: clinic.clinicId }, async (tx) => ({
    sessions: await tx.select().from(sessionLog).where(eq(sessionLog.patientId, patientId)),
    exercises: await tx.select().from(exerciseLog).where(eq(exerciseLog.patientId, patientId)),
    mornings: await tx.select().from(morningLog).where(eq(morningLog.patientId, patientId)),
  }));
}

async function facts() {
  const { clinicId, patientId } = elena;
  const found = await inScope({ clinicId }, (tx) =>
    planFacts(tx, { clinicId, patientId, planId: plan.planId }),
  );
  return found!;
}

/** The fields that are complained of; nothing was saved. */
async function refusal(input: unknown, by = therapist) {
  const before = await rows();
  const error = await save(input, { by }).catch((found: unknown) => found);
  expect(await rows()).toEqual(before);
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fieldErrors;
}

const DAYS = ["02", "03", "04", "05", "06", "07", "08"].map((d) => `2026-11-${d}`);

describe("a week that is typed in", () => {
  it("is one session for each column and one rating for each morning, and is audited", async () => {
    const sessions = DAYS.map((on) => sessionEntry(plan, on));
    const mornings = DAYS.slice(1).map((on) => morningEntry(on));
    const saved = await save(sheet({ reportedBy: "carer", sessions, mornings }), { by: desk });
    expect(saved).toEqual({ sessions: 7, mornings: 6 });
    const kept = await rows();
    expect(kept.sessions).toHaveLength(7);
    expect(kept.exercises).toHaveLength(14);
    const first = kept.sessions.find(({ localOn }) => localOn === DAYS[0]);
    expect(first).toMatchObject({
      source: "paper",
      typedBy: desk.userId,
      reportedBy: "carer",
      zone: "Europe/Madrid",
      occurredAt: new Date("2026-11-02T11:00:00Z"),
      typedAt: NOW,
      painBefore: 4,
      painAfter: 3,
      stoppedForPain: false,
    });
    expect(kept.mornings[0]).toMatchObject({
      source: "paper",
      typedBy: desk.userId,
      reportedBy: "carer",
      pain: 2,
    });
    const trail = (await auditTrail(clinic.clinicId, "diary.enter")).filter(
      ({ patientId }) => patientId === elena.patientId,
    );
    expect(trail).toHaveLength(13);
    expect(trail.every(({ actorUserId }) => actorUserId === desk.userId)).toBe(true);
  });

  it("counts as the definitions say, and 0 is a rating where nothing is none", async () => {
    const [first, second] = plan.versions[0]!.prescribedIds as [string, string];
    await save(
      sheet({
        sessions: [
          sessionEntry(plan, DAYS[0]!, { painBefore: 0, painAfter: null }),
          sessionEntry(plan, DAYS[1]!, {
            exercises: [doneEntry(first, { outcome: "skipped", skipReason: "hurts" })],
          }),
          sessionEntry(plan, DAYS[2]!, {
            exercises: [
              doneEntry(first, { outcome: "partly", setsDone: 3, repsDone: 12 }),
              doneEntry(second, { outcome: "partly", setsDone: 1, repsDone: 5 }),
            ],
          }),
        ],
      }),
    );
    const logged = await facts();
    expect(logged.sessions[0]).toMatchObject({ painBefore: 0, painAfter: null });
    const third = logged.sessions[2]!.exercises;
    expect(third.find((e) => e.prescribedId === first)).toMatchObject({ outcome: "done" });
    expect(third.find((e) => e.prescribedId === second)).toMatchObject({ outcome: "partly" });
    const today = localDate("2026-11-09");
    const { sessions } = trailingSessions({ ...logged, today, weekStart: 1 });
    expect(sessions).toMatchObject({ done: 2, due: 7 });
  });

  it("twice, also at the same moment, is once; what was typed stays as it was", async () => {
    const input = sheet({
      sessions: [sessionEntry(plan, DAYS[0]!)],
      mornings: [morningEntry(DAYS[1]!)],
    });
    await Promise.all([save(input), save(input)]);
    await save(input, { now: new Date(NOW.getTime() + 60_000) });
    const kept = await rows();
    expect([kept.sessions.length, kept.mornings.length, kept.exercises.length]).toEqual([1, 1, 2]);
    const other = { ...input.sessions[0]!, painBefore: 9 };
    await expect(save({ ...input, sessions: [other] })).rejects.toThrow(Conflict);
    expect((await rows()).sessions[0]?.painBefore).toBe(4);
  });

  it("of today has happened by now", async () => {
    const now = new Date("2026-11-20T08:00:00Z");
    const sessions = [sessionEntry(plan, "2026-11-20")];
    await save(sheet({ weekOn: "2026-11-16", sessions }), { now });
    const [kept] = (await rows()).sessions;
    expect(kept?.localOn).toBe("2026-11-20");
    expect(kept!.occurredAt.getTime()).toBeLessThan(now.getTime());
  });
});

describe("what is there already", () => {
  const phoneOn = "2026-11-19";
  const week = { weekOn: "2026-11-16" };

  async function fromPhone() {
    const { results } = await handIn(elena, [
      phoneEntry(plan, {
        localOn: phoneOn,
        occurredAt: `${phoneOn}T12:00:00.000Z`,
      }),
    ]);
    expect(results[0]?.status).toBe("accepted");
    return results[0]!.id as string;
  }

  it("a session that arrived from the phone meanwhile stops the paper", async () => {
    await fromPhone();
    const sessions = [sessionEntry(plan, phoneOn)];
    expect(await refusal(sheet({ ...week, sessions }))).toEqual({
      "sessions.0.localOn": expect.stringContaining("since you opened the page"),
    });
  });

  it("paper is a second session only when somebody says so", async () => {
    await fromPhone();
    const one = sessionEntry(plan, phoneOn, { beside: 1 });
    expect(await refusal(sheet({ ...week, sessions: [one] }))).toEqual({
      "sessions.0.isExtra": expect.stringContaining("one more"),
    });
    await save(sheet({ ...week, sessions: [{ ...one, isExtra: true }] }));
    const { sessions } = await facts();
    expect(sessions.map(({ source }) => source).sort()).toEqual(["late", "paper"]);
  });

  it("two sheets of one day need the same word", async () => {
    const sessions = [sessionEntry(plan, DAYS[0]!), sessionEntry(plan, DAYS[0]!)];
    expect(Object.keys(await refusal(sheet({ sessions })))).toEqual(["sessions.1.isExtra"]);
  });

  it("what came from the phone is not changed", async () => {
    const id = await fromPhone();
    const changed = sessionEntry(plan, phoneOn, { rootId: id, replaces: id, painBefore: 9 });
    expect(await refusal(sheet({ ...week, sessions: [changed] }))).toEqual({
      "sessions.0.replaces": expect.stringContaining("phone"),
    });
  });

  it("a morning is rated once", async () => {
    const mornings = [morningEntry(DAYS[1]!)];
    await save(sheet({ mornings }));
    expect(await refusal(sheet({ mornings: [morningEntry(DAYS[1]!, { pain: 9 })] }))).toEqual({
      "mornings.0.localOn": expect.stringContaining("rated already"),
    });
  });
});

describe("corrections", () => {
  async function typed(by = therapist) {
    const session = sessionEntry(plan, DAYS[0]!);
    const morning = morningEntry(DAYS[1]!);
    await save(sheet({ sessions: [session], mornings: [morning] }), { by });
    return { session, morning };
  }

  const correcting = (id: string, change: Partial<DiaryPayload["sessions"][number]> = {}) =>
    sessionEntry(plan, DAYS[0]!, { rootId: id, replaces: id, painBefore: 7, ...change });

  it("are new rows of the same root; the old value is kept and the newest counts", async () => {
    const { session, morning } = await typed();
    const sessions = [correcting(session.id)];
    const mornings = [
      morningEntry(DAYS[1]!, { rootId: morning.id, replaces: morning.id, pain: 6 }),
    ];
    await save(sheet({ reportedBy: "carer", sessions, mornings }));
    const kept = await rows();
    expect(kept.sessions.map(({ painBefore }) => painBefore).sort()).toEqual([4, 7]);
    const counted = await facts();
    expect(counted.sessions).toMatchObject([
      { painBefore: 7, reportedBy: "carer", corrected: true },
    ]);
    expect(counted.mornings).toMatchObject([{ pain: 6 }]);
    const [entry] = await auditTrail(clinic.clinicId, "diary.correct");
    expect(entry?.actorUserId).toBe(therapist.userId);
    const trail = await auditTrail(clinic.clinicId, "diary.correct");
    expect(trail.find(({ subjectId }) => subjectId === sessions[0]!.id)?.fields).toEqual([
      "painBefore",
      "reportedBy",
    ]);
  });

  it("take back what was typed in: it counts for nothing and stays readable", async () => {
    const { session, morning } = await typed();
    const empty = { withdrawn: true, exercises: [], painBefore: null, painAfter: null };
    await save(
      sheet({
        sessions: [correcting(session.id, empty)],
        mornings: [
          morningEntry(DAYS[1]!, { rootId: morning.id, replaces: morning.id, withdrawn: true }),
        ],
      }),
    );
    const counted = await facts();
    expect([counted.sessions, counted.mornings]).toEqual([[], []]);
    expect((await rows()).sessions).toHaveLength(2);
    expect(
      (await auditTrail(clinic.clinicId, "diary.withdraw")).filter(
        ({ patientId }) => patientId === elena.patientId,
      ),
    ).toHaveLength(2);
    await save(
      sheet({ sessions: [sessionEntry(plan, DAYS[0]!)], mornings: [morningEntry(DAYS[1]!)] }),
    );
    expect((await facts()).sessions).toHaveLength(1);
  });

  it("of something that changed meanwhile are refused", async () => {
    const { session } = await typed();
    await save(sheet({ sessions: [correcting(session.id)] }));
    expect(await refusal(sheet({ sessions: [correcting(session.id)] }))).toEqual({
      "sessions.0.replaces": expect.stringContaining("changed this"),
    });
    const elsewhere = correcting(session.id, { localOn: DAYS[2]! });
    expect(Object.keys(await refusal(sheet({ sessions: [elsewhere] })))).toEqual([
      "sessions.0.replaces",
    ]);
  });

  it("the front desk corrects what it typed in itself, and nothing else", async () => {
    const own = await typed(desk);
    await save(sheet({ sessions: [correcting(own.session.id)] }), { by: desk });
    const other = await makeStaff(clinic, "front_desk");
    const { sessions } = await facts();
    const now = correcting(own.session.id, { replaces: sessions[0]!.id, painBefore: 1 });
    expect(Object.keys(await refusal(sheet({ sessions: [now] }), other))).toEqual([
      "sessions.0.replaces",
    ]);
    await save(sheet({ sessions: [now] }), { by: therapist });
    expect((await facts()).sessions[0]?.painBefore).toBe(1);
  });

  it("a patient may correct it on the phone; then it is theirs", async () => {
    const on = "2026-11-19";
    const session = sessionEntry(plan, on);
    await save(sheet({ weekOn: "2026-11-16", sessions: [session] }));
    const later = new Date(NOW.getTime() + 600_000);
    const entry = phoneEntry(plan, {
      rootId: session.id,
      typedAt: later.toISOString(),
      painBefore: 1,
    });
    const { results } = await handIn(elena, [entry], { now: later });
    expect(results[0]?.status).toBe("accepted");
    const counted = await facts();
    expect(counted.sessions).toMatchObject([{ source: "late", painBefore: 1, typedBy: null }]);
  });
});

describe("who may", () => {
  it("another clinic's patient is not found, and a patient may not", async () => {
    const stranger = await makeStaff(await makeClinic());
    const input = sheet({ sessions: [sessionEntry(plan, DAYS[0]!)] });
    await expect(save(input, { by: stranger })).rejects.toThrow(NotFound);
    const access = await stranger
      .record((await makePatient(stranger)).patientId, "enter-diary")
      .then((found) => ({ ...found, patientId: elena.patientId }));
    await expect(saveDiary(access, input, NOW)).rejects.toThrow(NotFound);
    expect((await rows()).sessions).toEqual([]);
  });

  it("the front desk may type in, and read nothing else", async () => {
    await expect(desk.record(elena.patientId, "view-record")).rejects.toThrow(Refused);
    expect((await desk.record(elena.patientId, "enter-diary")).action).toBe("enter-diary");
  });

  it("nobody types into an archived record", async () => {
    await inScope({ clinicId: clinic.clinicId }, (tx) =>
      tx.update(patient).set({ archivedAt: NOW }).where(eq(patient.id, elena.patientId)),
    );
    const input = sheet({ sessions: [sessionEntry(plan, DAYS[0]!)] });
    await expect(save(input)).rejects.toThrow(Conflict);
  });
});

describe("hostile and mistaken input", () => {
  it("one bad cell and nothing is saved; every sentence stands at its cell", async () => {
    const [first] = plan.versions[0]!.prescribedIds as [string];
    const sessions = [
      sessionEntry(plan, DAYS[0]!),
      sessionEntry(plan, DAYS[1]!, { painBefore: 11 as never }),
      sessionEntry(plan, DAYS[2]!, {
        exercises: [doneEntry(first, { outcome: "partly", setsDone: 99 })],
      }),
    ];
    expect(await refusal(sheet({ sessions }))).toEqual({
      "sessions.1.painBefore": "Pain is a whole number from 0 to 10.",
      "sessions.2.exercises.0.setsDone": "Sets: a whole number from 0 to 20.",
    });
  });

  it("days to come, days before the plan, and days of another week", async () => {
    const weekOn = "2026-11-16";
    const future = sessionEntry(plan, "2026-11-21");
    expect(await refusal(sheet({ weekOn, sessions: [future] }))).toEqual({
      "sessions.0.localOn": "This day is still to come.",
    });
    expect(await refusal(sheet({ weekOn, mornings: [morningEntry("2026-11-22")] }))).toHaveProperty(
      "mornings.0.localOn",
    );
    const early = sheet({ weekOn: "2026-10-26", sessions: [sessionEntry(plan, "2026-11-01")] });
    expect(await refusal(early)).toEqual({
      "sessions.0.localOn": "No plan was in force on this day.",
    });
    expect(await refusal(sheet({ sessions: [sessionEntry(plan, "2026-11-09")] }))).toEqual({
      "sessions.0.localOn": "This day is not in the week.",
    });
  });

  it("exercises of another patient, and ids of others' rows", async () => {
    const other = await makePatient(clinic, { now: NOW });
    const foreign = await makePublishedPlan(other, { startedOn: localDate(STARTED_ON) });
    const strange = sessionEntry(foreign, DAYS[0]!);
    expect(Object.keys(await refusal(sheet({ sessions: [strange] })))).toEqual([
      "sessions.0.exercises.0.prescribedId",
    ]);
    const access = await therapist.record(other.patientId, "enter-diary");
    await saveDiary(access, sheet({ sessions: [strange] }), NOW);
    const stolen = sessionEntry(plan, DAYS[0]!, { id: strange.id });
    await expect(save(sheet({ sessions: [stolen] }))).rejects.toThrow(Conflict);
    const rooted = sessionEntry(plan, DAYS[0]!, { rootId: strange.id, replaces: strange.id });
    expect(Object.keys(await refusal(sheet({ sessions: [rooted] })))).toEqual([
      "sessions.0.replaces",
    ]);
    expect((await rows()).sessions).toEqual([]);
  });

  it.each([
    ["nothing", undefined],
    ["a word", "all of it"],
    ["an empty week", {}],
    ["nothing typed", sheet()],
    ["nobody filled it in", { ...sheet(), reportedBy: "\u202ENurse" }],
    ["a list for a day", { ...sheet(), sessions: [["x"]] }],
    ["ids that are none", { ...sheet(), mornings: [morningEntry(DAYS[1]!, { id: "'; drop" })] }],
    ["a year of sessions", { ...sheet(), sessions: Array(400).fill({}) }],
    ["a date that is none", { ...sheet(), weekOn: "2026-02-30" }],
  ])("%s", async (_, input) => {
    expect(Object.keys(await refusal(input)).length).toBeGreaterThan(0);
  });

  it("an empty session, an id twice, amounts of what was done, a first entry that takes back", async () => {
    const [first] = plan.versions[0]!.prescribedIds as [string];
    const nothing = { painBefore: null, painAfter: null, exercises: [] };
    expect(await refusal(sheet({ sessions: [sessionEntry(plan, DAYS[0]!, nothing)] }))).toEqual({
      "sessions.0.localOn": "Nothing was typed in for this session.",
    });
    const id = newId();
    const twice = [sessionEntry(plan, DAYS[0]!, { id }), sessionEntry(plan, DAYS[1]!, { id })];
    expect(await refusal(sheet({ sessions: twice }))).toHaveProperty("form");
    const amounts = [doneEntry(first, { setsDone: 3 })];
    expect(
      await refusal(sheet({ sessions: [sessionEntry(plan, DAYS[0]!, { exercises: amounts })] })),
    ).toHaveProperty(["sessions.0.exercises.0.outcome"]);
    const back = sessionEntry(plan, DAYS[0]!, { ...nothing, withdrawn: true });
    expect(await refusal(sheet({ sessions: [back] }))).toHaveProperty(["sessions.0.rootId"]);
  });
});
