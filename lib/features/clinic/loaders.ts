import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { clinicAccess, selfAccess } from "../../auth/access";
import { may } from "../../auth/policy";
import { currentViewer, requireClinic, requireStaff } from "../../auth/viewer";
import { Refused } from "../../errors/app-error";
import { type AuditPage, auditPage } from "./audit-queries";
import { type ClinicSettings, clinicLogo, clinicName, clinicSettings } from "./queries";
import { staffOfClinic } from "./staff-queries";

/** What the frame around the clinic's pages shows. */
export const loadClinicFrame = cache(async () => {
  const viewer = await requireStaff();
  const { name, timeZone } = await clinicName(clinicAccess(viewer, "use-account"));
  return {
    clinicName: name,
    timeZone,
    userName: viewer.name,
    mayManage: may(viewer.role, "manage-clinic"),
  };
});

/** The wrong role sees no such page. */
async function ownersOnly<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Refused) notFound();
    throw error;
  }
}

/** The clinic's settings, for owners. */
export function loadSettings(): Promise<ClinicSettings> {
  return ownersOnly(async () => clinicSettings(await requireClinic("manage-clinic")));
}

/** Staff and open invitations, for owners. */
export function loadStaff() {
  return ownersOnly(async () => staffOfClinic(await requireClinic("manage-staff"), new Date()));
}

/** One page of the record of access, for owners. */
export function loadAudit(query: { before?: string; patient?: string }): Promise<AuditPage> {
  return ownersOnly(async () => {
    const access = await requireClinic("view-audit");
    const page = await auditPage(access, { before: query.before, patientId: query.patient });
    if (page.rows.length === 0 && query.before) redirect("/settings/audit");
    return page;
  });
}

/** The logo of the viewer's clinic, for a route handler: throws `SignedOut` and `NotFound`. */
export async function loadLogo() {
  const viewer = await currentViewer();
  return clinicLogo(
    viewer?.kind === "patient" ? selfAccess(viewer) : clinicAccess(viewer, "use-account"),
  );
}
