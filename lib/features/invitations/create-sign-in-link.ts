import { and, eq, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import { signInLink } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { hashCode, hashSecret, newCode, newSecret } from "../../auth/secrets";
import { SIGN_IN_LINK_DAYS } from "../../auth/session-times";
import { sendMail } from "../../email/send-mail";
import { env } from "../../env";
import { Conflict, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { translator } from "../../i18n/translator";
import { log } from "../../log";
import { createSignInLinkInput } from "./schema";

const DAY_MS = 86_400_000;

export interface NewSignInLink {
  readonly linkId: string;
  /** Absolute address; it and the code are told once and cannot be read again. */
  readonly url: string;
  readonly code: string;
  readonly expiresAt: Date;
  /** `not_asked`, or how the e-mail went; a link that could not be mailed still works by hand. */
  readonly email: "not_asked" | "sent" | "failed";
}

/**
 * Makes a patient's way in: link, QR code and typed code, for 7 days. Earlier links of this patient stop
 * working; devices stay signed in. Throws `Conflict` for an archived patient and for e-mail without address.
 */
export async function createSignInLink(
  access: RecordAccess<"invite-patient">,
  input: unknown,
  now: Date,
): Promise<NewSignInLink> {
  const { sendEmail } = parse(createSignInLinkInput, input);
  const token = newSecret();
  const code = newCode();
  const linkId = newId(now.getTime());
  const expiresAt = new Date(now.getTime() + SIGN_IN_LINK_DAYS * DAY_MS);
  const to = await inScope(access.scope, async (tx) => {
    const person = await addressee(tx, access);
    if (sendEmail && !person.email)
      throw new Conflict("There is no e-mail address on this record.");
    await revokeOpenLinks(tx, access, now);
    await tx.insert(signInLink).values({
      clinicId: access.clinicId,
      id: linkId,
      patientId: access.patientId,
      tokenHash: hashSecret(token),
      codeHash: hashCode(code),
      expiresAt,
      createdBy: access.userId,
      createdAt: now,
    });
    await recordAudit(tx, access, {
      action: "patient.create-link",
      subjectKind: "sign_in_link",
      subjectId: linkId,
    });
    return person;
  });
  const made = { linkId, url: `${env.origin}/link/${token}`, code, expiresAt };
  if (!sendEmail || !to.email) return { ...made, email: "not_asked" };
  const sent = await mailLink({ ...to, email: to.email }, made);
  if (sent) await markMailed(access, linkId, now);
  return { ...made, email: sent ? "sent" : "failed" };
}

async function addressee(tx: Tx, access: RecordAccess<"invite-patient">) {
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
  if (person.archivedAt) throw new Conflict("This record is archived. Restore it first.");
  return person;
}

async function revokeOpenLinks(tx: Tx, access: RecordAccess<"invite-patient">, now: Date) {
  await tx
    .update(signInLink)
    .set({ revokedAt: now })
    .where(
      and(
        eq(signInLink.clinicId, access.clinicId),
        eq(signInLink.patientId, access.patientId),
        isNull(signInLink.revokedAt),
      ),
    );
}

async function mailLink(
  to: { email: string; givenName: string; language: "en" | "es"; clinicName: string },
  link: { url: string; code: string },
): Promise<boolean> {
  const t = translator(to.language, "account");
  try {
    return await sendMail({
      to: to.email,
      subject: t("mail.linkSubject"),
      text: t("mail.linkBody", {
        name: to.givenName,
        clinic: to.clinicName,
        url: link.url,
        codeUrl: `${env.origin}/code`,
        code: link.code,
        days: SIGN_IN_LINK_DAYS,
      }),
    });
  } catch (error) {
    log.failure("mail.failed", error);
    return false;
  }
}

async function markMailed(access: RecordAccess<"invite-patient">, linkId: string, now: Date) {
  await inScope(access.scope, (tx) =>
    tx
      .update(signInLink)
      .set({ emailedAt: now })
      .where(and(eq(signInLink.clinicId, access.clinicId), eq(signInLink.id, linkId))),
  );
}
