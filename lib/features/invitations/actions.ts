"use server";

import { refresh } from "next/cache";
import { recordAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { qrPath } from "../../pdf/qr-path";
import { createSignInLink } from "./create-sign-in-link";
import { mailPlan } from "./mail-plan";
import { revokeLink } from "./revoke-link";
import { revokePatientSession } from "./revoke-patient-session";

const idOf = (form: FormData) => String(form.get("patientId") ?? "");

/** Makes a sign-in link. `data` holds url, code, QR path and size, and how the e-mail went: shown once. */
export async function createSignInLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "invite-patient");
    const input = { sendEmail: form.get("sendEmail") ?? undefined };
    const { url, code, expiresAt, email } = await createSignInLink(access, input, now);
    const qr = qrPath(url);
    refresh();
    const expires = expiresAt.toISOString();
    const data = { url, code, expires, email, qrPath: qr.d, qrSize: String(qr.size) };
    return { status: "ok", data };
  });
}

/** Tells the patient by e-mail that there is a plan. `data`: how it went, and what to hand over where it did not go. */
export async function mailPlanAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "prescribe");
    const { email, url, signIn } = await mailPlan(access, Object.fromEntries(form), now);
    const qr = qrPath(url);
    refresh();
    const data = { email, url, qrPath: qr.d, qrSize: String(qr.size) };
    if (!signIn) return { status: "ok", data };
    const { code, expiresAt } = signIn;
    return { status: "ok", data: { ...data, code, expires: expiresAt.toISOString() } };
  });
}

/** Makes the open link useless. */
export async function revokeLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "invite-patient");
    await revokeLink(access, form.get("linkId"), now);
    refresh();
    return { status: "ok" };
  });
}

/** Signs one device of the patient out. */
export async function revokePatientSessionAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "invite-patient");
    await revokePatientSession(access, form.get("sessionId"), now);
    refresh();
    return { status: "ok" };
  });
}
