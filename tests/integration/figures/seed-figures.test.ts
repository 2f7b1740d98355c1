import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, inScope } from "@/db/client";
import { type BakeFigures, bakeInThreads } from "@/db/seed/bake-figures";
import { seedLibrary } from "@/db/seed/library";
import { exerciseDetail } from "@/lib/features/library/queries";
import { searchExercises } from "@/lib/features/library/search-queries";
import { planDocuments, planDocumentsInAll } from "@/lib/features/plans/document-queries";
import { exercisesNow } from "@/lib/features/plans/exercise-queries";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { sampleArt } from "@/tests/support/figure-art";
import { line, makePlan, publishLines } from "../plans/plan-setup";

const common = process.env.DATABASE_APP_URL;
let database: TestDatabase;
let owner: Sql;
let home: string;
let drawn: string[];

/** Draws a box of the height that the poses say; cannot draw a negative one. */
const bake: BakeFigures = async (jobs) => {
  drawn.push(...jobs.map(({ slug }) => slug));
  return jobs.map(({ slug, source }) => {
    const { height } = source as { height: number };
    if (height > 0) return { slug, art: sampleArt(height) };
    return { slug, problem: `${slug}, end, right knee: 12 cm out of reach` };
  });
};

const folder = () => path.join(home, "figures");
const cache = () => path.join(home, "cache");
const pose = (slug: string, source: unknown) =>
  writeFileSync(path.join(folder(), `${slug}.json`), JSON.stringify(source));
const seed = (change = {}) =>
  seedLibrary(database.ownerUrl, { folder: folder(), cache: cache(), bake, ...change });

const figures = () => owner<{ id: string; height: number }[]>`
  select id, (art -> 'box' ->> 'height')::int as height from figure order by height`;
/** As a database that has never had any. */
async function forgetFigures() {
  await owner`update exercise set figure_id = null, figure_made_from = null`;
  await owner`delete from figure`;
}

const figureIdOf = async (slug: string) => {
  const [row] = await owner<{ id: string | null }[]>`
    select figure_id as id from exercise where slug = ${slug}`;
  return row?.id ?? null;
};

beforeEach(async () => {
  database = await testDatabase();
  await closeDatabase();
  process.env.DATABASE_APP_URL = database.appUrl;
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  home = mkdtempSync(path.join(tmpdir(), "carryover-figures-"));
  mkdirSync(folder());
  drawn = [];
  await forgetFigures();
});

afterEach(async () => {
  rmSync(home, { recursive: true, force: true });
  await closeDatabase();
  process.env.DATABASE_APP_URL = common;
  await owner.end();
  await database.drop();
});

describe("seeding the pictures", () => {
  it("draws each once, and leaves an exercise without poses without a picture", async () => {
    pose("cat-cow", { height: 50 });
    pose("single-knee-to-chest", { height: 70 });
    await seed();
    const before = await figures();
    expect(before.map(({ height }) => height)).toEqual([50, 70]);
    expect(await figureIdOf("cat-cow")).toBe(before[0]?.id);
    expect(await figureIdOf("pelvic-tilt")).toBeNull();
    await seed();
    expect(await figures()).toEqual(before);
    expect(drawn.toSorted()).toEqual(["cat-cow", "single-knee-to-chest"]);
  });

  it("takes poses that are only written differently for the same", async () => {
    pose("cat-cow", { height: 50, camera: [0, 8] });
    await seed();
    writeFileSync(
      path.join(folder(), "cat-cow.json"),
      '{\r\n  "camera": [0, 8.0],\r\n  "height": 50\r\n}\r\n',
    );
    await seed();
    expect(drawn).toEqual(["cat-cow"]);
  });

  it("draws a changed pose alone; the earlier picture stays", async () => {
    pose("cat-cow", { height: 50 });
    pose("single-knee-to-chest", { height: 70 });
    await seed();
    drawn = [];
    pose("cat-cow", { height: 55 });
    await seed();
    expect(drawn).toEqual(["cat-cow"]);
    const rows = await figures();
    expect(rows.map(({ height }) => height)).toEqual([50, 55, 70]);
    expect(await figureIdOf("cat-cow")).toBe(rows[1]?.id);
  });

  it("takes back the picture of an exercise whose poses are gone", async () => {
    pose("cat-cow", { height: 50 });
    await seed();
    rmSync(path.join(folder(), "cat-cow.json"));
    await seed();
    expect(await figureIdOf("cat-cow")).toBeNull();
    expect(await figures()).toHaveLength(1);
  });

  it("another database takes them from the disk; what is cut short there is drawn again", async () => {
    pose("cat-cow", { height: 50 });
    await seed();
    await forgetFigures();
    await seed();
    expect(drawn).toEqual(["cat-cow"]);
    expect(await figures()).toHaveLength(1);

    const [kept] = readdirSync(cache());
    for (const broken of ["", '{"id":"x"', JSON.stringify({ id: "x", art: sampleArt(1) })]) {
      writeFileSync(path.join(cache(), kept!), broken);
      await owner`update exercise set figure_id = null, figure_made_from = null`;
      await seed();
    }
    expect(drawn).toEqual(["cat-cow", "cat-cow", "cat-cow", "cat-cow"]);
    expect((await figures()).map(({ height }) => height)).toEqual([50]);
  });

  it("does without the disk where nothing can be written", async () => {
    pose("cat-cow", { height: 50 });
    writeFileSync(path.join(home, "file"), "");
    await seed({ cache: path.join(home, "file") });
    expect(await figures()).toHaveLength(1);
  });

  it.each([
    ["cannot be drawn", "cat-cow", '{"height":-1}', "cat-cow, end, right knee: 12 cm out of reach"],
    ["is not JSON", "cat-cow", '{"height":', "figure of cat-cow: "],
    [
      "belongs to no exercise",
      "cow-cat",
      "{}",
      "figure of cow-cat: the library has no such exercise",
    ],
  ])("fails the whole when one %s, and changes nothing", async (_, slug, text, message) => {
    pose("single-knee-to-chest", { height: 70 });
    writeFileSync(path.join(folder(), `${slug}.json`), text);
    await expect(seed()).rejects.toThrow(message);
    expect(await figures()).toEqual([]);
    expect(await figureIdOf("single-knee-to-chest")).toBeNull();
  });
});

