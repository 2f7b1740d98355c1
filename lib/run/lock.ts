import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { writePrivate } from "../../db/embedded-keys";
import { OperatorError } from "../../db/operator-error";
import { carriesMark, isAlive, signal, waitForExit } from "../../db/processes";

interface Holder {
  readonly pid: number;
  readonly launcher: number;
  readonly mark: string;
  readonly address: string;
  /** The web server, once it was started. */
  readonly web?: number;
}

/** The right to run over a data directory; one supervisor at a time. */
export interface Lock {
  /** Notes the web server, so that a later start can end it if we are killed. */
  noteWeb(pid: number): void;
  release(): void;
}

const CHANGE_OF_MIND_MS = 2_000;
const STOP_MS = 45_000;

/**
 * Takes the lock `name` of the data directory. What a killed run left behind is stopped first; a run that
 * is well keeps it, and we fail with an `OperatorError`.
 */
export async function takeLock(
  directory: string,
  name: string,
  own: { mark: string; address: string },
): Promise<Lock> {
  const file = path.join(directory, `${name}.json`);
  const before = readHolder(file);
  if (before) {
    await waitForEnd(before);
    await stopWeb(before);
    rmSync(file, { force: true });
  }
  let holder: Holder = { pid: process.pid, launcher: process.ppid, ...own };
  try {
    writeFileSync(file, JSON.stringify(holder), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new OperatorError("Another start of Carryover was a moment faster.");
  }
  return {
    noteWeb(web) {
      holder = { ...holder, web };
      writePrivate(file, JSON.stringify(holder));
    },
    release: () => rmSync(file, { force: true }),
  };
}

function readHolder(file: string): Holder | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** A supervisor whose launcher was killed is stopping by itself: that is worth waiting for. */
async function waitForEnd({ pid, launcher, mark, address }: Holder): Promise<void> {
  const running = () => pid !== process.pid && carriesMark(pid, mark);
  const until = Date.now() + STOP_MS;
  const decided = Date.now() + CHANGE_OF_MIND_MS;
  while (running()) {
    const stopping = !isAlive(launcher);
    if (Date.now() > until || (!stopping && Date.now() > decided))
      throw new OperatorError(
        `Carryover already runs here (process ${pid}) at ${address}: stop it first.`,
      );
    await delay(50);
  }
}

async function stopWeb({ web, mark }: Holder): Promise<void> {
  if (!web || !carriesMark(web, mark)) return;
  for (const name of ["SIGTERM", "SIGKILL"] as const) {
    signal(web, name);
    if (await waitForExit(web, 5_000)) return;
  }
}
