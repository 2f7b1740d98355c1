"use server";

import { clinicAccess, recordAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { viewPatient } from "../patients/view-patient";
import { type PlanEntry, type PlanSet, planSet, publishedPlans } from "./plan-set-queries";

/** A patient whose plans are to be copied from. */
interface PatientKey {
  readonly patientId: string;
}

/** The published plans of a patient; looking at them is written down as looking at the record. */
export async function publishedPlansAction(
  input: PatientKey,
): Promise<ActionState & { plans?: readonly PlanEntry[] }> {
  let plans: readonly PlanEntry[] | undefined;
  const state = await runAction(null, async (viewer, now) => {
    clinicAccess(viewer, "prescribe");
    const access = await recordAccess(viewer, input?.patientId, "view-record");
    [plans] = await Promise.all([publishedPlans(access), viewPatient(access, now)]);
    return { status: "ok" };
  });
  return { ...state, plans };
}

/** The last version of a plan, to copy exercises from. */
export async function readPlanSetAction(input: unknown): Promise<ActionState & { set?: PlanSet }> {
  let set: PlanSet | undefined;
  const state = await runAction(null, async (viewer) => {
    set = await planSet(clinicAccess(viewer, "prescribe"), input);
    return { status: "ok" };
  });
  return { ...state, set };
}
