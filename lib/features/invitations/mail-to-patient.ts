import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import { signInLink } from "../../../db/schema/people";
import type { RecordAccess } from "../../auth/access";
import { takeTry } from "../../auth/throttle";
import { sendMail } from "../../email/send-mail";
import { Conflict, NotFound } from "../../errors/app-error";
import type { Locale } from "../../i18n/locale";
import { log } from "../../log";

/** Who gets an e-mail, and what it may say of them. */
export interface Addressee {
  readonly givenName: string;
  readonly email: string | null;
  readonly language: Locale;
  readonly clinicName: string;
}

/** The patient as an e-mail greets them. Throws `NotFound`, and `Conflict` for an archived record. */
export async function addressee(tx: Tx, access: RecordAccess): Promise<Addressee> {
  const [person] = await tx
    .select({
      givenName: patient.givenName,
      email: patient.email,
      language: patient.language,
      archivedAt: patient.archivedAt,
      clinicName: clinic.name,
    })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .where(and(eq(patient.clinicId, access.clinicId), eq(patient.id, access.patientId)));
  if (!person) throw new NotFound();
  const { archivedAt, ...rest } = person;
  if (archivedAt) throw new Conflict("This record is archived. Restore it first.");
  return rest;
}

/** The address to write to. Throws `Conflict` where the record has none. */
export function addressOf({ email }: Addressee): string {
  if (!email) throw new Conflict("There is no e-mail address on this record.");
  return email;
}

/** Counts an e-mail to this patient by this member of staff. Throws `Throttled` beyond a few an hour. */
export async function countMail(access: RecordAccess, now: Date): Promise<void> {
  await takeTry("mail-account", access.userId, now);
  await takeTry("mail-patient", `${access.clinicId} ${access.patientId}`, now);
}

/** True when the server took the e-mail; a failure is logged without what it said. */
export async function mailed(to: string, subject: string, text: string): Promise<boolean> {
  try {
    return await sendMail({ to, subject, text });
  } catch (error) {
    log.failure("mail.failed", error);
    return false;
  }
}

/** Keeps that the link went out by e-mail. */
export async function markMailed(access: RecordAccess, linkId: string, now: Date): Promise<void> {
  await inScope(access.scope, (tx) =>
    tx
      .update(signInLink)
      .set({ emailedAt: now })
      .where(and(eq(signInLink.clinicId, access.clinicId), eq(signInLink.id, linkId))),
  );
}
