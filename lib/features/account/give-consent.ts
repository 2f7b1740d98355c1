import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { consent } from "../../../db/schema/patient";
import { recordAudit } from "../../audit/record";
import type { SelfAccess } from "../../auth/access";
import { Conflict } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { PRIVACY_VERSION } from "./privacy";
import { giveConsentInput } from "./schema";

/**
 * Records consent to the privacy text with the version and language that was shown; once per version.
 * Throws `Conflict` when the text has changed since it was shown.
 */
export async function giveConsent(access: SelfAccess, input: unknown, now: Date): Promise<void> {
  const { version, locale } = parse(giveConsentInput, input);
  if (version !== PRIVACY_VERSION)
    throw new Conflict("The text has changed. Please read it again.", PRIVACY_VERSION);
  await inScope(access.scope, async (tx) => {
    if (await hasConsented(tx, access)) return;
    await tx.insert(consent).values({
      clinicId: access.clinicId,
      id: newId(now.getTime()),
      patientId: access.patientId,
      documentVersion: version,
      locale,
      givenAt: now,
    });
    await recordAudit(tx, access, { action: "patient.consent", subjectKind: "consent" });
  });
}

/** True when the patient agreed to the privacy text in its present version. */
export async function hasConsented(
  tx: Tx,
  { clinicId, patientId }: Pick<SelfAccess, "clinicId" | "patientId">,
): Promise<boolean> {
  const rows = await tx
    .select({ id: consent.id })
    .from(consent)
    .where(
      and(
        eq(consent.clinicId, clinicId),
        eq(consent.patientId, patientId),
        eq(consent.documentVersion, PRIVACY_VERSION),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
