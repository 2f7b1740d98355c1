import type { Sql } from "postgres";
import type { House } from "./house";

/** Hold nothing about people and no clinic's data; every other table must have row-level security. */
export const GLOBAL_TABLES = [
  "advice",
  "advice_text",
  "figure",
  "auth_throttle",
  "setup_code",
  "schema_migration",
];

/** Hold shared rows, which belong to no clinic and are everybody's to read, beside each clinic's own. */
export const MIXED_TABLES = [
  "exercise",
  "exercise_search",
  "exercise_text",
  "search_word",
  "template",
  "template_exercise",
  "template_text",
];

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Every tenant table, view included, as the catalogue has it. */
export async function tenantTables(db: Sql): Promise<Table[]> {
  return db<Table[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')
      and c.relname <> all(${GLOBAL_TABLES})
    group by c.relname order by c.relname`;
}

/** Rows that grow by merely looking. */
const WRITTEN_BY_READING = ["audit_event", "portal_snapshot"];

/** A mark over all rows of the house by table, times of last use left out. */
export async function clinicState(db: Sql, house: House): Promise<Record<string, string>> {
  const tables = await tenantTables(db);
  const marks: Record<string, string> = {};
  await db.begin(async (tx) => {
    await tx`select set_config('app.clinic_id', ${house.clinicId}, true),
      set_config('app.user_id', ${house.owner.userId}, true)`;
    for (const { name } of tables.filter((table) => !WRITTEN_BY_READING.includes(table.name))) {
      const [found] = await tx<{ mark: string }[]>`
        select count(*) || ' ' || coalesce(md5(string_agg(row, '|' order by row)), '') as mark
        from (select (to_jsonb(t) - 'last_seen_at' - 'idle_until')::text as row from ${tx(name)} t) rows`;
      marks[name] = found?.mark ?? "";
    }
  });
  return marks;
}
