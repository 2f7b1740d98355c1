import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { applyScope, inScope } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import { appUser, type StaffRole, session, setupCode } from "../../../db/schema/people";
import type { ClinicAccess, SelfAccess } from "../../auth/access";
import { hashSecret } from "../../auth/secrets";
import type { Locale } from "../../i18n/locale";
import { resetOwner } from "./complete-password-reset";
import { hasConsented } from "./give-consent";
import { openInvitation } from "./invitation-holder";
import { linkIsOpen, seenLink } from "./link-holder";
import { activeClinicIds } from "./staff-clinic";

/** True while the first visit can still set the clinic up: codes were given out and none was used. */
export async function setUpIsOpen(): Promise<boolean> {
  const rows = await inScope({}, (tx) => tx.select({ usedAt: setupCode.usedAt }).from(setupCode));
  return rows.length > 0 && rows.every((row) => row.usedAt === null);
}

export interface InvitationView {
  readonly clinicName: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  /** The address has an account already: its password confirms. */
  readonly hasAccount: boolean;
}

/** What the holder of an invitation's token may see; null when it cannot be accepted any more. */
export async function invitationOfToken(token: string, now: Date): Promise<InvitationView | null> {
  const tokenHash = hashSecret(token);
  const found = await inScope({ tokenHash }, (tx) => openInvitation(tx, tokenHash, now));
  if (!found) return null;
  const { clinicName, email, name, role, user } = found;
  return { clinicName, email, name, role, hasAccount: user !== null };
}

/** True while the reset link can be used. */
export async function resetIsOpen(token: string, now: Date): Promise<boolean> {
  const tokenHash = hashSecret(token);
  return (await inScope({ tokenHash }, (tx) => resetOwner(tx, tokenHash, now))) !== null;
}

export interface SignInLinkView {
  readonly isOpen: boolean;
  readonly clinicName: string;
  readonly clinicPhone: string | null;
  /** Language of the patient; nothing else about them is told before the birth date. */
  readonly language: Locale;
  /** For the loader, to know its own patient again; never for the page. */
  readonly patientId: string;
}

/** What the holder of a patient's link may see; null when there is no such link. Changes nothing. */
export async function signInLinkOfToken(token: string, now: Date): Promise<SignInLinkView | null> {
  const tokenHash = hashSecret(token);
  return inScope({ tokenHash }, async (tx) => {
    const link = await seenLink(tx, { tokenHash });
    if (!link) return null;
    const { clinicId, patientId } = link;
    const [, clinics, people] = await Promise.all([
      applyScope(tx, { clinicId }),
      tx
        .select({ name: clinic.name, phone: clinic.phone })
        .from(clinic)
        .where(eq(clinic.id, clinicId)),
      tx
        .select({ language: patient.language, archivedAt: patient.archivedAt })
        .from(patient)
        .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId))),
    ]);
    const person = people[0];
    return {
      isOpen: linkIsOpen(link, now) && person?.archivedAt === null,
      clinicName: clinics[0]?.name ?? "",
      clinicPhone: clinics[0]?.phone ?? null,
      language: person?.language ?? "en",
      patientId,
    };
  });
}

/** True when the patient agreed to the present privacy text. */
export async function consentGiven(access: SelfAccess): Promise<boolean> {
  return inScope(access.scope, (tx) => hasConsented(tx, access));
}

export interface OwnSession {
  readonly id: string;
  readonly device: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export interface AccountView {
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly passwordChangedAt: Date;
  readonly sessions: readonly OwnSession[];
  readonly clinics: readonly { readonly id: string; readonly name: string }[];
}

/** The own account: sessions of this clinic, newest first, and every clinic the user is active in. */
export async function ownAccount(
  access: ClinicAccess<"use-account">,
  now: Date,
): Promise<AccountView> {
  const { clinicId, userId } = access;
  return inScope(access.scope, async (tx) => {
    const [users, sessions, here, clinicIds] = await Promise.all([
      tx
        .select({
          name: appUser.name,
          email: appUser.email,
          passwordChangedAt: appUser.passwordChangedAt,
        })
        .from(appUser)
        .where(eq(appUser.id, userId)),
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
            eq(session.userId, userId),
            isNull(session.revokedAt),
            gt(session.idleUntil, now),
            gt(session.absoluteUntil, now),
          ),
        )
        .orderBy(desc(session.lastSeenAt)),
      tx.select({ timeZone: clinic.timeZone }).from(clinic).where(eq(clinic.id, clinicId)),
      activeClinicIds(tx, userId),
    ]);
    const clinics: { id: string; name: string }[] = [];
    for (const id of clinicIds) {
      await applyScope(tx, { clinicId: id, userId });
      const [found] = await tx.select({ name: clinic.name }).from(clinic).where(eq(clinic.id, id));
      if (found) clinics.push({ id, name: found.name });
    }
    return { ...users[0]!, timeZone: here[0]!.timeZone, sessions, clinics };
  });
}
