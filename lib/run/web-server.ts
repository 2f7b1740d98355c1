import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { OperatorError } from "../../db/operator-error";
import { signal, waitForExit } from "../../db/processes";
import type { Settings } from "./settings";

/** The running Next.js server. */
export interface WebServer {
  readonly pid: number;
  /** Resolves with one sentence if it ends without `stop` having been asked for. */
  readonly died: Promise<string>;
  /** Waits until it answers for itself and its database. Fails with an `OperatorError`. */
  healthy(stopping: () => boolean): Promise<void>;
  /** Lets requests that are being answered finish. */
  stop(): Promise<void>;
}

const STOP_MS = 10_000;
const HEALTHY_MS = { start: 60_000, dev: 180_000 };
const BANNER =
  /^\s*(▲ Next\.js|- (Local|Network|Environments):|✓ (Starting|Ready|Running next\.config))/;

/** Starts Next.js with this environment and nothing of the database's own login. */
export function startWeb(settings: Settings, environment: NodeJS.ProcessEnv): WebServer {
  const mode = settings.development ? "dev" : "start";
  const next = path.join(settings.project, "node_modules", "next", "dist", "bin", "next");
  const preload = path.join(settings.project, "lib", "run", "with-parent.mjs");
  const address = ["-H", settings.host, "-p", String(settings.port)];
  const child = spawn(process.execPath, ["--import", preload, next, mode, ...address], {
    cwd: settings.project,
    env: { ...environment, CARRYOVER_SUPERVISOR: String(process.pid) },
    // The open pipe on standard input tells it that we live; detached, so that Ctrl-C reaches us alone.
    stdio: ["pipe", settings.development ? "inherit" : "pipe", "inherit"],
    detached: process.platform !== "win32",
  });
  const pid = child.pid;
  if (!pid) throw new OperatorError("The web server could not be started.");
  child.stdout?.on("data", withoutBanner);
  let stopping = false;
  let dead = false;
  const died = new Promise<string>((resolve) => {
    child.once("exit", (code, by) => {
      dead = true;
      if (!stopping) resolve(`The web server stopped unexpectedly (${by ?? `exit code ${code}`}).`);
    });
  });
  return {
    pid,
    died,
    async healthy(asked) {
      const until = Date.now() + HEALTHY_MS[mode];
      let answer = "it does not answer";
      while (!dead && !asked()) {
        const state = await health(settings);
        if (state === null) return;
        answer = state;
        if (Date.now() > until)
          throw new OperatorError(`The web server did not become ready: ${answer}.`);
        await delay(40);
      }
      if (dead) throw new OperatorError(await died);
    },
    async stop() {
      stopping = true;
      if (dead) return;
      signal(pid, "SIGTERM");
      if (!(await waitForExit(pid, STOP_MS))) killTree(child);
    },
  };
}

/** Our own summary tells address and sign-ins; Next's lines about itself would only repeat them. */
function withoutBanner(chunk: Buffer): void {
  const lines = chunk.toString("utf8").split(/(?<=\n)/);
  process.stdout.write(lines.filter((line) => !BANNER.test(line)).join(""));
}

/** `next dev` has a child of its own, so the whole group goes. */
function killTree(child: ChildProcess): void {
  if (child.pid && process.platform !== "win32") signal(-child.pid, "SIGKILL");
  else child.kill("SIGKILL");
}

/** Null when healthy, else what it said. */
async function health({ host, port }: Settings): Promise<string | null> {
  const wildcard: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "[::1]" };
  const name = wildcard[host] ?? (host.includes(":") ? `[${host}]` : host);
  try {
    const response = await fetch(`http://${name}:${port}/api/health`, {
      signal: AbortSignal.timeout(10_000),
    });
    const body = await response.text();
    return response.ok ? null : `it answers ${response.status} ${body.slice(0, 200)}`;
  } catch {
    return "it does not answer";
  }
}
