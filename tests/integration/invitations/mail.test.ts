import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Conflict } from "@/lib/errors/app-error";
import { resetIsOpen } from "@/lib/features/account/queries";
import { requestPasswordReset } from "@/lib/features/account/request-password-reset";
import { createSignInLink } from "@/lib/features/invitations/create-sign-in-link";
import { patientAccess } from "@/lib/features/invitations/queries";
import { newClient } from "@/tests/integration/account/client";
import { makeClinic, makePatient, makeStaff, type TestClinic } from "@/tests/support/fixtures";

interface Received {
  readonly to: string;
  readonly raw: string;
}

const NOW = new Date();
const received: Received[] = [];
let refuse = false;
let server: SMTPServer;
let clinic: TestClinic;

beforeAll(async () => {
  clinic = await makeClinic({ name: "Back Pain Centre" });
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refuse ? new Error("no such mailbox") : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`;
});

afterAll(async () => {
  delete process.env.SMTP_URL;
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

beforeEach(() => {
  received.length = 0;
  refuse = false;
});

const subjectOf = (raw: string) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim();
/** Joins quoted-printable line breaks and decodes its bytes. */
const textOf = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

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
  expect(received.map(({ to }) => to)).toEqual(["jose@example.org"]);
  const raw = received[0]?.raw ?? "";
  expect(subjectOf(raw)).toBe("Su enlace de acceso");
  expect(textOf(raw)).toContain("Hola, José");
  expect(textOf(raw)).toContain(made.url);
  expect(textOf(raw)).toContain(made.code);
  expect((await patientAccess(access, NOW)).link?.emailedAt).toEqual(NOW);
});

test("a mailbox that refuses leaves a link to hand over", async () => {
  refuse = true;
  const { access, made } = await link();
  expect(made.email).toBe("failed");
  expect((await patientAccess(access, NOW)).link).toMatchObject({
    id: made.linkId,
    emailedAt: null,
  });
});

test("without an address nothing is made", async () => {
  await expect(link({ email: null })).rejects.toThrow(Conflict);
  expect(received).toEqual([]);
});

test("a forgotten password is mailed to staff, and nobody else gets anything", async () => {
  const maya = await makeStaff(clinic);
  await requestPasswordReset({ email: maya.email }, newClient(), NOW);
  await requestPasswordReset({ email: "nobody@clinic.example" }, newClient(), NOW);
  expect(received.map(({ to }) => to)).toEqual([maya.email]);
  const raw = received[0]?.raw ?? "";
  expect(subjectOf(raw)).toBe("Reset your password");
  const token = /\/recovery\/([\w-]{43})/.exec(textOf(raw))?.[1] ?? "";
  expect(await resetIsOpen(token, NOW)).toBe(true);
});

test("asking again and again sends three links an hour, quietly", async () => {
  const maya = await makeStaff(clinic);
  for (let asked = 0; asked < 4; asked++)
    await expect(
      requestPasswordReset({ email: maya.email }, newClient(), NOW),
    ).resolves.toBeUndefined();
  expect(received).toHaveLength(3);
});
