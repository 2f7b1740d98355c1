import { and, eq, isNull, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../../db/client";
import { exerciseImport } from "../../../../db/schema/library";
import { recordAudit } from "../../../audit/record";
import type { ClinicAccess } from "../../../auth/access";
import { Conflict, NotFound } from "../../../errors/app-error";
import { parse } from "../../../errors/parse";
import { withdrawInput } from "./schema";

/** Exercises that are named one by one. */
const NAMED = 5;

/** What a withdrawal took out, and what it left because a therapist has worked with it or a plan uses it. */
export interface Withdrawn {
  readonly retired: number;
  readonly kept: number;
  /** Of what it left, how many were changed since, and the first of them by name. */
  readonly edited: number;
  readonly editedNames: readonly string[];
}

interface CountRow extends Record<string, unknown> {
  readonly retired: number;
  readonly there: number;
}

interface EditedRow extends Record<string, unknown> {
  readonly edited: number;
  readonly names: string[] | null;
}

/** As it was imported: each save makes its revision one more. */
const FIRST = 1;

/** What somebody changed since the import. */
async function editedOf(tx: Tx, { clinicId, userId }: ClinicAccess, importId: string) {
  const [row] = await tx.execute<EditedRow>(sql`
    with edited as (
      select s.name_en as name, s.only_for is null or s.only_for = ${userId} as found
      from exercise e join exercise_search s on s.slug = e.slug
      where e.clinic_id = ${clinicId} and e.import_id = ${importId} and e.retired_at is null
        and e.revision > ${FIRST})
    select (select count(*) from edited)::int as edited,
      array(select name from edited where found order by name limit ${NAMED}) as names`);
  return { edited: row?.edited ?? 0, editedNames: row?.names ?? [] };
}

/** Retires what nobody has worked with yet and takes it out of what search compares. */
async function retire(tx: Tx, clinicId: string, importId: string, now: Date) {
  const [row] = await tx.execute<CountRow>(sql`
    with open as (
      update exercise e set retired_at = ${now.toISOString()}::timestamptz,
        updated_at = ${now.toISOString()}::timestamptz, revision = e.revision + 1
      where e.clinic_id = ${clinicId} and e.import_id = ${importId} and e.retired_at is null
        and not e.ready and e.revision = ${FIRST}
        and not exists (select from draft_exercise d where d.clinic_id = ${clinicId} and d.slug = e.slug)
        and not exists (select from prescribed_exercise p where p.clinic_id = ${clinicId} and p.slug = e.slug)
        and not exists (select from template_exercise t where t.clinic_id = ${clinicId} and t.slug = e.slug)
      returning e.slug),
    gone as (delete from exercise_search s using open where s.clinic_id = ${clinicId} and s.slug = open.slug)
    select (select count(*) from open)::int as retired,
      (select count(*) from exercise e where e.clinic_id = ${clinicId} and e.import_id = ${importId}
        and e.retired_at is null)::int as there`);
  const { retired, there } = row ?? { retired: 0, there: 0 };
  // A statement counts what stood there before it.
  return { retired, kept: there - retired };
}

/**
 * Takes an import back: what is as it was imported, not ready and in no plan leaves the library, the rest stays.
 * What only a colleague finds is counted and not named. Throws `NotFound` for another clinic's, `Conflict` for one that was withdrawn, `Invalid` for what is no id.
 */
export async function withdrawImport(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  now: Date,
): Promise<Withdrawn> {
  const { importId } = parse(withdrawInput, input);
  const { clinicId } = access;
  const own = and(eq(exerciseImport.clinicId, clinicId), eq(exerciseImport.id, importId));
  return inScope(access.scope, async (tx) => {
    const marked = await tx
      .update(exerciseImport)
      .set({ withdrawnAt: now })
      .where(and(own, isNull(exerciseImport.withdrawnAt)))
      .returning({ id: exerciseImport.id });
    if (marked.length === 0) {
      const found = await tx.select({ id: exerciseImport.id }).from(exerciseImport).where(own);
      if (found.length === 0) throw new NotFound();
      throw new Conflict("This import was withdrawn already.");
    }
    const withdrawn = {
      ...(await retire(tx, clinicId, importId, now)),
      ...(await editedOf(tx, access, importId)),
    };
    await recordAudit(tx, access, {
      action: "library.withdraw-import",
      subjectKind: "exercise_import",
      subjectId: importId,
    });
    return withdrawn;
  });
}
