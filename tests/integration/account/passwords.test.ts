import { beforeAll, beforeEach, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { findViewerBySid } from "@/lib/auth/access";
import { PASSWORD_RESET_MINUTES } from "@/lib/auth/session-times";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors/app-error";
import { changePassword } from "@/lib/features/account/change-password";
import { completePasswordReset } from "@/lib/features/account/complete-password-reset";
import { insertReset } from "@/lib/features/account/insert-reset";
import { resetIsOpen } from "@/lib/features/account/queries";
import { signInStaff } from "@/lib/features/account/sign-in-staff";
import { createResetLink } from "@/lib/features/clinic/create-reset-link";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  PASSWORD,
  type TestClinic,
  type TestStaff,
} from "@/tests/support/fixtures";
import { newClient } from "./client";

const NOW = new Date();
const NEXT = "another long password";
let clinic: TestClinic;
let maya: TestStaff;

beforeAll(async () => {
  clinic = await makeClinic();
});

beforeEach(async () => {
  maya = await makeStaff(clinic);
});

const tokenOf = (url: string) => url.split("/").at(-1) ?? "";
const signsIn = async (password: string) =>
  (await signInStaff({ email: maya.email, password }, newClient(), NOW)) !== null;

test("a new password ends every other session in every clinic, and it is audited in each", async () => {
  const other = await makeClinic({ name: "Lakeside Rehab" });
  const there = await makeStaff(other, "therapist", { userId: maya.userId });
  const second = await signInStaff({ email: maya.email, password: PASSWORD }, newClient(), NOW);
  const input = { current: PASSWORD, next: NEXT };
  await changePassword(maya.access("use-account"), input, maya.sessionId, NOW);
  expect(await findViewerBySid(maya.sid, NOW)).not.toBeNull();
  expect(await findViewerBySid(second?.sid ?? "", NOW)).toBeNull();
  expect(await findViewerBySid(there.sid, NOW)).toBeNull();
  expect(await signsIn(PASSWORD)).toBe(false);
  expect(await signsIn(NEXT)).toBe(true);
  for (const { clinicId } of [clinic, other]) {
    const rows = await auditTrail(clinicId, "account.change-password");
    expect(rows[0]).toMatchObject({ actorUserId: maya.userId, fields: ["password"] });
  }
});

test("without the present password nothing changes", async () => {
  const change = (input: unknown) =>
    changePassword(maya.access("use-account"), input, maya.sessionId, NOW);
  await expect(change({ current: "not it at all", next: NEXT })).rejects.toMatchObject({
    fieldErrors: { current: expect.any(String) },
  });
  await expect(change({ current: PASSWORD, next: "short" })).rejects.toThrow(Invalid);
  await expect(change({ current: PASSWORD, next: "x".repeat(300) })).rejects.toThrow(Invalid);
  await expect(change({ current: PASSWORD })).rejects.toThrow(Invalid);
  expect(await signsIn(PASSWORD)).toBe(true);
});

test("an owner's reset link works once and ends every session, and both are audited", async () => {
  const owner = await makeStaff(clinic, "owner");
  const { url } = await createResetLink(owner.access("manage-staff"), maya.userId, NOW);
  const input = { token: tokenOf(url), password: NEXT };
  expect(await resetIsOpen(tokenOf(url), NOW)).toBe(true);
  expect(await signsIn(PASSWORD)).toBe(true);
  await completePasswordReset(input, newClient(), NOW);
  expect(await findViewerBySid(maya.sid, NOW)).toBeNull();
  expect(await signsIn(NEXT)).toBe(true);
  await expect(completePasswordReset(input, newClient(), NOW)).rejects.toThrow(NotFound);
  const [made] = await auditTrail(clinic.clinicId, "staff.create-reset-link");
  expect(made).toMatchObject({ actorUserId: owner.userId, subjectId: maya.userId });
  const [done] = await auditTrail(clinic.clinicId, "account.reset-password");
  expect(done).toMatchObject({ actorUserId: maya.userId });
});

test("two at once with the same reset link: one wins", async () => {
  const token = await inScope({ userId: maya.userId }, (tx) => insertReset(tx, maya.userId, NOW));
  const answers = await Promise.allSettled(
    ["first long password", "second long password"].map((password) =>
      completePasswordReset({ token, password }, newClient(), NOW),
    ),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a reset link ends after an hour, by a newer one, and by a changed password", async () => {
  const make = () => inScope({ userId: maya.userId }, (tx) => insertReset(tx, maya.userId, NOW));
  const first = await make();
  const second = await make();
  const late = new Date(NOW.getTime() + PASSWORD_RESET_MINUTES * 60_000);
  expect(await resetIsOpen(first, NOW)).toBe(false);
  expect(await resetIsOpen(second, NOW)).toBe(true);
  expect(await resetIsOpen(second, late)).toBe(false);
  const input = { current: PASSWORD, next: NEXT };
  await changePassword(maya.access("use-account"), input, maya.sessionId, NOW);
  expect(await resetIsOpen(second, NOW)).toBe(false);
  const unknown = { token: "b".repeat(43), password: NEXT };
  await expect(completePasswordReset(unknown, newClient(), NOW)).rejects.toThrow(NotFound);
});

test("no owner can reset somebody who also works elsewhere, or in another clinic", async () => {
  const owner = await makeStaff(clinic, "owner");
  const stranger = await makeStaff(await makeClinic());
  const access = owner.access("manage-staff");
  await expect(createResetLink(access, stranger.userId, NOW)).rejects.toThrow(NotFound);
  await expect(createResetLink(access, "1; drop table", NOW)).rejects.toThrow(NotFound);
  await makeStaff(await makeClinic(), "therapist", { userId: maya.userId });
  await expect(createResetLink(access, maya.userId, NOW)).rejects.toThrow(Conflict);
  const patient = await makePatient(clinic);
  await expect(createResetLink(access, patient.patientId, NOW)).rejects.toThrow(NotFound);
});

test("therapists and front desk make no reset links", async () => {
  expect(() => maya.access("manage-staff")).toThrow(Refused);
  const desk = await makeStaff(clinic, "front_desk");
  expect(() => desk.access("manage-staff")).toThrow(Refused);
});
