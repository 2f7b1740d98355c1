import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/db/id";
import { findViewerBySid } from "@/lib/auth/access";
import { Conflict, NotFound, Refused } from "@/lib/errors/app-error";
import { createSignInLink } from "@/lib/features/invitations/create-sign-in-link";
import { patientAccess } from "@/lib/features/invitations/queries";
import { addGoal } from "@/lib/features/patients/add-goal";
import { archivePatient } from "@/lib/features/patients/archive-patient";
import { contactOf } from "@/lib/features/patients/record-queries";
import { restorePatient } from "@/lib/features/patients/restore-patient";
import { updatePatient } from "@/lib/features/patients/update-patient";
import { viewPatient } from "@/lib/features/patients/view-patient";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { auditOf, fieldsOf, patientRow } from "./record-rows";

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
  elena = await makePatient(clinic, { recordNumber: "R-1" });
});

async function form(staff = maya) {
  const contact = await contactOf(await staff.record(elena.patientId, "view-contact"), new Date());
  const { givenName, familyName, birthOn, language, timeZone, revision } = contact;
  return {
    givenName,
    familyName,
    birthOn,
    language,
    timeZone,
    revision,
    email: contact.email ?? "",
    phone: contact.phone ?? "",
    recordNumber: contact.recordNumber ?? "",
    therapistId: contact.therapistId ?? "",
  };
}

const update = async (changes: Record<string, unknown>, staff = maya) =>
  updatePatient(
    await staff.record(elena.patientId, "edit-patient"),
    { ...(await form()), ...changes },
    new Date(),
  );

describe("changing contact data", () => {
  test("saves, and audits the names of the fields, never their values", async () => {
    await update({ phone: "+34 600 1", language: "es" }, desk);
    expect(await patientRow(clinic.clinicId, elena.patientId)).toMatchObject({
      phone: "+34 600 1",
      language: "es",
    });
    const audit = await auditOf(clinic.clinicId, elena.patientId);
    expect(audit).toEqual([
      { action: "patient.update", fields: ["phone", "language"], by: desk.userId },
    ]);
    expect(JSON.stringify(audit)).not.toContain("600");
  });

  test("writes nothing down when nothing changed", async () => {
    await update({});
    expect(await auditOf(clinic.clinicId, elena.patientId)).toEqual([]);
  });

  test("does not overwrite what someone else saved in between", async () => {
    const stale = await form();
    await update({ phone: "111 222" });
    const late = maya.record(elena.patientId, "edit-patient");
    const saved = updatePatient(await late, { ...stale, phone: "333 444" }, new Date());
    await expect(saved).rejects.toBeInstanceOf(Conflict);
    expect((await patientRow(clinic.clinicId, elena.patientId))?.phone).toBe("111 222");
  });

  test("refuses another person's record number by its field", async () => {
    await makePatient(clinic, { recordNumber: "R-2" });
    expect(await fieldsOf(update({ recordNumber: "R-2" }))).toHaveProperty("recordNumber");
  });

  test("is not found for another clinic and for ids that are none", async () => {
    for (const id of [elena.patientId, newId(), "1 or 1=1"])
      await expect(stranger.record(id, "edit-patient")).rejects.toBeInstanceOf(NotFound);
  });
});

describe("archiving", () => {
  const archive = async (now = new Date()) =>
    archivePatient(await maya.record(elena.patientId, "edit-record"), now);

  test("signs devices out, kills links, is audited; restoring brings back the record alone", async () => {
    const link = await maya.record(elena.patientId, "invite-patient");
    await createSignInLink(link, {}, new Date());
    await archive();
    expect(await findViewerBySid(elena.sid, new Date())).toBeNull();
    await restorePatient(await maya.record(elena.patientId, "edit-record"));
    expect(await findViewerBySid(elena.sid, new Date()), "the device stays out").toBeNull();
    const view = await patientAccess(link, new Date());
    expect(view.link).toBeNull();
    expect(view.devices).toEqual([]);
    const actions = (await auditOf(clinic.clinicId, elena.patientId)).map(({ action }) => action);
    expect(actions).toEqual(["patient.create-link", "patient.archive", "patient.restore"]);
  });

  test("closes the record for every change until it is restored", async () => {
    await archive();
    const record = await maya.record(elena.patientId, "edit-record");
    const goal = addGoal(record, { text: "Walk to the sea" }, new Date());
    await expect(goal).rejects.toBeInstanceOf(Conflict);
    await expect(update({ phone: "111 222" })).rejects.toBeInstanceOf(Conflict);
    await expect(archive()).rejects.toBeInstanceOf(Conflict);
    await restorePatient(record);
    await expect(restorePatient(record)).rejects.toBeInstanceOf(Conflict);
    await addGoal(record, { text: "Walk to the sea" }, new Date());
  });

  test("is not the front desk's, nor another clinic's", async () => {
    const asked = desk.record(elena.patientId, "edit-record");
    await expect(asked).rejects.toBeInstanceOf(Refused);
    const far = stranger.record(elena.patientId, "edit-record");
    await expect(far).rejects.toBeInstanceOf(NotFound);
  });
});

describe("looking at a record", () => {
  const looks = async () =>
    (await auditOf(clinic.clinicId, elena.patientId)).filter((a) => a.action === "patient.view");

  test("is written down once an hour for each who looks, with what they saw", async () => {
    const record = await maya.record(elena.patientId, "view-record");
    const contact = await desk.record(elena.patientId, "view-contact");
    const now = new Date();
    await viewPatient(record, now);
    await viewPatient(record, now);
    await viewPatient(contact, now);
    expect(await looks()).toEqual([
      { action: "patient.view", fields: ["record"], by: maya.userId },
      { action: "patient.view", fields: ["contact"], by: desk.userId },
    ]);
    await viewPatient(record, new Date(now.getTime() + 61 * 60_000));
    expect(await looks()).toHaveLength(3);
  });
});
