import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { patient } from "@/db/schema/patient";
import { session, signInLink } from "@/db/schema/people";
import { findViewerBySid } from "@/lib/auth/access";
import { SIGN_IN_LINK_TRIES, SIGN_IN_LINK_USES } from "@/lib/auth/session-times";
import { LIMITS } from "@/lib/auth/throttle";
import { Invalid, Throttled } from "@/lib/errors/app-error";
import { signInLinkOfToken } from "@/lib/features/account/queries";
import { signInPatient } from "@/lib/features/account/sign-in-patient";
import {
  createSignInLink,
  type NewSignInLink,
} from "@/lib/features/invitations/create-sign-in-link";
import { revokeLink } from "@/lib/features/invitations/revoke-link";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { newClient } from "./client";

const NOW = new Date("2026-11-20T09:00:00Z");
const DAY = 86_400_000;
let clinic: TestClinic;
let maya: TestStaff;
let elena: TestPatient;
let link: NewSignInLink;
let token: string;

beforeAll(async () => {
  clinic = await makeClinic({ phone: "+34 600 000 000" });
  maya = await makeStaff(clinic);
});

const access = () => maya.record(elena.patientId, "invite-patient");

beforeEach(async () => {
  elena = await makePatient(clinic);
  link = await createSignInLink(await access(), {}, NOW);
  token = link.url.split("/").at(-1) ?? "";
});

const right = () => ({ token, birthOn: elena.birthOn });
const wrong = () => ({ token, birthOn: "1961-04-08" });

function row() {
  return inScope({ clinicId: clinic.clinicId }, async (tx) => {
    const [found] = await tx.select().from(signInLink).where(eq(signInLink.id, link.linkId));
    const sessions = await tx.select().from(session).where(eq(session.patientId, elena.patientId));
    return { ...found, sessions: sessions.length };
  });
}

test("link and birth date open a session of this patient, and it is audited", async () => {
  const done = await signInPatient(right(), newClient(), NOW);
  expect(done.kind).toBe("signed-in");
  const viewer = await findViewerBySid(done.kind === "signed-in" ? done.sid : "", NOW);
  expect(viewer).toMatchObject({ kind: "patient", patientId: elena.patientId });
  const [audited] = await auditTrail(clinic.clinicId, "patient.sign-in");
  expect(audited).toMatchObject({
    actorPatientId: elena.patientId,
    actorUserId: null,
    patientId: elena.patientId,
  });
});

test("the typed code works in any case and spacing", async () => {
  const code = ` ${link.code.toLowerCase().replace("-", " ")} `;
  const done = await signInPatient({ code, birthOn: elena.birthOn }, newClient(), NOW);
  expect(done.kind).toBe("signed-in");
});

test("opening the link changes nothing and tells nothing about the patient", async () => {
  const before = await row();
  const seen = await signInLinkOfToken(token, NOW);
  await signInLinkOfToken(token, NOW);
  expect(await row()).toEqual(before);
  expect(seen).toEqual({
    isOpen: true,
    clinicName: clinic.name,
    clinicPhone: "+34 600 000 000",
    language: "en",
    patientId: elena.patientId,
  });
});

test("five wrong birth dates kill the link, also for the right one", async () => {
  for (let i = 1; i < SIGN_IN_LINK_TRIES; i++)
    expect(await signInPatient(wrong(), newClient(), NOW)).toEqual({ kind: "wrong" });
  expect(await signInPatient(wrong(), newClient(), NOW)).toEqual({ kind: "dead" });
  expect(await signInPatient(right(), newClient(), NOW)).toEqual({ kind: "dead" });
  const byCode = { code: link.code, birthOn: elena.birthOn };
  expect(await signInPatient(byCode, newClient(), NOW)).toEqual({ kind: "dead" });
  expect((await signInLinkOfToken(token, NOW))?.isOpen).toBe(false);
});

test("twenty wrong tries at once are counted one by one", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => signInPatient(wrong(), newClient(), NOW)),
  );
  expect(answers.filter((answer) => answer.kind === "wrong")).toHaveLength(4);
  expect((await row()).failedTries).toBe(SIGN_IN_LINK_TRIES);
});

test("it works three times, for three devices, and then no more", async () => {
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => signInPatient(right(), newClient(), NOW)),
  );
  expect(answers.filter((answer) => answer.kind === "signed-in")).toHaveLength(SIGN_IN_LINK_USES);
  expect(answers.filter((answer) => answer.kind === "dead")).toHaveLength(2);
});

test("after seven days, when revoked, and for an archived patient it is dead", async () => {
  const week = new Date(NOW.getTime() + 7 * DAY);
  expect(await signInPatient(right(), newClient(), week)).toEqual({ kind: "dead" });
  await inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx.update(patient).set({ archivedAt: NOW }).where(eq(patient.id, elena.patientId)),
  );
  expect(await signInPatient(right(), newClient(), NOW)).toEqual({ kind: "dead" });
  await inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx.update(patient).set({ archivedAt: null }).where(eq(patient.id, elena.patientId)),
  );
  await revokeLink(await access(), link.linkId, NOW);
  expect(await signInPatient(right(), newClient(), NOW)).toEqual({ kind: "dead" });
});

test("an unknown link or code and a wrong date get the same answer", async () => {
  const unknown = { token: "a".repeat(43), birthOn: elena.birthOn };
  expect(await signInPatient(unknown, newClient(), NOW)).toEqual({ kind: "wrong" });
  const code = { code: "AAAA-AAAA", birthOn: elena.birthOn };
  expect(await signInPatient(code, newClient(), NOW)).toEqual({ kind: "wrong" });
  const other = await makePatient(await makeClinic(), { birthOn: elena.birthOn as never });
  expect(other.clinicId).not.toBe(clinic.clinicId);
  expect(await signInPatient(wrong(), newClient(), NOW)).toEqual({ kind: "wrong" });
});

test("hostile input is refused by its field and costs no try", async () => {
  const bad = [
    { token, birthOn: "1961-02-30" },
    { token, birthOn: "yesterday" },
    { token, birthOn: 19610409 },
    { token, code: link.code, birthOn: elena.birthOn },
    { birthOn: elena.birthOn },
    { token: "x".repeat(5_000), birthOn: elena.birthOn },
    { code: "K".repeat(5_000), birthOn: elena.birthOn },
    "text",
    null,
  ];
  for (const input of bad)
    await expect(signInPatient(input, newClient(), NOW)).rejects.toThrow(Invalid);
  expect(await row()).toMatchObject({ failedTries: 0, uses: 0, sessions: 1 });
});

test("one address cannot go on guessing codes", async () => {
  const client = newClient();
  for (let i = 0; i < LIMITS["patient-address"].tries; i++)
    await signInPatient({ code: `GUESS-${i}`, birthOn: elena.birthOn }, client, NOW);
  await expect(signInPatient(right(), client, NOW)).rejects.toThrow(Throttled);
});
