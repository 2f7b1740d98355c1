import { mkdtempSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { appLogin, databaseName, ensureAppRole, loginUrl } from "@/db/app-role";
import { closeDatabase, inScope } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { exercise } from "@/db/schema/library";
import { seedLibrary } from "@/db/seed/library";
import { type ClinicAccess, clinicAccess, findViewerBySid } from "@/lib/auth/access";
import { searchExercises } from "@/lib/features/library/search-queries";
import { makeClinic, makeStaff } from "@/tests/support/fixtures";
import { fillLibrary } from "./fill-library";
import { type Figure, inTurns, timed } from "./measure";

const SECRET = "a secret of the bench alone, never of a clinic";
const EXERCISES = 10_000;
const ROUNDS = 6;
const WARM_UP = 2;
/** What is typed, letter by letter from the third on. */
const TYPED = ["hamsting", "rodila al pecho", "glute bridge", "knee to chest", "clamshell"];
const QUERIES = TYPED.flatMap((text) =>
  Array.from({ length: text.length - 2 }, (_, i) => text.slice(0, i + 3)),
);

/** A throw-away database with the full library, and a therapist who searches it. */
async function filled(ownerUrl: string): Promise<ClinicAccess> {
  await migrate(ownerUrl);
  const login = appLogin(databaseName(ownerUrl), SECRET);
  await ensureAppRole(ownerUrl, login);
  await seedLibrary(ownerUrl);
  await fillLibrary(ownerUrl, EXERCISES);
  await closeDatabase();
  process.env.DATABASE_APP_URL = loginUrl(ownerUrl, login);
  const { sid } = await makeStaff(await makeClinic());
  const viewer = await findViewerBySid(sid, new Date());
  if (viewer?.kind !== "staff") throw new Error("the bench's therapist cannot sign in");
  return clinicAccess(viewer, "view-library");
}

/** Milliseconds that 95 of 100 stay within. */
async function slowest(works: readonly (() => Promise<unknown>)[]): Promise<number> {
  const times: number[] = [];
  for (const work of works) times.push(await timed(work));
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;
}

/** (g) Search as it is typed in a large library, against a read of one exercise by its key. */
export async function searchFigure(): Promise<Figure> {
  const parent = process.getuid?.() === 0 ? "/var/tmp" : (process.env.TMPDIR ?? "/tmp");
  const cluster = await startEmbedded({
    dir: mkdtempSync(path.join(parent, "carryover-bench-")),
    temporary: true,
  });
  try {
    const access = await filled(cluster.ownerUrl);
    const searches = QUERIES.map((text) => () => searchExercises(access, { text }));
    const reads = QUERIES.map(
      () => () =>
        inScope(access.scope, (tx) =>
          tx.select().from(exercise).where(eq(exercise.slug, "bridge")),
        ),
    );
    for (let i = 0; i < WARM_UP; i++) for (const work of [...searches, ...reads]) await work();
    const { a, b } = await inTurns(
      ROUNDS,
      () => slowest(searches),
      () => slowest(reads),
    );
    return {
      name: "search as you type, 95th percentile",
      measured: `${a.toFixed(2)} ms among ${EXERCISES.toLocaleString("en")} exercises`,
      floor: `${b.toFixed(2)} ms, one exercise by its key`,
      value: a / b,
      target: { atMost: 4 },
      unit: "",
    };
  } finally {
    await closeDatabase();
    await cluster.stop();
  }
}
