import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { appLogin, databaseName, ensureAppRole, loginUrl } from "@/db/app-role";
import { startEmbedded, stopEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { isAlive } from "@/db/processes";
import { seedLibrary } from "@/db/seed/library";

/** A migrated database that nobody else uses. */
export interface TestDatabase {
  /** The migrating role: owns the tables. */
  readonly ownerUrl: string;
  /** The application's login: bound by row-level security. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

interface Server {
  /** The role and database the tests were given; may create databases and roles. */
  readonly adminUrl: string;
  readonly template: string;
  readonly login: { readonly role: string; readonly password: string };
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: Server;
  }
}

const SECRET = "a secret of the tests alone, never of a clinic";
const PREFIX = "carryover-test-";

interface Running extends Server {
  readonly appUrl: string;
  users: number;
  stop(): Promise<void>;
}

// Each vitest project loads this file by itself; they share one server all the same.
const shared = globalThis as { carryoverTestServer?: Promise<Running> };

/**
 * vitest's globalSetup: one temporary cluster (or the server of TEST_DATABASE_URL / DATABASE_URL) with a
 * migrated template that has the library. `inScope` in tests uses one database made from it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.carryoverTestServer ??= start();
  const running = await shared.carryoverTestServer;
  running.users++;
  const { adminUrl, template, login } = running;
  project.provide("testServer", { adminUrl, template, login });
  Object.assign(process.env, {
    DATABASE_APP_URL: running.appUrl,
    NEXTAUTH_SECRET: SECRET,
    NEXTAUTH_URL: "http://localhost:3000",
  });
  return async () => {
    running.users--;
    if (running.users > 0) return;
    shared.carryoverTestServer = undefined;
    await running.stop();
  };
}

async function start(): Promise<Running> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL || null;
  const cluster = given ? null : await temporaryCluster();
  const adminUrl = given ?? cluster?.ownerUrl ?? "";
  const run = `carryover_test_${randomBytes(4).toString("hex")}`;
  const login = appLogin(run, SECRET);
  const template = `${run}_template`;
  await administer(adminUrl, `create database ${template}`);
  const templateUrl = withDatabase(adminUrl, template);
  await migrate(templateUrl);
  await ensureAppRole(templateUrl, login);
  await seedLibrary(templateUrl);
  const common = await create({ adminUrl, template, login });
  return {
    adminUrl,
    template,
    login,
    appUrl: common.appUrl,
    users: 0,
    async stop() {
      if (cluster) return cluster.stop();
      await common.drop();
      await administer(
        adminUrl,
        `drop database ${template} with (force)`,
        `drop role ${login.role}`,
      );
    },
  };
}

async function temporaryCluster() {
  // Root's Postgres runs as another user, who must be able to enter: not every TMPDIR lets him.
  const parent = process.getuid?.() === 0 ? "/var/tmp" : tmpdir();
  await removeLeftovers(parent);
  const dir = mkdtempSync(path.join(parent, PREFIX));
  writeFileSync(path.join(dir, "pid"), String(process.pid));
  return startEmbedded({ dir, temporary: true });
}

/** A killed test run leaves its cluster behind. */
async function removeLeftovers(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const dir = path.join(parent, name);
    try {
      if (isAlive(Number(readFileSync(path.join(dir, "pid"), "utf8")))) continue;
      await stopEmbedded(dir);
      rmSync(dir, { recursive: true, force: true });
    } catch {
      // Another run is removing it, or it is another user's.
    }
  }
}

async function administer(url: string, ...statements: string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function withDatabase(url: string, database: string): string {
  const parts = new URL(url);
  parts.pathname = `/${database}`;
  return parts.href;
}

async function create({ adminUrl, template, login }: Server): Promise<TestDatabase> {
  const name = `${databaseName(withDatabase(adminUrl, template))}_${randomBytes(4).toString("hex")}`;
  await administer(adminUrl, `create database ${name} template ${template}`);
  const ownerUrl = withDatabase(adminUrl, name);
  return {
    ownerUrl,
    appUrl: loginUrl(ownerUrl, login),
    drop: () => administer(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

/**
 * A fresh migrated database with the library, for a test that must not share one (it counts all rows, changes
 * roles or tables). Most tests need none: `inScope` works, and each makes a clinic of its own.
 */
export function testDatabase(): Promise<TestDatabase> {
  return create(inject("testServer"));
}

/** An empty database on the test server, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<Omit<TestDatabase, "appUrl">> {
  const { adminUrl } = inject("testServer");
  const name = `carryover_test_${randomBytes(4).toString("hex")}_empty`;
  await administer(adminUrl, `create database ${name}`);
  return {
    ownerUrl: withDatabase(adminUrl, name),
    drop: () => administer(adminUrl, `drop database if exists ${name} with (force)`),
  };
}
