import { and, count, desc, eq, gt } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { plan, planVersion, prescribedExercise } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess, RecordAccess } from "../../auth/access";
import type { LocalDate } from "../../domain/calendar/local-date";
import type { Phase } from "../../domain/plan/phase";
import type { Locale } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { keptOf, type TemplateLine, templateLines } from "../templates/line-queries";
import { type PlanKey, readVersionContent } from "./draft-queries";
import { planIdInput } from "./schema";

/** A plan of a patient that was published, by its last version. */
export interface PlanEntry {
  readonly planId: string;
  readonly title: string;
  /** Of the last version. */
  readonly number: number;
  readonly exerciseCount: number;
  readonly startedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
}

/** The last version of a plan, to copy exercises from. */
export interface PlanSet extends Pick<PlanEntry, "planId" | "title" | "number"> {
  readonly patientId: string;
  /** The patient's, in which cues, cautions and note are written. */
  readonly language: Locale;
  readonly note: string | null;
  /** Without days. */
  readonly phases: readonly Phase[];
  readonly lines: readonly TemplateLine[];
}

/** Plans of the patient that were published, ended ones too, newest first. Without an audit row: the caller writes it. */
export async function publishedPlans({
  scope,
  clinicId,
  patientId,
}: RecordAccess<"view-record">): Promise<readonly PlanEntry[]> {
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select({
        planId: plan.id,
        title: plan.title,
        number: plan.latestVersion,
        startedOn: plan.startedOn,
        endedOn: plan.endedOn,
        exerciseCount: count(prescribedExercise.id),
      })
      .from(plan)
      .innerJoin(
        planVersion,
        and(
          eq(planVersion.clinicId, plan.clinicId),
          eq(planVersion.planId, plan.id),
          eq(planVersion.number, plan.latestVersion),
        ),
      )
      .leftJoin(
        prescribedExercise,
        and(
          eq(prescribedExercise.clinicId, plan.clinicId),
          eq(prescribedExercise.versionId, planVersion.id),
        ),
      )
      .where(
        and(eq(plan.clinicId, clinicId), eq(plan.patientId, patientId), gt(plan.latestVersion, 0)),
      )
      .groupBy(plan.clinicId, plan.id)
      .orderBy(desc(plan.startedOn), desc(plan.createdAt), desc(plan.id));
    return rows;
  });
}

/** The last published version of a plan, for a running transaction; null when there is none. */
export async function readPlanSet(tx: Tx, key: PlanKey): Promise<PlanSet | null> {
  const { clinicId, planId } = key;
  const [row] = await tx
    .select({
      patientId: plan.patientId,
      title: plan.title,
      number: plan.latestVersion,
      language: patient.language,
    })
    .from(plan)
    .innerJoin(patient, and(eq(patient.clinicId, plan.clinicId), eq(patient.id, plan.patientId)))
    .where(and(eq(plan.clinicId, clinicId), eq(plan.id, planId)));
  const content = row && (await readVersionContent(tx, key, row.number));
  if (!content) return null;
  const lines = await templateLines(tx, content.lines.map(keptOf));
  const phases = content.phases.map((phase) => ({ ...phase, startsOn: null }));
  return { planId, ...row, note: content.note, phases, lines };
}

/**
 * The last published version of a plan of the clinic, with what its exercises are now; audited as a read of
 * that patient's plan. Throws `NotFound`, also for a plan that was never published.
 */
export async function planSet(access: ClinicAccess<"prescribe">, input: unknown): Promise<PlanSet> {
  const { planId } = parse(planIdInput, input);
  const { clinicId } = access;
  return inScope(access.scope, async (tx) => {
    const found = await readPlanSet(tx, { clinicId, planId });
    if (!found) throw new NotFound();
    await recordAudit(tx, access, {
      action: "plan.view",
      subjectKind: "plan",
      subjectId: planId,
      patientId: found.patientId,
      fields: ["copied-from"],
    });
    return found;
  });
}
