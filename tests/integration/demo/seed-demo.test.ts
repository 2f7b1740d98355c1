import { and, count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, inScope } from "@/db/client";
import { auditEvent } from "@/db/schema/audit";
import { patient } from "@/db/schema/patient";
import { appUser, membership, setupCode, signInLink } from "@/db/schema/people";
import { exerciseLog, morningLog, sessionLog } from "@/db/schema/session-log";
import { seedDemo } from "@/db/seed/demo";
import { DEMO_CLINICS, DEMO_PASSWORD, DEMO_PHONE } from "@/db/seed/demo-clinics";
import { verifyPassword } from "@/lib/auth/password";
import { hashCode } from "@/lib/auth/secrets";
import { signInPatient } from "@/lib/features/account/sign-in-patient";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

const NOW = new Date("2026-11-20T09:30:00Z");
const LATER = new Date("2026-12-01T09:30:00Z");
const CLIENT = { address: "203.0.113.7", device: "Safari on iPhone" };
const ELENA_BORN = "1968-03-14";
const TABLES = { patient, sessionLog, exerciseLog, morningLog, auditEvent, signInLink, membership };

let database: TestDatabase;
const common = process.env.DATABASE_APP_URL;

async function use(fresh: TestDatabase) {
  await closeDatabase();
  process.env.DATABASE_APP_URL = fresh.appUrl;
}

beforeAll(async () => {
  database = await testDatabase();
  await use(database);
});

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_APP_URL = common;
  await database.drop();
});

async function counts() {
  const all: Record<string, number> = {};
  for (const { id, name } of DEMO_CLINICS)
    for (const [table, rows] of Object.entries(TABLES))
      await inScope({ clinicId: id }, async (tx) => {
        const [row] = await tx.select({ n: count() }).from(rows);
        all[`${name} ${table}`] = row?.n ?? 0;
      });
  return all;
}

const signIn = (birthOn: string, now: Date) =>
  signInPatient({ code: DEMO_PHONE.code, birthOn }, CLIENT, now);

const link = () =>
  inScope({ codeHash: hashCode(DEMO_PHONE.code) }, async (tx) => {
    const [row] = await tx.select().from(signInLink);
    return row;
  });

describe("seeding the demo clinics", () => {
  it("does it once; a second start changes nothing and tells the same ways in", async () => {
    const first = await seedDemo({ now: NOW });
    const made = await counts();
    expect(made["Northgate Physio patient"]).toBeGreaterThanOrEqual(14);
    expect(made["Lakeside Movement Clinic patient"]).toBeGreaterThanOrEqual(3);
    expect(made["Northgate Physio exerciseLog"]).toBeGreaterThan(1000);
    const again = await seedDemo({ now: LATER });
    expect(await counts()).toEqual(made);
    expect(again).toEqual(first);
    expect(first.signIns.map(({ how }) => how).join("\n")).toContain("maya@northgate.example");
  });

  it("has three therapists, an owner among them, and a front desk, who can sign in", async () => {
    const roles = new Map<string, Set<string>>();
    for (const { id } of DEMO_CLINICS)
      await inScope({ clinicId: id }, async (tx) => {
        const rows = await tx
          .select({ email: appUser.email, hash: appUser.passwordHash, role: membership.role })
          .from(membership)
          .innerJoin(appUser, eq(appUser.id, membership.userId));
        for (const { email, hash, role } of rows) {
          roles.set(role, (roles.get(role) ?? new Set()).add(email));
          expect(await verifyPassword(hash, DEMO_PASSWORD)).toBe(true);
        }
      });
    const clinicians = new Set([...roles.get("owner")!, ...roles.get("therapist")!]);
    expect(clinicians.size).toBe(3);
    expect(roles.get("front_desk")?.size).toBe(1);
  });

  it("lets a stranger try the phone with the printed code and birth date", async () => {
    const { signIns } = await seedDemo({ now: NOW });
    const phone = signIns.at(-1);
    expect(phone?.how).toContain(DEMO_PHONE.code);
    expect(phone?.how).toContain(ELENA_BORN);
    expect(await signIn(ELENA_BORN, NOW)).toMatchObject({ kind: "signed-in" });
    expect(await signIn("1968-03-15", NOW)).toMatchObject({ kind: "wrong" });
  });

  it("opens the code again at a start after it died", async () => {
    await inScope({ clinicId: DEMO_PHONE.clinic }, (tx) =>
      tx
        .update(signInLink)
        .set({ failedTries: 5 })
        .where(and(eq(signInLink.clinicId, DEMO_PHONE.clinic))),
    );
    expect(await signIn(ELENA_BORN, NOW)).toEqual({ kind: "dead" });
    await seedDemo({ now: LATER });
    expect((await link())!.expiresAt > LATER).toBe(true);
    expect(await signIn(ELENA_BORN, LATER)).toMatchObject({ kind: "signed-in" });
  });

  it("keeps away from a database with a clinic of its own, unless asked", async () => {
    const other = await testDatabase();
    await use(other);
    try {
      await inScope({}, (tx) => tx.insert(setupCode).values({ codeHash: "x", usedAt: NOW }));
      expect(await seedDemo({ now: NOW })).toEqual({ signIns: [] });
      expect(Object.values(await counts()).every((n) => n === 0)).toBe(true);
      process.env.DEMO = "1";
      expect((await seedDemo({ now: NOW })).signIns.length).toBeGreaterThan(3);
      expect((await counts())["Northgate Physio patient"]).toBeGreaterThan(0);
    } finally {
      delete process.env.DEMO;
      await use(database);
      await other.drop();
    }
  });

  it("is made once when two instances start together", async () => {
    const other = await testDatabase();
    await use(other);
    try {
      const both = await Promise.all([seedDemo({ now: NOW }), seedDemo({ now: NOW })]);
      expect(both[0]).toEqual(both[1]);
      const made = await counts();
      await use(database);
      const { "Northgate Physio sessionLog": expected } = await counts();
      expect(made["Northgate Physio sessionLog"]).toBe(expected);
    } finally {
      await use(database);
      await other.drop();
    }
  });
});
