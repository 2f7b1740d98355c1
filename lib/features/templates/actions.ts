"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { clinicAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { Conflict } from "../../errors/app-error";
import { type CaseloadView, caseload } from "../patients/caseload-queries";
import { viewCaseload } from "../patients/view-patient";
import { duplicateTemplate } from "./duplicate-template";
import { type TemplateCard, type TemplateDetail, templateCards, templateDetail } from "./queries";
import { restoreTemplate } from "./restore-template";
import { retireTemplate } from "./retire-template";
import { saveAsTemplate } from "./save-as-template";
import { updateTemplate } from "./update-template";

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

/** Makes a template of a plan. `data.templateId` is where it is. */
export async function saveAsTemplateAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    const access = clinicAccess(viewer, "prescribe");
    const { templateId } = await saveAsTemplate(access, input, now);
    return { status: "ok", data: { templateId } };
  });
}

/** The answer of a save; after a conflict with the template that stands. */
export interface TemplateSaveAnswer extends ActionState {
  readonly current?: TemplateDetail;
}

/** Saves a template of the clinic. */
export async function updateTemplateAction(input: unknown): Promise<TemplateSaveAnswer> {
  let current: TemplateDetail | undefined;
  const state = await runAction(null, async (viewer, now) => {
    try {
      await updateTemplate(clinicAccess(viewer, "edit-library"), input, now);
    } catch (error) {
      if (error instanceof Conflict) current = error.current as TemplateDetail | undefined;
      throw error;
    }
    return { status: "ok" };
  });
  return { ...state, current };
}

/** Takes a template of the clinic out of every list. */
export async function retireTemplateAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await retireTemplate(clinicAccess(viewer, "edit-library"), input, now);
    refresh();
    return { status: "ok" };
  });
}

/** Offers a retired template again. */
export async function restoreTemplateAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer) => {
    await restoreTemplate(clinicAccess(viewer, "edit-library"), input);
    refresh();
    return { status: "ok" };
  });
}

/** Copies a template into one of one's own and opens its editor. */
export async function duplicateTemplateAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    const access = clinicAccess(viewer, "edit-library");
    const { templateId } = await duplicateTemplate(access, input, now);
    redirect(`/library/templates/${templateId}/edit`);
  });
}
