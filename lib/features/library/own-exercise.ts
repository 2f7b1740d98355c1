import { and, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { exercise, exerciseText } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import { may } from "../../auth/policy";
import type { ExerciseWords } from "../../domain/library/exercise-content";
import { NotFound, Refused } from "../../errors/app-error";
import type { OwnExercise } from "./write-exercise";

type ExerciseRow = typeof exercise.$inferSelect;
type TextRow = typeof exerciseText.$inferSelect;

/**
 * Whether this member of staff may change the exercise: one of the clinic's; one that only its author finds
 * is the author's, and the owner's, for people leave.
 */
export function mayEdit(
  { role, userId, clinicId }: Pick<ClinicAccess, "role" | "userId" | "clinicId">,
  row: Pick<ExerciseRow, "clinicId" | "onlyFor">,
): boolean {
  if (row.clinicId !== clinicId || !may(role, "edit-library")) return false;
  return row.onlyFor === null || row.onlyFor === userId || role === "owner";
}

/** Whether this member of staff may say who finds the exercise. */
export function mayHide(
  { role, userId }: Pick<ClinicAccess, "role" | "userId">,
  row: Pick<ExerciseRow, "createdBy">,
): boolean {
  return row.createdBy === userId || role === "owner";
}

/** The words of an exercise from their rows. */
export function wordsOfRows(rows: readonly TextRow[]): ExerciseWords {
  return Object.fromEntries(
    rows.map(({ locale, name, aliases, setup, steps, feel, cautions, faults, alt }) => [
      locale,
      { name, aliases, setup, steps, feel, cautions, faults, alt },
    ]),
  );
}

/** What a clinic decides about an exercise, from its rows. */
export function ownExerciseOf(row: ExerciseRow, texts: readonly TextRow[]): OwnExercise {
  return {
    onlyForAuthor: row.onlyFor !== null,
    kind: row.kind,
    side: row.side,
    regions: row.regions,
    positions: row.positions,
    equipment: row.equipment,
    optionalEquipment: row.optionalEquipment,
    traits: row.traits,
    traitsDecided: row.traitsDecided,
    sets: row.sets,
    reps: row.reps,
    holdSeconds: row.holdSeconds,
    durationSeconds: row.durationSeconds,
    restSeconds: row.restSeconds,
    timesPerDay: row.timesPerDay,
    daysPerWeek: row.daysPerWeek,
    figureId: row.figureId,
    text: wordsOfRows(texts),
  };
}

/** An own exercise whose row this transaction holds. */
export interface LockedExercise {
  readonly row: ExerciseRow;
  readonly own: OwnExercise;
  readonly key: { readonly slug: string; readonly clinicId: string; readonly createdBy: string };
}

/**
 * Takes the lock of an exercise of the clinic. Throws `NotFound` for an absent one, a shared one and another
 * clinic's alike, `Refused` when it is a colleague's alone.
 */
export async function lockOwnExercise(
  tx: Tx,
  access: ClinicAccess<"edit-library">,
  slug: string,
): Promise<LockedExercise> {
  const { clinicId } = access;
  const [row] = await tx
    .select()
    .from(exercise)
    .where(and(eq(exercise.clinicId, clinicId), eq(exercise.slug, slug)))
    .for("no key update");
  if (!row || row.createdBy === null) throw new NotFound();
  if (!mayEdit(access, row)) throw new Refused();
  const texts = await tx.select().from(exerciseText).where(eq(exerciseText.slug, slug));
  return { row, own: ownExerciseOf(row, texts), key: { slug, clinicId, createdBy: row.createdBy } };
}
