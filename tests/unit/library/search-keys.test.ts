import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  begun,
  fittingKeys,
  keysOfClinic,
  type SearchedExercise,
  searchedWords,
  searchRow,
  searchText,
  waysToFit,
} from "@/lib/domain/library/search-keys";

const knee: SearchedExercise = {
  regions: ["knee"],
  positions: ["supine"],
  equipment: ["towel"],
  kind: "isometric",
  traits: ["pos_supine_flat"],
  ready: true,
  recommended: true,
  text: {
    en: { name: "Knee to chest", aliases: ["Knee hug!", "SKTC"] },
    es: { name: "Rodilla al pecho", aliases: ["Abrazo de rodilla"] },
  },
};
const keys = new Set(searchRow(knee).keys);

/** The first way that the exercise fits: its band and its place in it; null: none. */
function placeOf(typed: string, has: ReadonlySet<string> = keys): readonly [number, number] | null {
  const bands = waysToFit(searchText(typed));
  for (const [b, band] of bands.entries())
    for (const [w, way] of band.entries()) if (way.keys.every((key) => has.has(key))) return [b, w];
  return null;
}

describe("how an exercise is found", () => {
  it.each([
    ["its name", "Rodilla al PECHO", [0, 0]],
    ["its other name", "sktc", [0, 1]],
    ["its name without small words", "knee chest", [0, 2]],
    ["its other name without small words", "abrazo rodilla", [0, 3]],
    ["the beginning of its name", "knee to c", [0, 4]],
    ["words of its name in any order", "chest knee", [0, 5]],
    ["beginnings of words of its name", "che kne", [0, 6]],
    ["the beginning of its other name", "abrazo de r", [1, 0]],
    ["words of names and other names", "hug chest", [1, 1]],
    ["beginnings of them", "hu che", [1, 2]],
    ["what it is about and done with", "knee toalla", [1, 3]],
  ] as const)("by %s: %s", (_, typed, place) => {
    expect(placeOf(typed)).toEqual(place);
  });

  it("is not found by what it has nothing of, nor by two letters of a region", () => {
    expect(placeOf("shoulder")).toBeNull();
    expect(placeOf("to xyz")).toBeNull();
    const towel = new Set(searchRow({ ...knee, text: { en: { name: "A", aliases: [] } } }).keys);
    expect(placeOf("to", towel)).toBeNull();
    expect(placeOf("tow", towel)).toEqual([1, 3]);
  });

  it("whatever of its names is typed, from the first letter on", () => {
    const word = fc.stringMatching(/^[a-zñé]{1,30}$/);
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(name, fc.nat(), (said, at) => {
        const row = searchRow({ ...knee, text: { es: { name: said, aliases: [] } } });
        const typed = [...said].slice(0, 1 + (at % said.length)).join("");
        const wanted = fittingKeys(searchText(typed));
        expect(wanted.filter((key) => !row.keys.includes(key))).toEqual([]);
      }),
    );
  });
});

describe("what search keeps", () => {
  it("has the facets with their names, so that values of two facets are told apart", () => {
    expect(searchRow(knee).facets).toBe(
      "|regions:knee|positions:supine|equipment:towel|kinds:isometric|",
    );
  });

  it("shows the one language there is in both", () => {
    const one = searchRow({ ...knee, text: { es: { name: "Equilibrio", aliases: [] } } });
    expect([one.nameEn, one.nameEs]).toEqual(["Equilibrio", "Equilibrio"]);
  });

  it("has each key once, and those of a clinic's own behind its mark", () => {
    expect(keys.size).toBe(searchRow(knee).keys.length);
    const [first] = keysOfClinic("01955b72-b900-732d-bf8d-8d769c55c522", ["=bridge"]);
    expect(first).toBe("9c55c522/=bridge");
    expect(keys.has(first ?? "")).toBe(false);
  });

  it("lists every word once, with its letters in order", () => {
    const words = searchedWords([knee, knee]);
    expect(words).toContainEqual({ word: "chest", letters: "cehst" });
    expect(words.filter(({ word }) => word === "knee")).toHaveLength(1);
  });
});

describe("what is typed", () => {
  it("is compared without accents, punctuation and small words", () => {
    expect(searchText("  ¡Rodilla  al PÉCHO! ")).toEqual({
      wanted: "rodilla al pecho",
      words: ["rodilla", "pecho"],
    });
  });

  it("keeps small words when there are no others", () => {
    expect(searchText("to the").words).toEqual(["to", "the"]);
  });

  it("fits everything when there is nothing of it", () => {
    expect(searchText(" … ")).toEqual({ wanted: "", words: [] });
    expect(fittingKeys(searchText(""))).toEqual([""]);
    expect(keys.has("")).toBe(true);
  });

  it("is cut to what the keys hold", () => {
    expect(begun(["x".repeat(30)])).toEqual(["x".repeat(20)]);
    expect(searchText("word ".repeat(40)).words).toHaveLength(10);
  });
});
