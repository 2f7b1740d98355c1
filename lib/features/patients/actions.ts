"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { clinicAccess, recordAccess } from "../../auth/access";
import { formValues, runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { addCondition } from "./add-condition";
import { addGoal } from "./add-goal";
import { addVisit } from "./add-visit";
import { archivePatient } from "./archive-patient";
import { type CaseloadFacts, caseloadFacts } from "./caseload-fact-queries";
import { createPatient } from "./create-patient";
import { removeCondition } from "./remove-condition";
import { removeGoal } from "./remove-goal";
import { removeVisit } from "./remove-visit";
import { restorePatient } from "./restore-patient";
import { updateCondition } from "./update-condition";
import { updatePatient } from "./update-patient";

const idOf = (form: FormData) => String(form.get("patientId") ?? "");
const DONE: ActionState = { status: "ok" };

/** Makes a person, or answers "conflict" with the look-alikes as JSON in `data.candidates`. */
export async function createPatientAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = clinicAccess(viewer, "edit-patient");
    const made = await createPatient(access, Object.fromEntries(form), now);
    if (made.kind === "created") redirect(`/patients/${made.patientId}/record`);
    const candidates = JSON.stringify(made.candidates);
    return { status: "conflict", data: { candidates }, values: formValues(form) };
  });
}

/** Saves contact data. */
export async function updatePatientAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "edit-patient");
    await updatePatient(access, Object.fromEntries(form), now);
    refresh();
    return DONE;
  });
}

/** Takes a person off the list; their devices are signed out. */
export async function archivePatientAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    await archivePatient(await recordAccess(viewer, idOf(form), "edit-record"), now);
    refresh();
    return DONE;
  });
}

/** Puts an archived person back on the list. */
export async function restorePatientAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer) => {
    await restorePatient(await recordAccess(viewer, idOf(form), "edit-record"));
    refresh();
    return DONE;
  });
}

/** Adds a condition, or with a `rowId` changes it. */
export async function saveConditionAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "edit-record");
    const { rowId, ...input } = Object.fromEntries(form);
    if (rowId) await updateCondition(access, rowId, input, now);
    else await addCondition(access, input, now);
    refresh();
    return DONE;
  });
}

/** Takes a condition off the record. */
export async function removeConditionAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "edit-record");
    await removeCondition(access, form.get("rowId"), now);
    refresh();
    return DONE;
  });
}

/** Writes down a goal. */
export async function addGoalAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "edit-record");
    await addGoal(access, Object.fromEntries(form), now);
    refresh();
    return DONE;
  });
}

/** Takes a goal off the record. */
export async function removeGoalAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "edit-record");
    await removeGoal(access, form.get("rowId"), now);
    refresh();
    return DONE;
  });
}

/** Writes down a visit. */
export async function addVisitAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "edit-patient");
    await addVisit(access, Object.fromEntries(form), now);
    refresh();
    return DONE;
  });
}

/** Takes a visit off the record. */
export async function removeVisitAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, idOf(form), "edit-patient");
    await removeVisit(access, form.get("rowId"), now);
    refresh();
    return DONE;
  });
}

/** The numbers of more rows of the caseload, by patient id; none with an error. */
export async function caseloadFactsAction(
  patientIds: readonly string[],
): Promise<ActionState & { readonly facts: Readonly<Record<string, CaseloadFacts>> }> {
  let facts: Record<string, CaseloadFacts> = {};
  const state = await runAction(null, async (viewer, now) => {
    facts = await caseloadFacts(clinicAccess(viewer, "view-record"), { patientIds }, now);
    return DONE;
  });
  return { ...state, facts };
}
