import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { patient } from "@/db/schema/patient";
import { plan } from "@/db/schema/plan";
import { recordAccess } from "@/lib/auth/access";
import { localDate } from "@/lib/domain/calendar/local-date";
import { Conflict, Invalid, NotFound, Refused, Throttled } from "@/lib/errors/app-error";
import { createSignInLink } from "@/lib/features/invitations/create-sign-in-link";
import { mailPlan } from "@/lib/features/invitations/mail-plan";
import { patientAccess } from "@/lib/features/invitations/queries";
import { planOfToken } from "@/lib/features/plans/version-queries";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { mailServer } from "@/tests/support/mail-server";
import { makePublishedPlan } from "@/tests/support/published-plan";

const NOW = new Date();
let server: Awaited<ReturnType<typeof mailServer>>;
let clinic: TestClinic;
let maya: TestStaff;
let jose: TestPatient;
let planId: string;

beforeAll(async () => {
  clinic = await makeClinic({ name: "Northgate" });
  server = await mailServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  server.reset();
  maya = await makeStaff(clinic, "therapist");
  jose = await makePatient(clinic, {
    givenName: "José",
    familyName: "Zurdo",
    email: "jose@example.org",
    language: "es",
  });
  ({ planId } = await makePublishedPlan(jose, {
    startedOn: localDate("2026-11-01"),
    versions: 2,
    exercises: 1,
  }));
});

const access = (of: TestPatient = jose) => maya.record(of.patientId, "prescribe");
const mail = async (change: object = {}) => mailPlan(await access(), { planId, ...change }, NOW);
const view = async () => patientAccess(await maya.record(jose.patientId, "invite-patient"), NOW);

async function change(set: Partial<typeof patient.$inferInsert>) {
  await inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx.update(patient).set(set).where(eq(patient.id, jose.patientId)),
  );
}

describe("an e-mail that there is a plan", () => {
  test("holds a new sign-in link in the patient's language, and is audited", async () => {
    const made = await mail({ withSignIn: "on" });
    expect(made.email).toBe("sent");
    const [got] = server.received;
    expect([got?.to, got?.subject]).toEqual(["jose@example.org", "Su plan está listo"]);
    expect(got?.text).toContain("Hola, José:");
    expect(got?.text).toContain("Northgate ha puesto un plan en su página");
    expect(got?.text).toContain(made.url);
    expect(got?.text).toContain(made.signIn?.code);
    expect((await view()).link).toMatchObject({ id: made.signIn?.linkId, emailedAt: NOW });
    for (const action of ["plan.mail", "patient.create-link"] as const) {
      const trail = await auditTrail(clinic.clinicId, action);
      expect(trail[0]).toMatchObject({ actorUserId: maya.userId, patientId: jose.patientId });
    }
  });

  test("says nothing of the plan, its exercises or the family name, and has nothing attached", async () => {
    await mail({ withSignIn: "on" });
    await mail();
    const [row] = await inScope({ clinicId: clinic.clinicId }, (tx) =>
      tx.select({ title: plan.title }).from(plan).where(eq(plan.id, planId)),
    );
    for (const { text } of server.received) {
      expect(text).not.toContain(row?.title);
      expect(text).not.toMatch(/Zurdo|ejercicio|exercise|dolor|multipart|attachment|pdf/i);
      expect(text).toMatch(/^Content-Type: text\/plain/m);
    }
    expect(server.received).toHaveLength(2);
  });

  test("without a sign-in link leads to the plan page and leaves the open link alone", async () => {
    const invite = await maya.record(jose.patientId, "invite-patient");
    const { linkId } = await createSignInLink(invite, {}, NOW);
    await change({ language: "en" });
    const made = await mail();
    expect(made).toMatchObject({ email: "sent", signIn: null });
    const [, token = "", number] = /\/p\/([\w-]+)\/(\d+)$/.exec(made.url) ?? [];
    expect([(await planOfToken(token, NOW))?.planId, number]).toEqual([planId, "2"]);
    expect(server.received[0]).toMatchObject({ subject: "Your plan is ready" });
    expect(server.received[0]?.text).toContain(made.url);
    expect(server.received[0]?.text).not.toContain("/link/");
    expect((await view()).link).toMatchObject({ id: linkId, emailedAt: null });
  });

  test("with a sign-in link ends the earlier one; devices stay signed in", async () => {
    const first = await mail({ withSignIn: "on" });
    const second = await mail({ withSignIn: "on" });
    const { link, devices } = await view();
    expect(link?.id).toBe(second.signIn?.linkId);
    expect(link?.id).not.toBe(first.signIn?.linkId);
    expect(devices).toHaveLength(1);
  });

  test("that a mailbox refuses leaves a link to hand over", async () => {
    server.mood.refuse = true;
    const made = await mail({ withSignIn: "on" });
    expect(made.email).toBe("failed");
    expect((await view()).link).toMatchObject({ id: made.signIn?.linkId, emailedAt: null });
  });

  test("goes to one patient five times an hour, then makes nothing", async () => {
    for (let sent = 0; sent < 5; sent++) await mail();
    const before = (await auditTrail(clinic.clinicId, "plan.mail")).length;
    await expect(mail({ withSignIn: "on" })).rejects.toThrow(Throttled);
    expect(server.received).toHaveLength(5);
    expect((await view()).link).toBeNull();
    expect(await auditTrail(clinic.clinicId, "plan.mail")).toHaveLength(before);
  });
});

