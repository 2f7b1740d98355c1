import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkNode, ensureBuilt, ensureInstalled, fail, PROJECT, runProgram } from "./prepare.mjs";

checkNode();
process.chdir(PROJECT);
await ensureInstalled();

process.env.NEXT_TELEMETRY_DISABLED = "1";
// A zone with a quarter-hour offset, so that a missing time zone shows at once.
process.env.TZ ||= "Asia/Kathmandu";

const reports = mkdtempSync(path.join(tmpdir(), "carryover-reports-"));
const totals = { passed: 0, failed: 0 };

/** A program of a dependency. @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function tool(name, args, env = process.env) {
  const file = path.join(PROJECT, "node_modules", ".bin", name);
  return runProgram(file, args, { env, shell: process.platform === "win32" });
}

/** @param {string} file */
const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** @param {string} name @param {string[]} projects */
async function vitest(name, projects) {
  const file = path.join(reports, `${name}.json`);
  const code = await tool("vitest", [
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const result = report(file);
  totals.passed += result?.numPassedTests ?? 0;
  totals.failed += result?.numFailedTests ?? 0;
  return code;
}

async function browser() {
  const file = path.join(PROJECT, "test-results", "e2e.json");
  rmSync(file, { force: true });
  const { chromiumPath } = await import("../../tests/support/browser.mjs");
  const env = { ...process.env, CHROMIUM_PATH: await chromiumPath() };
  // The browser tests bring their own database; an own one is only for the integration tests.
  for (const name of ["DATABASE_URL", "DATABASE_APP_URL", "TEST_DATABASE_URL"]) delete env[name];
  const code = await tool("playwright", ["test", "-c", "tests/e2e/playwright.config.ts"], env);
  const stats = report(file)?.stats;
  totals.passed += stats?.expected ?? 0;
  totals.failed += (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return code || (stats?.flaky ? 1 : 0);
}

async function types() {
  // Writes next-env.d.ts and the route types, which a fresh clone lacks.
  return (await tool("next", ["typegen"])) || (await tool("tsc", ["--noEmit"]));
}

/** @type {Record<string, { title: string, run: () => Promise<number> }>} */
const STEPS = {
  types: { title: "Types", run: types },
  lint: { title: "Lint and format", run: () => tool("biome", ["check", "."]) },
  unused: { title: "Unused code and dependencies", run: () => tool("knip", []) },
  unit: {
    title: "Unit and architecture tests",
    run: () => vitest("unit", ["unit", "architecture"]),
  },
  library: {
    title: "Library",
    run: () => runProgram(process.execPath, ["--import", "tsx", "lib/run/library-check.ts"]),
  },
  figures: {
    title: "Figures",
    run: () => runProgram(process.execPath, ["--import", "tsx", "lib/run/figures.ts", "--checks"]),
  },
  integration: {
    title: "Integration, access and PDF tests",
    run: () => vitest("integration", ["integration", "access", "pdf"]),
  },
  build: { title: "Production build", run: async () => ((await ensureBuilt()) ? 0 : 1) },
  e2e: { title: "End-to-end tests in Chromium", run: browser },
};

function chosen() {
  const argument = process.argv.slice(2).find((value) => value.startsWith("--only"));
  if (!argument) return Object.keys(STEPS);
  const list = argument.split("=")[1] ?? process.argv[process.argv.indexOf(argument) + 1] ?? "";
  const names = list.split(",").filter(Boolean);
  const unknown = names.find((name) => !STEPS[name]);
  if (unknown !== undefined || names.length === 0)
    fail(`--only takes a list of: ${Object.keys(STEPS).join(", ")}.`);
  return Object.keys(STEPS).filter((name) => names.includes(name));
}

const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** @param {string} name @returns {Promise<boolean>} whether it passed */
async function step(name) {
  const { title, run } = STEPS[name];
  console.log(`\n=== ${title}`);
  const since = Date.now();
  const before = totals.failed;
  const code = await run().catch((error) => {
    console.error(error.message);
    return 1;
  });
  // A file that does not even load has no failed test to count.
  if (code !== 0 && totals.failed === before) totals.failed += 1;
  console.log(`=== ${title}: ${code === 0 ? "passed" : "FAILED"} in ${seconds(since)}`);
  return code === 0;
}

const since = Date.now();
let failure = null;
for (const name of chosen())
  if (!(await step(name))) {
    failure = STEPS[name].title;
    break;
  }
rmSync(reports, { recursive: true, force: true });
console.log(`\n${failure ? `Stopped at: ${failure}` : "Everything passed"} (${seconds(since)})`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = failure ? 1 : 0;
