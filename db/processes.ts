import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !isZombie(pid);
}

/** In a container without an init a dead orphan stays in the table for ever. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

function fromProc(pid: number, file: "cmdline" | "environ"): string {
  return readFileSync(`/proc/${pid}/${file}`, "utf8").replaceAll("\0", "\n");
}

function fromPs(pid: number, format: string): string {
  return execFileSync("ps", [format, "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
}

/** The command line of a process, or an empty string when it cannot be read. */
export function commandLine(pid: number): string {
  try {
    return process.platform === "linux" ? fromProc(pid, "cmdline") : fromPs(pid, "-ww");
  } catch {
    return "";
  }
}

/** Whether the process was started with this `NAME=value` in its environment: process ids are reused, marks are not. */
export function carriesMark(pid: number, mark: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return (process.platform === "linux" ? fromProc(pid, "environ") : fromPs(pid, "eww")).includes(
      mark,
    );
  } catch {
    return false;
  }
}

/** Waits until the process is gone; false when it still lives after `milliseconds`. */
export async function waitForExit(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await delay(20);
  }
  return true;
}

/** Sends a signal to a process, or to its group with a negative id; a process already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
