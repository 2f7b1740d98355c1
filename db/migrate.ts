import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { ensureGroupRole } from "./app-role";
import { explain, OperatorError } from "./operator-error";

/** Where the migrations lie; relative to the project so that the built application finds them too. */
export const MIGRATIONS = path.join(process.cwd(), "db", "migrations");

const OLDEST_SERVER = 15;
/** "Carryover" in bytes; every instance that migrates the same database waits for the same lock. */
const LOCK = "7233173838382854770";
const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

function migrationsIn(directory: string): Migration[] {
  const names = readdirSync(/* turbopackIgnore: true */ directory)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const odd = names.find(
    (name, i) => !NAME.test(name) || name.slice(0, 4) === names[i - 1]?.slice(0, 4),
  );
  if (odd)
    throw new OperatorError(
      `The migration ${odd} is not named NNNN_words.sql with a number of its own.`,
    );
  return names.map((name) => {
    const text = readFileSync(path.join(directory, name), "utf8");
    return {
      name,
      text,
      sha256: createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex"),
    };
  });
}

/**
 * Brings the database to the state of the code: every migration it does not have yet, each in its own
 * transaction, under a lock. Several instances may start at once. Refuses (`OperatorError`) a database
 * that is newer than the code, that had another text under the same name, or that is older than PostgreSQL 15.
 * Needs a direct connection or a session pooler. Returns the names that were applied.
 */
export async function migrate(ownerUrl: string, directory = MIGRATIONS): Promise<string[]> {
  const known = migrationsIn(directory);
  const sql = postgres(ownerUrl, {
    max: 1,
    prepare: false,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "carryover-migrate" },
  });
  try {
    await refuseOldServer(sql);
    await sql`select pg_advisory_lock(${LOCK}::bigint)`;
    await ensureGroupRole(sql);
    await sql`create table if not exists schema_migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`;
    const applied = new Map(
      (await sql`select name, sha256 from schema_migration`).map((row) => [row.name, row.sha256]),
    );
    refuseUnknown([...applied.keys()], known);
    refuseChanged(applied, known);
    const missing = known.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await apply(sql, migration);
    return missing.map(({ name }) => name);
  } finally {
    // Ends the session and with it the lock.
    await sql.end({ timeout: 5 });
  }
}

async function refuseOldServer(sql: Sql): Promise<void> {
  const [row] = await sql`select current_setting('server_version_num')::int / 10000 as major`;
  if (row && row.major >= OLDEST_SERVER) return;
  throw new OperatorError(
    `The database is PostgreSQL ${row?.major}; Carryover needs ${OLDEST_SERVER} or newer.`,
  );
}

function refuseUnknown(applied: string[], known: Migration[]): void {
  const unknown = applied
    .filter((name) => !known.some((migration) => migration.name === name))
    .sort();
  if (unknown.length === 0) return;
  throw new OperatorError(
    `The database is newer than this version of Carryover (it has ${unknown.at(-1)}): update Carryover and start again.`,
  );
}

function refuseChanged(applied: Map<string, string>, known: Migration[]): void {
  const changed = known.find(
    ({ name, sha256 }) => applied.has(name) && applied.get(name) !== sha256,
  );
  if (!changed) return;
  throw new OperatorError(
    `The migration ${changed.name} was changed after it had been applied: restore its text and add a new migration instead.`,
  );
}

async function apply(sql: Sql, { name, text, sha256 }: Migration): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '30s'`;
      await tx.unsafe(text);
      await tx`insert into schema_migration (name, sha256) values (${name}, ${sha256})`;
    });
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    const known = explain(error);
    if (known) throw known;
    // Only messages about the statement itself are repeated: others may quote a row.
    throw new OperatorError(
      `The migration ${name} failed (${code.startsWith("42") ? message : code}).`,
    );
  }
}

/** How the database and the code compare; `current` when neither has a migration the other lacks. */
export interface MigrationState {
  readonly current: boolean;
  readonly applied: number;
  readonly pending: string[];
  readonly unknown: string[];
}

/** Compares names only: the texts were compared when the server started. */
export async function migrationState(
  sql: (query: TemplateStringsArray) => PromiseLike<readonly { readonly name?: unknown }[]>,
  directory = MIGRATIONS,
): Promise<MigrationState> {
  const rows = await sql`select name from schema_migration`;
  const applied = new Set(rows.map((row) => String(row.name)));
  const known = readdirSync(/* turbopackIgnore: true */ directory).filter((name) =>
    NAME.test(name),
  );
  const pending = known.filter((name) => !applied.has(name)).sort();
  const unknown = [...applied].filter((name) => !known.includes(name)).sort();
  return {
    current: pending.length + unknown.length === 0,
    applied: applied.size,
    pending,
    unknown,
  };
}
