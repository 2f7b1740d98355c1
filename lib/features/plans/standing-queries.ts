import { and, eq, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { plan } from "../../../db/schema/plan";
import type { RecordAccess } from "../../auth/access";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import { RULE_SET } from "../../domain/cautions/rules";
import { type ContentLine, performed, slugsOfLines } from "./draft-content";
import { type PlanKey, readVersionContent } from "./draft-queries";
import { planExercises } from "./exercise-queries";
import { activeOverrides, linePrecautions } from "./precaution-queries";

/** An exercise or variant in the patient's hands that is contraindicated now, without a reason given. */
export interface ContraindicatedExercise {
  readonly lineId: string;
  readonly name: string;
  readonly conditionName: string;
  readonly traitLabel: string;
  readonly reason: string;
}

/** An exercise that is prescribed in spite of a contraindication, with the therapist's reason. */
export interface OverriddenExercise extends Omit<ContraindicatedExercise, "reason"> {
  readonly reason: string;
  readonly by: string;
  /** The clinic's date. */
  readonly on: LocalDate;
}

/** How the version that the patient has stands against the conditions on the record today. */
export interface PlanStanding {
  readonly planId: string;
  readonly versionNumber: number;
  readonly contraindicated: readonly ContraindicatedExercise[];
  readonly overridden: readonly OverriddenExercise[];
}

interface Checked extends PlanKey {
  readonly patientId: string;
  /** The clinic's date, for rules that end. */
  readonly today: LocalDate;
}

async function namesOf(tx: Tx, lines: readonly ContentLine[]) {
  const exercises = await planExercises(tx, slugsOfLines(lines), "en");
  const names = performed(lines).map(({ lineId, slug }) => [
    lineId,
    exercises.get(slug)?.name ?? "",
  ]);
  return { exercises, names: new Map(names as [string, string][]) };
}

/** What of these published lines is contraindicated today and has no reason. */
export async function contraindicatedNow(
  tx: Tx,
  key: Checked,
  { exercises: lines }: { readonly exercises: readonly ContentLine[] },
): Promise<ContraindicatedExercise[]> {
  const { exercises, names } = await namesOf(tx, lines);
  const { unresolved } = await linePrecautions(tx, { ...key, lines, exercises });
  return unresolved.map(({ lineId, conditionName, traitLabel, reason }) => ({
    ...{ lineId, conditionName, traitLabel, reason },
    name: names.get(lineId) ?? "",
  }));
}

async function overriddenIn(
  tx: Tx,
  key: PlanKey & { readonly zone: string },
  lines: readonly ContentLine[],
): Promise<OverriddenExercise[]> {
  const [{ names }, overrides] = await Promise.all([namesOf(tx, lines), activeOverrides(tx, key)]);
  const conditionOf = (id: string) => RULE_SET.conditions.find((one) => one.id === id)?.name ?? id;
  const traitOf = (id: string) => RULE_SET.traits.find((one) => one.id === id)?.label ?? id;
  return overrides
    .filter(({ lineId }) => names.has(lineId))
    .map(({ lineId, conditionId, trait, reason, by, at }) => ({
      ...{ lineId, reason, by },
      on: localDateOf(at, key.zone),
      name: names.get(lineId) ?? "",
      conditionName: conditionOf(conditionId),
      traitLabel: traitOf(trait),
    }));
}

/**
 * The running plan's newest version against the conditions of today, computed when it is read: a condition that
 * was added a minute ago counts. Null: no published plan runs. The caller's page audits the look at the record.
 */
export async function planStanding(
  access: RecordAccess<"view-record">,
  now: Date,
): Promise<PlanStanding | null> {
  const { clinicId, patientId } = access;
  return inScope(access.scope, async (tx) => {
    const [row] = await tx
      .select({ id: plan.id, number: plan.latestVersion, zone: clinic.timeZone })
      .from(plan)
      .innerJoin(clinic, eq(clinic.id, plan.clinicId))
      .where(and(eq(plan.clinicId, clinicId), eq(plan.patientId, patientId), isNull(plan.endedOn)));
    if (!row || row.number === 0) return null;
    const key = { clinicId, planId: row.id };
    const content = await readVersionContent(tx, key, row.number);
    if (!content) return null;
    const checked = { ...key, patientId, today: localDateOf(now, row.zone) };
    const [contraindicated, overridden] = await Promise.all([
      contraindicatedNow(tx, checked, { exercises: content.lines }),
      overriddenIn(tx, { ...key, zone: row.zone }, content.lines),
    ]);
    return { planId: row.id, versionNumber: row.number, contraindicated, overridden };
  });
}
