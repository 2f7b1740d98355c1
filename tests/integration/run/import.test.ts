import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exercise } from "@/db/schema/library";
import { importsOf } from "@/lib/features/library/import/import-queries";
import { makeClinic, makeStaff, type TestClinic, type TestStaff } from "@/tests/support/fixtures";
import { FREE_EXERCISES } from "@/tests/support/free-exercise-sample";

const folder = mkdtempSync(path.join(tmpdir(), "carryover-import-"));
afterAll(() => rmSync(folder, { recursive: true }));

let clinic: TestClinic;
let therapist: TestStaff;

beforeAll(async () => {
  clinic = await makeClinic({ name: `Import Physio ${newId()}` });
  therapist = await makeStaff(clinic, "therapist");
});

function fileOf(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** The command as an operator runs it, on the database of `inScope`. */
function run(...args: string[]) {
  const appUrl = process.env.DATABASE_APP_URL ?? "";
  const url = new URL(inject("testServer").adminUrl);
  url.pathname = new URL(appUrl).pathname;
  const command = spawnSync(process.execPath, ["--import", "tsx", "lib/run/import.ts", ...args], {
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "test",
      DATABASE_URL: url.href,
      DATABASE_APP_URL: appUrl,
    },
    encoding: "utf8",
    timeout: 25_000,
  });
  return { code: command.status, printed: command.stdout, said: command.stderr.trim() };
}

const as = (who = therapist) => ["--clinic", clinic.name.toUpperCase(), "--as", who.email];
const count = () =>
  inScope({ clinicId: clinic.clinicId }, (tx) =>
    tx.$count(exercise, eq(exercise.clinicId, clinic.clinicId)),
  );

test("says what would happen, then does it, then finds nothing left to do", async () => {
  const file = fileOf("sample.json", JSON.stringify(FREE_EXERCISES));
  const dry = run(file, ...as(), "--dry-run");
  expect(dry).toMatchObject({ code: 0, said: "" });
  expect(dry.printed).toContain('equipment: "other" (1) is unknown and left out');
  expect(dry.printed).toContain("To import: 4. Duplicates: 0. With problems: 0.");
  expect(await count()).toBe(0);

  const report = path.join(folder, "report.csv");
  const done = run(file, ...as(), "--source", "Sample", "--licence", "CC0", "--report", report);
  expect(done.code).toBe(0);
  expect(done.printed).toContain("Imported 4 of 4");
  expect(await count()).toBe(4);
  expect(readFileSync(report, "utf8")).toContain('"1","Loaded hip hinge","imported"');
  const access = therapist.access("edit-library");
  expect(await importsOf(access)).toMatchObject([
    { sourceName: "Sample", licence: "CC0", imported: 4, byName: therapist.name },
  ]);

  const again = run(file, ...as());
  expect(again.printed).toContain("There was nothing to import.");
  expect(await count()).toBe(4);
});

test("a column is taken as it was said", async () => {
  const file = fileOf("german.csv", "Titel;Beschreibung\nWandsitz;Rutschen Sie hinunter.\n");
  const guessed = run(file, ...as());
  expect(guessed).toMatchObject({ code: 1, said: expect.stringContaining("holds the name") });
  const told = run(file, ...as(), "--map", "Titel=name", "--map", "Beschreibung=setup");
  expect(told.printed).toContain("Beschreibung: setup");
  expect(told.code).toBe(0);
});

test("rows with problems stop everything until they are left out", async () => {
  const before = await count();
  const file = fileOf("faulty.csv", "name,reps\nGood,5\nBad,8-12\n");
  const stopped = run(file, ...as());
  expect(stopped.code).toBe(1);
  expect(stopped.printed).toContain("row 3  Bad  reps: Write one whole number from 1 to 200.");
  expect(stopped.said).toContain("Nothing was imported");
  expect(await count()).toBe(before);
  expect(run(file, ...as(), "--leave-out-faulty").code).toBe(0);
  expect(await count()).toBe(before + 1);
});

test("what cannot be is a sentence and no stack", async () => {
  const desk = await makeStaff(clinic, "front_desk");
  const stranger = await makeStaff(await makeClinic({ name: "Elsewhere" }), "owner");
  const file = fileOf("one.csv", "name\nA new one\n");
  const broken = fileOf("broken.json", '[{"name":"A"},');
  for (const [args, sentence] of [
    [[], /^npm run -s import -- FILE/],
    [[file, "--wat"], /Unknown option '--wat'/],
    [[path.join(folder, "none.csv"), ...as()], /^There is no file /],
    [[broken, ...as()], /^The file is incomplete/],
    [[file, ...as(desk)], /role may not change the library/],
    [[file, ...as(stranger)], /does not work at a clinic called/],
    [[file, "--clinic", clinic.name, "--as", "x@x.example"], /^Nobody signs in/],
    [[file, ...as(), "--map", "name=magic"], /^There is no field "magic"/],
    [[file, ...as(), "--map", "nom=name"], /^The file has no column "nom"/],
    [[file, ...as(), "--kind", "magic"], /^Choose a kind/],
  ] as const) {
    const { code, said } = run(...args);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  }
  expect(
    await inScope({ clinicId: stranger.clinicId }, (tx) =>
      tx.$count(exercise, eq(exercise.clinicId, stranger.clinicId)),
    ),
  ).toBe(0);
}, 120_000);
