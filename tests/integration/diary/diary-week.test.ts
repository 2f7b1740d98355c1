import { beforeAll, describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { consent } from "@/db/schema/patient";
import { withSelf } from "@/lib/auth/access";
import { localDate } from "@/lib/domain/calendar/local-date";
import { NotFound } from "@/lib/errors/app-error";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { diaryWeek } from "@/lib/features/diary/diary-queries";
import { saveDiary } from "@/lib/features/diary/save-diary";
import { diaryWeekAsked } from "@/lib/features/diary/schema";
import { sessionHistory } from "@/lib/features/review/history-queries";
import { readSnapshot } from "@/lib/features/sessions/snapshot-queries";
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
import { morningEntry, NOW, STARTED_ON, sessionEntry, sheet } from "./sheets";

const PHONE_ON = "2026-11-18";
const PAPER_ON = "2026-11-17";
const WEEK_ON = "2026-11-16";

let clinic: TestClinic;
let therapist: TestStaff;
let desk: TestStaff;
let elena: TestPatient;
let plan: PublishedPlan;

async function look(by: TestStaff, week?: string, patientId = elena.patientId) {
  const access = await by.record(patientId, "enter-diary");
  return diaryWeek(access, { week: week as never, now: NOW });
}

beforeAll(async () => {
  clinic = await makeClinic();
  [therapist, desk] = await Promise.all([makeStaff(clinic), makeStaff(clinic, "front_desk")]);
  elena = await makePatient(clinic, { now: NOW });
  plan = await makePublishedPlan(elena, { startedOn: localDate(STARTED_ON) });
  await handIn(elena, [
    phoneEntry(plan, { localOn: PHONE_ON, occurredAt: `${PHONE_ON}T12:00:00.000Z`, painBefore: 9 }),
  ]);
  await saveDiary(
    await desk.record(elena.patientId, "enter-diary"),
    sheet({
      weekOn: WEEK_ON,
      reportedBy: "carer",
      sessions: [sessionEntry(plan, PAPER_ON, { painBefore: 8 })],
      mornings: [morningEntry(PHONE_ON, { pain: 7 })],
    }),
    NOW,
  );
});

describe("the week to type into", () => {
  it("has the exercises in force, and what is there already as it came", async () => {
    const week = await look(therapist, WEEK_ON);
    expect(week.rows.map(({ name, dose }) => [name, dose !== null])).toEqual([
      ["Exercise 1", true],
      ["Exercise 2", true],
    ]);
    const day = (on: string) => week.days.find((found) => found.on === on)!;
    expect(day(PHONE_ON).sessions).toMatchObject([
      { source: "late", isOpen: false, content: { painBefore: 9 } },
    ]);
    expect(day(PAPER_ON).sessions).toMatchObject([
      { source: "paper", reportedBy: "carer", isOpen: true, content: { painBefore: 8 } },
    ]);
    expect(day(PHONE_ON).morning).toMatchObject({ pain: 7, isOpen: true });
    expect(week.days.map(({ closed }) => closed)).toEqual([
      null,
      null,
      null,
      null,
      null,
      "future",
      "future",
    ]);
  });

  it("the front desk sees names, days, and what it typed in; of the rest only that it is there", async () => {
    const week = await look(desk, WEEK_ON);
    expect(week.rows.every(({ dose }) => dose === null)).toBe(true);
    const day = (on: string) => week.days.find((found) => found.on === on)!;
    expect(day(PHONE_ON).sessions).toMatchObject([{ source: "late", content: null }]);
    expect(day(PAPER_ON).sessions).toMatchObject([{ content: { painBefore: 8 }, isOpen: true }]);
    const other = await look(await makeStaff(clinic, "front_desk"), WEEK_ON);
    const seen = other.days.find((found) => found.on === PAPER_ON)!;
    expect(seen.sessions).toMatchObject([{ content: null, isOpen: false }]);
    expect(other.days.find((found) => found.on === PHONE_ON)?.morning).toMatchObject({
      pain: null,
      isOpen: false,
    });
    expect(JSON.stringify(other)).not.toMatch(/"pain(Before)?":[789]/);
  });

  it("opens on the newest sheet that can be back, and goes from the plan's start to today", async () => {
    const week = await look(therapist);
    expect([week.weekOn, week.olderOn, week.newerOn]).toEqual([WEEK_ON, "2026-11-09", null]);
    const first = await look(therapist, "1999-01-01");
    expect([first.weekOn, first.olderOn, first.newerOn]).toEqual([STARTED_ON, null, "2026-11-09"]);
    expect((await look(therapist, "2999-01-01")).weekOn).toBe(WEEK_ON);
    for (const asked of ["2026-13-01", "x", ["2026-11-02"], 7])
      expect(diaryWeekAsked.parse(asked)).toBeUndefined();
  });

  it("is empty without a plan", async () => {
    const patient = await makePatient(clinic);
    const week = await look(therapist, undefined, patient.patientId);
    expect([week.rows, week.olderOn, week.newerOn]).toEqual([[], null, null]);
  });

  it("is not found in another clinic, and a look is written down", async () => {
    const stranger = await makeStaff(await makeClinic());
    await expect(look(stranger)).rejects.toThrow(NotFound);
    const looks = await auditTrail(clinic.clinicId, "patient.view");
    expect(
      looks.some(({ actorUserId, fields }) => actorUserId === desk.userId && fields[0] === "diary"),
    ).toBe(true);
  });
});

describe("where it is seen afterwards", () => {
  it("the sessions tab says by whom, with the name of who typed it in", async () => {
    const access = await therapist.record(elena.patientId, "view-record");
    const { days } = await sessionHistory(access, { month: "2026-11", now: NOW });
    const paper = { reportedBy: "carer", typedBy: desk.name };
    expect(days.find(({ on }) => on === PAPER_ON)?.sessions[0]?.current).toMatchObject({
      source: "paper",
      paper,
    });
    const phoneDay = days.find(({ on }) => on === PHONE_ON);
    expect(phoneDay?.sessions[0]?.current.paper).toBeNull();
    expect(phoneDay?.mornings[0]).toMatchObject({ source: "paper", paper, withdrawn: false });
    expect(phoneDay?.mornings[0]?.response).toMatchObject({ points: -1 });
  });

  it("the patient's phone shows it as paper, without who typed it in", async () => {
    const { clinicId, patientId } = elena;
    await inScope({ clinicId }, (tx) =>
      tx.insert(consent).values({
        clinicId,
        id: newId(),
        patientId,
        documentVersion: PRIVACY_VERSION,
        locale: "en",
      }),
    );
    const snapshot = await withSelf(elena.sid, NOW, (tx, self, viewer) =>
      readSnapshot(tx, self, viewer, { sinceOn: localDate(STARTED_ON), origin: "http://x" }),
    );
    const [shown] = snapshot.plans[0]!.sessions;
    expect(shown).toMatchObject({ source: "paper", reportedBy: "carer", localOn: PAPER_ON });
    expect(JSON.stringify(snapshot)).not.toContain(desk.userId);
  });
});
