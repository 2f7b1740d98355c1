import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, inScope } from "@/db/client";
import { clinic } from "@/db/schema/clinic";
import { setupCode } from "@/db/schema/people";
import { findViewerBySid } from "@/lib/auth/access";
import { hashCode } from "@/lib/auth/secrets";
import { Invalid, NotFound } from "@/lib/errors/app-error";
import { setUpIsOpen } from "@/lib/features/account/queries";
import { setUp } from "@/lib/features/account/set-up";
import { signInStaff } from "@/lib/features/account/sign-in-staff";
import { auditTrail } from "@/tests/support/audit-trail";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { newClient } from "./client";

const NOW = new Date();
const INPUT = {
  code: "k7qm 4wdx",
  clinicName: "Harbour Physio",
  emergencyNumber: "911",
  timeZone: "America/Chicago",
  name: "Ida Berg",
  email: "Ida@Harbour.example",
  password: "a long first password",
};

let own: TestDatabase;
const before = process.env.DATABASE_APP_URL;

beforeAll(async () => {
  own = await testDatabase();
  await closeDatabase();
  process.env.DATABASE_APP_URL = own.appUrl;
});

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_APP_URL = before;
  await own.drop();
});

test("without a code on the console there is no set-up", async () => {
  expect(await setUpIsOpen()).toBe(false);
  await expect(setUp(INPUT, newClient(), NOW)).rejects.toThrow(NotFound);
});

test("a wrong code and bad fields make nothing", async () => {
  await inScope({}, (tx) =>
    tx
      .insert(setupCode)
      .values([{ codeHash: hashCode("K7QM-4WDX") }, { codeHash: hashCode("ZZZZ-2222") }]),
  );
  expect(await setUpIsOpen()).toBe(true);
  const wrong = setUp({ ...INPUT, code: "AAAA-AAAA" }, newClient(), NOW);
  await expect(wrong).rejects.toMatchObject({ fieldErrors: { code: expect.any(String) } });
  for (const bad of [
    { ...INPUT, password: "short" },
    { ...INPUT, email: "nowhere" },
    { ...INPUT, timeZone: "Moon/Crater" },
    { ...INPUT, clinicName: "  " },
    { ...INPUT, emergencyNumber: "<b>" },
    {},
  ])
    await expect(setUp(bad, newClient(), NOW)).rejects.toThrow(Invalid);
  expect(await setUpIsOpen()).toBe(true);
});

test("of two visitors with two codes one sets up, and then set-up is gone", async () => {
  const answers = await Promise.allSettled([
    setUp(INPUT, newClient(), NOW),
    setUp({ ...INPUT, code: "ZZZZ-2222", email: "other@harbour.example" }, newClient(), NOW),
  ]);
  const done = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  expect(done).toHaveLength(1);
  expect(await setUpIsOpen()).toBe(false);
  await expect(setUp(INPUT, newClient(), NOW)).rejects.toThrow(NotFound);
  const { clinicId, email } = done[0]!;
  const [audited] = await auditTrail(clinicId, "clinic.set-up");
  expect(audited?.subjectId).toBe(clinicId);
  const signedIn = await signInStaff({ email, password: INPUT.password }, newClient(), NOW);
  const viewer = await findViewerBySid(signedIn?.sid ?? "", NOW);
  expect(viewer).toMatchObject({ kind: "staff", role: "owner", clinicId });
  const [made] = await inScope({ clinicId }, (tx) =>
    tx.select().from(clinic).where(eq(clinic.id, clinicId)),
  );
  expect(made).toMatchObject({ paperSize: "Letter", weekStart: 7, greenMax: 3, amberMax: 5 });
});
