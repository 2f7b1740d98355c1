import { sql } from "drizzle-orm";
import { inScope } from "../../../../db/client";
import type { ClinicAccess } from "../../../auth/access";

/** More are no help; the audit page has them all. */
const MOST = 50;

/** An import as a list shows it. */
export interface ImportRow {
  readonly id: string;
  readonly sourceName: string;
  readonly licence: string | null;
  readonly format: "json" | "csv";
  readonly rowsRead: number;
  readonly imported: number;
  readonly skipped: number;
  /** Null: they have left the clinic. */
  readonly byName: string | null;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  /** Of its exercises, how many a therapist has made ready, and how many still wait. */
  readonly ready: number;
  readonly waiting: number;
  /** Of those that wait, how many nobody has changed. */
  readonly untouched: number;
}

interface Row extends Record<string, unknown> {
  readonly row: Omit<ImportRow, "createdAt" | "withdrawnAt"> & {
    readonly createdAt: string;
    readonly withdrawnAt: string | null;
  };
}

/** The imports of the clinic, newest first. */
export async function importsOf(access: ClinicAccess<"edit-library">): Promise<ImportRow[]> {
  const rows = await inScope(access.scope, (tx) =>
    tx.execute<Row>(sql`
      select json_build_object('id', i.id, 'sourceName', i.source_name, 'licence', i.licence,
        'format', i.format, 'rowsRead', i.rows_read, 'imported', i.imported, 'skipped', i.skipped,
        'byName', u.name, 'createdAt', i.created_at, 'withdrawnAt', i.withdrawn_at,
        'ready', e.ready, 'waiting', e.waiting, 'untouched', e.untouched) as row
      from (select * from exercise_import where clinic_id = ${access.clinicId}
        order by created_at desc, id desc limit ${MOST}) i
      left join app_user u on u.id = i.created_by
      cross join lateral (
        select count(*) filter (where e.ready)::int as ready,
          count(*) filter (where not e.ready)::int as waiting,
          count(*) filter (where not e.ready and e.revision = 1)::int as untouched
        from exercise e where e.clinic_id = i.clinic_id and e.import_id = i.id and e.retired_at is null) e
      order by i.created_at desc, i.id desc`),
  );
  return rows.map(({ row }) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    withdrawnAt: row.withdrawnAt ? new Date(row.withdrawnAt) : null,
  }));
}
