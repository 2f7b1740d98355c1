import { beforeAll, describe, expect, it } from "vitest";
import { NotFound, Refused } from "@/lib/errors/app-error";
import type { PatientReview } from "@/lib/features/review/review";
import { reviewOfPatient } from "@/lib/features/review/review-queries";
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
import { insertPlan, insertSession } from "./plan-rows";

let clinic: TestClinic;
let therapist: TestStaff;
let elena: TestPatient;

async function read(patient: TestPatient, period: "4" | "12" | "all" = "12", now = NOW) {
  return reviewOfPatient(await therapist.record(patient.patientId, "view-record"), { period, now });
}

function begun(view: PatientReview) {
  if (!view.review) throw new Error("the plan has not begun");
  return view.review;
}

beforeAll(async () => {
  clinic = await makeClinic();
  therapist = await makeStaff(clinic);
  elena = await makePatient(clinic);
  await marchStory(elena);
  const other = await makePatient(clinic);
  await marchStory(other);
});

describe("the numbers of a hand-made table", () => {
  it("has the baseline, the 7-day mean and the change of the clinical vector", async () => {
    const { pain } = begun(await read(elena));
    expect(pain.baseline).toMatchObject({
      value: 6,
      days: 7,
      reliability: "reliable",
      startsOn: march(2),
    });
    expect(pain.current).toMatchObject({ value: 26 / 7, days: 7, endsOn: march(20) });
    expect(pain.ratedDays).toBe(7);
    expect(pain.meaningfulAt).toBeCloseTo(4.2);
    expect(pain.change).toMatchObject({
      state: "known",
      class: "moderate",
      direction: "down",
      provisional: false,
    });
    if (pain.change.state !== "known") throw new Error("change");
    expect(pain.change.points).toBeCloseTo(-2.29, 2);
    expect(pain.change.percent).toBeCloseTo(-38.1, 1);
  });

  it("counts sessions done and due, by window, week and exercise", async () => {
    const { adherence, weeks, exercises } = begun(await read(elena));
    expect(adherence.sessions).toEqual({ done: 13, due: 19, percent: 68, band: "fair" });
    expect(
      weeks.map(({ weekStartsOn, sessions, current }) => [
        weekStartsOn,
        sessions.done,
        sessions.due,
        current,
      ]),
    ).toEqual([
      [march(2), 7, 7, false],
      [march(9), 2, 7, false],
      // On the 16th 0.8 of one of two exercises was done: credit 0.4 does not count.
      [march(16), 4, 5, true],
    ]);
    expect(exercises.map(({ name, adherence: of }) => [name, of?.done, of?.due])).toEqual([
      ["Single knee to chest", 14, 19],
      ["Cat and cow", 13, 19],
    ]);
  });

  it("shows one point a counting session: corrected, not taken back, late marked", async () => {
    const { days } = begun(await read(elena));
    const points = days.flatMap((day) => day.points);
    expect(points.map(({ on, before }) => [on, before])).toEqual(
      [
        [2, 6],
        [3, 6],
        [4, 7],
        [5, 6],
        [6, 5],
        [7, 6],
        [8, 6],
        [14, 4],
        [15, 4],
        [16, 3],
        [17, 4],
        [18, 4],
        [19, 3],
        [20, 4],
      ].map(([day, pain]) => [march(day as number), pain]),
    );
    expect(points.filter(({ source }) => source !== "live").map(({ on }) => on)).toEqual([
      march(15),
    ]);
    expect(days).toHaveLength(19);
    expect(days.filter(({ outcome }) => outcome === "none").map(({ on }) => on)).toEqual(
      [9, 10, 11, 12, 13].map(march),
    );
    expect(days.find(({ on }) => on === march(16))?.outcome).toBe("partial");
  });

  it("breaks the mean over the silence and is light where it is provisional", async () => {
    const { pain } = begun(await read(elena));
    const pieces = pain.mean.map((piece) =>
      piece.map(({ on, provisional }) => `${on.slice(-2)} ${provisional ? "light" : "full"}`),
    );
    expect(pieces).toEqual([
      ["04 light", "05 light", "06 full", "07 full", "08 full"],
      ["16 light", "17 light", "18 full", "19 full", "20 full"],
    ]);
  });

  it("gives the next morning its own series and its 24-hour response", async () => {
    const { days } = begun(await read(elena));
    expect(days.flatMap((day) => day.mornings)).toEqual([
      { on: march(15), pain: 6, response: { on: march(15), points: 2, state: "not_settled" } },
      { on: march(17), pain: 4, response: { on: march(17), points: 1, state: "settled" } },
    ]);
  });

  it("marks versions with what changed, the red zone of each, and past visits alone", async () => {
    const { versions, pain, visits } = begun(await read(elena));
    expect(versions.map(({ number, startsOn, diff }) => [number, startsOn, diff === null])).toEqual(
      [
        [1, march(2), true],
        [2, march(16), false],
      ],
    );
    expect(versions[1]?.diff?.changed[0]?.fields).toEqual([
      { field: "holdSeconds", before: null, after: 5 },
    ]);
    expect(pain.redZones.map(({ firstOn, from }) => [firstOn, from])).toEqual([
      [march(2), 6],
      [march(16), 7],
    ]);
    expect(visits).toEqual([march(16)]);
  });

  it("puts what was really done beside what was prescribed", async () => {
    const { exercises } = begun(await read(elena));
    const [knee, cat] = exercises;
    expect(knee?.history?.worst).toEqual({ pain: 7, on: march(16) });
    expect(knee?.history?.effort).toBe("hard");
    const monday = knee?.history?.entries.find(({ on }) => on === march(16));
    expect(monday?.prescribed).toMatchObject({ sets: 3, reps: 10, holdSeconds: 5 });
    expect(monday?.deviation.dose).toBe("less");
    expect(cat?.history?.skips).toEqual([{ reason: "no_time", times: 1 }]);
    expect(cat?.history?.worst).toBeNull();
  });

  it("keeps its baseline when the period no longer holds it, and reads day by day", async () => {
    const inMay = new Date("2026-05-20T12:00:00Z");
    const { pain, adherence, days } = begun(await read(elena, "4", inMay));
    expect(pain.baseline?.value).toBe(6);
    expect(pain.change.state).toBe("not_enough_data");
    expect(adherence.sessions).toEqual({ done: 0, due: 28, percent: 0, band: "low" });
    expect(days).toHaveLength(28);
    const whole = begun(await read(elena, "all", inMay));
    expect(whole.days.flatMap((day) => day.points)).toHaveLength(14);
    expect(whole.weeks[0]?.sessions).toMatchObject({ done: 7, due: 7 });
  });

  it("says the same numbers whatever the period", async () => {
    const [four, all] = [begun(await read(elena, "4")), begun(await read(elena, "all"))];
    expect(four.pain).toEqual(all.pain);
    expect(four.adherence).toEqual(all.adherence);
    expect(four.exercises).toEqual(all.exercises);
  });
});

