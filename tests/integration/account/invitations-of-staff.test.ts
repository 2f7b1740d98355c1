import { beforeAll, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { findViewerBySid } from "@/lib/auth/access";
import { Conflict, Invalid, NotFound } from "@/lib/errors/app-error";
import { acceptInvitation } from "@/lib/features/account/accept-invitation";
import { insertReset } from "@/lib/features/account/insert-reset";
import { invitationOfToken, resetIsOpen } from "@/lib/features/account/queries";
import { signInStaff } from "@/lib/features/account/sign-in-staff";
import { inviteStaff } from "@/lib/features/clinic/invite-staff";
import { revokeInvitation } from "@/lib/features/clinic/revoke-invitation";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makeStaff,
  PASSWORD,
  type TestClinic,
  type TestStaff,
} from "@/tests/support/fixtures";
import { newClient } from "./client";

const NOW = new Date();
let clinic: TestClinic;
let owner: TestStaff;
let count = 0;

beforeAll(async () => {
  clinic = await makeClinic();
  owner = await makeStaff(clinic, "owner");
});

async function invite(email = `nora${count++}.${owner.userId}@clinic.example`) {
  const input = { name: "Nora Lind", email, role: "therapist" };
  const { url, invitationId } = await inviteStaff(owner.access("manage-staff"), input, NOW);
  return { token: url.split("/").at(-1) ?? "", invitationId, email };
}

test("somebody new chooses a password, joins in the role offered, and it is audited", async () => {
  const { token, email } = await invite();
  expect(await invitationOfToken(token, NOW)).toEqual({
    clinicName: clinic.name,
    email,
    name: "Nora Lind",
    role: "therapist",
    hasAccount: false,
  });
  const input = { token, name: "Nora M. Lind", password: PASSWORD };
  const { userId } = await acceptInvitation(input, newClient(), NOW);
  const done = await signInStaff({ email, password: PASSWORD }, newClient(), NOW);
  const viewer = await findViewerBySid(done?.sid ?? "", NOW);
  expect(viewer).toMatchObject({ userId, role: "therapist", name: "Nora M. Lind" });
  const [row] = await auditTrail(clinic.clinicId, "staff.join");
  expect(row).toMatchObject({ actorUserId: userId, subjectId: userId });
  await expect(acceptInvitation(input, newClient(), NOW)).rejects.toThrow(NotFound);
  expect(await invitationOfToken(token, NOW)).toBeNull();
});

test("a known user confirms with the password they have; a reset link made before dies", async () => {
  const elsewhere = await makeStaff(await makeClinic({ name: "Lakeside Rehab" }));
  const { userId } = elsewhere;
  const reset = await inScope({ userId }, (tx) => insertReset(tx, userId, NOW));
  const { token } = await invite(elsewhere.email);
  expect(await invitationOfToken(token, NOW)).toMatchObject({ hasAccount: true });
  const wrong = acceptInvitation({ token, password: "not their password" }, newClient(), NOW);
  await expect(wrong).rejects.toMatchObject({ fieldErrors: { password: expect.any(String) } });
  const joined = await acceptInvitation({ token, password: PASSWORD }, newClient(), NOW);
  expect(joined.userId).toBe(userId);
  expect(await resetIsOpen(reset, NOW)).toBe(false);
});

test("expired, revoked and unknown invitations cannot be accepted", async () => {
  const { token, invitationId } = await invite();
  const input = { token, password: PASSWORD };
  const late = new Date(NOW.getTime() + 8 * 86_400_000);
  await expect(acceptInvitation(input, newClient(), late)).rejects.toThrow(NotFound);
  await revokeInvitation(owner.access("manage-staff"), invitationId, NOW);
  await expect(acceptInvitation(input, newClient(), NOW)).rejects.toThrow(NotFound);
  const unknown = { token: "c".repeat(43), password: PASSWORD };
  await expect(acceptInvitation(unknown, newClient(), NOW)).rejects.toThrow(NotFound);
});

test("a second invitation of the same address replaces the first", async () => {
  const first = await invite();
  const second = await invite(first.email);
  expect(await invitationOfToken(first.token, NOW)).toBeNull();
  expect(await invitationOfToken(second.token, NOW)).not.toBeNull();
});

test("the same link accepted twice at once makes one member", async () => {
  const { token } = await invite();
  const input = { token, password: PASSWORD };
  const answers = await Promise.allSettled([
    acceptInvitation(input, newClient(), NOW),
    acceptInvitation(input, newClient(), NOW),
  ]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("weak passwords, role and address from the form are not taken", async () => {
  const { token } = await invite();
  const accept = (input: object) => acceptInvitation({ token, ...input }, newClient(), NOW);
  await expect(accept({ password: "short" })).rejects.toThrow(Invalid);
  await expect(accept({ password: PASSWORD, name: "x".repeat(200) })).rejects.toThrow(Invalid);
  await expect(accept({})).rejects.toThrow(Invalid);
  const sly = { password: PASSWORD, role: "owner", email: "me@evil.example", clinicId: "x" };
  const { email } = await accept(sly);
  const done = await signInStaff({ email, password: PASSWORD }, newClient(), NOW);
  expect(await findViewerBySid(done?.sid ?? "", NOW)).toMatchObject({ role: "therapist" });
  expect(email).not.toBe("me@evil.example");
});

test("whoever works here cannot be invited again", async () => {
  await expect(invite(owner.email)).rejects.toThrow(Invalid);
  const { token, email } = await invite();
  await makeStaff(clinic, "therapist", { email });
  const accepted = acceptInvitation({ token, password: PASSWORD }, newClient(), NOW);
  await expect(accepted).rejects.toThrow(Conflict);
  expect(await invitationOfToken(token, NOW)).not.toBeNull();
});
