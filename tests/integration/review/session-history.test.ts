import { beforeAll, describe, expect, it } from "vitest";
import { NotFound } from "@/lib/errors/app-error";
import { sessionHistory } from "@/lib/features/review/history-queries";
import { historyMonth, reviewPeriod } from "@/lib/features/review/schema";
import { auditTrail } from "../../support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "../../support/fixtures";
import { march, marchStory, NOW } from "./march-story";
import { insertMorning } from "./plan-rows";

let clinic: TestClinic;
let therapist: TestStaff;
let elena: TestPatient;

async function read(patient: TestPatient, month: string | null = null) {
  return sessionHistory(await therapist.record(patient.patientId, "view-record"), {
    month,
    now: NOW,
  });
}

beforeAll(async () => {
  clinic = await makeClinic();
  therapist = await makeStaff(clinic);
  elena = await makePatient(clinic);
  await marchStory(elena);
  await marchStory(await makePatient(clinic));
});

describe("what was logged, by day", () => {
  it("opens on the month of the newest log, newest day first", async () => {
    const { month, days, olderMonth, newerMonth } = await read(elena);
    expect(month).toBe("2026-03");
    expect([olderMonth, newerMonth]).toEqual([null, null]);
    expect(days.map(({ on }) => on)).toEqual(
      [20, 19, 18, 17, 16, 15, 14, 10, 8, 7, 6, 5, 4, 3, 2].map(march),
    );
  });

  it("shows the corrected value, and the earlier one with its note", async () => {
    const { days } = await read(elena);
    const [session] = days.find(({ on }) => on === march(14))?.sessions ?? [];
    expect(session?.current).toMatchObject({ painBefore: 4, painAfter: 5 });
    expect(session?.earlier).toMatchObject([{ painBefore: 9, note: "slip of the finger" }]);
  });

  it("keeps a log that was taken back readable", async () => {
    const { days } = await read(elena);
    const [session] = days.find(({ on }) => on === march(10))?.sessions ?? [];
    expect(session?.current.withdrawn).toBe(true);
    expect(session?.earlier).toMatchObject([{ painBefore: 10, withdrawn: false }]);
  });

  it("puts each exercise beside the dosage of the version that was shown", async () => {
    const { days } = await read(elena);
    const [session] = days.find(({ on }) => on === march(16))?.sessions ?? [];
    expect(session?.versionNumber).toBe(2);
    const [knee, cat] = session?.current.exercises ?? [];
    expect(knee).toMatchObject({
      name: "Single knee to chest",
      prescribed: { sets: 3, reps: 10, holdSeconds: 5 },
      fact: { setsDone: 3, repsDone: 8, holdSecondsDone: 5, painWorst: 7 },
      deviation: { dose: "less" },
    });
    expect(cat).toMatchObject({ fact: { outcome: "skipped", skipReason: "no_time" } });
    const [before] = days.find(({ on }) => on === march(2))?.sessions ?? [];
    expect(before?.current.exercises[0]?.prescribed.holdSeconds).toBeNull();
  });

  it("tells how the next morning had settled", async () => {
    const { days } = await read(elena);
    const [morning] = days.find(({ on }) => on === march(15))?.mornings ?? [];
    expect(morning).toMatchObject({ pain: 6, response: { points: 2, state: "not_settled" } });
  });

  it("pages over months without logs", async () => {
    const patient = await makePatient(clinic);
    await marchStory(patient);
    await insertMorning(patient, { on: "2025-12-31" as never, pain: 3 });
    expect((await read(patient)).olderMonth).toBe("2025-12");
    const december = await read(patient, "2025-12");
    expect(december.days.map(({ on }) => on)).toEqual(["2025-12-31"]);
    expect(december.newerMonth).toBe("2026-03");
    expect(await read(patient, "2026-01")).toMatchObject({
      days: [],
      olderMonth: "2025-12",
      newerMonth: "2026-03",
    });
  });

  it("has nothing for someone who never logged", async () => {
    const patient = await makePatient(clinic);
    expect(await read(patient)).toMatchObject({ hasLogs: false, days: [], month: "2026-03" });
  });
});

describe("hostile input and strangers", () => {
  it("falls back to what it knows for any other address", () => {
    for (const month of ["2026-13", "2026-3", "'; drop", ["2026-03", "x"], 7, ""])
      expect(historyMonth.parse(month)).toBeUndefined();
    for (const period of ["13", "", ["4"], undefined])
      expect(reviewPeriod.parse(period)).toBe("12");
    expect(historyMonth.parse("2026-03")).toBe("2026-03");
    expect(reviewPeriod.parse("all")).toBe("all");
  });

  it("writes the look down, and does not find another clinic's patient", async () => {
    const otherClinic = await makeClinic();
    const stranger = await makeStaff(otherClinic);
    const own = await makePatient(otherClinic);
    const access = await stranger.record(own.patientId, "view-record");
    await sessionHistory(access, { month: null, now: new Date() });
    expect(await auditTrail(otherClinic.clinicId, "patient.view")).toHaveLength(1);
    const forged = { ...access, patientId: elena.patientId };
    await expect(sessionHistory(forged, { month: null, now: NOW })).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});
