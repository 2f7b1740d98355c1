import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as advice from "@/db/schema/advice";
import * as audit from "@/db/schema/audit";
import * as clinic from "@/db/schema/clinic";
import * as figure from "@/db/schema/figure";
import * as library from "@/db/schema/library";
import * as media from "@/db/schema/media";
import * as patient from "@/db/schema/patient";
import * as people from "@/db/schema/people";
import * as plan from "@/db/schema/plan";
import * as portalSnapshot from "@/db/schema/portal-snapshot";
import * as sessionLog from "@/db/schema/session-log";
import * as template from "@/db/schema/template";
import { localDate } from "@/lib/domain/calendar/local-date";
import { GLOBAL_TABLES, MIXED_TABLES } from "../../support/clinic-state";
import { type TestDatabase, testDatabase } from "../../support/database";
import { makeClinic, makePatient, makeStaff } from "../../support/fixtures";
import { makePublishedPlan } from "../../support/published-plan";

/** Tables that belong to no clinic and hold nothing about people. */
const GLOBAL = new Set(GLOBAL_TABLES);
const MIXED = new Set(MIXED_TABLES);
const APPEND_ONLY = [
  "audit_event",
  "session_log",
  "exercise_log",
  "morning_log",
  "plan_version",
  "prescribed_exercise",
  "prescribed_exercise_text",
  "prescribed_media",
  "version_advice",
  "exercise_review",
  "consent",
];

const declared = [
  advice,
  audit,
  clinic,
  figure,
  library,
  media,
  patient,
  people,
  plan,
  portalSnapshot,
  sessionLog,
  template,
]
  .flatMap((module) => Object.values(module) as unknown[])
  .filter((value): value is PgTable => is(value, PgTable));

let database: TestDatabase;
let owner: Sql;

beforeAll(async () => {
  database = await testDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe("the declared schema", () => {
  it.each(declared.map((t) => [getTableConfig(t).name, t] as const))(
    "%s has exactly the migrated columns",
    async (name, table) => {
      const rows = await owner<{ column_name: string; is_nullable: string }[]>`
        select column_name, is_nullable from information_schema.columns
        where table_schema = 'public' and table_name = ${name}`;
      const migrated = rows.map(
        (r) => `${r.column_name}${r.is_nullable === "NO" ? " not null" : ""}`,
      );
      const wanted = Object.values(getTableColumns(table)).map(
        (c) => `${c.name}${c.notNull || c.primary ? " not null" : ""}`,
      );
      expect(migrated.sort()).toEqual(wanted.sort());
    },
  );

  it("declares every migrated table", async () => {
    const rows = await owner<{ table_name: string }[]>`
      select table_name from information_schema.tables where table_schema = 'public'`;
    const names = new Set(declared.map((t) => getTableConfig(t).name));
    expect(
      rows.map((r) => r.table_name).filter((n) => !names.has(n) && n !== "schema_migration"),
    ).toEqual([]);
  });
});

describe("row-level security", () => {
  it("is on and forced, with a policy, for every table that is not global", async () => {
    const rows = await owner<{ name: string; safe: boolean }[]>`
      select c.relname as name,
        c.relrowsecurity and c.relforcerowsecurity
          and exists (select 1 from pg_policy p where p.polrelid = c.oid) as safe
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')`;
    const tenant = rows.filter((r) => !GLOBAL.has(r.name));
    expect(tenant.length).toBeGreaterThan(20);
    expect(tenant.filter((r) => !r.safe).map((r) => r.name)).toEqual([]);
  });

  it("leads every tenant table's primary key with clinic_id, bar identities", async () => {
    const rows = await owner<{ name: string; first: string }[]>`
      select c.relname as name, a.attname as first
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      join pg_namespace n on n.oid = c.relnamespace
      where i.indisprimary and n.nspname = 'public'`;
    const others = rows.filter(
      (r) => !GLOBAL.has(r.name) && !MIXED.has(r.name) && r.first !== "clinic_id",
    );
    expect(others.map((r) => r.name).sort()).toEqual(["app_user", "clinic", "password_reset"]);
  });

  it("shows the application's role nothing without its settings", async () => {
    const clinic = await makeClinic();
    await makeStaff(clinic);
    const patient = await makePatient(clinic);
    await makePublishedPlan(patient, { startedOn: localDate("2026-01-05") });
    const bare = postgres(process.env.DATABASE_APP_URL ?? "", { max: 1, onnotice: () => {} });
    const rows = await owner<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')`;
    for (const { name } of rows.filter((r) => !GLOBAL.has(r.name))) {
      const shared = MIXED.has(name) ? bare`where clinic_id is not null` : bare``;
      const [found] = await bare<{ n: number }[]>`
        select count(*)::int as n from ${bare(name)} ${shared}`;
      expect(`${name}: ${found?.n}`).toBe(`${name}: 0`);
    }
    const [seen] = await bare.begin(async (tx) => {
      await tx`select set_config('app.clinic_id', ${clinic.clinicId}, true)`;
      return tx<{ n: number }[]>`select count(*)::int as n from prescribed_exercise`;
    });
    await bare.end();
    expect(seen?.n).toBeGreaterThan(0);
  });

  it.each(APPEND_ONLY)("gives the application no way to change or delete %s", async (name) => {
    const [grants] = await owner<{ change: boolean; remove: boolean; append: boolean }[]>`
      select has_table_privilege('carryover_app', ${name}, 'update') as change,
        has_table_privilege('carryover_app', ${name}, 'delete') as remove,
        has_table_privilege('carryover_app', ${name}, 'insert') as append`;
    expect(grants).toEqual({ change: false, remove: false, append: true });
  });

  it.each(["advice", "advice_text", "figure"])(
    "lets the application only read %s",
    async (name) => {
      const rows = await owner<{ privilege_type: string }[]>`
      select privilege_type from information_schema.role_table_grants
      where table_name = ${name} and grantee = 'carryover_app'`;
      expect(rows.map((row) => row.privilege_type)).toEqual(["SELECT"]);
    },
  );
});
