import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import {
  type ClinicAccess,
  clinicAccess,
  findViewerBySid,
  type RecordAccess,
  recordAccess,
  type StaffViewer,
  type Viewer,
} from "./access";
import type { Action } from "./policy";
import { readSid } from "./sid-cookie";

/** Who asks; looked up in the database once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const sid = await readSid();
  return sid ? findViewerBySid(sid, new Date()) : null;
});

/** For pages of the clinic: the member of staff, or a redirect to where this person belongs. */
export async function requireStaff(): Promise<StaffViewer> {
  const viewer = await currentViewer();
  if (viewer?.kind === "staff") return viewer;
  redirect(viewer ? "/today" : "/sign-in");
}

/** For loaders: clinic access of the viewer. Redirects when signed out; throws `Refused` for the wrong role. */
export async function requireClinic<A extends Action>(action: A): Promise<ClinicAccess<A>> {
  return clinicAccess(await requireStaff(), action);
}

/** For loaders: access to a patient's record. Throws `NotFound` or `Refused`; redirects when signed out. */
export async function requireRecord<A extends Action>(
  patientId: string,
  action: A,
): Promise<RecordAccess<A>> {
  return recordAccess(await requireStaff(), patientId, action);
}
