import { and, desc, eq, gt, isNull, lt } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { consent, patient } from "../../../db/schema/patient";
import { session, signInLink } from "../../../db/schema/people";
import type { RecordAccess } from "../../auth/access";
import { SIGN_IN_LINK_TRIES, SIGN_IN_LINK_USES } from "../../auth/session-times";
import { NotFound } from "../../errors/app-error";
import type { Locale } from "../../i18n/locale";

export interface OpenLink {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly emailedAt: Date | null;
  readonly uses: number;
}

export interface PatientDevice {
  readonly id: string;
  readonly device: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** How a patient gets in: the link that still works, the devices signed in, and whether they agreed to the privacy text. */
export interface PatientAccessView {
  readonly givenName: string;
  readonly language: Locale;
  readonly email: string | null;
  readonly isArchived: boolean;
  readonly clinicName: string;
  readonly timeZone: string;
  readonly consentedAt: Date | null;
  readonly link: OpenLink | null;
  readonly devices: readonly PatientDevice[];
}

/** The patient's sign-in link and devices, for staff. Throws `NotFound` when the record is gone. */
export async function patientAccess(
  access: RecordAccess<"invite-patient">,
  now: Date,
): Promise<PatientAccessView> {
  const { clinicId, patientId } = access;
  return inScope(access.scope, async (tx) => {
    const [people, links, devices, consents] = await Promise.all([
      tx
        .select({
          givenName: patient.givenName,
          language: patient.language,
          email: patient.email,
          archivedAt: patient.archivedAt,
          clinicName: clinic.name,
          timeZone: clinic.timeZone,
        })
        .from(patient)
        .innerJoin(clinic, eq(clinic.id, patient.clinicId))
        .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId))),
      tx
        .select({
          id: signInLink.id,
          createdAt: signInLink.createdAt,
          expiresAt: signInLink.expiresAt,
          emailedAt: signInLink.emailedAt,
          uses: signInLink.uses,
        })
        .from(signInLink)
        .where(
          and(
            eq(signInLink.clinicId, clinicId),
            eq(signInLink.patientId, patientId),
            isNull(signInLink.revokedAt),
            gt(signInLink.expiresAt, now),
            lt(signInLink.failedTries, SIGN_IN_LINK_TRIES),
            lt(signInLink.uses, SIGN_IN_LINK_USES),
          ),
        )
        .orderBy(desc(signInLink.createdAt))
        .limit(1),
      tx
        .select({
          id: session.id,
          device: session.device,
          createdAt: session.createdAt,
          lastSeenAt: session.lastSeenAt,
        })
        .from(session)
        .where(
          and(
            eq(session.clinicId, clinicId),
            eq(session.patientId, patientId),
            isNull(session.revokedAt),
            gt(session.idleUntil, now),
            gt(session.absoluteUntil, now),
          ),
        )
        .orderBy(desc(session.lastSeenAt)),
      tx
        .select({ givenAt: consent.givenAt })
        .from(consent)
        .where(and(eq(consent.clinicId, clinicId), eq(consent.patientId, patientId)))
        .orderBy(desc(consent.givenAt))
        .limit(1),
    ]);
    const person = people[0];
    if (!person) throw new NotFound();
    const { archivedAt, ...rest } = person;
    return {
      ...rest,
      isArchived: archivedAt !== null,
      consentedAt: consents[0]?.givenAt ?? null,
      link: links[0] ?? null,
      devices,
    };
  });
}
