import { inScope, type Tx } from "../../../db/client";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { diffPlans, type PlanDiff } from "../../domain/plan/plan-diff";
import { Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { offeredAdvice } from "../advice/queries";
import { type DraftContent, sideOfContent, slugsOfLines } from "./draft-content";
import { type PlanExercise, planExercises } from "./exercise-queries";
import { type HeldBefore, heldBefore } from "./held-before";
import { draftAtRevision, lockPlan, refuseEnded } from "./lock-plan";
import { saveDraftInput } from "./schema";
import { writeDraft } from "./write-draft";

/** What a save answers: the revision that the next save must name. */
export interface DraftSaved {
  readonly revision: number;
  readonly updatedAt: Date;
}

/** Names of what changed, for the audit row; never values. */
function changedFields(diff: PlanDiff): string[] {
  const fields = diff.changed.flatMap((line) => line.fields.map(({ field }) => field));
  return [
    ...new Set<string>([
      ...(diff.added.length > 0 ? ["added"] : []),
      ...(diff.removed.length > 0 ? ["removed"] : []),
      ...(diff.reordered.length > 0 ? ["order"] : []),
      ...fields,
      ...diff.painRule.map(({ field }) => field),
      ...(diff.note ? ["note"] : []),
      ...(diff.phases.reordered ||
      [diff.phases.added, diff.phases.removed, diff.phases.changed].some((all) => all.length > 0)
        ? ["phases"]
        : []),
      ...diff.dates.map(({ field }) => field),
      ...(Object.values(diff.advice).some((ids) => ids.length > 0) ? ["advice"] : []),
    ]),
  ];
}

/** Why the library does not let an exercise be added; null: it does. */
function obstacleOf({ recommended, isRetired, ready }: PlanExercise): string | null {
  if (!recommended) return "The library lists this exercise as one to avoid.";
  if (isRetired) return "This exercise was taken out of the library. Choose another one.";
  return ready ? null : "The text or the precautions of this exercise are not complete.";
}

/** An exercise must be in the library; one that it no longer offers may stay and come back, not be added. */
async function refuseUnprescribable(tx: Tx, content: DraftContent, held: HeldBefore) {
  const exercises = await planExercises(tx, slugsOfLines(content.lines), "en");
  const fieldErrors: Record<string, string> = {};
  const check = (slug: string, field: string) => {
    const exercise = exercises.get(slug);
    const obstacle = exercise ? obstacleOf(exercise) : "This exercise is not in the library.";
    if (obstacle && !(exercise && held.exercises.has(slug))) fieldErrors[field] = obstacle;
  };
  content.lines.forEach(({ slug, ladder }, i) => {
    check(slug, `lines.${i}.slug`);
    ladder.forEach((step, j) => {
      check(step.slug, `lines.${i}.ladder.${j}.slug`);
    });
  });
  if (Object.keys(fieldErrors).length > 0) throw new Invalid(fieldErrors);
}

/** What was on the draft may stay and come back, retired or not. */
async function refuseUnknownAdvice(tx: Tx, content: DraftContent, held: HeldBefore) {
  const added = content.advice.filter((id) => !held.advice.has(id));
  const known = await offeredAdvice(tx, added);
  const fieldErrors: Record<string, string> = {};
  content.advice.forEach((id, i) => {
    if (added.includes(id) && !known.has(id))
      fieldErrors[`advice.${i}`] = "This advice is no longer in the library.";
  });
  if (Object.keys(fieldErrors).length > 0) throw new Invalid(fieldErrors);
}

/**
 * Saves the whole content of a draft, made from `revision`. Throws `Invalid` by field
 * (`lines.0.dosage.holdSeconds`), and `Conflict` with the draft that stands (`SavedDraft`) when
 * somebody saved in between: nothing is overwritten.
 */
export async function saveDraft(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<DraftSaved> {
  const { planId, revision, ...content } = parse(saveDraftInput, input);
  return inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    const before = await draftAtRevision(tx, locked, revision);
    const held = await heldBefore(tx, locked, before);
    await refuseUnprescribable(tx, content, held);
    await refuseUnknownAdvice(tx, content, held);
    const diff = diffPlans(sideOfContent(before), sideOfContent(content));
    if (diff.isEmpty) return { revision, updatedAt: before.updatedAt };
    const saved = { revision: revision + 1, updatedAt: now };
    await writeDraft(tx, locked, content, {
      ...saved,
      basedOn: before.basedOn,
      updatedBy: access.userId,
    });
    await recordAudit(tx, access, {
      action: "plan.save-draft",
      subjectKind: "plan",
      subjectId: planId,
      patientId: locked.patientId,
      fields: changedFields(diff),
    });
    return saved;
  });
}
