import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import postgres from "postgres";
import { usableBinaries } from "./embedded-binaries";
import { createCluster, refuseOtherMajor } from "./embedded-cluster";
import { ensureKeys, type Keys, keepKeys, readKeys } from "./embedded-keys";
import { launch, postmasterOf, stopOrphan } from "./embedded-server";
import { canEnter, databaseUser } from "./embedded-user";
import { OperatorError } from "./operator-error";

/** A running bundled Postgres. */
export interface EmbeddedPostgres {
  /** Connection of the migrating role: owns the database, may create roles, is no superuser. */
  readonly ownerUrl: string;
  readonly pid: number;
  /** Resolves with one sentence if the server ends without `stop` having been asked for. */
  readonly died: Promise<string>;
  /** Stops it cleanly; a temporary one is removed with its data. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Absolute; made when absent. Holds the cluster, its keys and its log. */
  readonly dir: string;
  /** For tests: nothing is synced to disk and everything is removed by `stop`. */
  readonly temporary?: boolean;
}

const DATABASE = "carryover";
const OWNER = "carryover_owner";

/**
 * Starts the bundled Postgres over `dir`, creating cluster, owner role and database on the first start.
 * A server left behind by a killed start is stopped first, so the caller makes sure that nobody uses it.
 * Fails with an `OperatorError`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dir, { recursive: true, mode: 0o711 });
  const temporary = options.temporary === true;
  // One name per directory, or a running server would not be recognised through a symbolic link.
  const dir = realpathSync(options.dir);
  const data = path.join(dir, "postgres");
  const user = databaseUser(data);
  if (!canEnter(user, dir)) chmodSync(dir, 0o711);
  if (!canEnter(user, dir))
    throw new OperatorError(
      `PostgreSQL runs as the user ${user?.name}, who cannot enter ${dir}: set CARRYOVER_DATA to a directory that user can reach.`,
    );
  const binaries = usableBinaries(dir, user);
  await stopOrphan(data, binaries);
  let keys = ensureKeys(dir);
  if (!existsSync(path.join(data, "PG_VERSION")))
    createCluster(dir, data, binaries, user, keys, temporary);
  refuseOtherMajor(data, binaries);
  const port = await freePort(keys.port);
  if (port !== keys.port) keys = keepKeys(dir, { ...keys, port });
  const server = await launch({ dir, data, binaries, user, port, temporary });
  try {
    await ensureDatabase(keys, temporary);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    ownerUrl: urlOf(keys),
    pid: server.pid,
    died: server.died,
    async stop() {
      await server.stop();
      if (temporary) rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The migrating connection string of the bundled Postgres running over `dir`, or null when none runs. */
export function runningEmbedded(dir: string): string | null {
  if (!existsSync(dir)) return null;
  const keys = readKeys(dir);
  const running = postmasterOf(path.join(realpathSync(dir), "postgres"));
  return keys && running?.ready ? urlOf({ ...keys, port: running.port }) : null;
}

/** Stops the server over `dir` if one runs, for cleaning up after a killed test run. */
export async function stopEmbedded(dir: string): Promise<void> {
  await stopOrphan(path.join(realpathSync(dir), "postgres"), null);
}

function urlOf(keys: Keys): string {
  return `postgres://${OWNER}:${keys.ownerPassword}@127.0.0.1:${keys.port}/${DATABASE}`;
}

/** The remembered port when it is free, else any free one. */
async function freePort(remembered: number): Promise<number> {
  const bind = (port: number) =>
    new Promise<number | null>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(null));
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        server.close(() => resolve(typeof address === "object" && address ? address.port : null));
      });
    });
  const port = (remembered ? await bind(remembered) : null) ?? (await bind(0));
  if (port === null)
    throw new OperatorError("No port is free on 127.0.0.1 for the bundled PostgreSQL.");
  return port;
}

/** The owner role and the database, like those of an own database: no superuser migrates. */
async function ensureDatabase(keys: Keys, temporary: boolean): Promise<void> {
  const sql = postgres({
    host: "127.0.0.1",
    port: keys.port,
    user: "postgres",
    password: keys.superuserPassword,
    database: "postgres",
    max: 1,
    onnotice: () => {},
  });
  try {
    const [state] = await sql`select
      exists (select from pg_roles where rolname = ${OWNER}) as role,
      exists (select from pg_database where datname = ${DATABASE}) as database`;
    const more = temporary ? "createdb" : "nocreatedb";
    if (!state?.role)
      await sql.unsafe(
        `create role ${OWNER} login createrole nosuperuser nobypassrls ${more} password '${keys.ownerPassword}'`,
      );
    if (!state?.database) await sql.unsafe(`create database ${DATABASE} owner ${OWNER}`);
  } catch (error) {
    if ((error as { code?: string }).code !== "28P01") throw error;
    throw new OperatorError(
      "The bundled PostgreSQL refuses its own password: postgres.json does not belong to this data.",
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}
