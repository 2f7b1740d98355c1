import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Binaries } from "./embedded-binaries";
import { environment } from "./embedded-cluster";
import { identity, type RunAs } from "./embedded-user";
import { diskFull, OperatorError } from "./operator-error";
import { commandLine, isAlive, signal, waitForExit } from "./processes";

const START_MS = 60_000;
const STOP_MS = 30_000;

const pidFile = (data: string) => path.join(data, "postmaster.pid");

/** What postmaster.pid says about a server that is really alive over this directory. */
export function postmasterOf(data: string): { pid: number; port: number; ready: boolean } | null {
  if (!existsSync(pidFile(data))) return null;
  const lines = readFileSync(pidFile(data), "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid) || !servesFrom(commandLine(pid), data)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Ids are reused after a crash or in a new container: only a Postgres over this very directory counts. */
function servesFrom(command: string, data: string): boolean {
  return (
    command.includes("postgres") && command.split(/[\n ]-D[\n ]/)[1]?.startsWith(data) === true
  );
}

/** Stops a server that a killed start left over this directory, or clears what a dead one left. */
export async function stopOrphan(data: string, binaries: Binaries | null): Promise<void> {
  const orphan = postmasterOf(data);
  if (orphan) return stopServer(orphan.pid, data, binaries);
  if (!existsSync(pidFile(data))) return;
  const pid = Number(readFileSync(pidFile(data), "utf8").split("\n")[0]);
  // Postgres clears a stale file itself, but not when a stranger has the id now. Unless the id is surely
  // no Postgres, the file stays and Postgres refuses: two servers over one directory would destroy it.
  const command = isAlive(pid) ? commandLine(pid) : "none";
  if (command !== "" && !command.includes("postgres")) rmSync(pidFile(data), { force: true });
}

/** Fast shutdown: sessions end, everything is written; harsher only when it hangs. */
async function stopServer(pid: number, data: string, binaries: Binaries | null): Promise<void> {
  if (process.platform === "win32" && binaries) {
    execFileSync(binaries.pgCtl, ["stop", "-m", "fast", "-w", "-D", data], {
      stdio: "ignore",
      env: environment(),
    });
    return;
  }
  for (const name of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    signal(pid, name);
    if (await waitForExit(pid, STOP_MS)) return;
  }
  throw new OperatorError(`The bundled PostgreSQL (process ${pid}) cannot be stopped.`);
}

interface Launch {
  readonly dir: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly user: RunAs | null;
  readonly port: number;
  readonly temporary: boolean;
}

function settings({ port, temporary }: Launch): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    // A failing statement and its DETAIL may hold patient data: the server's log keeps only its own events.
    log_min_messages: "log",
    log_error_verbosity: "terse",
    log_line_prefix: "%m ",
    ...(temporary
      ? {
          fsync: "off",
          synchronous_commit: "off",
          full_page_writes: "off",
          max_connections: 200,
          // Its workers are the superuser's: a database that one is at cannot be dropped by its owner.
          autovacuum: "off",
        }
      : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** With less than one left the server cannot write its log ahead; the reason itself is below our log level. */
const WAL_SEGMENT_BYTES = 16 * 1024 * 1024;
const LOG_LIMIT = 5_000_000;

/** Starts the server and waits until it takes connections. */
export async function launch(options: Launch) {
  const { dir, data, binaries, user, temporary } = options;
  const logFile = path.join(dir, "postgres.log");
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT)
    renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a", 0o600);
  const logStart = statSync(logFile).size;
  // Detached: the terminal's Ctrl-C must not reach the server before the application has stopped.
  const child = spawn(binaries.postgres, ["-D", data, ...settings(options)], {
    ...identity(user),
    cwd: dir,
    env: environment(),
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const newLog = () => readFileSync(logFile).subarray(logStart).toString("utf8");
  let stopping = false;
  const died = new Promise<string>((resolve) => {
    const tell = (how: string) => {
      if (!stopping) resolve(deathSentence(how, newLog(), logFile, dir));
    };
    child.once("error", (error) => tell(error.message));
    child.once("exit", (code, by) => tell(by ? `signal ${by}` : `exit code ${code}`));
  });
  await ready(child, data, died);
  const pid = child.pid as number;
  return {
    pid,
    died,
    async stop() {
      stopping = true;
      if (temporary) signal(pid, "SIGQUIT");
      if (!temporary || !(await waitForExit(pid, STOP_MS))) await stopServer(pid, data, binaries);
    },
  };
}

function deathSentence(how: string, log: string, logFile: string, dir: string): string {
  const { bavail, bsize } = statfsSync(dir);
  if (/No space left on device|Disk quota exceeded/.test(log) || bavail * bsize < WAL_SEGMENT_BYTES)
    return diskFull(dir).message;
  const reason = /(?:FATAL|PANIC): {2}(.+)/.exec(log)?.[1];
  return `The bundled PostgreSQL stopped unexpectedly (${reason ?? how}); its log is ${logFile}.`;
}

async function ready(child: ChildProcess, data: string, died: Promise<string>): Promise<void> {
  let death: string | null = null;
  void died.then((sentence) => {
    death = sentence;
  });
  const until = Date.now() + START_MS;
  for (;;) {
    if (death) throw new OperatorError(death);
    const running = postmasterOf(data);
    if (running?.pid === child.pid && running?.ready) return;
    if (Date.now() > until) {
      if (child.pid) signal(child.pid, "SIGQUIT");
      throw new OperatorError("The bundled PostgreSQL did not become ready within a minute.");
    }
    await delay(15);
  }
}
