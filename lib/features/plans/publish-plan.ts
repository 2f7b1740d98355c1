import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { appUser } from "../../../db/schema/people";
import { plan, planDraft, planVersion, versionPhase } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { addDays, type LocalDate, laterOf } from "../../domain/calendar/local-date";
import { withMarks } from "../../domain/plan/frozen-marks";
import { diffPlans } from "../../domain/plan/plan-diff";
import { checkPlan } from "../../domain/plan/validate-plan";
import { Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { planProblemWords } from "../../i18n/plan-problem-words";
import { translator } from "../../i18n/translator";
import { type SavedDraft, sideOfContent, slugsOfLines } from "./draft-content";
import { readVersionContent } from "./draft-queries";
import { painRuleOfRow, rowsOfPhases } from "./draft-rows";
import { planExercises } from "./exercise-queries";
import { libraryMarks, versionMarks } from "./frozen-queries";
import { insertPrescribed } from "./insert-prescribed";
import {
  draftAtRevision,
  holdOwnExercises,
  type LockedPlan,
  lockPlan,
  refuseEnded,
} from "./lock-plan";
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

/** Today for the first version, else tomorrow, in the patient's zone; later where a later day is wanted. */
function firstDay({ latestVersion, patientToday }: LockedPlan, draft: SavedDraft): LocalDate {
  const soonest = latestVersion === 0 ? patientToday : addDays(patientToday, 1);
  return laterOf(draft.wantedStartOn ?? soonest, soonest);
}

/** Throws `Invalid`: problems of the plan under `form`, those of an exercise under `lines.<lineId>`. */
async function refuseUnready(tx: Tx, locked: LockedPlan, draft: SavedDraft) {
  const exercises = await planExercises(tx, slugsOfLines(draft.lines), "en");
  const standing = (slug: string) => exercises.get(slug);
  const { unresolved } = await linePrecautions(tx, {
    ...locked,
    today: locked.clinicToday,
    lines: draft.lines,
    exercises,
  });
  const problems = checkPlan({
    painRule: draft.painRule,
    phases: draft.phases,
    startsOn: firstDay(locked, draft),
    endsOn: draft.endsOn,
    exercises: draft.lines.map((line) => ({
      ...line,
      isAvoidListed: slugsOfLines([line]).some((slug) => standing(slug)?.recommended !== true),
      isUnfinished: slugsOfLines([line]).some((slug) => standing(slug)?.ready === false),
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

/** What the library renewed is worth a version too. */
async function refuseUnchanged(tx: Tx, locked: LockedPlan, draft: SavedDraft) {
  if (locked.latestVersion === 0) return;
  const latest = await readVersionContent(tx, locked, locked.latestVersion);
  if (!latest) return;
  const slugs = slugsOfLines(draft.lines);
  const [versions, now] = await Promise.all([
    versionMarks(tx, locked, locked.latestVersion),
    libraryMarks(tx, slugs, draft.advice),
  ]);
  const held = versions.get(locked.latestVersion);
  const before = withMarks(sideOfContent(latest), held);
  if (diffPlans(before, withMarks(sideOfContent(draft), now)).isEmpty)
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
 * from the next local midnight in the patient's zone, or from the wanted first day where that is later. Precautions are checked again here, with the
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
    await holdOwnExercises(tx, locked, slugsOfLines(draft.lines));
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
  const { clinicId, planId, patientId } = locked;
  const number = locked.latestVersion + 1;
  const startsOn = firstDay(locked, draft);
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
    wantedStartOn: draft.wantedStartOn,
    endsOn: draft.endsOn,
    startsOn,
    therapistName: await therapistName(tx, access.userId),
    publishedBy: access.userId,
    publishedAt: now,
  });
  const version = { clinicId, patientId, versionId };
  if (draft.phases.length > 0)
    await tx
      .insert(versionPhase)
      .values(rowsOfPhases(draft.phases).map((row) => ({ ...version, ...row })));
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
