import { mkdtempSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { appLogin, databaseName, ensureAppRole, loginUrl } from "@/db/app-role";
import { closeDatabase, inScope } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { exercise } from "@/db/schema/library";
import { seedLibrary } from "@/db/seed/library";
import { type ClinicAccess, clinicAccess, findViewerBySid } from "@/lib/auth/access";
import { searchExercises } from "@/lib/features/library/search-queries";
import { makeClinic, makeStaff } from "@/tests/support/fixtures";
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

/** Copies of the library with a made-up word in each name, until there are as many as asked for. */
async function fill(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`
    create temp table copy as
      select e.slug as of, e.slug || '-' || n as slug, substr(md5(e.slug || n), 1, 8) as word
      from exercise e cross join generate_series(1, ${EXERCISES}) n
      order by n, e.slug limit ${EXERCISES} - (select count(*) from exercise);
    create temp table new_exercise as select e.* from exercise e where false;
    insert into new_exercise select (jsonb_populate_record(e, jsonb_build_object('slug', c.slug))).*
      from copy c join exercise e on e.slug = c.of;
    insert into exercise select * from new_exercise;
    insert into exercise_text select (jsonb_populate_record(t, jsonb_build_object('slug', c.slug,
        'name', t.name || ' ' || c.word))).*
      from copy c join exercise_text t on t.slug = c.of;
    insert into exercise_search
      select c.slug, s.clinic_id, s.created_by, s.only_for, s.ready, s.recommended, s.trait_count, s.facets,
        s.name_en || ' ' || c.word, s.name_es || ' ' || c.word,
        array(select k from unnest(s.keys) k where left(k, 1) not in ('=', '%')) || ('.' || c.word) || (':' || c.word)
          || array(select m || left(c.word, n) from unnest(array['', '-', '+']) m, generate_series(1, length(c.word)) n)
      from copy c join exercise_search s on s.slug = c.of;
    insert into search_word select distinct c.word, null::uuid, c.word from copy c;
    analyze`);
  await sql.unsafe("vacuum analyze exercise_search");
  await sql.end({ timeout: 5 });
}

/** A throw-away database with the full library, and a therapist who searches it. */
async function filled(ownerUrl: string): Promise<ClinicAccess> {
  await migrate(ownerUrl);
  const login = appLogin(databaseName(ownerUrl), SECRET);
  await ensureAppRole(ownerUrl, login);
  await seedLibrary(ownerUrl);
  await fill(ownerUrl);
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
