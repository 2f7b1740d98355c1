import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "@/tests/support/product";

/** A bare Next.js of the product's own version, beside it so that it finds the same packages. */
const FOLDER = path.resolve(".next-bench-floor");
const NEXT = path.resolve("node_modules/next/dist/bin/next");
const READY_MS = 60_000;

const FILES: Record<string, string> = {
  "package.json": `{ "name": "floor", "private": true, "type": "module" }`,
  "next.config.js": `export default { turbopack: { root: ${JSON.stringify(path.resolve("."))} } };`,
  "app/layout.js": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.js": `import { readFileSync } from "node:fs";
import { connection } from "next/server";
const text = () => (globalThis.floorText ??= readFileSync(process.env.FLOOR_TEXT, "utf8"));
export default async function Page() {
  await connection();
  return <p>{text()}</p>;
}`,
  "app/api/rows/route.js": `import postgres from "postgres";
const sql = () => (globalThis.floorSql ??= postgres(process.env.FLOOR_DB, { max: 10 }));
const SESSION = ["clinic_id", "id", "patient_id", "root_id", "plan_id", "version_id", "occurred_at",
  "typed_at", "zone", "local_on", "source", "pain_before_nrs", "pain_after_nrs", "note"];
const EXERCISE = ["clinic_id", "session_log_id", "prescribed_id", "patient_id", "outcome", "sets_done",
  "reps_done", "hold_seconds_done", "pain_worst_nrs", "effort"];
export async function POST(request) {
  const { clinicId, planId, patientId, items: [s] } = await request.json();
  const session = { clinic_id: clinicId, id: s.id, patient_id: patientId, root_id: s.rootId, plan_id: planId,
    version_id: s.versionId, occurred_at: s.occurredAt, typed_at: s.typedAt, zone: s.zone,
    local_on: s.occurredAt.slice(0, 10), source: "live", pain_before_nrs: s.painBefore,
    pain_after_nrs: s.painAfter, note: s.note };
  const exercises = s.exercises.map((e) => ({ clinic_id: clinicId, session_log_id: s.id,
    prescribed_id: e.prescribedId, patient_id: patientId, outcome: e.outcome, sets_done: e.setsDone,
    reps_done: e.repsDone, hold_seconds_done: e.holdSecondsDone, pain_worst_nrs: e.painWorst, effort: e.effort }));
  await sql().begin((tx) => [
    tx\`insert into floor_session_log \${tx([session], SESSION)}\`,
    tx\`insert into floor_exercise_log \${tx(exercises, EXERCISE)}\`,
  ]);
  return Response.json({ ok: true });
}`,
};

function run(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [NEXT, ...args], {
    cwd: FOLDER,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_DIST: "",
      ...env,
    },
  });
}

async function untilReady(origin: string): Promise<void> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if ((await fetch(origin).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the floor's server did not start");
}

export interface FloorApp {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Builds and starts the floor: a route handler that inserts a session's rows and nothing else, and a page
 * that shows `text`. It connects with `databaseUrl`.
 */
export async function startFloorApp(databaseUrl: string, text: string): Promise<FloorApp> {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(FOLDER, name)), { recursive: true });
    writeFileSync(path.join(FOLDER, name), content);
  }
  const textFile = path.join(FOLDER, "text");
  writeFileSync(textFile, text);
  const [code] = await once(run(["build"], {}), "exit");
  if (code !== 0) throw new Error("the floor could not be built");
  const port = String(await freePort());
  const env = { FLOOR_DB: databaseUrl, FLOOR_TEXT: textFile };
  const child = run(["start", "-H", "127.0.0.1", "-p", port], env);
  const stop = async () => {
    if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
    rmSync(FOLDER, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin).catch(async (error) => {
    await stop();
    throw error;
  });
  return { origin, stop };
}
