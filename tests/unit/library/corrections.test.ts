import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, readings } from "@/lib/domain/library/corrections";

const candidate = (ofWord: string, word: string, likeness: number): Candidate => ({
  ofWord,
  word,
  likeness,
});

describe("what was meant", () => {
  it("is the likeliest word in the place of the misspelt one", () => {
    const found = readings(
      ["rodila", "pecho"],
      [
        candidate("rodila", "rodilla", 0.7),
        candidate("rodila", "rodillo", 0.6),
        candidate("pecho", "pecho", 1),
      ],
    );
    expect(found[0]).toEqual(["rodilla", "pecho"]);
    expect(found[1]).toEqual(["rodillo", "pecho"]);
  });

  it("does not finish a word that is still being typed", () => {
    const found = readings(
      ["hamsting", "stre"],
      [candidate("hamsting", "hamstring", 0.7), candidate("stre", "stretch", 1)],
    );
    expect(found[0]).toEqual(["hamstring", "stre"]);
  });

  it("tries other words where a known one fits nothing", () => {
    const found = readings(
      ["brid", "dog"],
      [candidate("brid", "bridge", 1), candidate("brid", "bird", 0.9), candidate("dog", "dog", 1)],
    );
    expect(found).toContainEqual(["bird", "dog"]);
  });

  it("leaves a word out at last, but never the only two", () => {
    expect(readings(["slow", "cossack", "squat"], []).at(-1)).toEqual(["slow", "cossack"]);
    expect(readings(["cossack", "squat"], [])).toEqual([]);
    expect(readings(["cossack"], [])).toEqual([]);
  });

  it("never tries what was typed again, and stays short", () => {
    const word = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(..."abcd") });
    const words = fc.array(word, { minLength: 1, maxLength: 10 });
    const candidates = fc.array(fc.tuple(word, word, fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(words, candidates, (typed, made) => {
        const found = readings(
          typed,
          made.map(([of, to, likeness]) => candidate(of, to, likeness)),
        );
        expect(found.length).toBeLessThanOrEqual(24 + typed.length);
        for (const reading of found) expect(reading).not.toEqual(typed);
      }),
    );
  });
});
