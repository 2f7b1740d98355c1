import { describe, expect, test } from "vitest";
import { Examiner, type SameName } from "@/lib/domain/library/import/examine";
import { guessMapping } from "@/lib/domain/library/import/guess-mapping";
import { csvOf, reportCsv } from "@/lib/domain/library/import/report";
import type { Table } from "@/lib/domain/library/import/table";
import { readTable } from "@/lib/features/library/import/read-table";
import { FREE_EXERCISES } from "@/tests/support/free-exercise-sample";
import { bytesOf } from "@/tests/support/import-file";

const NONE: ReadonlyMap<string, SameName> = new Map();

function examined({ columns, rows }: Table, known = NONE, includeDuplicates = false) {
  const examiner = new Examiner({ mapping: guessMapping(columns), includeDuplicates, known });
  for (const row of rows) examiner.read(row);
  return examiner.result();
}

const fromCsv = async (text: string, known = NONE, includeDuplicates = false) =>
  examined(await readTable(bytesOf(text)), known, includeDuplicates);

describe("rows as they will be", () => {
  test("entries of free-exercise-db", async () => {
    const table = await readTable(bytesOf(JSON.stringify(FREE_EXERCISES)));
    const { rows, counts, missing, values } = examined(table);
    expect(counts).toEqual({ read: 4, import: 4, duplicate: 0, faulty: 0 });
    expect(rows.map(({ exercise }) => exercise)).toMatchObject([
      {
        text: { en: { name: "Loaded hip hinge", steps: { length: 3 } } },
        regions: ["knee", "hip"],
        equipment: ["barbell"],
        kind: "strengthening",
        positions: [],
      },
      {
        text: { en: { steps: ["Sit tall; breathe out.", "Reach up and lean away."] } },
        regions: ["shoulder"],
        equipment: [],
        kind: "static stretch",
      },
      { regions: ["knee"], equipment: [], kind: null, text: { en: { steps: [] } } },
      { text: { en: { name: "Quad curl at 3/4", steps: ["Bend your elbows to ¾ of the way."] } } },
    ]);
    expect(values.filter(({ ids }) => ids === null)).toEqual([
      { field: "equipment", given: "other", ids: null, count: 1 },
      { field: "kind", given: "plyometrics", ids: null, count: 1 },
    ]);
    expect(missing).toMatchObject({
      setup: 4,
      spanish: 4,
      steps: 1,
      kind: 1,
      positions: 4,
      long: 0,
    });
  });

  test("two languages, lists and a whole dosage", async () => {
    const { rows } = await fromCsv(
      'name,nombre,aliases,steps,pasos,kind,side,sets,reps,hold,rest,times per day\nChair stand,Levantarse,STS; chair rise,"Lean.\nStand.",Levántese.,functional,cada lado,2,10,5 s,1 min,2\n',
    );
    expect(rows[0]?.exercise).toMatchObject({
      text: {
        en: { name: "Chair stand", aliases: ["STS", "chair rise"], steps: ["Lean.", "Stand."] },
        es: { name: "Levantarse", steps: ["Levántese."] },
      },
      side: "each",
      amounts: { sets: 2, reps: 10, hold: 5, rest: 60, times_per_day: 2, duration: null },
    });
  });

  test("a Spanish file needs no English", async () => {
    const { rows, missing } = await fromCsv("nombre,pasos\nPuente,Suba.\n");
    expect(rows[0]?.exercise?.text).toMatchObject({ es: { name: "Puente", steps: ["Suba."] } });
    expect(missing.english).toBe(1);
  });

  test("formulas are text like any other", async () => {
    const { rows } = await fromCsv('name,steps\n"=HYPERLINK(""http://x"")",+1\n@SUM(A1),-2\n');
    expect(rows.map(({ name }) => name)).toEqual(['=HYPERLINK("http://x")', "@SUM(A1)"]);
    expect(rows[0]?.exercise?.text.en?.steps).toEqual(["+1"]);
  });

  test("markup and unseen characters are taken out and counted", async () => {
    const found = await fromCsv("name,steps\n<b>Brid\u200bge</b>,<p>Lift</p>\nClam,Open\n");
    expect(found.rows[0]?.exercise?.text.en).toMatchObject({ name: "Bridge", steps: ["Lift"] });
    expect(found).toMatchObject({ markupRows: 1, unseenRows: 1 });
  });
});

