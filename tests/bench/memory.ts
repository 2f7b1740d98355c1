import { execFileSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import type { Figure } from "./measure";

const SETTLE_MS = 30_000;

/** Kilobytes that a process and its descendants hold in memory. */
function residentKb(root: number): number {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    const more = rows.filter(([pid, parent]) => family.has(parent) && !family.has(pid));
    for (const [pid] of more) family.add(pid);
    grown = more.length > 0;
  }
  return rows.reduce((sum, [pid, , rss]) => sum + (family.has(pid) ? rss : 0), 0);
}

/** (e) Resident memory of the server 30 seconds after the load. */
export async function memoryFigure(pid: number): Promise<Figure> {
  await delay(SETTLE_MS);
  const megabytes = residentKb(pid) / 1024;
  return {
    name: "server's memory after it",
    measured: `${megabytes.toFixed(0)} MB`,
    floor: "30 s later",
    value: megabytes,
    target: { atMost: 400 },
    unit: "MB",
  };
}
