import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { patientCondition } from "../../../db/schema/patient";
import { appUser } from "../../../db/schema/people";
import { precautionOverride } from "../../../db/schema/plan";
import type { LocalDate } from "../../domain/calendar/local-date";
import {
  type PrecautionOverride,
  type UnresolvedContraindication,
  unresolvedContraindications,
} from "../../domain/cautions/override";
import {
  type CheckedExercise,
  checkPrecautions,
  type PatientCondition,
  type PrecautionResult,
} from "../../domain/cautions/precaution-check";
import type { RuleSet } from "../../domain/cautions/rule-set";
import { RULE_SET } from "../../domain/cautions/rules";
import { type ContentLine, performed } from "./draft-content";
import type { PlanKey } from "./draft-queries";
import type { PlanExercise } from "./exercise-queries";

/** An override in force, with who gave it. */
export interface ActiveOverride extends PrecautionOverride {
  readonly by: string;
  readonly at: Date;
}

/** The patient's conditions that count on `today`, oldest first. */
export async function currentConditions(
  tx: Tx,
  clinicId: string,
  patientId: string,
  today: LocalDate,
): Promise<PatientCondition[]> {
  const rows = await tx
    .select()
    .from(patientCondition)
    .where(
      and(
        eq(patientCondition.clinicId, clinicId),
        eq(patientCondition.patientId, patientId),
        isNull(patientCondition.removedAt),
      ),
    )
    .orderBy(asc(patientCondition.createdAt), asc(patientCondition.id));
  return rows
    .filter((row) => row.endedOn === null || row.endedOn > today)
    .map(({ id, conditionId, onsetOn, surgeryOn, side, site, endedOn }) => ({
      id,
      conditionId,
      onsetOn,
      surgeryOn,
      side,
      site,
      endedOn,
    }));
}

/** Overrides of a plan that were not withdrawn. */
export async function activeOverrides(
  tx: Tx,
  { clinicId, planId }: PlanKey,
): Promise<ActiveOverride[]> {
  const rows = await tx
    .select({ row: precautionOverride, by: appUser.name })
    .from(precautionOverride)
    .leftJoin(appUser, eq(appUser.id, precautionOverride.createdBy))
    .where(
      and(
        eq(precautionOverride.clinicId, clinicId),
        eq(precautionOverride.planId, planId),
        isNull(precautionOverride.withdrawnAt),
      ),
    );
  return rows.map(({ row, by }) => ({
    lineId: row.lineId,
    conditionId: row.conditionId,
    trait: row.trait,
    reason: row.reason,
    by: by ?? "",
    at: row.createdAt,
  }));
}

/** The rules that can fire for these conditions: all that the browser needs to check while building. */
export function rulesOfConditions(conditions: readonly PatientCondition[]): RuleSet {
  const ids = new Set(conditions.map(({ conditionId }) => conditionId));
  const rules = RULE_SET.rules.filter((rule) => ids.has(rule.condition));
  const traits = new Set(rules.map((rule) => rule.trait));
  return {
    version: RULE_SET.version,
    status: RULE_SET.status,
    rules,
    traits: RULE_SET.traits.filter((trait) => traits.has(trait.id)),
    conditions: RULE_SET.conditions.filter((condition) => ids.has(condition.id)),
  };
}

/** Lines and their variants with what the library says of their exercises, as the check wants them. */
export function checkedLines(
  lines: readonly ContentLine[],
  exercises: ReadonlyMap<string, Pick<PlanExercise, "traits" | "regions">>,
): CheckedExercise[] {
  return performed(lines).map(({ lineId, slug, dosage }) => ({
    lineId,
    slug,
    side: dosage.side,
    traits: exercises.get(slug)?.traits ?? [],
    regions: exercises.get(slug)?.regions ?? [],
  }));
}

/** The check of some lines, and what of it still needs a reason. */
export interface LinePrecautions extends PrecautionResult {
  readonly unresolved: readonly UnresolvedContraindication[];
  /** `draft` until a licensed therapist has signed the rules off. */
  readonly status: string;
}

/** Checks lines of a plan, draft or published, against the patient's conditions as of `today` (the clinic's date). */
export async function linePrecautions(
  tx: Tx,
  {
    clinicId,
    planId,
    patientId,
    today,
    lines,
    exercises,
  }: PlanKey & {
    readonly patientId: string;
    readonly today: LocalDate;
    readonly lines: readonly ContentLine[];
    readonly exercises: ReadonlyMap<string, PlanExercise>;
  },
): Promise<LinePrecautions> {
  const [patientConditions, overrides] = await Promise.all([
    currentConditions(tx, clinicId, patientId, today),
    activeOverrides(tx, { clinicId, planId }),
  ]);
  const result = checkPrecautions({
    patientConditions,
    exercises: checkedLines(lines, exercises),
    today,
    rules: RULE_SET,
  });
  const unresolved = unresolvedContraindications(result.findings, overrides);
  return { ...result, unresolved, status: RULE_SET.status };
}
