import "server-only";
import { cache } from "react";
import { clinicAccess } from "../../auth/access";
import { may } from "../../auth/policy";
import { requireRecord, requireStaff } from "../../auth/viewer";
import type { Condition } from "../../domain/cautions/rule-set";
import { CONDITIONS } from "../../domain/cautions/rules";
import { orNotFound } from "../../errors/or-not-found";
import { timeZones } from "../../i18n/time-zones";
import { type CaseloadFacts, caseloadFacts } from "./caseload-fact-queries";
import { type CaseloadView, caseload } from "./caseload-queries";
import {
  type ClinicalView,
  type ContactView,
  clinicalOf,
  contactOf,
  patientFormChoices,
  type Therapist,
} from "./record-queries";
import { CASELOAD_PAGE, type CaseloadInput, caseloadInput } from "./schema";
import { viewCaseload, viewPatient } from "./view-patient";

/** One person as the viewer's role may see them. */
export interface PatientPage {
  readonly contact: ContactView;
  /** Null for roles that see contact data only. */
  readonly clinical: ClinicalView | null;
}

/**
 * The person for the header and the record page, once a request; the look is written down. Not found for
 * other clinics' people. Layouts are no check: every page under /patients calls a loader of its own.
 */
export const loadPatient = cache(async (patientId: string): Promise<PatientPage> => {
  const viewer = await requireStaff();
  return orNotFound(async () => {
    const now = new Date();
    if (!may(viewer.role, "view-record")) {
      const access = await requireRecord(patientId, "view-contact");
      const [contact] = await Promise.all([contactOf(access, now), viewPatient(access, now)]);
      return { contact, clinical: null };
    }
    const [reader, access] = await Promise.all([
      requireRecord(patientId, "view-contact"),
      requireRecord(patientId, "view-record"),
    ]);
    const [contact, clinical] = await Promise.all([
      contactOf(reader, now),
      clinicalOf(access, now),
      viewPatient(access, now),
    ]);
    return { contact, clinical };
  });
});

/** What the precaution rules know of a condition, for picking one. */
export type ConditionChoice = Pick<
  Condition,
  "id" | "name" | "region" | "sided" | "siteBound" | "hasSurgeryDate"
>;

/** The record page: the person, what their forms choose from, and what the viewer may change. */
export async function loadRecord(patientId: string) {
  const [page, form, viewer] = await Promise.all([
    loadPatient(patientId),
    loadPatientForm(),
    requireStaff(),
  ]);
  const conditionChoices = CONDITIONS.map(
    ({ id, name, region, sided, siteBound, hasSurgeryDate }): ConditionChoice => ({
      id,
      name,
      region,
      sided,
      siteBound,
      hasSurgeryDate,
    }),
  ).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    ...page,
    ...form,
    conditionChoices,
    mayEditRecord: may(viewer.role, "edit-record"),
  };
}

/** Who may treat, the time zones, and who and where the viewer is: what a form about a person chooses from. */
export async function loadPatientForm(): Promise<{
  readonly therapists: readonly Therapist[];
  readonly timeZone: string;
  readonly timeZones: readonly string[];
  /** The viewer when they treat people themselves. */
  readonly ownTherapistId: string | null;
}> {
  const viewer = await requireStaff();
  const choices = await patientFormChoices(clinicAccess(viewer, "edit-patient"));
  const ownTherapistId = viewer.role === "front_desk" ? null : viewer.userId;
  return { ...choices, timeZones: timeZones(), ownTherapistId };
}

/** The caseload with the numbers of its first page. */
export interface CaseloadPage extends CaseloadView {
  readonly input: CaseloadInput;
  readonly therapists: readonly Therapist[];
  readonly facts: Readonly<Record<string, CaseloadFacts>>;
  readonly showsClinical: boolean;
  readonly pageSize: number;
}

/** The list that the address asks for; what it does not understand falls back to everybody by name. */
export async function loadCaseload(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Promise<CaseloadPage> {
  const viewer = await requireStaff();
  const access = clinicAccess(viewer, "view-caseload");
  const asked = caseloadInput.parse({
    filter: query.filter,
    sort: query.sort,
    therapistId: query.therapist ?? null,
  });
  const showsClinical = may(viewer.role, "view-record");
  const input =
    showsClinical || asked.filter === "archived" ? asked : { ...asked, filter: "all" as const };
  const now = new Date();
  const [view, { therapists }] = await Promise.all([
    caseload(access, input, now),
    patientFormChoices(access),
    viewCaseload(access, now),
  ]);
  const patientIds = view.rows.slice(0, CASELOAD_PAGE).map(({ id }) => id);
  const facts = showsClinical
    ? await caseloadFacts(clinicAccess(viewer, "view-record"), { patientIds }, now)
    : {};
  return { ...view, input, therapists, facts, showsClinical, pageSize: CASELOAD_PAGE };
}
