import { and, eq, sql } from "drizzle-orm";
import { applyScope, inScope, type Tx } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { signInLink } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClientInfo } from "../../auth/client-info";
import { openSession } from "../../auth/open-session";
import { hashCode, hashSecret } from "../../auth/secrets";
import { giveBackTry, takeTry } from "../../auth/throttle";
import { parse } from "../../errors/parse";
import { type LinkHolder, linkIsOpen, seenLink } from "./link-holder";
import { patientSignInInput } from "./schema";

export type PatientSignIn =
  | { readonly kind: "signed-in"; readonly sid: string; readonly patientId: string }
  /** Unknown link or code, or another birth date: one answer for all. */
  | { readonly kind: "wrong" }
  /** The link was real and can no longer be used: expired, revoked, used up, or killed by wrong tries. */
  | { readonly kind: "dead" };

/**
 * Signs a patient in with the token or typed code of a link and the birth date. Five wrong birth dates kill
 * the link. Throws `Invalid` by field and `Throttled`.
 */
export async function signInPatient(
  input: unknown,
  client: ClientInfo,
  now: Date,
): Promise<PatientSignIn> {
  const { token, code, birthOn } = parse(patientSignInInput, input);
  await takeTry("patient-address", client.address, now);
  const secret: LinkHolder = token
    ? { tokenHash: hashSecret(token) }
    : { codeHash: hashCode(code ?? "") };
  const result = await inScope(secret, (tx) => tryLink(tx, secret, birthOn, client, now));
  if (result.kind === "signed-in") await giveBackTry("patient-address", client.address, now);
  return result;
}

async function tryLink(
  tx: Tx,
  secret: LinkHolder,
  birthOn: string,
  client: ClientInfo,
  now: Date,
): Promise<PatientSignIn> {
  const seen = await seenLink(tx, secret);
  if (!seen) return { kind: "wrong" };
  await applyScope(tx, { clinicId: seen.clinicId });
  const own = and(eq(signInLink.clinicId, seen.clinicId), eq(signInLink.id, seen.id));
  // Locked, so that tries at the same time are counted one after the other.
  const [link] = await tx.select().from(signInLink).where(own).for("update");
  const [person] = await tx
    .select({ id: patient.id, birthOn: patient.birthOn, archivedAt: patient.archivedAt })
    .from(patient)
    .where(and(eq(patient.clinicId, seen.clinicId), eq(patient.id, seen.patientId)));
  if (!link || !person || person.archivedAt || !linkIsOpen(link, now)) return { kind: "dead" };
  if (person.birthOn !== birthOn) {
    await tx
      .update(signInLink)
      .set({ failedTries: sql`${signInLink.failedTries} + 1` })
      .where(own);
    return linkIsOpen({ ...link, failedTries: link.failedTries + 1 }, now)
      ? { kind: "wrong" }
      : { kind: "dead" };
  }
  await tx
    .update(signInLink)
    .set({ uses: sql`${signInLink.uses} + 1` })
    .where(own);
  const holder = { kind: "patient", patientId: person.id } as const;
  const opened = await openSession(tx, seen.clinicId, holder, client.device, now);
  await recordAudit(
    tx,
    { clinicId: seen.clinicId, patientId: person.id },
    { action: "patient.sign-in", subjectKind: "session", subjectId: opened.sessionId },
  );
  return { kind: "signed-in", sid: opened.sid, patientId: person.id };
}
