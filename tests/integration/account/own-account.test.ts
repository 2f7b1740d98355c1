import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { consent } from "@/db/schema/patient";
import { findViewerBySid, selfAccess } from "@/lib/auth/access";
import { Conflict, Invalid, NotFound, SignedOut } from "@/lib/errors/app-error";
import { giveConsent } from "@/lib/features/account/give-consent";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { consentGiven, ownAccount } from "@/lib/features/account/queries";
import { revokeSession } from "@/lib/features/account/revoke-session";
import { switchClinic } from "@/lib/features/account/switch-clinic";
import { updateAccount } from "@/lib/features/account/update-account";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestStaff,
} from "@/tests/support/fixtures";

const NOW = new Date();
let clinic: TestClinic;
let maya: TestStaff;

beforeAll(async () => {
  clinic = await makeClinic();
});

beforeEach(async () => {
  maya = await makeStaff(clinic);
});

test("the own name changes, and it is audited without the name", async () => {
  await updateAccount(maya.access("use-account"), { name: "  Maya R. Rao " });
  expect(await findViewerBySid(maya.sid, NOW)).toMatchObject({ name: "Maya R. Rao" });
  const [row] = await auditTrail(clinic.clinicId, "account.update");
  expect(row).toMatchObject({ actorUserId: maya.userId, fields: ["name"] });
  expect(JSON.stringify(row)).not.toContain("Maya R.");
  await expect(updateAccount(maya.access("use-account"), { name: " " })).rejects.toThrow(Invalid);
});

test("an own session can be ended; nobody else's", async () => {
  const again = await makeStaff(await makeClinic(), "therapist", { userId: maya.userId });
  const colleague = await makeStaff(clinic);
  const access = maya.access("use-account");
  for (const id of [colleague.sessionId, again.sessionId, "x", undefined])
    await expect(revokeSession(access, id, NOW)).rejects.toThrow(NotFound);
  expect(await findViewerBySid(colleague.sid, NOW)).not.toBeNull();
  await revokeSession(access, maya.sessionId, NOW);
  expect(await findViewerBySid(maya.sid, NOW)).toBeNull();
  const [row] = await auditTrail(clinic.clinicId, "account.sign-out");
  expect(row).toMatchObject({ subjectId: maya.sessionId });
});

test("switching clinics ends the session here and opens one there; both are audited", async () => {
  const other = await makeClinic({ name: "Lakeside Rehab" });
  await makeStaff(other, "owner", { userId: maya.userId });
  const { sid } = await switchClinic(maya.viewer, other.clinicId, null, NOW);
  expect(await findViewerBySid(sid, NOW)).toMatchObject({
    clinicId: other.clinicId,
    userId: maya.userId,
    role: "owner",
  });
  expect(await findViewerBySid(maya.sid, NOW)).toBeNull();
  expect(await auditTrail(other.clinicId, "account.sign-in")).toHaveLength(1);
  const outs = await auditTrail(clinic.clinicId, "account.sign-out");
  expect(outs[0]?.subjectId).toBe(maya.sessionId);
});

test("nobody switches into a clinic that is not theirs", async () => {
  const strange = await makeClinic();
  for (const id of [strange.clinicId, "' or true --", null])
    await expect(switchClinic(maya.viewer, id, null, NOW)).rejects.toThrow(NotFound);
  expect(await findViewerBySid(maya.sid, NOW)).not.toBeNull();
});

test("the account shows own sessions and own clinics only", async () => {
  const other = await makeClinic({ name: "Lakeside Rehab" });
  await makeStaff(other, "therapist", { userId: maya.userId });
  await makeStaff(clinic);
  await makePatient(clinic);
  const account = await ownAccount(maya.access("use-account"), NOW);
  expect(account.sessions.map(({ id }) => id)).toEqual([maya.sessionId]);
  expect(account.clinics.map(({ name }) => name).sort()).toEqual(["Lakeside Rehab", clinic.name]);
});

test("consent is kept once with version and language, and it is audited", async () => {
  const elena = await makePatient(clinic);
  expect(await consentGiven(elena.self)).toBe(false);
  const input = { version: PRIVACY_VERSION, locale: "es" };
  await giveConsent(elena.self, input, NOW);
  await giveConsent(elena.self, input, NOW);
  const rows = await inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx.select().from(consent).where(eq(consent.patientId, elena.patientId)),
  );
  expect(rows).toMatchObject([{ documentVersion: PRIVACY_VERSION, locale: "es", givenAt: NOW }]);
  expect(await consentGiven(elena.self)).toBe(true);
  const audited = await auditTrail(clinic.clinicId, "patient.consent");
  expect(audited.map((row) => row.actorPatientId)).toEqual([elena.patientId]);
});

test("consent to an older text is not taken, nor by staff, nor for a neighbour", async () => {
  const elena = await makePatient(clinic);
  const tomas = await makePatient(clinic);
  const old = giveConsent(elena.self, { version: "2019-01", locale: "en" }, NOW);
  await expect(old).rejects.toThrow(Conflict);
  const sly = { version: PRIVACY_VERSION, locale: "en", patientId: tomas.patientId };
  await giveConsent(elena.self, sly, NOW);
  expect(await consentGiven(tomas.self)).toBe(false);
  await expect(giveConsent(elena.self, { version: 1, locale: "xx" }, NOW)).rejects.toThrow(Invalid);
  expect(() => selfAccess(maya.viewer)).toThrow(SignedOut);
});
