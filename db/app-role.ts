import { createHash, createHmac, pbkdf2Sync } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { OperatorError } from "./operator-error";

const GROUP = "carryover_app";

/** The application's login role: its name and its password, which all instances derive alike. */
export interface AppLogin {
  readonly role: string;
  readonly password: string;
}

/**
 * Derived from the secret every instance shares, so that any of them can set it and all agree. The name
 * must not end in `_app`: a database called carryover would then name its login like the group.
 */
export function appLogin(database: string, secret: string): AppLogin {
  const password = createHmac("sha256", secret).update(`app-role:${database}`).digest("base64url");
  return { role: `${database}_web`, password };
}

const URL_PARTS = /^(postgres(?:ql)?:\/\/)(?:([^@/]*)@)?([^/?]*)(?:\/([^?]*))?(.*)$/;

/** The same database as another login. Not `new URL`, which refuses several hosts. */
export function loginUrl(ownerUrl: string, { role, password }: AppLogin): string {
  const [, scheme, , hosts, database, rest] = partsOf(ownerUrl);
  const path = database === undefined ? "" : `/${database}`;
  return `${scheme}${encodeURIComponent(role)}:${password}@${hosts}${path}${rest}`;
}

/** Name of the database in a connection string; without one it is called like the user. */
export function databaseName(url: string): string {
  const [, , login, , database] = partsOf(url);
  return decodeURIComponent(database || (login ?? "").split(":")[0] || "postgres");
}

/** Host and port of a connection string, for messages. */
export function hostOf(url: string): string {
  return partsOf(url)[3] || "localhost";
}

/** Refuses (`OperatorError`) what is no connection string. */
export function checkUrl(url: string): void {
  partsOf(url);
}

function partsOf(url: string): RegExpExecArray {
  const parts = URL_PARTS.exec(url);
  if (parts) return parts;
  throw new OperatorError(
    "DATABASE_URL is not of the form postgres://user:password@host:5432/database.",
  );
}

/**
 * Makes the group role that the migrations grant to. The migrating role joins it where it may, so that its
 * policies apply to it, too.
 */
export async function ensureGroupRole(sql: Sql): Promise<void> {
  await again(async () => {
    const made = await sql`select from pg_roles where rolname = ${GROUP}`;
    if (made.length === 0) await createRole(sql, `${GROUP} nologin nosuperuser nobypassrls`);
    const [joined] = await sql`select pg_has_role(current_user, ${GROUP}, 'usage') as member`;
    if (joined?.member) return;
    await unless("42501", sql.unsafe(`grant ${GROUP} to ${quoted(sql.options.user)}`));
  });
}

/** Roles belong to the whole server: an instance on another of its databases may be making the same ones. */
const RACES = new Set(["42710", "23505", "XX000"]);

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5 || !RACES.has(String((error as { code?: string }).code))) throw error;
    }
  }
}

async function createRole(sql: Sql, definition: string): Promise<void> {
  try {
    await sql.unsafe(`create role ${definition}`);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    const me = sql.options.user;
    throw new OperatorError(
      `The database user ${me} may not create roles, which Carryover needs for its own login: run \`alter role ${quoted(me)} createrole\` as an administrator, or set DATABASE_APP_URL to a login made by hand.`,
    );
  }
}

/** Lets one kind of failure pass. */
async function unless(code: string, work: PromiseLike<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if ((error as { code?: string }).code !== code) throw error;
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

async function join(sql: Sql, role: string): Promise<void> {
  try {
    await sql.unsafe(`grant ${GROUP} to ${quoted(role)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new OperatorError(
      `The role ${GROUP} was made by another database user: run \`grant ${GROUP} to ${quoted(sql.options.user)} with admin option\` as an administrator.`,
    );
  }
}

/**
 * Makes sure that the application can log in as `role`: a role that owns nothing, is no superuser and
 * cannot bypass row-level security. `renewed` tells that the role existed with another password.
 */
export async function ensureAppRole(
  ownerUrl: string,
  login: AppLogin,
): Promise<"created" | "kept" | "renewed"> {
  const sql = postgres(ownerUrl, {
    max: 1,
    prepare: false,
    connect_timeout: 10,
    onnotice: () => {},
  });
  try {
    await ensureGroupRole(sql);
    return await again(async () => {
      const state = await ensureLogin(sql, ownerUrl, login);
      await ensureReach(sql, login.role);
      return state;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureLogin(sql: Sql, ownerUrl: string, login: AppLogin) {
  const role = quoted(login.role);
  const password = `password ${literal(verifier(login))}`;
  const found = await sql`select from pg_roles where rolname = ${login.role}`;
  if (found.length === 0) {
    const limits = "login nosuperuser nobypassrls nocreatedb nocreaterole";
    await createRole(sql, `${role} ${limits} ${password}`);
    return "created";
  }
  if (await canLogIn(loginUrl(ownerUrl, login))) return "kept";
  await sql.unsafe(`alter role ${role} ${password}`);
  return "renewed";
}

async function ensureReach(sql: Sql, role: string): Promise<void> {
  const [has] = await sql`select
    pg_has_role(${role}, ${GROUP}, 'usage') as member,
    has_database_privilege(${role}, current_database(), 'connect') as connect,
    has_schema_privilege(${role}, 'public', 'usage') as schema,
    current_database()::text as database`;
  if (!has?.member) await join(sql, role);
  if (!has?.connect)
    await sql.unsafe(
      `grant connect on database ${quoted(String(has?.database))} to ${quoted(role)}`,
    );
  if (!has?.schema) await sql.unsafe(`grant usage on schema public to ${quoted(role)}`);
}

async function canLogIn(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, prepare: false, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const ITERATIONS = 4096;

/** SCRAM verifier (RFC 5803), as psql's \password sends it: the password itself never enters a server's log. */
function verifier({ role, password }: AppLogin): string {
  const salt = createHash("sha256").update(`salt:${role}:${password}`).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const key = (name: string) => createHmac("sha256", salted).update(name).digest();
  const stored = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${stored}:${key("Server Key").toString("base64")}`;
}
