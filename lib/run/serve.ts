import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { appLogin, databaseName, ensureAppRole, hostOf, loginUrl } from "../../db/app-role";
import { startEmbedded } from "../../db/embedded";
import { dataHome, type Home, leavePointer } from "../../db/embedded-home";
import { writePrivate } from "../../db/embedded-keys";
import { migrate } from "../../db/migrate";
import { explain } from "../../db/operator-error";
import { assertSafeAppRole } from "../../db/safe-role";
import type { SeedSummary } from "../../db/seed/seed";
import { takeLock } from "./lock";
import { checkDisk, checkPort } from "./preflight";
import { issueSetUpCode } from "./set-up-code";
import { readSettings, type Settings } from "./settings";
import { startWeb } from "./web-server";

/** A request to stop, by signal or because the launcher is gone; it may come at any time. */
const stop = { asked: false, tell: (_reason: null) => {} };
const stopAsked = new Promise<null>((resolve) => {
  stop.tell = resolve;
});

function askToStop(): void {
  stop.asked = true;
  stop.tell(null);
}

class Stopped extends Error {}

/** Between two steps of starting, a request to stop wins. */
function unlessStopped(): void {
  if (stop.asked) throw new Stopped();
}

/** Fails as soon as stopping is asked for. */
async function stopped(): Promise<never> {
  await stopAsked;
  throw new Stopped();
}

/** What has to be undone at the end, last first. */
const undo: (() => Promise<void> | void)[] = [];

interface Database {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Never resolves for an own database: its pool reconnects. */
  readonly died: Promise<string>;
  /** Migrations were applied, so what is served may not be there before the seed. */
  readonly changed: boolean;
}

async function openDatabase(settings: Settings, home: string, secret: string): Promise<Database> {
  const never = new Promise<string>(() => {});
  let ownerUrl = settings.databaseUrl;
  let died = never;
  if (ownerUrl === null) {
    const bundled = await startEmbedded({ dir: home });
    undo.push(() => bundled.stop());
    ({ ownerUrl, died } = bundled);
  }
  unlessStopped();
  const migrated = await migrate(ownerUrl);
  unlessStopped();
  const appUrl = settings.databaseAppUrl ?? (await appUrlOf(ownerUrl, secret));
  await proveAppRole(appUrl);
  return { ownerUrl, appUrl, died, changed: migrated.length > 0 };
}

async function appUrlOf(ownerUrl: string, secret: string): Promise<string> {
  const login = appLogin(databaseName(ownerUrl), secret);
  const state = await ensureAppRole(ownerUrl, login);
  if (state === "renewed")
    console.log(
      "The application's database password was renewed because NEXTAUTH_SECRET changed; other instances need the same one.",
    );
  return loginUrl(ownerUrl, login);
}

