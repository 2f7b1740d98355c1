import { existsSync, readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exercise, exerciseImport, exerciseSearch, exerciseText } from "@/db/schema/library";
import { draftExercise } from "@/db/schema/plan";
import { clinicAccess } from "@/lib/auth/access";
import { LIMITS, takeTry } from "@/lib/auth/throttle";
import { Conflict, Invalid, NotFound, Refused, SignedOut, Throttled } from "@/lib/errors/app-error";
import { exerciseToEdit } from "@/lib/features/library/edit-queries";
import { importExercises, type Progress } from "@/lib/features/library/import/import-exercises";
import { importsOf } from "@/lib/features/library/import/import-queries";
import { importUploaded } from "@/lib/features/library/import/import-upload";
import { previewImport } from "@/lib/features/library/import/preview-import";
import { withdrawImport } from "@/lib/features/library/import/withdraw-import";
import { searchExercises } from "@/lib/features/library/search-queries";
import { updateExercise } from "@/lib/features/library/update-exercise";
import { auditTrail } from "@/tests/support/audit-trail";
import { makeClinic, makePatient, makeStaff, type TestStaff } from "@/tests/support/fixtures";
import { FREE_EXERCISE_FILE, FREE_EXERCISES } from "@/tests/support/free-exercise-sample";
import { makeHouse } from "@/tests/support/house";
import { bytesOf } from "@/tests/support/import-file";
import { makePlan } from "../plans/plan-setup";

const NOW = new Date("2026-11-30T12:00:00Z");
const SAMPLE = JSON.stringify(FREE_EXERCISES);
const QUIET = { tell: () => {} };

let staff: TestStaff;

beforeEach(async () => {
  staff = await makeStaff(await makeClinic(), "therapist");
});

const take = (
  content: string | Uint8Array,
  more: object = {},
  who = staff,
  progress: Progress = QUIET,
) =>
  importExercises(
    who.access("edit-library"),
    { sourceName: "A set", ...more },
    bytesOf(content),
    progress,
    NOW,
  );
const preview = (content: string, more: object = {}, who = staff) =>
  previewImport(who.access("edit-library"), more, bytesOf(content));
const withdraw = (importId: unknown, who = staff) =>
  withdrawImport(who.access("edit-library"), { importId }, NOW);
const find = (text: string, who = staff) =>
  searchExercises(who.access("view-library"), { text, scope: "clinic" });

async function failureOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const failure = await work.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Invalid);
  return { ...(failure as Invalid).fieldErrors };
}

/** Everything that an import may leave behind in the clinic. */
const left = ({ clinicId }: TestStaff) =>
  inScope({ clinicId }, async (tx) => ({
    exercises: await tx.$count(exercise, eq(exercise.clinicId, clinicId)),
    texts: await tx.$count(exerciseText, eq(exerciseText.clinicId, clinicId)),
    searched: await tx.$count(exerciseSearch, eq(exerciseSearch.clinicId, clinicId)),
    imports: await tx.$count(exerciseImport, eq(exerciseImport.clinicId, clinicId)),
    audited: (await auditTrail(clinicId, "library.import")).length,
  }));
const NOTHING = { exercises: 0, texts: 0, searched: 0, imports: 0, audited: 0 };

