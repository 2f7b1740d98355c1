import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { appLogin, databaseName, ensureAppRole, loginUrl } from "@/db/app-role";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { type SeedSummary, seed } from "@/db/seed/seed";

/** The built product on a temporary database of its own. */
export interface Product {
  readonly origin: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly secret: string;
  readonly pid: number;
  /** File with all that the server printed; also in `PRODUCT_LOG` of this process and its children. */
  readonly log: string;
  readonly seeded: SeedSummary;
  stop(): Promise<void>;
}

const SECRET = "a secret of the tests alone, never of a clinic";
const READY_MS = 60_000;
const TAIL = 2_000;

/** A port of loopback that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}

async function untilHealthy(origin: string, child: ChildProcess, log: string): Promise<void> {
  const until = Date.now() + READY_MS;
  while (child.exitCode === null && Date.now() < until) {
    const answer = await fetch(`${origin}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const said = readFileSync(log, "utf8").slice(-TAIL);
  throw new Error(`the product did not become healthy at ${origin}; it said:\n${said}`);
}

/**
 * Starts the production build (`next build` must have run) on loopback, over a fresh temporary Postgres
 * with the library and, when asked for, the demo clinics. Also points this process's own `inScope` at it.
 */
export async function startProduct({
  demo,
  extraEnv = {},
}: {
  demo: boolean;
  extraEnv?: Record<string, string>;
}): Promise<Product> {
  const temporary = process.getuid?.() === 0 ? "/var/tmp" : (process.env.TMPDIR ?? "/tmp");
  const database = await startEmbedded({
    dir: mkdtempSync(path.join(temporary, "carryover-product-")),
    temporary: true,
  });
  try {
    await migrate(database.ownerUrl);
    const login = appLogin(databaseName(database.ownerUrl), SECRET);
    await ensureAppRole(database.ownerUrl, login);
    const appUrl = loginUrl(database.ownerUrl, login);
    const origin = `http://localhost:${await freePort()}`;
    const environment = { DATABASE_APP_URL: appUrl, NEXTAUTH_SECRET: SECRET, NEXTAUTH_URL: origin };
    const folder = mkdtempSync(path.join(tmpdir(), "carryover-log-"));
    const log = path.join(folder, "server.log");
    Object.assign(process.env, environment, { PRODUCT_LOG: log, DATA_DIR: folder });
    const seeded = await seed({ ownerUrl: database.ownerUrl, demo, now: new Date() });
    const output = openSync(log, "w");
    const child = spawn(
      process.execPath,
      ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", new URL(origin).port],
      {
        env: {
          ...process.env,
          ...environment,
          ...extraEnv,
          NODE_ENV: "production",
          NEXT_TELEMETRY_DISABLED: "1",
        },
        stdio: ["ignore", output, output],
      },
    );
    closeSync(output);
    const stop = async () => {
      if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    await untilHealthy(origin, child, log).catch(async (error) => {
      await stop();
      throw error;
    });
    return {
      origin,
      ownerUrl: database.ownerUrl,
      appUrl,
      secret: SECRET,
      pid: child.pid ?? 0,
      log,
      seeded,
      stop,
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