describe("no e-mail and no link", () => {
  const nothing = async () => {
    expect(server.received).toEqual([]);
    expect((await view()).link).toBeNull();
  };

  test("without an address, for an archived record, for a plan that ended or was never published", async () => {
    const ask = () => mail({ withSignIn: "on" });
    await change({ email: null });
    await expect(ask()).rejects.toThrow(Conflict);
    await change({ email: "jose@example.org", archivedAt: NOW });
    await expect(ask()).rejects.toThrow(Conflict);
    await change({ archivedAt: null });
    const set = (values: Partial<typeof plan.$inferInsert>) =>
      inScope({ clinicId: clinic.clinicId }, (tx) =>
        tx.update(plan).set(values).where(eq(plan.id, planId)),
      );
    await set({ endedOn: localDate("2026-11-20") });
    await expect(ask()).rejects.toThrow(Conflict);
    await set({ endedOn: null, latestVersion: 0 });
    await expect(ask()).rejects.toThrow(Conflict);
    await nothing();
  });

  test("for another patient's plan, a strange one and another clinic's", async () => {
    const other = await makePatient(clinic);
    const [record, own] = [await access(other), await access()];
    for (const [who, id] of [
      [record, planId],
      [own, newId()],
    ] as const)
      await expect(mailPlan(who, { planId: id, withSignIn: "on" }, NOW)).rejects.toThrow(NotFound);
    const stranger = await makeStaff(await makeClinic(), "therapist");
    await expect(stranger.record(jose.patientId, "prescribe")).rejects.toThrow(NotFound);
    await nothing();
  });

  test("by the front desk, which may not know that there is a plan", async () => {
    const desk = await makeStaff(clinic, "front_desk");
    await expect(recordAccess(desk.viewer, jose.patientId, "prescribe")).rejects.toThrow(Refused);
  });

  test.each([
    ["nothing", undefined],
    ["blank", ""],
    ["SQL", "' or 1=1 --"],
    ["a list", ["a"]],
    ["null", null],
    ["huge", "x".repeat(100_000)],
  ])("for a plan id that is %s", async (_, id) => {
    await expect(mail({ planId: id })).rejects.toThrow(Invalid);
    await nothing();
  });
});

test("where no e-mail is set up, a link is made to be handed over", async () => {
  const kept = process.env.SMTP_URL;
  delete process.env.SMTP_URL;
  try {
    await change({ email: null });
    const made = await mail({ withSignIn: "on" });
    expect(made).toMatchObject({ email: "not_set_up", url: made.signIn?.url });
    expect((await view()).link).toMatchObject({ id: made.signIn?.linkId, emailedAt: null });
    const trail = await auditTrail(clinic.clinicId, "plan.mail");
    expect(trail.filter(({ patientId }) => patientId === jose.patientId)).toEqual([]);
  } finally {
    process.env.SMTP_URL = kept;
  }
});
