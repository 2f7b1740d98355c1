import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { env } from "../lib/env";

/** What a transaction may see. Set in the database, where row-level security reads it. */
export interface Scope {
  readonly clinicId?: string;
  readonly userId?: string;
  readonly patientId?: string;
  /** Set only while the holder of a secret is being identified. */
  readonly loginEmail?: string;
  readonly tokenHash?: string;
  readonly codeHash?: string;
  readonly planToken?: string;
}

type Client = Sql<Record<string, never>>;

/** drizzle asks for unnamed statements; named ones save a round trip (drizzle-orm#6096). */
function prepared<T extends object>(client: T, prepare: boolean): T {
  return new Proxy(client, {
    get(target, key) {
      const value = Reflect.get(target, key) as unknown;
      if (key === "unsafe" && typeof value === "function")
        return (query: string, params: unknown[], options: object) =>
          value.call(target, query, params, { ...options, prepare });
      if ((key === "begin" || key === "savepoint") && typeof value === "function")
        return (...args: unknown[]) => {
          const run = args.pop() as (tx: object) => unknown;
          return value.call(target, ...args, (tx: object) => run(prepared(tx, prepare)));
        };
      return value;
    },
  });
}

function open() {
  const client = postgres(env.databaseAppUrl, {
    max: env.databasePool,
    onnotice: () => {},
    connection: { application_name: "carryover" },
  }) as Client;
  return { client, db: drizzle(prepared(client, env.preparedStatements)) };
}

const kept = globalThis as { carryoverDb?: ReturnType<typeof open> };

function pool() {
  kept.carryoverDb ??= open();
  return kept.carryoverDb;
}

export type Tx = Parameters<Parameters<ReturnType<typeof open>["db"]["transaction"]>[0]>[0];

const SERIALIZATION_FAILURE = "40001";
const MAX_TRIES = 3;

/** Puts the scope into the running transaction. Not awaited by callers that pipeline it ahead of their first query. */
export function applyScope(tx: Tx, scope: Scope) {
  return tx.execute(sql`select
    set_config('app.clinic_id', ${scope.clinicId ?? ""}, true),
    set_config('app.user_id', ${scope.userId ?? ""}, true),
    set_config('app.patient_id', ${scope.patientId ?? ""}, true),
    set_config('app.login_email', ${scope.loginEmail ?? ""}, true),
    set_config('app.token_hash', ${scope.tokenHash ?? ""}, true),
    set_config('app.code_hash', ${scope.codeHash ?? ""}, true),
    set_config('app.plan_token', ${scope.planToken ?? ""}, true)`);
}

/** Sends a query now: drizzle's wait for `then`, which `await` and `Promise.all` call a turn later. */
export function started<T>(query: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => query.then(resolve, reject));
}

/**
 * Runs `work` in one transaction that sees only `scope`. The only way to the database in a request.
 * A serialisation failure is tried again, so `work` must not have effects outside the transaction.
 */
export async function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool().db.transaction(async (tx) => {
        const scoped = started(applyScope(tx, scope));
        const [, result] = await Promise.all([scoped, work(tx)]);
        return result;
      });
    } catch (error) {
      const code = (error as { cause?: { code?: string } }).cause?.code;
      if (code !== SERIALIZATION_FAILURE || attempt === MAX_TRIES) throw error;
    }
  }
}

/** Closes the pool; for tests and commands that end. */
export async function closeDatabase() {
  const open = kept.carryoverDb;
  kept.carryoverDb = undefined;
  await open?.client.end({ timeout: 5 });
}
