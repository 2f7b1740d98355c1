import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { authThrottle, session } from "@/db/schema/people";
import { findViewerBySid } from "@/lib/auth/access";
import { LIMITS } from "@/lib/auth/throttle";
import { Throttled } from "@/lib/errors/app-error";
import { signInStaff } from "@/lib/features/account/sign-in-staff";
import { signOut } from "@/lib/features/account/sign-out";
import { disableStaff } from "@/lib/features/clinic/disable-staff";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makeStaff, PASSWORD, type TestClinic } from "@/tests/support/fixtures";
import { newClient } from "./client";

let clinic: TestClinic;
const NOW = new Date("2026-11-20T09:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);

beforeAll(async () => {
  clinic = await makeClinic();
});

test("the right password opens a session in the clinic, and it is audited", async () => {
  const maya = await makeStaff(clinic);
  const done = await signInStaff(
    { email: maya.email.toUpperCase(), password: PASSWORD },
    newClient(),
    NOW,
  );
  const viewer = await findViewerBySid(done?.sid ?? "", NOW);
  expect(viewer).toMatchObject({ kind: "staff", userId: maya.userId, clinicId: clinic.clinicId });
  const [row] = await auditTrail(clinic.clinicId, "account.sign-in");
  expect(row).toMatchObject({ actorUserId: maya.userId, subjectId: viewer?.sessionId });
});

test("unknown, wrong and disabled get the same answer", async () => {
  const owner = await makeStaff(clinic, "owner");
  const gone = await makeStaff(clinic);
  await disableStaff(owner.access("manage-staff"), gone.userId, NOW);
  const client = newClient();
  for (const given of [
    { email: "nobody@clinic.example", password: PASSWORD },
    { email: owner.email, password: "not the password" },
    { email: gone.email, password: PASSWORD },
    { email: "no address", password: PASSWORD },
    { email: owner.email, password: "x".repeat(100_000) },
    { email: { $ne: "" }, password: ["a"] },
    {},
    null,
  ])
    expect(await signInStaff(given, client, NOW)).toBeNull();
});

test("after ten tries even the right password waits for the next window", async () => {
  const { email } = await makeStaff(clinic);
  const limit = LIMITS["staff-account"];
  for (let i = 0; i < limit.tries; i++)
    await signInStaff({ email, password: "wrong password" }, newClient(), NOW);
  const right = { email, password: PASSWORD };
  const refused = signInStaff(right, newClient(), NOW);
  await expect(refused).rejects.toThrow(Throttled);
  expect(await signInStaff(right, newClient(), later(limit.windowMs))).not.toBeNull();
});

test("one address cannot try many accounts, whoever they are", async () => {
  const client = newClient();
  const { tries } = LIMITS["staff-address"];
  for (let i = 0; i < tries; i++) await signInStaff({ email: "no address" }, client, NOW);
  const next = signInStaff({ email: "a@b.example", password: "x" }, client, NOW);
  await expect(next).rejects.toMatchObject({ retryAfterSeconds: 900 });
});

test("a whole clinic behind one address signs in without being counted", async () => {
  const client = newClient();
  const maya = await makeStaff(clinic);
  for (let i = 0; i < 12; i++)
    expect(
      await signInStaff({ email: maya.email, password: PASSWORD }, client, NOW),
    ).not.toBeNull();
});

test("the counters name nobody", async () => {
  const maya = await makeStaff(clinic);
  const client = newClient();
  await signInStaff({ email: maya.email, password: "wrong password" }, client, NOW);
  const rows = await inScope({}, (tx) => tx.select().from(authThrottle));
  expect(JSON.stringify(rows)).not.toContain(maya.email);
  expect(JSON.stringify(rows)).not.toContain(client.address);
});

test("somebody of two clinics comes back to the one used last", async () => {
  const other = await makeClinic({ name: "Lakeside Rehab" });
  const maya = await makeStaff(clinic, "therapist", { now: NOW });
  await makeStaff(other, "therapist", { userId: maya.userId, now: later(60_000) });
  const given = { email: maya.email, password: PASSWORD };
  const here = async (at: Date) => {
    const done = await signInStaff(given, newClient(), at);
    return (await findViewerBySid(done?.sid ?? "", at))?.clinicId;
  };
  // Memberships of this test were made today, after NOW: sessions decide only once they are newer.
  const future = Date.now() + 60_000;
  await inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx
      .update(session)
      .set({ createdAt: new Date(future) })
      .where(eq(session.id, maya.sessionId)),
  );
  expect(await here(new Date(future + 60_000))).toBe(clinic.clinicId);
});

test("a revoked, idle or disabled session is nobody at the next request", async () => {
  const owner = await makeStaff(clinic, "owner", { now: NOW });
  const maya = await makeStaff(clinic, "therapist", { now: NOW });
  expect(await findViewerBySid(maya.sid, later(5 * 3_600_000))).toBeNull();
  expect(await findViewerBySid(`${maya.sid}x`, NOW)).toBeNull();
  await disableStaff(owner.access("manage-staff"), maya.userId, NOW);
  expect(await findViewerBySid(maya.sid, NOW)).toBeNull();
  await signOut(owner.viewer, NOW);
  await signOut(owner.viewer, NOW);
  expect(await findViewerBySid(owner.sid, NOW)).toBeNull();
  const outs = await auditTrail(clinic.clinicId, "account.sign-out");
  expect(outs.filter((row) => row.actorUserId === owner.userId)).toHaveLength(1);
});
