import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDosage } from "@/lib/domain/dosage/validate-dosage";
import {
  applyTyped,
  fieldText,
  TYPED_FIELDS,
  type TypedField,
} from "@/lib/features/plans/dosage-typing";
import { HOLD_20 } from "./content";

const typed = (field: TypedField, text: string) => applyTyped(HOLD_20, { [field]: text });

describe("what is typed into a dosage", () => {
  it.each([
    ["holdSeconds", "25", { holdSeconds: 25 }],
    ["holdSeconds", " 25 ", { holdSeconds: 25 }],
    ["holdSeconds", "", { holdSeconds: null }],
    ["holdSeconds", "0", { holdSeconds: null }],
    ["restSeconds", "0", { restSeconds: 0 }],
    ["load", "2.5", { loadGrams: 2500 }],
    ["load", "2,5", { loadGrams: 2500 }],
    ["load", "", { loadGrams: null }],
    ["tempo", "3 1 2", { tempo: "3-1-2" }],
    ["tempo", "", { tempo: null }],
  ] as const)("%s %j is taken", (field, text, part) => {
    const { dosage, problems } = typed(field, text);
    expect(problems).toEqual({});
    expect(dosage).toEqual({ ...HOLD_20, ...part });
  });

  it.each([
    ["2", 2, 2],
    ["2-3", 2, 3],
    ["2 – 3", 2, 3],
    ["2 to 3", 2, 3],
    ["2x", 2, 2],
  ])("times a day %j is %i to %i", (text, min, max) => {
    const { dosage } = typed("timesPerDay", text);
    expect(dosage.frequency).toMatchObject({ timesPerDayMin: min, timesPerDayMax: max });
  });

  it.each([
    ["holdSeconds", "-5", "out_of_range"],
    ["holdSeconds", "601", "out_of_range"],
    ["holdSeconds", "2.5", "not_whole"],
    ["holdSeconds", "abc", "number"],
    ["reps", "10000", "out_of_range"],
    ["reps", "", "number"],
    ["sets", "0", "out_of_range"],
    ["load", "0.00001", "not_whole"],
    ["load", "400", "out_of_range"],
    ["tempo", "fast", "tempo_shape"],
    ["timesPerDay", "3-2", "range_order"],
    ["timesPerDay", "often", "timesRange"],
    ["timesPerDay", "13", "out_of_range"],
  ] as const)("%s %j keeps the last valid dosage", (field, text, code) => {
    const { dosage, problems } = typed(field, text);
    expect(problems[field]?.code).toBe(code);
    expect(dosage).toEqual(HOLD_20);
  });

  it("takes the right ones and leaves out the wrong one", () => {
    const { dosage, problems } = applyTyped(HOLD_20, {
      reps: "9999",
      holdSeconds: "30",
      sets: "2",
    });
    expect(dosage).toEqual({ ...HOLD_20, holdSeconds: 30, sets: 2 });
    expect(Object.keys(problems)).toEqual(["reps"]);
  });

  it("a weight takes the place of a band", () => {
    const banded = { ...HOLD_20, band: "red" as const };
    expect(applyTyped(banded, { load: "5" }).dosage).toMatchObject({ loadGrams: 5000, band: null });
    expect(applyTyped(banded, { load: "" }).dosage.band).toBe("red");
  });

  it("never makes an invalid dosage, whatever is typed", () => {
    const entries = fc.dictionary(fc.constantFrom(...TYPED_FIELDS), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(entries, (texts) => {
        expect(checkDosage(applyTyped(HOLD_20, texts).dosage)).toEqual([]);
      }),
    );
  });

  it("shows a value as it is typed", () => {
    const frequency = { ...HOLD_20.frequency, timesPerDayMax: 3 };
    const dosage = { ...HOLD_20, frequency, loadGrams: 1250 };
    expect(fieldText(dosage, "timesPerDay")).toBe("1-3");
    expect(fieldText(dosage, "load")).toBe("1.25");
    expect(fieldText(dosage, "restSeconds")).toBe("");
  });
});
