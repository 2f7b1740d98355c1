import { beforeEach, expect, test } from "vitest";
import { findViewerBySid } from "@/lib/auth/access";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { changeRole } from "@/lib/features/clinic/change-role";
import { disableStaff } from "@/lib/features/clinic/disable-staff";
import { enableStaff } from "@/lib/features/clinic/enable-staff";
import { inviteStaff } from "@/lib/features/clinic/invite-staff";
import { revokeInvitation } from "@/lib/features/clinic/revoke-invitation";
import { staffOfClinic } from "@/lib/features/clinic/staff-queries";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makeStaff, type TestClinic, type TestStaff } from "@/tests/support/fixtures";

const NOW = new Date();
let clinic: TestClinic;
let owner: TestStaff;
let maya: TestStaff;
let stranger: TestStaff;

beforeEach(async () => {
  clinic = await makeClinic();
  [owner, maya] = [await makeStaff(clinic, "owner"), await makeStaff(clinic)];
  stranger = await makeStaff(await makeClinic());
});

const access = () => owner.access("manage-staff");
const list = () => staffOfClinic(access(), NOW);

test("an invitation is listed, audited without name and address, and can be withdrawn", async () => {
  const input = { name: "Nora Lind", email: "Nora@Clinic.example", role: "front_desk" };
  const { invitationId, url } = await inviteStaff(access(), input, NOW);
  expect(url).toMatch(/\/invitation\/[\w-]{43}$/);
  expect((await list()).invitations).toMatchObject([
    { id: invitationId, email: "nora@clinic.example", role: "front_desk", isExpired: false },
  ]);
  const rows = await auditTrail(clinic.clinicId, "staff.invite");
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows).toLowerCase()).not.toContain("nora");
  await revokeInvitation(access(), invitationId, NOW);
  expect((await list()).invitations).toEqual([]);
  await expect(revokeInvitation(access(), invitationId, NOW)).rejects.toThrow(NotFound);
});

test("another clinic's invitation cannot be withdrawn", async () => {
  const neighbour = await makeStaff(await makeClinic(), "owner");
  const input = { name: "Nora Lind", email: "nora@lakeside.example", role: "therapist" };
  const made = await inviteStaff(neighbour.access("manage-staff"), input, NOW);
  await expect(revokeInvitation(access(), made.invitationId, NOW)).rejects.toThrow(NotFound);
  await expect(revokeInvitation(access(), "nothing", NOW)).rejects.toThrow(NotFound);
});

test.each([
  { name: "", email: "a@b.example", role: "therapist" },
  { name: "A", email: "a at b", role: "therapist" },
  { name: "A", email: `${"a".repeat(300)}@b.example`, role: "therapist" },
  { name: "A", email: "a@b.example", role: "superuser" },
  { name: "A", email: "a@b.example\r\nBcc: x@y.example", role: "therapist" },
  {},
])("a bad invitation is refused by its field: %o", async (input) => {
  await expect(inviteStaff(access(), input, NOW)).rejects.toThrow(Invalid);
  expect((await list()).invitations).toEqual([]);
});

test("a role counts from the next request on, and it is audited", async () => {
  await changeRole(access(), maya.userId, { role: "front_desk" });
  expect(await findViewerBySid(maya.sid, NOW)).toMatchObject({ role: "front_desk" });
  const [row] = await auditTrail(clinic.clinicId, "staff.change-role");
  expect(row).toMatchObject({ actorUserId: owner.userId, subjectId: maya.userId });
  await expect(changeRole(access(), maya.userId, { role: "god" })).rejects.toThrow(Invalid);
});

test("disabled is signed out at once, enabled may sign in again, and both are audited", async () => {
  await disableStaff(access(), maya.userId, NOW);
  await disableStaff(access(), maya.userId, NOW);
  expect(await findViewerBySid(maya.sid, NOW)).toBeNull();
  expect((await list()).staff.at(-1)).toMatchObject({ userId: maya.userId, isDisabled: true });
  await enableStaff(access(), maya.userId);
  expect(await findViewerBySid(maya.sid, NOW)).toBeNull();
  expect(await auditTrail(clinic.clinicId, "staff.disable")).toHaveLength(1);
  expect(await auditTrail(clinic.clinicId, "staff.enable")).toHaveLength(1);
});

test("another clinic's staff is not found", async () => {
  for (const userId of [stranger.userId, "x", undefined]) {
    await expect(disableStaff(access(), userId, NOW)).rejects.toThrow(NotFound);
    await expect(enableStaff(access(), userId)).rejects.toThrow(NotFound);
    await expect(changeRole(access(), userId, { role: "owner" })).rejects.toThrow(NotFound);
  }
  expect(await findViewerBySid(stranger.sid, NOW)).not.toBeNull();
  const ids = (await list()).staff.map(({ userId }) => userId);
  expect(ids.sort()).toEqual([owner.userId, maya.userId].sort());
});

test("therapists and front desk manage nobody", async () => {
  const desk = await makeStaff(clinic, "front_desk");
  expect(() => maya.access("manage-staff")).toThrow(Refused);
  expect(() => desk.access("manage-staff")).toThrow(Refused);
});

test("the last owner stays owner", async () => {
  await expect(disableStaff(access(), owner.userId, NOW)).rejects.toThrow(Conflict);
  const demoted = changeRole(access(), owner.userId, { role: "therapist" });
  await expect(demoted).rejects.toThrow(Conflict);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "two owners remove each other at once: one stays (%i)",
  async () => {
    const second = await makeStaff(clinic, "owner");
    const answers = await Promise.allSettled([
      disableStaff(access(), second.userId, NOW),
      disableStaff(second.access("manage-staff"), owner.userId, NOW),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const owners = (await list()).staff.filter((m) => m.role === "owner" && !m.isDisabled);
    expect(owners).toHaveLength(1);
  },
);