describe("importing", () => {
  test("brings everything in, found, marked, not ready, with where it is from, and audited", async () => {
    const result = await take(SAMPLE, { licence: "Public domain" });
    expect(result.counts).toEqual({ read: 4, import: 4, duplicate: 0, faulty: 0 });
    const { items } = await find("loaded hip hinge");
    expect(items[0]).toMatchObject({
      name: "Loaded hip hinge",
      ready: false,
      origin: "import",
      regions: ["knee", "hip"],
      equipment: ["barbell"],
      traits: [],
    });
    const rows = await inScope({ clinicId: staff.clinicId }, (tx) =>
      tx.select().from(exercise).where(eq(exercise.clinicId, staff.clinicId)),
    );
    expect(rows.map(({ ready }) => ready)).toEqual([false, false, false, false]);
    expect(rows[0]).toMatchObject({ sources: ["A set (Public domain)"], createdBy: staff.userId });
    const trail = await auditTrail(staff.clinicId, "library.import");
    expect(trail).toMatchObject([{ actorUserId: staff.userId, subjectId: result.importId }]);
    expect(await importsOf(staff.access("edit-library"))).toMatchObject([
      {
        id: result.importId,
        sourceName: "A set",
        licence: "Public domain",
        format: "json",
        rowsRead: 4,
        imported: 4,
        skipped: 0,
        byName: staff.name,
        waiting: 4,
        ready: 0,
        withdrawnAt: null,
      },
    ]);
  });

  test("is not prescribable", async () => {
    await take(SAMPLE);
    const found = await searchExercises(staff.access("view-library"), {
      text: "loaded hip hinge",
      scope: "clinic",
      prescribable: true,
    });
    expect(found.items).toEqual([]);
  });

  test("shows beforehand what will be, and saves nothing", async () => {
    const shown = await preview(SAMPLE);
    expect(shown.counts.import).toBe(4);
    expect(shown.first.map(({ name }) => name)).toEqual(FREE_EXERCISES.map(({ name }) => name));
    expect(shown.columns.find(({ name }) => name === "primaryMuscles")).toEqual({
      name: "primaryMuscles",
      field: "regions",
      sample: "hamstrings",
    });
    expect(await left(staff)).toEqual(NOTHING);
  });

  test("twice brings nothing twice", async () => {
    await take(SAMPLE);
    const before = await left(staff);
    const again = await take(SAMPLE);
    expect(again).toMatchObject({ importId: null, counts: { import: 0, duplicate: 4 } });
    expect(again.leftOut.map(({ sameAs }) => sameAs?.where)).toEqual(Array(4).fill("clinic"));
    expect(await left(staff)).toEqual(before);
  });

  test("twice at the same time brings nothing twice", async () => {
    const both = await Promise.all([take(SAMPLE), take(SAMPLE)]);
    expect(both.map(({ counts }) => counts.import).sort()).toEqual([0, 4]);
    expect((await left(staff)).exercises).toBe(4);
  });

  test("leaves out what the library has, unless asked for", async () => {
    const file = "name,steps\nclam shell!,Open\nCLAMSHELL,Open\nSomething new,Lift\n";
    const shown = await preview(file);
    expect(shown.duplicates).toMatchObject([
      { name: "CLAMSHELL", sameAs: { where: "library", name: "Clamshell" } },
    ]);
    expect((await take(file)).counts).toMatchObject({ import: 2, duplicate: 1 });
    const all = await take(file, { includeDuplicates: true });
    expect(all.counts).toMatchObject({ import: 3, duplicate: 0 });
  });

  test("takes a column as what was chosen", async () => {
    const mapping = [
      ["Titel", "name"],
      ["Vorgehen", "steps"],
    ];
    await take("Titel;Vorgehen;Notiz\nWandsitz;Sitzen\n", { mapping, kind: "isometric" });
    const { items } = await find("wandsitz");
    expect(items[0]).toMatchObject({ name: "Wandsitz", kind: "isometric" });
  });

  test("tells how far it is", async () => {
    const told: number[][] = [];
    const file = `name\n${Array.from({ length: 600 }, (_, i) => `Exercise ${i}`).join("\n")}\n`;
    await take(file, {}, staff, { tell: (...step) => void told.push(step) });
    expect(told).toEqual([
      [0, 600],
      [250, 600],
      [500, 600],
      [600, 600],
    ]);
  });

  test.skipIf(!existsSync(FREE_EXERCISE_FILE))("the 873 entries of free-exercise-db", async () => {
    const file = readFileSync(FREE_EXERCISE_FILE);
    const { counts, leftOut } = await take(file);
    expect(counts.read).toBe(873);
    expect(counts.faulty).toBe(0);
    expect(counts.import + counts.duplicate).toBe(873);
    expect(counts.import).toBeGreaterThan(850);
    expect(leftOut.every(({ sameAs }) => sameAs?.where === "library")).toBe(true);
    const { items } = await find("barbell curl");
    expect(items[0]).toMatchObject({ name: "Barbell Curl", ready: false });
  });
});

