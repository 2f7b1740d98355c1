"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { clinicAccess, recordAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { Locale } from "../../domain/plan/plan-document";
import type { ActionState } from "../../errors/action-state";
import { Conflict } from "../../errors/app-error";
import { type SearchResult, searchExercises } from "../library/search-queries";
import { applyTemplate } from "./apply-template";
import { beginPhase } from "./begin-phase";
import { createPlan } from "./create-plan";
import { discardDraft } from "./discard-draft";
import type { SavedDraft } from "./draft-content";
import { draftSince } from "./draft-since";
import { endPlan } from "./end-plan";
import { type ExerciseNow, exercisesNow } from "./exercise-queries";
import { type LadderChoices, ladderChoices } from "./ladder-queries";
import { overridePrecaution } from "./override-precaution";
import { pausePlan } from "./pause-plan";
import { type Published, publishPlan } from "./publish-plan";
import { versionRecordText } from "./record-text-queries";
import { resumePlan } from "./resume-plan";
import { type DraftSaved, saveDraft } from "./save-draft";
import { startDraftFromVersion } from "./start-draft-from-version";
import { appliedSentence } from "./template-content";
import { planRecordAccess } from "./version-queries";
import { withdrawOverride } from "./withdraw-override";

/** The answer of a write to the draft; after a conflict with the draft that stands. */
export interface DraftAnswer extends ActionState {
  readonly saved?: DraftSaved;
  readonly published?: Published;
  readonly current?: SavedDraft;
}

/** A version to copy into the draft at `revision`. */
export interface VersionChoice {
  readonly planId: string;
  readonly revision: number;
  readonly number: number;
}

/** A version to copy as text, and the language of that text. */
interface VersionText {
  readonly planId: string;
  readonly number: number;
  readonly locale: Locale;
}

/** Runs a write to the draft and keeps what stands instead, when somebody was faster. */
async function answering(work: () => Promise<void>, keep: (current: SavedDraft) => void) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Conflict && error.current) keep(error.current as SavedDraft);
    throw error;
  }
}

/** Saves the draft as the builder holds it. */
export async function saveDraftAction(input: unknown): Promise<DraftAnswer> {
  const answer: { saved?: DraftSaved; current?: SavedDraft } = {};
  const state = await runAction(null, async (viewer, now) => {
    const save = async () => {
      answer.saved = await saveDraft(clinicAccess(viewer, "prescribe"), input, now);
    };
    await answering(save, (current) => {
      answer.current = current;
    });
    return { status: "ok" };
  });
  return { ...state, ...answer };
}

/** The draft as it stands when somebody has saved it since `revision`. */
export async function draftSinceAction(input: unknown): Promise<DraftAnswer> {
  let current: SavedDraft | null = null;
  const state = await runAction(null, async (viewer) => {
    current = await draftSince(clinicAccess(viewer, "prescribe"), input);
    return { status: "ok" };
  });
  return { ...state, ...(current ? { current } : {}) };
}

/** Publishes the draft as the next version. */
export async function publishPlanAction(input: unknown): Promise<DraftAnswer> {
  const answer: { published?: Published; current?: SavedDraft } = {};
  const state = await runAction(null, async (viewer, now) => {
    const publish = async () => {
      answer.published = await publishPlan(clinicAccess(viewer, "prescribe"), input, now);
    };
    await answering(publish, (current) => {
      answer.current = current;
    });
    return { status: "ok" };
  });
  return { ...state, ...answer };
}

/** Keeps the reason for prescribing against a rule. */
export async function overridePrecautionAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await overridePrecaution(clinicAccess(viewer, "prescribe"), input, now);
    refresh();
    return { status: "ok" };
  });
}

/** Takes such a reason back. */
export async function withdrawOverrideAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await withdrawOverride(clinicAccess(viewer, "prescribe"), input, now);
    refresh();
    return { status: "ok" };
  });
}

/** Searches the library while the therapist types. */
export async function searchLibraryAction(
  input: Parameters<typeof searchExercises>[1],
): Promise<ActionState & { result?: SearchResult }> {
  let result: SearchResult | undefined;
  const state = await runAction(null, async (viewer) => {
    result = await searchExercises(clinicAccess(viewer, "view-library"), input);
    return { status: "ok" };
  });
  return { ...state, result };
}

