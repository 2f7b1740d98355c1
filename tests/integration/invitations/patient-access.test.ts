import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { patient } from "@/db/schema/patient";
import { signInLink } from "@/db/schema/people";
import { findViewerBySid } from "@/lib/auth/access";
import { Conflict, NotFound, Refused } from "@/lib/errors/app-error";
import { createSignInLink } from "@/lib/features/invitations/create-sign-in-link";
import { patientAccess } from "@/lib/features/invitations/queries";
import { revokeLink } from "@/lib/features/invitations/revoke-link";
import { revokePatientSession } from "@/lib/features/invitations/revoke-patient-session";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";

const NOW = new Date();
let clinic: TestClinic;
let desk: TestStaff;
let elena: TestPatient;

beforeAll(async () => {
  clinic = await makeClinic();
  desk = await makeStaff(clinic, "front_desk");
});

beforeEach(async () => {
  elena = await makePatient(clinic);
});

const access = (of = elena) => desk.record(of.patientId, "invite-patient");
const view = async () => patientAccess(await access(), NOW);

test("a link is made, listed and audited; only hashes are kept", async () => {
  const made = await createSignInLink(await access(), {}, NOW);
  expect(made.url).toMatch(/\/link\/[\w-]{43}$/);
  expect(made.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(made.expiresAt.getTime() - NOW.getTime()).toBe(7 * 86_400_000);
  expect(made.email).toBe("not_asked");
  expect((await view()).link).toMatchObject({ id: made.linkId, uses: 0 });
  const [row] = await auditTrail(clinic.clinicId, "patient.create-link");
  expect(row).toMatchObject({ actorUserId: desk.userId, patientId: elena.patientId });
  const kept = await inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx.select().from(signInLink).where(eq(signInLink.id, made.linkId)),
  );
  expect(JSON.stringify(kept)).not.toContain(made.url.split("/").at(-1));
  expect(JSON.stringify(kept)).not.toContain(made.code);
});

test("a new link replaces the earlier one", async () => {
  const first = await createSignInLink(await access(), {}, NOW);
  const second = await createSignInLink(await access(), {}, NOW);
  expect((await view()).link?.id).toBe(second.linkId);
  await expect(revokeLink(await access(), first.linkId, NOW)).rejects.toThrow(NotFound);
});

test("a revoked link and a signed-out device are gone at once, and both are audited", async () => {
  const { linkId } = await createSignInLink(await access(), {}, NOW);
  await revokeLink(await access(), linkId, NOW);
  expect((await view()).link).toBeNull();
  expect((await view()).devices).toMatchObject([{ id: elena.sessionId }]);
  await revokePatientSession(await access(), elena.sessionId, NOW);
  expect(await findViewerBySid(elena.sid, NOW)).toBeNull();
  expect((await view()).devices).toEqual([]);
  const again = revokePatientSession(await access(), elena.sessionId, NOW);
  await expect(again).rejects.toThrow(NotFound);
  for (const action of ["patient.revoke-link", "patient.revoke-session"] as const) {
    const [row] = await auditTrail(clinic.clinicId, action);
    expect(row).toMatchObject({ actorUserId: desk.userId, patientId: elena.patientId });
  }
});

test("another patient's link and device are not found", async () => {
  const tomas = await makePatient(clinic);
  const { linkId } = await createSignInLink(await access(tomas), {}, NOW);
  for (const id of [linkId, "x", null])
    await expect(revokeLink(await access(), id, NOW)).rejects.toThrow(NotFound);
  for (const id of [tomas.sessionId, desk.sessionId, "x"])
    await expect(revokePatientSession(await access(), id, NOW)).rejects.toThrow(NotFound);
  expect(await findViewerBySid(tomas.sid, NOW)).not.toBeNull();
  expect(await findViewerBySid(desk.sid, NOW)).not.toBeNull();
});

test("another clinic's patient is not found; a patient is not staff", async () => {
  const stranger = await makePatient(await makeClinic());
  await expect(access(stranger)).rejects.toThrow(NotFound);
  const maya = await makeStaff(clinic);
  await expect(maya.record(elena.patientId, "manage-staff")).rejects.toThrow(Refused);
});

test("an archived record gets no link", async () => {
  await inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx.update(patient).set({ archivedAt: NOW }).where(eq(patient.id, elena.patientId)),
  );
  await expect(createSignInLink(await access(), {}, NOW)).rejects.toThrow(Conflict);
  expect((await view()).isArchived).toBe(true);
});