describe("everything or nothing", () => {
  const FAULTY = "name,reps\nGood one,10\nBad one,8-12\n,5\n";

  test("one faulty row stops all, and its row and field are told beforehand", async () => {
    const shown = await preview(FAULTY);
    expect(shown.faulty).toMatchObject([
      { number: 3, problems: [{ field: "reps" }] },
      { number: 4, problems: [{ field: "name" }] },
    ]);
    expect(await failureOf(take(FAULTY))).toEqual({
      rows: expect.stringMatching(
        /^2 rows have problems, the first is row 3\. Nothing was imported/,
      ),
    });
    expect(await left(staff)).toEqual(NOTHING);
  });

  test("the rest comes in when the faulty rows are left out", async () => {
    const { counts, report } = await take(FAULTY, { leaveOutFaulty: true });
    expect(counts).toEqual({ read: 3, import: 1, duplicate: 0, faulty: 2 });
    expect(report).toContain('"3","Bad one","left out: faulty"');
  });

  test("what is given up in the middle leaves nothing", async () => {
    const gone = new AbortController();
    const file = `name\n${Array.from({ length: 600 }, (_, i) => `Exercise ${i}`).join("\n")}\n`;
    const tell = (done: number) => {
      if (done === 500) gone.abort();
    };
    const given = take(file, {}, staff, { tell, signal: gone.signal });
    await expect(given).rejects.toThrow(/abort/i);
    expect(await left(staff)).toEqual(NOTHING);
  });

  test.each([
    ["a truncated JSON", SAMPLE.slice(0, -30), "file"],
    ["a CSV that ends inside a text", 'name,steps\nA,"x', "file"],
    ["an Excel workbook", "PK\u0003\u0004", "file"],
    ["nothing", "", "file"],
    ["rows without a name", "steps,kind\nLift,strength\n", "mapping"],
    ["too many rows", `name\n${"A\n".repeat(20_001)}`, "file"],
  ])("%s is refused with a sentence", async (_, content, field) => {
    const fields = await failureOf(take(content));
    expect(Object.keys(fields)).toEqual([field]);
    expect(fields[field]).toMatch(/^[A-Z].{10,}[.]$/);
    expect(await left(staff)).toEqual(NOTHING);
  });

  test.each([
    ["no name of the set", { sourceName: " " }, "sourceName"],
    ["a long name of the set", { sourceName: "x".repeat(201) }, "sourceName"],
    ["a licence that is a list", { licence: [] }, "licence"],
    ["an unknown kind", { kind: "magic" }, "kind"],
    ["an unknown field", { mapping: [["name", "clinic_id"]] }, "mapping.0.1"],
    ["a column that is not there", { mapping: [["nom", "name"]] }, "mapping"],
    [
      "two names",
      {
        mapping: [
          ["name", "name"],
          ["id", "name"],
        ],
      },
      "mapping",
    ],
  ])("%s is told at its field", async (_, choices, field) => {
    expect(Object.keys(await failureOf(take(SAMPLE, choices)))).toEqual([field]);
    expect(await left(staff)).toEqual(NOTHING);
  });

  test("texts that would be run elsewhere are kept as text", async () => {
    const file =
      'name,steps\n"=cmd|calc","<script>x</script>Lift<b>!</b>"\n"\'; drop table exercise; --",x\u0000\u202ey\n';
    await take(file);
    const texts = await inScope({ clinicId: staff.clinicId }, (tx) =>
      tx
        .select({ name: exerciseText.name, steps: exerciseText.steps })
        .from(exerciseText)
        .where(eq(exerciseText.clinicId, staff.clinicId)),
    );
    expect(texts.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: "'; drop table exercise; --", steps: ["xy"] },
      { name: "=cmd|calc", steps: ["Lift!"] },
    ]);
  });
});

describe("how many", () => {
  const sent = (who: TestStaff, at = NOW) => {
    const request = new Request("http://localhost/api/library/import/run", {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: `${JSON.stringify({ sourceName: "A set" })}\n${SAMPLE}`,
    });
    return importUploaded(who.access("edit-library"), request, QUIET, at);
  };

  test("a clinic's imports of a day end, and another clinic's and the next day's do not", async () => {
    for (let i = 0; i < LIMITS["import-clinic"].tries; i++)
      await takeTry("import-clinic", staff.clinicId, NOW);
    const colleague = await makeStaff(staff, "therapist");
    for (const who of [staff, colleague]) await expect(sent(who)).rejects.toThrow(Throttled);
    expect(await left(staff)).toEqual(NOTHING);
    const other = await makeStaff(await makeClinic(), "therapist");
    expect((await sent(other)).counts.import).toBe(4);
    const tomorrow = new Date(NOW.getTime() + 24 * 3_600_000);
    expect((await sent(staff, tomorrow)).counts.import).toBe(4);
  });
});

