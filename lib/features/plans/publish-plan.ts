import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { appUser } from "../../../db/schema/people";
import { plan, planDraft, planVersion } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { addDays, type LocalDate } from "../../domain/calendar/local-date";
import { diffPlans } from "../../domain/plan/plan-diff";
import { checkPlan } from "../../domain/plan/validate-plan";
import { Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { planProblemWords } from "../../i18n/plan-problem-words";
import { translator } from "../../i18n/translator";
import { type SavedDraft, sideOfContent } from "./draft-content";
import { readVersionContent } from "./draft-queries";
import { painRuleOfRow } from "./draft-rows";
import { planExercises } from "./exercise-queries";
import { insertPrescribed } from "./insert-prescribed";
import { draftAtRevision, type LockedPlan, lockPlan, refuseEnded } from "./lock-plan";
import { linePrecautions } from "./precaution-queries";
import { draftRevisionInput } from "./schema";
import { insertVersionAdvice } from "./version-advice";

/** A version that was just published. */
export interface Published {
  readonly versionId: string;
  readonly number: number;
  readonly startsOn: LocalDate;
  /** Revision of the draft from here on. */
  readonly revision: number;
}

const t = translator("en", "plans");

/** Throws `Invalid`: problems of the plan under `form`, those of an exercise under `lines.<lineId>`. */
async function refuseUnready(tx: Tx, locked: LockedPlan, draft: SavedDraft) {
  const exercises = await planExercises(
    tx,
    draft.lines.map(({ slug }) => slug),
    "en",
  );
  const { unresolved } = await linePrecautions(tx, {
    ...locked,
    today: locked.clinicToday,
    lines: draft.lines,
    exercises,
  });
  const problems = checkPlan({
    painRule: draft.painRule,
    exercises: draft.lines.map((line) => ({
      ...line,
      isAvoidListed: exercises.get(line.slug)?.recommended !== true,
      isUnfinished: exercises.get(line.slug)?.ready === false,
    })),
    contraindications: unresolved,
  });
  const fieldErrors: Record<string, string> = {};
  for (const problem of problems) {
    const key = "lineId" in problem ? `lines.${problem.lineId}` : "form";
    fieldErrors[key] ??= planProblemWords(t, problem);
  }
  if (problems.length > 0) throw new Invalid(fieldErrors);
}

async function refuseUnchanged(tx: Tx, locked: LockedPlan, draft: SavedDraft) {
  if (locked.latestVersion === 0) return;
  const latest = await readVersionContent(tx, locked, locked.latestVersion);
  if (latest && diffPlans(sideOfContent(latest), sideOfContent(draft)).isEmpty)
    throw new Invalid({ form: t("publish.unchanged", { number: locked.latestVersion }) });
}

async function therapistName(tx: Tx, userId: string): Promise<string> {
  const [row] = await tx.select({ name: appUser.name }).from(appUser).where(eq(appUser.id, userId));
  if (!row) throw new NotFound();
  return row.name;
}

/**
 * Publishes the draft at `revision` as the next version, immutable, with its library texts and advice
 * frozen in every language. The patient is shown it at once; it sets what is due from today (version 1) or
 * from the next local midnight in the patient's zone. Precautions are checked again here, with the
 * conditions as of today. Throws `Invalid` by exercise (`lines.<lineId>`) or `form`, and `Conflict`
 * when somebody saved or published in between.
 */
export async function publishPlan(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<Published> {
  const { planId, revision } = parse(draftRevisionInput, input);
  return inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    const draft = await draftAtRevision(tx, locked, revision);
    await refuseUnready(tx, locked, draft);
    await refuseUnchanged(tx, locked, draft);
    const published = await insertVersion(tx, access, locked, draft, now);
    await recordAudit(tx, access, {
      action: "plan.publish",
      subjectKind: "plan_version",
      subjectId: published.versionId,
      patientId: locked.patientId,
    });
    return published;
  });
}

async function insertVersion(
  tx: Tx,
  access: ClinicAccess<"prescribe">,
  locked: LockedPlan,
  draft: SavedDraft,
  now: Date,
): Promise<Published> {
  const { clinicId, planId, patientId, patientToday } = locked;
  const number = locked.latestVersion + 1;
  const startsOn = number === 1 ? patientToday : addDays(patientToday, 1);
  const versionId = newId(now.getTime());
  await tx.insert(planVersion).values({
    clinicId,
    id: versionId,
    planId,
    patientId,
    number,
    title: locked.title,
    note: draft.note,
    ...painRuleOfRow(draft.painRule),
    startsOn,
    therapistName: await therapistName(tx, access.userId),
    publishedBy: access.userId,
    publishedAt: now,
  });
  const version = { clinicId, patientId, versionId };
  await insertPrescribed(tx, version, draft.lines, now);
  await insertVersionAdvice(tx, version, draft.advice);
  const revision = draft.revision + 1;
  await Promise.all([
    tx
      .update(plan)
      .set({ latestVersion: number, startedOn: locked.startedOn ?? startsOn })
      .where(and(eq(plan.clinicId, clinicId), eq(plan.id, planId))),
    tx
      .update(planDraft)
      .set({ revision, basedOn: number })
      .where(and(eq(planDraft.clinicId, clinicId), eq(planDraft.planId, planId))),
  ]);
  return { versionId, number, startsOn, revision };
}
