import { describe, expect, test } from "vitest";
import { amountOf } from "@/lib/domain/library/import/amounts";
import { IMPORT_FIELDS, mappingFault } from "@/lib/domain/library/import/fields";
import { guessMapping } from "@/lib/domain/library/import/guess-mapping";
import { matchValue } from "@/lib/domain/library/import/values";
import enImports from "@/lib/i18n/messages/en/imports.json" with { type: "json" };
import { FREE_EXERCISES } from "@/tests/support/free-exercise-sample";

describe("what a column is taken as", () => {
  test("by its header in English", () => {
    const headers =
      "Exercise,Also called,Starting position,Instructions,Body part,Type,Sets,Reps,Hold (s),Times per day,Days a week,Reference,License";
    expect(guessMapping(headers.split(","))).toEqual(
      "name,aliases,setup,steps,regions,kind,sets,reps,hold,times_per_day,days_per_week,source,licence".split(
        ",",
      ),
    );
  });

  test("by its header in Spanish", () => {
    const headers =
      "Nombre,Otros nombres,Posición inicial,Pasos,Precauciones,Zona,Material,Series,Repeticiones,Lado,Fuente";
    expect(guessMapping(headers.split(","))).toEqual(
      "name_es,aliases_es,setup_es,steps_es,cautions_es,regions,equipment,sets,reps,side,source".split(
        ",",
      ),
    );
  });

  test("by the shape of free-exercise-db; what has no place here is left out", () => {
    const columns = Object.keys(FREE_EXERCISES[0]);
    expect(Object.fromEntries(columns.map((name, i) => [name, guessMapping(columns)[i]]))).toEqual({
      name: "name",
      force: null,
      level: null,
      mechanic: null,
      equipment: "equipment",
      primaryMuscles: "regions",
      secondaryMuscles: null,
      instructions: "steps",
      category: "kind",
      images: null,
      id: null,
    });
  });

  test("once only where a field takes one column", () => {
    expect(guessMapping(["name", "title", "region", "muscle"])).toEqual([
      "name",
      null,
      "regions",
      "regions",
    ]);
  });

  test("the example that can be downloaded needs no change", async () => {
    const { EXAMPLE_CSV } = await import("@/lib/features/library/components/import/example-csv");
    const header = EXAMPLE_CSV.replace("\ufeff", "").split("\r\n")[0] ?? "";
    expect(guessMapping(header.replaceAll('"', "").split(","))).not.toContain(null);
  });

  test("a mapping without a name, or with two, says so", () => {
    expect(mappingFault(["steps", null])).toMatch(/holds the name/);
    expect(mappingFault(["name", "name"])).toMatch(/Two columns are taken as "name"/);
    expect(mappingFault(["name_es", "steps", "steps"])).toBeNull();
  });

  test("every field has its words", () => {
    expect(Object.keys(enImports.columns.fields)).toEqual([...IMPORT_FIELDS]);
  });
});

describe("a value in the words of the library", () => {
  test.each([
    ["regions", "quadriceps", ["knee"]],
    ["regions", "Hamstrings", ["knee", "hip"]],
    ["regions", "Ankle and foot", ["ankle-foot"]],
    ["regions", "low-back", ["low-back"]],
    ["regions", "Rodilla", ["knee"]],
    ["equipment", "body only", ["none"]],
    ["equipment", "e-z curl bar", ["barbell"]],
    ["equipment", "Kettlebells", ["kettlebell"]],
    ["equipment", "banda elástica", ["resistance band"]],
    ["kind", "stretching", ["static stretch"]],
    ["kind", "PNF", ["PNF"]],
    ["positions", "lying on back", ["supine"]],
    ["side", "Each side", ["each"]],
  ] as const)("%s: %s", (field, given, ids) => {
    expect(matchValue(field, given)).toEqual([{ given, ids }]);
  });

  test("several in one, and what is unknown among them", () => {
    expect(matchValue("equipment", "chair, flying carpet and towel")).toEqual([
      { given: "chair", ids: ["chair"] },
      { given: "flying carpet", ids: null },
      { given: "towel", ids: ["towel"] },
    ]);
  });

  test.each(["other", "knees up", "barbel", "", "constructor", "__proto__", "=A1"])(
    "nothing is guessed for %j",
    (given) => {
      expect(matchValue("equipment", given)).toEqual([{ given, ids: null }]);
    },
  );
});

describe("an amount", () => {
  test.each([
    ["sets", "3", 3],
    ["sets", "3.0", 3],
    ["reps", "10 reps", 10],
    ["hold", "30", 30],
    ["hold", "30 s", 30],
    ["hold", '30"', 30],
    ["duration", "1 min", 60],
    ["duration", "1:30", 90],
    ["rest", "0", 0],
    ["times_per_day", "2 times", 2],
    ["days_per_week", "3 días", 3],
  ] as const)("%s %s", (field, text, amount) => {
    expect(amountOf(field, text)).toEqual({ amount });
  });

  test.each([
    ["reps", "8-12"],
    ["reps", "ten"],
    ["reps", "0"],
    ["sets", "2.5"],
    ["sets", "-3"],
    ["sets", "1e3"],
    ["hold", "forever"],
    ["duration", "3"],
    ["days_per_week", "8"],
    ["sets", "٣"],
    ["sets", "=1+1"],
  ] as const)("%s %s is none, and the sentence says what is", (field, text) => {
    expect(amountOf(field, text)).toEqual({
      problem: expect.stringMatching(/^Write one whole number/),
    });
  });
});
