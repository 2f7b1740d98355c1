import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/db/id";
import { NotFound, Refused } from "@/lib/errors/app-error";
import { addGoal } from "@/lib/features/patients/add-goal";
import { addVisit } from "@/lib/features/patients/add-visit";
import { clinicalOf, contactOf } from "@/lib/features/patients/record-queries";
import { removeGoal } from "@/lib/features/patients/remove-goal";
import { removeVisit } from "@/lib/features/patients/remove-visit";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { auditOf, fieldsOf } from "./record-rows";

/** Already the 21st at this clinic in Madrid. */
const NOW = new Date("2026-11-20T23:30:00Z");

let clinic: TestClinic;
let maya: TestStaff;
let desk: TestStaff;
let stranger: TestStaff;
let elena: TestPatient;

beforeEach(async () => {
  clinic = await makeClinic();
  maya = await makeStaff(clinic, "therapist");
  desk = await makeStaff(clinic, "front_desk");
  stranger = await makeStaff(await makeClinic(), "owner");
  elena = await makePatient(clinic);
});

const actions = async () =>
  (await auditOf(clinic.clinicId, elena.patientId)).map(({ action }) => action);

describe("goals", () => {
  const record = () => maya.record(elena.patientId, "edit-record");
  const goals = async () =>
    (await clinicalOf(await maya.record(elena.patientId, "view-record"), NOW)).goals;

  test("are kept in the patient's words, removed, and audited", async () => {
    const text = "Cargar a mi nieto 👶 — subir 3 pisos";
    const id = await addGoal(await record(), { text: `  ${text}\n` }, NOW);
    expect(await goals()).toEqual([{ id, text, addedOn: "2026-11-21" }]);
    await removeGoal(await record(), id, NOW);
    expect(await goals()).toEqual([]);
    expect(await actions()).toEqual(["patient.add-goal", "patient.remove-goal"]);
  });

  test("are not the front desk's, nor another clinic's or person's", async () => {
    await expect(desk.record(elena.patientId, "edit-record")).rejects.toBeInstanceOf(Refused);
    const id = await addGoal(await record(), { text: "Walk" }, NOW);
    for (const [staff, home] of [
      [stranger, stranger],
      [maya, clinic],
    ] as const) {
      const other = await makePatient(home);
      const access = await staff.record(other.patientId, "edit-record");
      await expect(removeGoal(access, id, NOW)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await goals()).toHaveLength(1);
  });

  test.each([
    ["empty", " "],
    ["of 2 MB", "a".repeat(2_000_000)],
    ["with a zero byte", "a\u0000b"],
    ["missing", undefined],
  ])("%s is refused by its field", async (_, text) => {
    expect(Object.keys(await fieldsOf(addGoal(await record(), { text }, NOW)))).toEqual(["text"]);
  });
});

describe("visits", () => {
  const record = () => desk.record(elena.patientId, "edit-patient");
  const contact = async () => contactOf(await desk.record(elena.patientId, "view-contact"), NOW);

  test("are the front desk's too; the clinic's date says which are past", async () => {
    await addVisit(await record(), { visitOn: "2026-11-20", visitTime: "09:30" }, NOW);
    await addVisit(await record(), { visitOn: "2026-11-28", visitTime: "" }, NOW);
    const id = await addVisit(await record(), { visitOn: "2026-11-21", visitTime: "17:05" }, NOW);
    const view = await contact();
    expect(view.today).toBe("2026-11-21");
    expect(view.nextVisits.map((v) => v.visitOn)).toEqual(["2026-11-21", "2026-11-28"]);
    expect(view.pastVisits).toMatchObject([{ visitOn: "2026-11-20", visitTime: "09:30" }]);
    await removeVisit(await record(), id, NOW);
    expect((await contact()).nextVisits).toHaveLength(1);
    expect(await actions()).toEqual([
      "patient.add-visit",
      "patient.add-visit",
      "patient.add-visit",
      "patient.remove-visit",
    ]);
  });

  test("of another clinic or person are not found", async () => {
    const id = await addVisit(await record(), { visitOn: "2026-11-28" }, NOW);
    const far = stranger.record(elena.patientId, "edit-patient");
    await expect(far).rejects.toBeInstanceOf(NotFound);
    for (const [staff, home] of [
      [stranger, stranger],
      [desk, clinic],
    ] as const) {
      const other = await makePatient(home);
      const access = await staff.record(other.patientId, "edit-patient");
      for (const row of [id, newId(), undefined])
        await expect(removeVisit(access, row, NOW)).rejects.toBeInstanceOf(NotFound);
    }
  });

  test.each([
    ["no date", { visitOn: "" }, "visitOn"],
    ["a date in 1900", { visitOn: "1900-01-01" }, "visitOn"],
    ["a date in ten years", { visitOn: "2036-01-01" }, "visitOn"],
    ["a time that is none", { visitOn: "2026-11-28", visitTime: "29:99" }, "visitTime"],
  ])("%s is refused by its field", async (_, input, field) => {
    expect(Object.keys(await fieldsOf(addVisit(await record(), input, NOW)))).toEqual([field]);
  });

  test("are not written down twice", async () => {
    const visit = { visitOn: "2026-11-28", visitTime: "09:30" };
    await addVisit(await record(), visit, NOW);
    expect(await fieldsOf(addVisit(await record(), visit, NOW))).toHaveProperty("visitOn");
  });
});
