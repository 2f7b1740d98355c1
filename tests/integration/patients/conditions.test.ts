import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/db/id";
import { Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { addCondition } from "@/lib/features/patients/add-condition";
import { clinicalOf } from "@/lib/features/patients/record-queries";
import { removeCondition } from "@/lib/features/patients/remove-condition";
import { updateCondition } from "@/lib/features/patients/update-condition";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { auditOf, conditionRows, fieldsOf } from "./record-rows";

const NOW = new Date("2026-11-20T10:00:00Z");
const KNEE = { conditionId: "tka", surgeryOn: "2026-09-01", side: "left" };

let clinic: TestClinic;
let maya: TestStaff;
let desk: TestStaff;
let stranger: TestStaff;
let elena: TestPatient;

beforeEach(async () => {
  clinic = await makeClinic();
  maya = await makeStaff(clinic, "therapist");
  desk = await makeStaff(clinic, "front_desk");
  stranger = await makeStaff(await makeClinic(), "therapist");
  elena = await makePatient(clinic);
});

const record = () => maya.record(elena.patientId, "edit-record");
const add = async (input: Record<string, unknown>) => addCondition(await record(), input, NOW);
const shown = async () =>
  (await clinicalOf(await maya.record(elena.patientId, "view-record"), NOW)).conditions;

describe("a condition", () => {
  test("is added with what its rules read, and audited", async () => {
    const id = await add({ ...KNEE, onsetOn: "", endedOn: "", site: "" });
    expect(await shown()).toMatchObject([
      {
        id,
        name: "Total knee replacement",
        side: "left",
        surgeryOn: "2026-09-01",
        onsetOn: null,
        current: true,
      },
    ]);
    expect(await auditOf(clinic.clinicId, elena.patientId)).toMatchObject([
      { action: "patient.add-condition", by: maya.userId },
    ]);
  });

  test("changed, leaves the old row behind and audits the names of the fields", async () => {
    const id = await add(KNEE);
    const changed = { ...KNEE, side: "both", endedOn: "2026-11-20" };
    const next = await updateCondition(await record(), id, changed, NOW);
    expect(await shown()).toMatchObject([{ id: next, side: "both", current: false }]);
    const rows = await conditionRows(clinic.clinicId, elena.patientId);
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.id === id)).toMatchObject({ side: "left", removedAt: NOW });
    const audit = await auditOf(clinic.clinicId, elena.patientId);
    expect(audit.at(-1)).toMatchObject({
      action: "patient.update-condition",
      fields: ["side", "endedOn"],
    });
  });

  test("saved unchanged, stays the row it was", async () => {
    const id = await add(KNEE);
    expect(await updateCondition(await record(), id, KNEE, NOW)).toBe(id);
    expect(await conditionRows(clinic.clinicId, elena.patientId)).toHaveLength(1);
  });

  test("removed, is off the record and stays in the table; a second time it is not found", async () => {
    const id = await add(KNEE);
    await removeCondition(await record(), id, NOW);
    expect(await shown()).toEqual([]);
    expect(await conditionRows(clinic.clinicId, elena.patientId)).toHaveLength(1);
    await expect(removeCondition(await record(), id, NOW)).rejects.toBeInstanceOf(NotFound);
    await expect(updateCondition(await record(), id, KNEE, NOW)).rejects.toBeInstanceOf(NotFound);
  });

  test("changed by two at once, is changed by one", async () => {
    const id = await add(KNEE);
    const access = await record();
    const answers = await Promise.allSettled(
      ["right", "both"].map((side) => updateCondition(access, id, { ...KNEE, side }, NOW)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await shown()).toHaveLength(1);
  });
});

describe("whose it is", () => {
  test("the front desk may neither read nor change it", async () => {
    for (const action of ["view-record", "edit-record"] as const)
      await expect(desk.record(elena.patientId, action)).rejects.toBeInstanceOf(Refused);
  });

  test("another clinic finds neither the person nor the row", async () => {
    const id = await add(KNEE);
    const far = stranger.record(elena.patientId, "edit-record");
    await expect(far).rejects.toBeInstanceOf(NotFound);
    const theirs = await makePatient(stranger);
    const access = await stranger.record(theirs.patientId, "edit-record");
    await expect(updateCondition(access, id, KNEE, NOW)).rejects.toBeInstanceOf(NotFound);
    await expect(removeCondition(access, id, NOW)).rejects.toBeInstanceOf(NotFound);
    expect(await shown()).toHaveLength(1);
  });

  test("another person of the same clinic does not have it either", async () => {
    const id = await add(KNEE);
    const ruth = await makePatient(clinic);
    const access = await maya.record(ruth.patientId, "edit-record");
    for (const row of [id, newId(), "1", null]) {
      await expect(removeCondition(access, row, NOW)).rejects.toBeInstanceOf(NotFound);
      await expect(updateCondition(access, row, KNEE, NOW)).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe("refused by its field", () => {
  test.each([
    ["a condition without rules", { conditionId: "the_vapours" }, "conditionId"],
    ["no condition", { conditionId: "" }, "conditionId"],
    ["a beginning in the future", { conditionId: "hip_oa", onsetOn: "2026-12-24" }, "onsetOn"],
    ["a beginning in 1900", { conditionId: "hip_oa", onsetOn: "1900-01-01" }, "onsetOn"],
    ["a surgery to come", { ...KNEE, surgeryOn: "2027-01-10" }, "surgeryOn"],
    [
      "a surgery where there is none",
      { conditionId: "glaucoma", surgeryOn: "2020-01-01" },
      "surgeryOn",
    ],
    ["a side where there is none", { conditionId: "glaucoma", side: "left" }, "side"],
    ["a side that is none", { ...KNEE, side: "middle" }, "side"],
    ["a site where there is none", { ...KNEE, site: "knee" }, "site"],
    ["a site that is none", { conditionId: "fracture_recent", site: "tail" }, "site"],
    ["an end before the beginning", { ...KNEE, endedOn: "2026-08-01" }, "endedOn"],
    ["an end in a hundred years", { ...KNEE, endedOn: "2126-01-01" }, "endedOn"],
    ["a day that does not exist", { ...KNEE, onsetOn: "2026-02-30" }, "onsetOn"],
  ])("%s", async (_, input, field) => {
    expect(Object.keys(await fieldsOf(add(input)))).toEqual([field]);
  });

  test("the same condition of the same side twice; the other side is another one", async () => {
    await add(KNEE);
    await expect(add(KNEE)).rejects.toBeInstanceOf(Invalid);
    await add({ ...KNEE, side: "right" });
    expect(await shown()).toHaveLength(2);
  });
});
