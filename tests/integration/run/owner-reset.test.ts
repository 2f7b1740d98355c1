import { spawnSync } from "node:child_process";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, inject, test } from "vitest";
import { inScope } from "@/db/client";
import { membership } from "@/db/schema/people";
import { completePasswordReset } from "@/lib/features/account/complete-password-reset";
import { resetIsOpen } from "@/lib/features/account/queries";
import { newClient } from "@/tests/integration/account/client";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makeStaff, type TestClinic, type TestStaff } from "@/tests/support/fixtures";

let clinic: TestClinic;
let owner: TestStaff;

beforeAll(async () => {
  clinic = await makeClinic();
  owner = await makeStaff(clinic, "owner");
});

/** The command as an operator runs it, on the database of `inScope`. */
function ownerReset(...args: string[]) {
  const url = new URL(inject("testServer").adminUrl);
  url.pathname = new URL(process.env.DATABASE_APP_URL ?? "").pathname;
  const run = spawnSync(process.execPath, ["--import", "tsx", "lib/run/owner-reset.ts", ...args], {
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "test",
      DATABASE_URL: url.href,
      PUBLIC_URL: "https://clinic.example",
    },
    encoding: "utf8",
    timeout: 20_000,
  });
  return { code: run.status, printed: run.stdout.trim(), said: run.stderr.trim() };
}

const recoveries = async () => auditTrail(clinic.clinicId, "staff.recover-owner");

test("an owner gets a link that works once, and the clinic sees that it was made", async () => {
  const { code, printed, said } = ownerReset(owner.email.toUpperCase());
  expect(said).toBe("This link works once, for 60 minutes.");
  expect(code).toBe(0);
  const token = /^https:\/\/clinic\.example\/recovery\/([\w-]{43})$/.exec(printed)?.[1] ?? "";
  const now = new Date();
  expect(await resetIsOpen(token, now)).toBe(true);
  await completePasswordReset({ token, password: "a new long password" }, newClient(), now);
  expect(await resetIsOpen(token, now)).toBe(false);
  const made = await recoveries();
  expect(made).toMatchObject([{ actorUserId: null, subjectId: owner.userId }]);
});

test("a colleague, an owner who was disabled and a stranger get none", async () => {
  const before = await recoveries();
  const therapist = await makeStaff(clinic, "therapist");
  const gone = await makeStaff(clinic, "owner");
  await inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx
      .update(membership)
      .set({ disabledAt: new Date() })
      .where(and(eq(membership.clinicId, clinic.clinicId), eq(membership.userId, gone.userId))),
  );
  for (const email of [therapist.email, gone.email, "nobody@clinic.example"]) {
    const { code, printed, said } = ownerReset(email);
    expect(said).toBe("No active owner of a clinic signs in with this address.");
    expect([code, printed]).toEqual([1, ""]);
  }
  expect(await recoveries()).toEqual(before);
  expect(ownerReset().said).toContain("owner:reset");
});
