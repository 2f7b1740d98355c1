import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf } from "@/lib/domain/library/import/report";
import { FILE_MAX_BYTES, ROWS_MAX } from "@/lib/domain/library/import/table";
import { Invalid } from "@/lib/errors/app-error";
import { readTable } from "@/lib/features/library/import/read-table";
import { bytesOf } from "@/tests/support/import-file";

const read = (content: string | Uint8Array, piece?: number) => readTable(bytesOf(content, piece));

async function sentenceOf(content: string | Uint8Array): Promise<string> {
  const failure = await read(content).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Invalid);
  expect(Object.keys((failure as Invalid).fieldErrors)).toEqual(["file"]);
  return (failure as Invalid).fieldErrors.file ?? "";
}

const cellsOf = async (content: string | Uint8Array, piece?: number) =>
  (await read(content, piece)).rows.map(({ cells }) => cells);

describe("what a file is, by what stands in it", () => {
  test.each([
    ["commas", "name,steps\nBridge,Lift"],
    ["semicolons", "name;steps\nBridge;Lift"],
    ["tabs", "name\tsteps\nBridge\tLift"],
    ["Excel's own line about the delimiter", "sep=;\r\nname;steps\r\nBridge;Lift\r\n"],
    ["old Mac line ends", "name,steps\rBridge,Lift\r"],
    ["a comma inside quotation marks in the header", '"name";"steps"\n"Bridge";"Lift"\n'],
    ["blank lines", "\nname,steps\n\n\nBridge,Lift\n\n"],
    ["a mark of UTF-8", "\ufeffname,steps\nBridge,Lift\n"],
  ])("CSV with %s", async (_, content) => {
    const table = await read(content);
    expect(table.format).toBe("csv");
    expect(table.columns).toEqual(["name", "steps"]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([["Bridge", "Lift"]]);
  });

  test.each([
    ["a list", '[{"name":"Bridge","steps":["Lift"]}]'],
    ["an object with one list", '{"version":1,"exercises":[{"name":"Bridge","steps":["Lift"]}]}'],
    ["a mark of UTF-8 and space", '\ufeff \n[{"name":"Bridge","steps":["Lift"]}]'],
  ])("JSON as %s", async (_, content) => {
    const table = await read(content);
    expect(table).toMatchObject({ format: "json", columns: ["name", "steps"], oldEncoding: false });
    expect(table.rows).toEqual([{ number: 1, cells: ["Bridge", ["Lift"]], fault: null }]);
  });

  test("rows are counted as a spreadsheet counts them", async () => {
    const { rows } = await read('name,steps\nA,"one\ntwo"\n\nB,x\n');
    expect(rows.map(({ number }) => number)).toEqual([2, 4]);
  });

  test.each([1, 2, 3, 7])("letters cut into pieces of %i bytes stay whole", async (piece) => {
    const content = 'name,steps\n"Puente «alto»","½ vuelta\r\n🦵"\n';
    expect(await cellsOf(content, piece)).toEqual([["Puente «alto»", "½ vuelta\r\n🦵"]]);
  });

  test("UTF-16 with its mark, either way round", async () => {
    const little = Buffer.from("\ufeffname,steps\nElevación,x\n", "utf16le");
    const big = Buffer.from(little).swap16();
    for (const content of [little, big])
      expect(await cellsOf(content, 3)).toEqual([["Elevación", "x"]]);
  });

  test("Windows-1252 is read and said", async () => {
    const content = Buffer.from("name,steps\nElevaci\xf3n,\x93slow\x94\n", "latin1");
    const table = await read(content, 5);
    expect(table.oldEncoding).toBe(true);
    expect(table.rows[0]?.cells).toEqual(["Elevación", "“slow”"]);
  });
});

describe("broken files name the place", () => {
  test.each([
    ["nothing", "", "The file is empty."],
    ["only a header", "name,steps\n", "The file has no rows below its header."],
    ["only blank lines", "\n \n\n", "The file has no rows below its header."],
    [
      "a CSV cut inside quotation marks",
      'name,steps\nA,x\nB,"one',
      /ends inside a quoted text.*line 3/,
    ],
    [
      "a quotation mark out of place",
      'name,steps\nA,x\nB,o"ne\nC,y\n',
      /^Line 3 has a quotation mark/,
    ],
    ["text behind a quotation", 'name,steps\nA,"o"ne"\n', /^Line 2 has a quotation mark/],
    ["a JSON cut in a list", '[{"name":"A"},\n{"name":"B"', /incomplete: it ends in line 2/],
    ["a JSON cut in a text", '[{"name":"A"},\n\n{"name":"B', /incomplete: it ends in line 3/],
    ["a JSON with a comma too many", '[{"name":"A"},\n{"name":"B"},\n]', /line 3 cannot be read/],
    ["a JSON without a list", '{"name":"A","steps":["x"]}', /has to hold one list of exercises/],
    ["a JSON with two lists", '{"a":[{"b":1}],"c":[{"d":1}]}', /has to hold one list/],
    ["an empty JSON list", "[]", "The list in the file is empty."],
    ["a JSON nested for ever", "[".repeat(100_000), /nested more than 8 levels/],
    ["an Excel workbook", "PK\u0003\u0004\u0014\u0000\u0006\u0000", /Excel workbook.*CSV/],
    ["a PDF", "%PDF-1.7\n", /a PDF/],
    ["bytes that are no text", "\u0001\u0002\u0000\u0003\u0004name", /not a text file/],
    ["UTF-16 without its mark", Buffer.from("name,steps\nA,x\n", "utf16le"), /not a text file/],
    [
      "UTF-8 with a foreign letter",
      Buffer.concat([Buffer.from("name\nPuente ñ\n"), Buffer.from("Elevaci\xf3n\n", "latin1")]),
      /^Line 3 holds letters in an encoding that is not UTF-8/,
    ],
    [
      "a Cyrillic code page",
      Buffer.from([...Buffer.from("name\nA\n"), 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      /^Line 3 holds letters/,
    ],
    [
      "JSON in Windows-1252",
      Buffer.from('[\n{"name":"Elevaci\xf3n"}]', "latin1"),
      /^Line 2 holds letters/,
    ],
  ])("%s", async (_, content, sentence) => {
    expect(await sentenceOf(content)).toMatch(sentence);
  });

  test("a CSV that ends in the middle of a row keeps that row out", async () => {
    const { rows } = await read("name,steps,kind\nA,x,balance\nB,y");
    expect(rows.map(({ fault }) => fault)).toEqual([
      null,
      "The file ends in the middle of this row: it has 2 of 3 cells.",
    ]);
  });

  test("a row with more cells than the header is no row; one with fewer has empty ones", async () => {
    const { rows } = await read("name,steps\nA,x,y\nB\n");
    expect(rows[0]?.fault).toBe("The row has 3 cells, but the header has 2.");
    expect(rows[1]).toEqual({ number: 3, cells: ["B", null], fault: null });
  });

  test("an entry that is no object keeps its place and stays out", async () => {
    const { rows } = await read('[{"name":"A"},"B",null,{"name":{"deep":1}}]');
    expect(rows.map(({ fault }) => fault !== null)).toEqual([false, true, true, false]);
    expect(rows[3]?.cells).toEqual([false]);
  });
});

describe("files beyond the limits", () => {
  test("a million rows are refused after the first too many, without reading on", async () => {
    let given = 0;
    async function* million() {
      yield Buffer.from("name,steps\n");
      while (given < 1_000_000) {
        let text = "";
        for (let i = 0; i < 500; i++) text += `Exercise ${given++},Lift\n`;
        yield Buffer.from(text);
      }
    }
    const failure = await readTable(million()).catch((error: unknown) => error);
    expect((failure as Invalid).fieldErrors.file).toMatch(/more than 20,000 rows/);
    expect(given).toBeLessThan(ROWS_MAX * 1.5);
  });

  test("a million entries of JSON are refused before they are unpacked", async () => {
    expect(await sentenceOf(`[${"{},".repeat(1_000_000)}{}]`)).toMatch(/more than 20,000 rows/);
  });

  test("as many rows as may be are taken", async () => {
    const { rows } = await read(`name\n${"A\n".repeat(ROWS_MAX)}`);
    expect(rows).toHaveLength(ROWS_MAX);
    const json = await read(`[${Array(ROWS_MAX).fill('{"name":"A"}').join()}]`);
    expect(json.rows).toHaveLength(ROWS_MAX);
  });

  test("more bytes than may be are refused", async () => {
    const content = `[${" ".repeat(FILE_MAX_BYTES)}]`;
    expect(await sentenceOf(content)).toMatch(/larger than 25 MB/);
  });

  test("a quotation mark that is never closed does not swallow the file", async () => {
    const content = `name,steps\nA,"x\n${"B,y\n".repeat(500_000)}`;
    expect(await sentenceOf(content)).toMatch(/quotation mark may be missing/);
  });

  test("more columns than may be are refused", async () => {
    const names = Array.from({ length: 101 }, (_, i) => `c${i}`);
    expect(await sentenceOf(`${names.join()}\n${names.join()}\n`)).toMatch(/more than 100 columns/);
    const entry = Object.fromEntries(names.map((name) => [name, 1]));
    expect(await sentenceOf(JSON.stringify([entry]))).toMatch(/more than 100 different fields/);
  });
});

describe("names of columns", () => {
  test("are each there once, and clean", async () => {
    const { columns } = await read("name,,name,<b>No\u200bte</b>\nA,B,C,D\n");
    expect(columns).toEqual(["name", "column 2", "name (2)", "Note"]);
  });

  test("of JSON may be called like anything", async () => {
    const { columns, rows } = await read('[{"__proto__":"x","constructor":"y","name":"A"}]');
    expect(columns).toEqual(["__proto__", "constructor", "name"]);
    expect(rows[0]?.cells).toEqual(["x", "y", "A"]);
  });
});

/** What a spreadsheet would take for a formula gets an apostrophe when it is written. */
const RUNS = /^\s*[=+\-@|%]|^[\t\r]/;
const cell = fc.string({ unit: "grapheme", maxLength: 30 });

describe("any file", () => {
  test("what was written as CSV is read again", async () => {
    const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      }),
    );
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, piece) => {
        const head = (rows[0] ?? []).map((_, i) => `c${i}`);
        const filled = rows.filter((row) => row.some((text) => text.trim() !== ""));
        fc.pre(filled.length > 0);
        const written = filled.map((cells) =>
          cells.map((text) => (RUNS.test(text) ? `'${text}` : text)),
        );
        expect(await cellsOf(csvOf([head, ...filled]), piece)).toEqual(written);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test("of any bytes is a table or a sentence, never a crash", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 100 }).map((all) => Buffer.from([0xff, 0xfe, ...all])),
      fc.string({ maxLength: 200 }).map((text) => Buffer.from(`name,steps\n${text}`)),
      fc.string({ maxLength: 200 }).map((text) => Buffer.from(`[{"name":${text}`)),
      fc.json().map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 64 }), async (content, piece) => {
        const outcome = await read(content, piece).catch((error: unknown) => error);
        if (outcome instanceof Error) {
          expect(outcome).toBeInstanceOf(Invalid);
          expect((outcome as Invalid).fieldErrors.file).toMatch(/^.{10,}\.$/);
        }
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
