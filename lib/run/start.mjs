import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  checkNode,
  ensureBuilt,
  ensureInstalled,
  fail,
  KILLED,
  PROJECT,
  runProgram,
} from "./prepare.mjs";

checkNode();
process.chdir(PROJECT);
const development = process.argv.includes("--dev");
await ensureInstalled();
if (!development && !(await ensureBuilt()))
  fail("The application could not be built; Next.js says why above.");

/** Our parent and its parent: npm starts us through a shell, which survives a killed npm. */
function ancestors() {
  const parent = process.ppid;
  try {
    return `${parent} ${/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, "utf8"))?.[1]}`;
  } catch {
    return String(parent);
  }
}

// A killed npm leaves us to init; then no Ctrl-C reaches us any more, so we stop.
const before = ancestors();
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (ancestors() !== before) process.kill(process.pid, "SIGTERM");
  }, 500).unref();

const code = await runProgram(
  process.execPath,
  ["--import", "tsx", "lib/run/serve.ts", ...process.argv.slice(2)],
  {
    // The channel tells the supervisor when we are killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    // Marks every process of this run, so that a later start can tell ours from strangers.
    env: { ...process.env, CARRYOVER_RUN: randomUUID(), NEXT_TELEMETRY_DISABLED: "1" },
  },
);
if (code === KILLED)
  console.error("Carryover was killed; the next start puts everything in order.");
process.exitCode = code === KILLED ? 1 : code;