describe("which plan", () => {
  const line = { key: "cat", name: "Cat and cow", slug: "cat-cow" };

  it("has none before one is published, and no numbers before it starts", async () => {
    const patient = await makePatient(clinic);
    expect(await read(patient)).toMatchObject({ plan: null, review: null });
    await insertPlan(patient, { versions: [{ startsOn: march(23), lines: [line] }] });
    const view = await read(patient);
    expect(view.plan).toMatchObject({ state: "not_started", startedOn: march(23) });
    expect(view.review).toBeNull();
  });

  it("takes the running plan before the last one, and the last one when none runs", async () => {
    const patient = await makePatient(clinic);
    const old = await insertPlan(patient, {
      versions: [{ startsOn: march(1), lines: [line] }],
      endedOn: march(9),
    });
    await insertSession(patient, old, { on: march(3), painBefore: 0 });
    const ended = await read(patient);
    expect(ended.plan).toMatchObject({ planId: old.planId, state: "ended" });
    expect(begun(ended)).toMatchObject({ lastOn: march(9), hasLogs: true });
    const running = await insertPlan(patient, {
      versions: [{ startsOn: march(10), lines: [line] }],
    });
    const now = await read(patient);
    expect(now.plan).toMatchObject({ planId: running.planId, state: "running" });
    expect(begun(now).hasLogs).toBe(false);
  });

  it("reads skipped ratings as not rated and a 0 as a rating", async () => {
    const patient = await makePatient(clinic);
    const made = await insertPlan(patient, { versions: [{ startsOn: march(16), lines: [line] }] });
    await insertSession(patient, made, { on: march(17) });
    expect(begun(await read(patient)).pain.isRated).toBe(false);
    for (const day of [18, 19, 20])
      await insertSession(patient, made, { on: march(day), painBefore: 0 });
    const { pain } = begun(await read(patient));
    expect(pain).toMatchObject({
      isRated: true,
      current: { value: 0, reliability: "provisional" },
    });
  });
});

describe("who may read it", () => {
  it("writes the look down, once an hour", async () => {
    const own = await makeClinic();
    const reader = await makeStaff(own);
    const patient = await makePatient(own);
    const access = await reader.record(patient.patientId, "view-record");
    await reviewOfPatient(access, { period: "12", now: new Date() });
    await reviewOfPatient(access, { period: "4", now: new Date() });
    const rows = await auditTrail(own.clinicId, "patient.view");
    expect(rows.map(({ actorUserId, patientId }) => [actorUserId, patientId])).toEqual([
      [reader.userId, patient.patientId],
    ]);
  });

  it("is not found for another clinic and refused for the front desk", async () => {
    const stranger = await makeStaff(await makeClinic());
    await expect(stranger.record(elena.patientId, "view-record")).rejects.toBeInstanceOf(NotFound);
    const desk = await makeStaff(clinic, "front_desk");
    await expect(desk.record(elena.patientId, "view-record")).rejects.toBeInstanceOf(Refused);
  });

  it("answers nothing of another clinic's patient even with that id in hand", async () => {
    const otherClinic = await makeClinic();
    const stranger = await makeStaff(otherClinic);
    const own = await makePatient(otherClinic);
    const access = await stranger.record(own.patientId, "view-record");
    const forged = { ...access, patientId: elena.patientId };
    await expect(reviewOfPatient(forged, { period: "12", now: NOW })).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});
