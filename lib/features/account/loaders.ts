import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { clinicAccess, type Viewer } from "../../auth/access";
import { currentViewer, requireStaff } from "../../auth/viewer";
import { canSendMail } from "../../email/send-mail";
import type { Locale } from "../../i18n/locale";
import { chosenLocale, requestLocale } from "../../i18n/request-locale";
import {
  type AccountView,
  invitationOfToken,
  ownAccount,
  resetIsOpen,
  setUpIsOpen,
  signInLinkOfToken,
} from "./queries";

const SECRET_SHAPE = /^[\w-]{20,80}$/;

const homeOf = (viewer: Viewer) => (viewer.kind === "staff" ? "/caseload" : "/today");

/** For pages of people who are not signed in: sends everybody else home. */
export async function requireStranger(): Promise<{ locale: Locale; setUpIsOpen: boolean }> {
  const viewer = await currentViewer();
  if (viewer) redirect(homeOf(viewer));
  return { locale: await requestLocale(), setUpIsOpen: await setUpIsOpen() };
}

/** The landing page; an installation without a clinic begins with its set-up. */
export async function loadLanding(): Promise<{ locale: Locale }> {
  const { locale, setUpIsOpen } = await requireStranger();
  if (setUpIsOpen) redirect("/setup");
  return { locale };
}

/** The first visit; not found once a clinic was set up. */
export async function requireSetUpOpen(): Promise<void> {
  if (!(await setUpIsOpen())) notFound();
}

/** The invitation of a token; null when it cannot be accepted any more. */
export async function loadInvitation(token: string) {
  return SECRET_SHAPE.test(token) ? invitationOfToken(token, new Date()) : null;
}

/** Whether the reset link can be used. */
export async function loadResetIsOpen(token: string): Promise<boolean> {
  return SECRET_SHAPE.test(token) && resetIsOpen(token, new Date());
}

/** Whether a forgotten password can be reset by e-mail here. */
export function loadMailIsOn(): boolean {
  return canSendMail();
}

/** The page behind a patient's link. Opening it changes nothing; a patient already signed in goes on. */
export async function loadSignInLink(token: string) {
  const link = SECRET_SHAPE.test(token) ? await signInLinkOfToken(token, new Date()) : null;
  const viewer = await currentViewer();
  if (link && viewer?.kind === "patient" && viewer.patientId === link.patientId) redirect("/today");
  const locale = (await chosenLocale()) ?? link?.language ?? (await requestLocale());
  return {
    locale,
    isOpen: link?.isOpen ?? false,
    clinicName: link?.clinicName ?? null,
    clinicPhone: link?.clinicPhone ?? null,
  };
}

/** The own account and which of its sessions is this one. */
export const loadAccount = cache(
  async (): Promise<AccountView & { clinicId: string; sessionId: string }> => {
    const viewer = await requireStaff();
    const account = await ownAccount(clinicAccess(viewer, "use-account"), new Date());
    return { ...account, clinicId: viewer.clinicId, sessionId: viewer.sessionId };
  },
);