/** Exercises of a plan as the library has them now. */
export async function exercisesNowAction(
  input: unknown,
): Promise<ActionState & { exercises?: Record<string, ExerciseNow> }> {
  let exercises: Record<string, ExerciseNow> | undefined;
  const state = await runAction(null, async (viewer) => {
    exercises = await exercisesNow(clinicAccess(viewer, "view-library"), input);
    return { status: "ok" };
  });
  return { ...state, exercises };
}

/** Easier and harder exercises that the library names, for a ladder. */
export async function ladderChoicesAction(
  input: unknown,
): Promise<ActionState & { choices?: LadderChoices }> {
  let choices: LadderChoices | undefined;
  const state = await runAction(null, async (viewer) => {
    choices = await ladderChoices(clinicAccess(viewer, "view-library"), input);
    return { status: "ok" };
  });
  return { ...state, choices };
}

/** Makes a plan for a patient and opens its builder; answers where it is when there is something to say first. */
export async function createPlanAction(
  patientId: string,
  _: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = await recordAccess(viewer, patientId, "prescribe");
    const { planId, added, leftOut } = await createPlan(access, Object.fromEntries(form), now);
    if (leftOut.length === 0) redirect(`/plans/${planId}/edit`);
    const notice = appliedSentence({ added, alreadyIn: [], leftOut });
    return { status: "ok", data: { planId, notice: notice ?? "" } };
  });
}

/** A template and whom it is for. */
interface TemplateUse {
  readonly patientId: string;
  readonly templateId: string;
}

/** Puts a template into a patient's plan, or makes one of it; answers where it is and what did not go in. */
export async function applyTemplateAction(input: TemplateUse): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    const access = await recordAccess(viewer, input?.patientId, "prescribe");
    const applied = await applyTemplate(access, input, now);
    const notice = appliedSentence(applied) ?? "";
    return { status: "ok", data: { planId: applied.planId, notice } };
  });
}

/** Copies a version into the draft and opens the builder. */
export async function startDraftFromVersionAction(input: VersionChoice): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await startDraftFromVersion(clinicAccess(viewer, "prescribe"), input, now);
    redirect(`/plans/${input.planId}/edit`);
  });
}

/** Takes the draft back to the latest version. */
export async function discardDraftAction(input: unknown): Promise<DraftAnswer> {
  const answer: { saved?: DraftSaved } = {};
  const state = await runAction(null, async (viewer, now) => {
    answer.saved = await discardDraft(clinicAccess(viewer, "prescribe"), input, now);
    refresh();
    return { status: "ok" };
  });
  return { ...state, ...answer };
}

/** A version as plain text for the medical record. `data.text`: the text. */
export async function recordTextAction(input: VersionText): Promise<ActionState> {
  return runAction(null, async (viewer) => {
    const access = await planRecordAccess(viewer, input?.planId);
    return { status: "ok", data: { text: await versionRecordText(access, input) } };
  });
}

/** Pauses a plan for the days of the form. */
export async function pausePlanAction(
  planId: string,
  _: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(form, async (viewer, now) => {
    const access = clinicAccess(viewer, "prescribe");
    await pausePlan(access, { ...Object.fromEntries(form), planId }, now);
    refresh();
    return { status: "ok" };
  });
}

/** Ends a pause, or cancels the one to come. */
export async function resumePlanAction(planId: string): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await resumePlan(clinicAccess(viewer, "prescribe"), { planId }, now);
    refresh();
    return { status: "ok" };
  });
}

/** Begins a phase of the version that the patient has. */
export async function beginPhaseAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await beginPhase(clinicAccess(viewer, "prescribe"), input, now);
    refresh();
    return { status: "ok" };
  });
}

/** Ends a plan. */
export async function endPlanAction(planId: string): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await endPlan(clinicAccess(viewer, "prescribe"), { planId }, now);
    refresh();
    return { status: "ok" };
  });
}
