"use server";

import { clinicAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { type CaseloadView, caseload } from "../patients/caseload-queries";
import { viewCaseload } from "../patients/view-patient";
import { type TemplateCard, type TemplateDetail, templateCards, templateDetail } from "./queries";

/** Which template. */
interface TemplateKey {
  readonly templateId: string;
}

/** The templates that the builder offers. */
export async function listTemplatesAction(): Promise<
  ActionState & { templates?: readonly TemplateCard[] }
> {
  let templates: readonly TemplateCard[] | undefined;
  const state = await runAction(null, async (viewer) => {
    templates = await templateCards(clinicAccess(viewer, "view-library"));
    return { status: "ok" };
  });
  return { ...state, templates };
}

/** What `readTemplateAction` answers. */
type TemplateAnswer = ActionState & { template?: TemplateDetail };

/** One template with its exercises as they are now. */
export async function readTemplateAction(input: TemplateKey): Promise<TemplateAnswer> {
  let template: TemplateDetail | undefined;
  const state = await runAction(null, async (viewer) => {
    template = await templateDetail(clinicAccess(viewer, "view-library"), input?.templateId);
    return { status: "ok" };
  });
  return { ...state, template };
}

/** Somebody whom a template can be used for. */
export interface TemplatePatient {
  readonly id: string;
  readonly name: string;
  readonly recordNumber: string | null;
  readonly searchText: string;
  readonly hasPlan: boolean;
}

function patientOf({ id, name, recordNumber, searchText, clinical }: CaseloadView["rows"][number]) {
  return { id, name, recordNumber, searchText, hasPlan: Boolean(clinical?.plan) };
}

/** The caseload to choose from, for those who prescribe; looking at it is written down. */
export async function templatePatientsAction(): Promise<
  ActionState & { patients?: readonly TemplatePatient[] }
> {
  let patients: readonly TemplatePatient[] | undefined;
  const state = await runAction(null, async (viewer, now) => {
    clinicAccess(viewer, "prescribe");
    const access = clinicAccess(viewer, "view-caseload");
    const wanted = { filter: "all", sort: "name", therapistId: null } as const;
    const [{ rows }] = await Promise.all([
      caseload(access, wanted, now),
      viewCaseload(access, now),
    ]);
    patients = rows.map(patientOf);
    return { status: "ok" };
  });
  return { ...state, patients };
}
