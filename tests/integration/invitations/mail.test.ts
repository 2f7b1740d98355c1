import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Conflict } from "@/lib/errors/app-error";
import { resetIsOpen } from "@/lib/features/account/queries";
import { requestPasswordReset } from "@/lib/features/account/request-password-reset";
import { createSignInLink } from "@/lib/features/invitations/create-sign-in-link";
import { patientAccess } from "@/lib/features/invitations/queries";
import { newClient } from "@/tests/integration/account/client";
import { makeClinic, makePatient, makeStaff, type TestClinic } from "@/tests/support/fixtures";
import { mailServer } from "@/tests/support/mail-server";

const NOW = new Date();
let server: Awaited<ReturnType<typeof mailServer>>;
let clinic: TestClinic;

beforeAll(async () => {
  clinic = await makeClinic({ name: "Back Pain Centre" });
  server = await mailServer();
});

afterAll(() => server.close());

beforeEach(() => server.reset());

async function link(overrides: { email?: string | null; language?: "en" | "es" } = {}) {
  const desk = await makeStaff(clinic, "front_desk");
  const jose = await makePatient(clinic, {
    givenName: "José",
    email: "jose@example.org",
    ...overrides,
  });
  const access = await desk.record(jose.patientId, "invite-patient");
  return { access, made: await createSignInLink(access, { sendEmail: "on" }, NOW) };
}

test("the link goes out in the patient's language, with nothing about health in the subject", async () => {
  const { access, made } = await link({ language: "es" });
  expect(made.email).toBe("sent");
  expect(server.received).toHaveLength(1);
  const mail = server.received[0]!;
  expect([mail.to, mail.subject]).toEqual(["jose@example.org", "Su enlace de acceso"]);
  expect(mail.text).toContain("Hola, José");
  expect(mail.text).toContain(made.url);
  expect(mail.text).toContain(made.code);
  expect((await patientAccess(access, NOW)).link?.emailedAt).toEqual(NOW);
});

test("a mailbox that refuses leaves a link to hand over", async () => {
  server.mood.refuse = true;
  const { access, made } = await link();
  expect(made.email).toBe("failed");
  expect((await patientAccess(access, NOW)).link).toMatchObject({
    id: made.linkId,
    emailedAt: null,
  });
});

test("without an address nothing is made", async () => {
  await expect(link({ email: null })).rejects.toThrow(Conflict);
  expect(server.received).toEqual([]);
});

test("a forgotten password is mailed to staff, and nobody else gets anything", async () => {
  const maya = await makeStaff(clinic);
  await requestPasswordReset({ email: maya.email }, newClient(), NOW);
  await requestPasswordReset({ email: "nobody@clinic.example" }, newClient(), NOW);
  expect(server.received).toHaveLength(1);
  const mail = server.received[0]!;
  expect([mail.to, mail.subject]).toEqual([maya.email, "Reset your password"]);
  const token = /\/recovery\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
  expect(await resetIsOpen(token, NOW)).toBe(true);
});

test("asking again and again sends three links an hour, quietly", async () => {
  const maya = await makeStaff(clinic);
  for (let asked = 0; asked < 4; asked++)
    await expect(
      requestPasswordReset({ email: maya.email }, newClient(), NOW),
    ).resolves.toBeUndefined();
  expect(server.received).toHaveLength(3);
});
