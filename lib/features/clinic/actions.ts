"use server";

import { refresh } from "next/cache";
import { clinicAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { translator } from "../../i18n/translator";
import { changeRole } from "./change-role";
import { createResetLink } from "./create-reset-link";
import { disableStaff } from "./disable-staff";
import { enableStaff } from "./enable-staff";
import { inviteStaff } from "./invite-staff";
import { revokeInvitation } from "./revoke-invitation";
import { updateClinic } from "./update-clinic";
import { updateLogo } from "./update-logo";

type Message = "saved" | "logoSaved" | "logoRemoved";

function done(message?: Message): ActionState {
  refresh();
  const words = message && translator("en", "clinic")(`settings.${message}`);
  return { status: "ok", message: words };
}

/** Saves every setting of the form. */
export async function updateClinicAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = clinicAccess(viewer, "manage-clinic");
    await updateClinic(access, Object.fromEntries(form), now);
    return done("saved");
  });
}

/** Sets the logo to the uploaded file. */
export async function updateLogoAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    const access = clinicAccess(viewer, "manage-clinic");
    const file = form.get("logo");
    const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    await updateLogo(access, bytes, now);
    return done("logoSaved");
  });
}

/** Removes the logo. */
export async function removeLogoAction(_: ActionState, _form: FormData): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await updateLogo(clinicAccess(viewer, "manage-clinic"), null, now);
    return done("logoRemoved");
  });
}

/** Invites a colleague. `data.url` is the link, told once. */
export async function inviteStaffAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = clinicAccess(viewer, "manage-staff");
    const { url, expiresAt } = await inviteStaff(access, Object.fromEntries(form), now);
    const data = { url, name: String(form.get("name")), expires: expiresAt.toISOString() };
    return { ...done(), data };
  });
}

/** Makes an open invitation useless. */
export async function revokeInvitationAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    await revokeInvitation(clinicAccess(viewer, "manage-staff"), form.get("invitationId"), now);
    return done();
  });
}

/** Gives a colleague another role. */
export async function changeRoleAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer) => {
    const access = clinicAccess(viewer, "manage-staff");
    await changeRole(access, form.get("userId"), { role: form.get("role") });
    return done();
  });
}

/** Shuts a colleague out of this clinic. */
export async function disableStaffAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    await disableStaff(clinicAccess(viewer, "manage-staff"), form.get("userId"), now);
    return done();
  });
}

/** Lets a colleague in again. */
export async function enableStaffAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer) => {
    await enableStaff(clinicAccess(viewer, "manage-staff"), form.get("userId"));
    return done();
  });
}

/** Makes a reset link for a colleague. `data.url` is told once. */
export async function createResetLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = clinicAccess(viewer, "manage-staff");
    const { url } = await createResetLink(access, form.get("userId"), now);
    return { status: "ok", data: { url } };
  });
}
