import { and, eq, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { precautionOverride } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { type ContentLine, performed, slugsOfLines } from "./draft-content";
import { type PlanKey, readDraft } from "./draft-queries";
import { planExercises } from "./exercise-queries";
import { type LockedPlan, lockPlan, refuseEnded } from "./lock-plan";
import { linePrecautions } from "./precaution-queries";
import { overrideInput } from "./schema";

interface RuleOfLine {
  readonly lineId: string;
  readonly conditionId: string;
  readonly trait: string;
}

/** Marks the overrides in force of one line, condition and trait as withdrawn; answers how many. */
export async function withdrawRows(tx: Tx, key: PlanKey, rule: RuleOfLine, now: Date) {
  const rows = await tx
    .update(precautionOverride)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(precautionOverride.clinicId, key.clinicId),
        eq(precautionOverride.planId, key.planId),
        eq(precautionOverride.lineId, rule.lineId),
        eq(precautionOverride.conditionId, rule.conditionId),
        eq(precautionOverride.trait, rule.trait),
        isNull(precautionOverride.withdrawnAt),
      ),
    )
    .returning({ id: precautionOverride.id });
  return rows.length;
}

/** There must be something to override: a contraindication of this line, or variant, of the saved draft, today. */
async function refuseWithoutRule(tx: Tx, locked: LockedPlan, rule: RuleOfLine) {
  const draft = await readDraft(tx, locked);
  const isConcerned = (line: ContentLine) =>
    performed([line]).some(({ lineId }) => lineId === rule.lineId);
  const lines = draft?.lines.filter(isConcerned) ?? [];
  if (lines.length === 0) throw new NotFound();
  const exercises = await planExercises(tx, slugsOfLines(lines), "en");
  const { findings } = await linePrecautions(tx, {
    ...locked,
    today: locked.clinicToday,
    lines,
    exercises,
  });
  const stands = findings.some(
    ({ severity, conditionId, traits }) =>
      severity === "contraindicated" &&
      conditionId === rule.conditionId &&
      traits.some(({ id, lineIds }) => id === rule.trait && lineIds.includes(rule.lineId)),
  );
  if (!stands) throw new Invalid({ form: "There is no contraindication here to override." });
}

/**
 * Records why this therapist prescribes one line in spite of one contraindication. A second reason
 * replaces the first; the first is kept as withdrawn. Throws `Invalid` for a short reason or when no
 * such contraindication stands, `NotFound` when the line is not in the draft.
 */
export async function overridePrecaution(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<{ overrideId: string }> {
  const { planId, reason, ...rule } = parse(overrideInput, input);
  return inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    await refuseWithoutRule(tx, locked, rule);
    await withdrawRows(tx, locked, rule, now);
    const overrideId = newId(now.getTime());
    const { clinicId, patientId } = locked;
    await tx.insert(precautionOverride).values({
      clinicId,
      id: overrideId,
      planId,
      ...rule,
      reason,
      createdBy: access.userId,
      createdAt: now,
    });
    await recordAudit(tx, access, {
      action: "plan.override-precaution",
      subjectKind: "precaution_override",
      subjectId: overrideId,
      patientId,
      fields: ["reason"],
    });
    return { overrideId };
  });
}
