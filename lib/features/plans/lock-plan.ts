import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { exercise } from "../../../db/schema/library";
import { patient } from "../../../db/schema/patient";
import { plan } from "../../../db/schema/plan";
import { isId } from "../../auth/access";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import { Conflict, NotFound } from "../../errors/app-error";
import type { SavedDraft } from "./draft-content";
import { type PlanKey, readDraft } from "./draft-queries";

/** A plan whose row this transaction holds: no other writer of the plan gets past it until commit. */
export interface LockedPlan extends PlanKey {
  readonly patientId: string;
  readonly title: string;
  readonly latestVersion: number;
  readonly startedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  /** Today in the patient's zone, which sets what is due. */
  readonly patientToday: LocalDate;
  /** Today at the clinic, which sets which rules of the precaution check have ended. */
  readonly clinicToday: LocalDate;
}

/** Takes the plan's lock. Throws `NotFound` for an absent plan and for another clinic's alike. */
export async function lockPlan(
  tx: Tx,
  { clinicId }: { readonly clinicId: string },
  planId: string,
  now: Date,
): Promise<LockedPlan> {
  if (!isId(planId)) throw new NotFound();
  const [row] = await tx
    .select({ plan, patientZone: patient.timeZone, clinicZone: clinic.timeZone })
    .from(plan)
    .innerJoin(patient, and(eq(patient.clinicId, plan.clinicId), eq(patient.id, plan.patientId)))
    .innerJoin(clinic, eq(clinic.id, plan.clinicId))
    .where(and(eq(plan.clinicId, clinicId), eq(plan.id, planId)))
    .for("no key update", { of: plan });
  if (!row) throw new NotFound();
  const { patientId, title, latestVersion, startedOn, endedOn } = row.plan;
  return {
    clinicId,
    planId,
    patientId,
    title,
    latestVersion,
    startedOn,
    endedOn,
    patientToday: localDateOf(now, row.patientZone),
    clinicToday: localDateOf(now, row.clinicZone),
  };
}

/**
 * Holds the clinic's own among these exercises as they stand: nobody changes or retires one until commit. What
 * is to be trusted of them is read afterwards. Carryover's own change with a release alone.
 */
export async function holdOwnExercises(
  tx: Tx,
  { clinicId }: PlanKey,
  slugs: readonly string[],
): Promise<void> {
  if (slugs.length === 0) return;
  await tx
    .select({ slug: exercise.slug })
    .from(exercise)
    .where(and(eq(exercise.clinicId, clinicId), inArray(exercise.slug, [...new Set(slugs)])))
    .orderBy(asc(exercise.slug))
    .for("share");
}

/** Throws `Conflict` when the plan has ended: nothing of it changes any more. */
export function refuseEnded(locked: LockedPlan): void {
  if (locked.endedOn !== null)
    throw new Conflict("This plan has ended. Nothing was saved; create a new plan to go on.");
}

/** The draft under the lock. Throws `Conflict` with the draft that stands when `revision` is an older one. */
export async function draftAtRevision(
  tx: Tx,
  locked: LockedPlan,
  revision: number,
): Promise<SavedDraft> {
  const draft = await readDraft(tx, locked);
  if (!draft) throw new NotFound();
  if (draft.revision !== revision)
    throw new Conflict("Someone else has saved this draft since you opened it.", draft);
  return draft;
}