describe("problems are told by row and field", () => {
  test.each([
    ["name,steps\n,Lift\n", "name", /missing/],
    ["name,steps\n<script>x</script>,Lift\n", "name", /missing/],
    ["name,steps\n★★★,Lift\n", "name", /letters or digits/],
    [`name\n${"x".repeat(121)}\n`, "name", /121 characters; at most 120/],
    [`name,steps\nA,${"x".repeat(1001)}\n`, "steps", /1001 characters; at most 1000/],
    [`name,steps\nA,${"x;".repeat(31)}\n`, "steps", /31 items; at most 30/],
    [`name,setup\nA,${"x".repeat(20_001)}\n`, "setup", /longer than 20000/],
    ["name,reps\nA,8-12\n", "reps", /whole number from 1 to 200/],
    ["name,reps,duration\nA,10,30\n", "duration", /not both/],
    ["name,hold,duration\nA,5,30\n", "hold", /belongs to repetitions/],
    ["name,pasos\nA,Suba\n", "name_es", /need a name in Spanish/],
    ["nombre,steps\nA,Lift\n", "name", /need a name in English/],
    ["name,steps\nA,x,y\n", null, /3 cells, but the header has 2/],
  ])("%#", async (text, field, message) => {
    const { rows, counts } = await fromCsv(text);
    expect(counts).toMatchObject({ import: 0, faulty: 1 });
    expect(rows[0]).toMatchObject({ number: 2, outcome: "faulty", exercise: null });
    expect(rows[0]?.problems).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  test("data inside data only where it would be used", async () => {
    const table = await readTable(bytesOf('[{"name":"A","x":{}},{"name":"B","steps":[{"a":1}]}]'));
    const { rows } = examined(table);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["import", "faulty"]);
    expect(rows[1]?.problems[0]).toMatchObject({ field: "steps" });
  });
});

describe("duplicates", () => {
  const known = new Map<string, SameName>([
    ["bridge", { where: "library", name: "Bridge", row: null }],
    ["puente", { where: "clinic", name: "Our bridge", row: null }],
  ]);

  test("are found by name in both languages, here and in the file, however it is written", async () => {
    const { rows, counts } = await fromCsv(
      "name,nombre\n BRIDGE ,\nHip lift,Puente\nClam shell,\nclam-shell!,\nNew,Nuevo\n",
      known,
    );
    expect(counts).toEqual({ read: 5, import: 2, duplicate: 3, faulty: 0 });
    expect(rows.map(({ sameAs }) => sameAs)).toEqual([
      { where: "library", name: "Bridge", row: null },
      { where: "clinic", name: "Our bridge", row: null },
      null,
      { where: "file", name: "Clam shell", row: 4 },
      null,
    ]);
  });

  test("come in when asked for, and are still told", async () => {
    const { rows, counts } = await fromCsv("name\nBridge\n", known, true);
    expect(counts).toMatchObject({ import: 1, duplicate: 0 });
    expect(rows[0]?.sameAs?.where).toBe("library");
  });
});

describe("the report", () => {
  test("says what became of every row, and is nothing that a spreadsheet runs", async () => {
    const { rows } = await fromCsv("name,reps\n=1+1,5\n=1+1,6\nA,x\n");
    const lines = reportCsv(rows).replace("\ufeff", "").trim().split("\r\n");
    expect(lines).toEqual([
      '"row","name","result","why"',
      `"2","'=1+1","imported",""`,
      `"3","'=1+1","left out: duplicate","Same name as row 2 of this file"`,
      '"4","A","left out: faulty","reps: Write one whole number from 1 to 200."',
    ]);
  });

  test.each(["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "\n=1", "|x", "%0A"])(
    "the cell %j begins with an apostrophe",
    (text) => {
      expect(csvOf([[text]])).toBe(`\ufeff"'${text}"\r\n`);
    },
  );
});