describe("the engine in its threads", () => {
  it("draws what it can, and says of the rest which exercise and what", async () => {
    const raised = { name: "end", arms: { both: { shoulder: [90, 5, 0] } } };
    const standing = { base: "standing", poses: [{ name: "start" }, raised] };
    const baked = await bakeInThreads([
      { slug: "cat-cow", source: { ...standing, poses: [{ name: "start" }] } },
      { slug: "pelvic-tilt", source: standing },
      { slug: "bird-dog", source: null },
    ]);
    const of = (slug: string) => baked.find((one) => one.slug === slug);
    expect(of("pelvic-tilt")).toMatchObject({ art: { format: 1 } });
    expect(of("cat-cow")).toEqual({
      slug: "cat-cow",
      problem: expect.stringMatching(/^cat-cow: .*two to four key poses/),
    });
    expect(of("bird-dog")).toMatchObject({ problem: expect.stringMatching(/^bird-dog: /) });
  });
});

describe("a published plan", () => {
  async function documentOf(
    { access, clinicId }: Awaited<ReturnType<typeof makePlan>>,
    versionId: string,
  ) {
    const wanted = { clinicId, versionIds: [versionId], locale: "en", origin: "x" } as const;
    const [document] = await inScope(access.scope, (tx) => planDocuments(tx, wanted));
    return document!;
  }

  it("keeps the picture that it was published with", async () => {
    pose("cat-cow", { height: 50 });
    await seed();
    const plan = await makePlan();
    const lines = [line("cat-cow"), line("pelvic-tilt")];
    const first = await publishLines(plan.access, plan.planId, 1, lines);

    pose("cat-cow", { height: 55 });
    await seed();
    const [old, now] = await figures();
    const { exercises } = await documentOf(plan, first.versionId);
    expect(exercises[0]?.figureId).toBe(old?.id);
    expect(exercises[0]?.figure).toEqual({
      format: 1,
      box: sampleArt(50).box,
      poses: sampleArt(50).poses,
    });
    expect(exercises[1]).toMatchObject({ figureId: null, figure: null });

    const changed = [{ ...lines[0]!, cue: "Slowly" }, lines[1]!];
    const second = await publishLines(plan.access, plan.planId, first.revision, changed);
    const later = await documentOf(plan, second.versionId);
    expect(later.exercises[0]?.figureId).toBe(now?.id);
    expect(later.exercises[0]?.figure?.box.height).toBe(55);
    expect((await documentOf(plan, first.versionId)).exercises[0]?.figureId).toBe(old?.id);
  });

  it("goes to the phone with the picture's name alone", async () => {
    pose("cat-cow", { height: 50 });
    await seed();
    const { access, planId, clinicId } = await makePlan();
    const { versionId } = await publishLines(access, planId, 1, [line("cat-cow")]);
    const documents = await inScope(access.scope, (tx) =>
      planDocumentsInAll(tx, { clinicId, versionIds: [versionId], origin: "x" }),
    );
    const [picture] = await figures();
    for (const locale of ["en", "es"] as const) {
      const exercise = documents[locale][0]?.exercises[0];
      expect(exercise?.figureId).toBe(picture?.id);
      expect(exercise).not.toHaveProperty("figure");
    }
  });

  it("library and builder name the picture of today", async () => {
    pose("cat-cow", { height: 50 });
    await seed();
    const { therapist } = await makePlan();
    const access = therapist.access("view-library");
    const [row] = await figures();
    const found = await searchExercises(access, { text: "cat cow" });
    const words = await exercisesNow(access, { slugs: ["cat-cow"], locale: "es" });
    expect([
      found.items.find(({ slug }) => slug === "cat-cow")?.figureId,
      (await exerciseDetail(access, "cat-cow")).figureId,
      words["cat-cow"]?.words.figureId,
    ]).toEqual([row?.id, row?.id, row?.id]);
    expect((await exerciseDetail(access, "pelvic-tilt")).figureId).toBeNull();
  });
});