describe("who may", () => {
  test("the front desk, a patient and nobody may not", async () => {
    const desk = await makeStaff(staff, "front_desk");
    const patient = await makePatient(staff);
    expect(() => desk.access("edit-library")).toThrow(Refused);
    for (const viewer of [patient.viewer, null])
      expect(() => clinicAccess(viewer, "edit-library")).toThrow(SignedOut);
  });

  test("another clinic neither sees nor is stopped by what is here", async () => {
    const other = await makeStaff(await makeClinic(), "owner");
    const { importId } = await take(SAMPLE);
    expect(await importsOf(other.access("edit-library"))).toEqual([]);
    expect((await find("loaded hip hinge", other)).items).toEqual([]);
    expect((await preview(SAMPLE, {}, other)).counts.import).toBe(4);
    await expect(withdraw(importId, other)).rejects.toThrow(NotFound);
    expect((await find("loaded hip hinge")).items).toHaveLength(1);
  });

  test("what only a colleague finds is not told by its name", async () => {
    await take("name\nSecret project\n");
    const colleague = await makeStaff(staff, "therapist");
    await inScope({ clinicId: staff.clinicId, userId: staff.userId }, (tx) =>
      tx
        .update(exerciseSearch)
        .set({ onlyFor: staff.userId })
        .where(eq(exerciseSearch.clinicId, staff.clinicId)),
    );
    expect((await preview("name\nSecret project\n", {}, colleague)).sameNames).toBe(0);
    expect((await preview("name\nSecret project\n")).sameNames).toBe(1);
  });
});

describe("withdrawing", () => {
  test("takes out what nobody has worked with, leaves the rest, and is audited", async () => {
    const { therapist, planId, clinicId } = await makePlan();
    const { importId } = await take(SAMPLE, {}, therapist);
    const [made, used] = await inScope({ clinicId }, async (tx) => {
      const rows = await tx.select().from(exercise).where(eq(exercise.clinicId, clinicId));
      const [first, second] = rows.map(({ slug }) => slug) as [string, string];
      await tx.update(exercise).set({ ready: true }).where(eq(exercise.slug, first));
      const dose = { sets: 1, reps: 10, side: "none", pattern: "daily" } as const;
      const often = { timesPerDayMin: 1, timesPerDayMax: 1, lineId: newId(), position: 0 };
      await tx.insert(draftExercise).values({ clinicId, planId, slug: second, ...dose, ...often });
      return [first, second];
    });
    expect(await withdraw(importId, therapist)).toEqual({
      retired: 2,
      kept: 2,
      edited: 0,
      editedNames: [],
    });
    const { items } = await find("", therapist);
    expect(items.map(({ slug }) => slug).sort()).toEqual([made, used].sort());
    expect(await auditTrail(clinicId, "library.withdraw-import")).toMatchObject([
      { actorUserId: therapist.userId, subjectId: importId },
    ]);
    expect(await importsOf(therapist.access("edit-library"))).toMatchObject([
      { waiting: 1, ready: 1, withdrawnAt: NOW },
    ]);
  });

  test("leaves what somebody has changed, ready or not, and names it", async () => {
    const { importId } = await take("name,steps\nWobble,Stand\nShuffle,Walk\nHidden hop,Hop\n");
    const colleague = await makeStaff(staff, "therapist");
    const edit = async (who: TestStaff, text: string, change: object) => {
      const [found] = (await find(text)).items;
      const { values, revision } = await exerciseToEdit(who.access("edit-library"), found!.slug);
      const input = { ...values, ...change, slug: found!.slug, revision, mediaIds: [] };
      await updateExercise(who.access("edit-library"), input, NOW);
      return found!.slug;
    };
    const wobble = await edit(colleague, "wobble", { regions: ["knee"] });
    const hidden = await edit(staff, "hidden hop", { onlyForAuthor: true });
    expect(await importsOf(staff.access("edit-library"))).toMatchObject([
      { waiting: 3, untouched: 1 },
    ]);
    expect(await withdraw(importId, colleague)).toEqual({
      retired: 1,
      kept: 2,
      edited: 2,
      editedNames: ["Wobble"],
    });
    const left = (await find("")).items.map(({ slug }) => slug);
    expect(left.sort()).toEqual([wobble, hidden].sort());
  });

  test("twice is told, and changes nothing", async () => {
    const { importId } = await take(SAMPLE);
    await withdraw(importId);
    await expect(withdraw(importId)).rejects.toThrow(Conflict);
    expect(await auditTrail(staff.clinicId, "library.withdraw-import")).toHaveLength(1);
  });

  test("afterwards the same file comes in again", async () => {
    const { importId } = await take(SAMPLE);
    await withdraw(importId);
    expect((await take(SAMPLE)).counts.import).toBe(4);
  });

  test.each([
    ["nothing", ""],
    ["a word", "all"],
    ["SQL", "' or true --"],
    ["a list", ["x"]],
  ])("%s is no import", async (_, importId) => {
    expect(Object.keys(await failureOf(withdraw(importId)))).toEqual(["importId"]);
  });

  test("an import that is nowhere, and another house's, are not found", async () => {
    const house = await makeHouse();
    for (const id of ["0190aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa", house.library.importId])
      await expect(withdraw(id)).rejects.toThrow(NotFound);
  });
});
