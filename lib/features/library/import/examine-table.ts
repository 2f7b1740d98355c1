import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Tx } from "../../../../db/client";
import type { ClinicAccess } from "../../../auth/access";
import {
  type Examination,
  type ExamineOptions,
  Examiner,
  type SameName,
} from "../../../domain/library/import/examine";
import type { ImportField, Mapping } from "../../../domain/library/import/fields";
import { guessMapping } from "../../../domain/library/import/guess-mapping";
import type { Table } from "../../../domain/library/import/table";
import { searchable } from "../../../domain/library/search-text";
import { Invalid } from "../../../errors/app-error";

/** Rows that are read before anybody else on the server has a turn. */
const ROWS_A_TURN = 200;

interface NameRow extends Record<string, unknown> {
  readonly name_en: string;
  readonly name_es: string;
  readonly own: boolean;
}

/**
 * Every name that a search of this person may find, as `searchable` writes it. What only a colleague finds
 * stays unsaid.
 */
export async function knownNames(
  tx: Tx,
  { userId }: ClinicAccess,
): Promise<ReadonlyMap<string, SameName>> {
  const rows = await tx.execute<NameRow>(sql`
    select name_en, name_es, clinic_id is not null as own from exercise_search
    where only_for is null or only_for = ${userId}`);
  const known = new Map<string, SameName>();
  for (const { name_en, name_es, own } of rows)
    for (const name of [name_en, name_es].map(searchable))
      if (name !== "")
        known.set(name, { where: own ? "clinic" : "library", name: name_en, row: null });
  return known;
}

type Chosen = readonly (readonly [string, ImportField | null])[] | null;

/** The mapping in the order of the columns. Throws `Invalid` on `mapping` for a column that the file lacks. */
export function mappingOf(columns: readonly string[], chosen: Chosen): Mapping {
  if (chosen === null) return guessMapping(columns);
  const stranger = chosen.find(([column]) => !columns.includes(column));
  if (stranger) throw new Invalid({ mapping: `The file has no column "${stranger[0]}".` });
  const fields = new Map(chosen);
  return columns.map((column) => fields.get(column) ?? null);
}

/** Goes through a table beside the names that are there; others have their turn in between. */
export async function examineTable({ rows }: Table, options: ExamineOptions): Promise<Examination> {
  const examiner = new Examiner(options);
  for (const [i, row] of rows.entries()) {
    examiner.read(row);
    if (i % ROWS_A_TURN === ROWS_A_TURN - 1) await nextTurn();
  }
  return examiner.result();
}
