"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { clinicAccess, selfAccess } from "../../auth/access";
import { clientInfo } from "../../auth/client-info";
import { runAction } from "../../auth/run-action";
import { writeSid } from "../../auth/sid-cookie";
import type { ActionState } from "../../errors/action-state";
import { SignedOut } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { translator } from "../../i18n/translator";
import { log } from "../../log";
import { acceptInvitation } from "./accept-invitation";
import { changePassword } from "./change-password";
import { completePasswordReset } from "./complete-password-reset";
import { giveConsent } from "./give-consent";
import { requestPasswordReset } from "./request-password-reset";
import { revokeSession } from "./revoke-session";
import { requestResetInput } from "./schema";
import { setUp } from "./set-up";
import { switchClinic } from "./switch-clinic";
import { updateAccount } from "./update-account";

type Previous = ActionState;

/** First visit: clinic and owner. `data.email` is the address to sign in with. */
export async function setUpAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (_viewer, now) => {
    const client = clientInfo(await headers());
    const { email } = await setUp(Object.fromEntries(form), client, now);
    return { status: "ok", data: { email } };
  });
}

/** Joins the clinic of an invitation. `data.email` is the address to sign in with. */
export async function acceptInvitationAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (_viewer, now) => {
    const client = clientInfo(await headers());
    const { email } = await acceptInvitation(Object.fromEntries(form), client, now);
    return { status: "ok", data: { email } };
  });
}

/** Same answer, at the same speed, for everybody: the work happens after it. */
export async function requestResetAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (_viewer, now) => {
    const input = parse(requestResetInput, Object.fromEntries(form));
    const client = clientInfo(await headers());
    after(() =>
      requestPasswordReset(input, client, now).catch((error) => log.failure("reset.failed", error)),
    );
    return { status: "ok" };
  });
}

/** Sets a new password with a reset link, then asks to sign in with it. */
export async function completeResetAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (_viewer, now) => {
    const client = clientInfo(await headers());
    await completePasswordReset(Object.fromEntries(form), client, now);
    redirect("/sign-in?notice=passwordChanged");
  });
}

/** Changes the own password; every other session ends. */
export async function changePasswordAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = clinicAccess(viewer, "use-account");
    await changePassword(access, Object.fromEntries(form), viewer?.sessionId ?? "", now);
    refresh();
    return { status: "ok", message: translator("en", "clinic")("account.passwordDone") };
  });
}

/** Changes the own name. */
export async function updateAccountAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer) => {
    await updateAccount(clinicAccess(viewer, "use-account"), Object.fromEntries(form));
    refresh();
    return { status: "ok", message: translator("en", "clinic")("account.saved") };
  });
}

/** Ends one of the own sessions. */
export async function revokeSessionAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    await revokeSession(clinicAccess(viewer, "use-account"), form.get("sessionId"), now);
    refresh();
    return { status: "ok" };
  });
}

/** Goes on in another of the own clinics. */
export async function switchClinicAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    if (viewer?.kind !== "staff") throw new SignedOut();
    const { device } = clientInfo(await headers());
    const { sid } = await switchClinic(viewer, form.get("clinicId"), device, now);
    await writeSid(sid);
    redirect("/caseload");
  });
}

/** The patient's consent to the privacy text of `version`, read in `locale`. */
export async function giveConsentAction(_: Previous, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    await giveConsent(selfAccess(viewer), Object.fromEntries(form), now);
    return { status: "ok" };
  });
}
