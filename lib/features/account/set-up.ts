import { eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { clinic } from "../../../db/schema/clinic";
import { appUser, membership, setupCode } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClientInfo } from "../../auth/client-info";
import { hashPassword } from "../../auth/password";
import { hashCode } from "../../auth/secrets";
import { takeTry } from "../../auth/throttle";
import { DEFAULT_PAIN_RULE } from "../../domain/pain/pain-rule";
import { Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { setUpInput } from "./schema";

/** Regions that print on Letter and begin the week on Sunday; everyone else A4 and Monday. */
const AMERICAN_ZONE = /^(America|US|Canada)\//;

/**
 * First visit: makes the clinic and its owner with the one-time code from the console. Throws `Invalid` by
 * field and `NotFound` once any code was used.
 */
export async function setUp(
  input: unknown,
  client: ClientInfo,
  now: Date,
): Promise<{ clinicId: string; email: string }> {
  const { code, password, name, email, clinicName, ...settings } = parse(setUpInput, input);
  await takeTry("setup-address", client.address, now);
  const passwordHash = await hashPassword(password);
  const clinicId = newId(now.getTime());
  const userId = newId(now.getTime());
  await inScope({ clinicId, userId, loginEmail: email }, async (tx) => {
    await spendCode(tx, code, now);
    const american = AMERICAN_ZONE.test(settings.timeZone);
    await tx.insert(clinic).values({
      id: clinicId,
      name: clinicName,
      ...settings,
      ...DEFAULT_PAIN_RULE,
      paperSize: american ? "Letter" : "A4",
      weekStart: american ? 7 : 1,
    });
    const made = await tx
      .insert(appUser)
      .values({ id: userId, email, name, passwordHash })
      .onConflictDoNothing()
      .returning({ id: appUser.id });
    if (made.length === 0) throw new Invalid({ email: "This address already has an account." });
    await tx.insert(membership).values({ clinicId, userId, role: "owner" });
    await recordAudit(
      tx,
      { clinicId, userId },
      { action: "clinic.set-up", subjectKind: "clinic", subjectId: clinicId },
    );
  });
  return { clinicId, email };
}

async function spendCode(tx: Tx, code: string, now: Date): Promise<void> {
  const codeHash = hashCode(code);
  // All rows locked: two visitors with two codes cannot both be first.
  const rows = await tx.select().from(setupCode).orderBy(setupCode.codeHash).for("update");
  if (rows.length === 0 || rows.some((row) => row.usedAt !== null)) throw new NotFound();
  if (!rows.some((row) => row.codeHash === codeHash))
    throw new Invalid({ code: "That is not the code on the console." });
  await tx.update(setupCode).set({ usedAt: now }).where(eq(setupCode.codeHash, codeHash));
}
