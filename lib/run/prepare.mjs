// Plain JavaScript on Node's own modules: it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

const OLDEST_NODE = [20, 20];
const LEAST_FREE_BYTES = 200e6;
const inProject = (...parts) => path.join(PROJECT, ...parts);
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : null);
const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** Ends the program with one sentence. @param {string} sentence @returns {never} */
export function fail(sentence) {
  if (asked) process.exit(130);
  console.error(sentence);
  process.exit(1);
}

/** Refuses a Node that is too old for what follows. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [leastMajor, leastMinor] = OLDEST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  fail(
    `Carryover needs Node.js ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`,
  );
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(PROJECT);
  if (bavail * bsize < LEAST_FREE_BYTES)
    fail(`The disk is full (${PROJECT}): free some space and start again.`);
}

/** Children that are running, so that a signal for us ends them too. */
const children = new Set();
let asked = false;
for (const name of ["SIGINT", "SIGTERM"])
  process.on(name, () => {
    asked = true;
    for (const child of children) child.kill(name);
    if (children.size === 0) process.exit(0);
  });

/** In place of the exit code of a program that a signal ended. */
export const KILLED = -1;

/**
 * Runs a program to its end, sharing the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>} its exit code, or KILLED
 */
export function runProgram(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: PROJECT, stdio: "inherit", ...options });
    children.add(child);
    const ended = (code) => {
      children.delete(child);
      resolve(code ?? KILLED);
    };
    child.once("error", () => ended(1));
    child.once("exit", ended);
  });
}

const quiet = () => ({ ...process.env, NEXT_TELEMETRY_DISABLED: "1" });

/** Whether someone's own `npm ci` or `npm install` already put there what the lock file asks for. */
function alreadyInstalled(lock) {
  const hidden = read(inProject("node_modules", ".package-lock.json"));
  if (hidden === null) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(hidden).packages;
  return Object.entries(wanted).every(([where, entry]) => {
    if (where === "" || entry.extraneous) return true;
    const found = present[where];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

/** Runs npm, the one that started us if there is one. */
async function npm(...args) {
  const script = process.env.npm_execpath;
  const all = [...args, "--include=dev", "--no-audit", "--no-fund"];
  const code = script?.endsWith(".js")
    ? await runProgram(process.execPath, [script, ...all], { env: quiet() })
    : await runProgram("npm", all, { env: quiet(), shell: process.platform === "win32" });
  return code === 0 && !asked;
}

/** Installs what package-lock.json asks for, unless it is there. */
export async function ensureInstalled() {
  const lock = read(inProject("package-lock.json"));
  if (lock === null) fail("package-lock.json is missing: restore it from the repository.");
  const stamp = inProject("node_modules", ".carryover-lock");
  const wanted = sha256(lock);
  if (read(stamp) === wanted) return;
  if (!alreadyInstalled(lock)) {
    checkDisk();
    console.log("Installing dependencies …");
    rmSync(stamp, { force: true });
    // A mirror that lacks other systems' optional packages makes `npm ci` fail, `npm install` does not mind.
    const installed = (await npm("ci")) || (await npm("install", "--no-save"));
    if (!installed) fail("The dependencies could not be installed; npm says why above.");
  }
  writeFileSync(stamp, wanted);
}

const SOURCE_DIRECTORIES = ["app", "lib", "db", "public"];
const NOT_BUILT = new Set([path.join("lib", "run")]);
const ROOT_FILE =
  /^(next\.config|proxy|instrumentation|tsconfig|package-lock)[.\w-]*\.(ts|js|mjs|json)$/;

function* sourceFiles(directory) {
  for (const entry of readdirSync(inProject(directory), { withFileTypes: true })) {
    const relative = path.join(directory, entry.name);
    if (NOT_BUILT.has(relative)) continue;
    if (entry.isDirectory()) yield* sourceFiles(relative);
    else if (entry.isFile()) yield relative;
  }
}

/** One hash over everything the production build depends on. */
function sourceHash() {
  const files = readdirSync(PROJECT).filter((name) => ROOT_FILE.test(name));
  for (const directory of SOURCE_DIRECTORIES)
    if (existsSync(inProject(directory))) files.push(...sourceFiles(directory));
  const hash = createHash("sha256");
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update("\0");
  return hash.digest("hex");
}

/** Builds for production, unless the last finished build was of these very sources. @returns {Promise<boolean>} whether it is built */
export async function ensureBuilt() {
  const stamp = inProject(".next", "carryover-build");
  const wanted = sourceHash();
  if (existsSync(inProject(".next", "BUILD_ID")) && read(stamp) === wanted) return true;
  checkDisk();
  console.log("Building …");
  rmSync(stamp, { force: true });
  const next = inProject("node_modules", "next", "dist", "bin", "next");
  const env = { ...quiet(), NODE_ENV: "production" };
  const code = await runProgram(process.execPath, [next, "build"], { env });
  if (code !== 0) return false;
  mkdirSync(inProject(".next"), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