async function proveAppRole(appUrl: string): Promise<void> {
  const sql = postgres(appUrl, { max: 1, prepare: false, connect_timeout: 10, onnotice: () => {} });
  try {
    await assertSafeAppRole(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The signing secret: given, or made once and kept beside the data. */
function secretOf(settings: Settings, home: string): string {
  if (settings.secret) return settings.secret;
  const file = path.join(home, "secret");
  if (!existsSync(file)) writePrivate(file, `${randomBytes(32).toString("base64url")}\n`);
  return readFileSync(file, "utf8").trim();
}

/** The environment of the application: its own login, never the migrating one. */
function applicationEnvironment(settings: Settings, home: string, secret: string, appUrl: string) {
  const files = path.join(home, "files");
  mkdirSync(files, { recursive: true, mode: 0o700 });
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: settings.development ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_APP_URL: appUrl,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: settings.origin,
    APP_ORIGIN: settings.origin,
    DATA_DIR: files,
  };
  delete environment.DATABASE_URL;
  return environment;
}

/** The seed runs the application's own code, which reads its settings from the environment. */
async function seeded(settings: Settings, database: Database, environment: NodeJS.ProcessEnv) {
  Object.assign(process.env, environment);
  const { seed } = await import("../../db/seed/seed");
  return seed({ ...database, demo: settings.demo, now: new Date() });
}

function announce(settings: Settings, home: Home, summary: SeedSummary, code: string | null): void {
  const lines = [`Carryover is ready at ${settings.origin}`];
  const kept = settings.databaseUrl ? "secret and files lie" : "data lies";
  if (home.elsewhere) lines.push(`Its ${kept} in ${home.directory}`);
  const signIns = summary.demo?.signIns ?? [];
  if (signIns.length > 0) {
    const width = Math.max(...signIns.map(({ who }) => who.length));
    lines.push(
      "",
      "Demo clinic, sign in as",
      ...signIns.map(({ who, how }) => `  ${who.padEnd(width)}  ${how}`),
    );
  }
  if (code) lines.push("", `Set up your clinic at ${settings.origin}/setup with the code ${code}`);
  lines.push("", "Stop with Ctrl-C.");
  console.log(lines.join("\n"));
}

/** Starts everything and returns when it ends: null when asked to stop, else a sentence. */
async function run(settings: Settings): Promise<string | null> {
  const home = dataHome(settings.project, settings.dataDirectory);
  leavePointer(settings.project, home, settings.dataDirectory);
  const lockName = settings.databaseUrl ? `running-${settings.port}` : "running";
  const lock = await takeLock(home.directory, lockName, {
    mark: settings.mark,
    address: settings.origin,
  });
  undo.push(() => lock.release());
  await checkPort(settings.host, settings.port);
  await checkDisk(home.directory);
  unlessStopped();
  const secret = secretOf(settings, home.directory);
  const database = await openDatabase(settings, home.directory, secret);
  unlessStopped();
  const environment = applicationEnvironment(settings, home.directory, secret, database.appUrl);
  // Drawing the library's figures for the first time takes a while: a request to stop does not wait.
  const fill = () => Promise.race([seeded(settings, database, environment), stopped()]);
  const early = database.changed ? await fill() : null;
  unlessStopped();
  const web = startWeb(settings, environment);
  undo.push(() => web.stop());
  lock.noteWeb(web.pid);
  const [summary] = await Promise.all([early ?? fill(), web.healthy(() => stop.asked)]);
  const code = settings.demo ? null : await issueSetUpCode(database.ownerUrl);
  unlessStopped();
  announce(settings, home, summary, code);
  return Promise.race([stopAsked, web.died, database.died]);
}

/** One sentence for what went wrong; a bug keeps its stack in development only. */
function sentence(error: unknown, settings: Settings | null): string {
  const where = settings?.databaseUrl
    ? `The database at ${hostOf(settings.databaseUrl)}`
    : undefined;
  const known = explain(error, where);
  if (known) return known.message;
  if (!(error instanceof Error)) return "Carryover could not start.";
  const { code } = error as { code?: string };
  if (settings?.development) return error.stack ?? error.message;
  return `Carryover could not start: ${code ? `${error.name} ${code}` : error.message}.`;
}

async function main(): Promise<number> {
  let settings: Settings | null = null;
  let exitCode = 0;
  try {
    settings = readSettings(process.argv.slice(2));
    const end = await run(settings);
    if (end !== null) {
      console.error(end);
      exitCode = 1;
    }
  } catch (error) {
    if (!(error instanceof Stopped)) {
      console.error(sentence(error, settings));
      exitCode = 1;
    }
  }
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(sentence(error, settings));
      exitCode = 1;
    }
  }
  return exitCode;
}

process.on("SIGINT", askToStop);
process.on("SIGTERM", askToStop);
process.on("disconnect", askToStop);
// A closed terminal ends the launcher, and with it the channel; under nohup both live on.
process.on("SIGHUP", () => {});
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

process.exit(await main());
