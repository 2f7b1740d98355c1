import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { expect, it } from "vitest";
import { MIGRATIONS, migrate } from "@/db/migrate";
import { keysOfClinic, searchRow } from "@/lib/domain/library/search-keys";
import { factWords } from "@/lib/domain/library/search-words";
import { emptyDatabase } from "@/tests/support/database";

const CLINIC = "0191d3a8-7a10-7000-8000-00000000c1c1";
const PERSON = "0191d3a8-7a10-7000-8000-00000000b0b0";
const EXERCISE = "0191d3a8-7a10-7000-8000-00000000e0e0";

const exercise = {
  regions: ["knee"],
  positions: ["standing"],
  equipment: ["band"],
  kind: "strength",
  traits: [],
  ready: true,
  recommended: true,
  text: {
    en: { name: "Wall push with a band", aliases: ["The doorway push"] },
    es: { name: "Empuje de pared con banda", aliases: [] },
  },
} as const;

/** The row as the release before wrote it. */
const earlier = {
  slug: EXERCISE,
  clinic_id: CLINIC,
  created_by: PERSON,
  only_for: null,
  ready: true,
  recommended: true,
  trait_count: 0,
  facets: searchRow(exercise).facets,
  name_en: "Wall push with a band",
  name_es: "Empuje de pared con banda",
  names: "| wall push with a band | empuje de pared con banda |",
  telling_names: "| wall push band | empuje pared banda |",
  aliases: "| the doorway push |",
  telling_aliases: "| doorway push |",
  facts: factWords(exercise).join(" "),
};

it("what clinics made before is found by the same keys as what they make now", async () => {
  const database = await emptyDatabase();
  const directory = mkdtempSync(path.join(tmpdir(), "carryover-migrations-"));
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    for (const name of readdirSync(MIGRATIONS).filter((name) => name < "0008"))
      cpSync(path.join(MIGRATIONS, name), path.join(directory, name));
    await migrate(database.ownerUrl, directory);
    await sql`alter table exercise_search drop constraint exercise_search_slug_fkey`;
    await sql`alter table exercise_search drop constraint exercise_search_clinic_id_fkey`;
    await sql`alter table exercise_search no force row level security`;
    await sql`insert into exercise_search ${sql(earlier)}`;
    await sql`alter table exercise_search force row level security`;
    await migrate(database.ownerUrl);
    const [row] = await sql<
      { keys: string[] }[]
    >`select keys from exercise_search where slug = ${EXERCISE}`;
    expect(row?.keys.toSorted()).toEqual(keysOfClinic(CLINIC, searchRow(exercise).keys).toSorted());
  } finally {
    await sql.end({ timeout: 5 });
    await database.drop();
    rmSync(directory, { recursive: true });
  }
});
