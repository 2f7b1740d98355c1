import { describe, expect, it } from "vitest";
import { begun, searchRow, searchText, wordsOfRow } from "@/lib/domain/library/search-row";

const knee = searchRow({
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
});

describe("what search compares", () => {
  it("is plain words, each name and alias between bars", () => {
    expect(knee.names).toBe("| knee to chest | rodilla al pecho |");
    expect(knee.tellingNames).toBe("| knee chest | rodilla pecho |");
    expect(knee.aliases).toBe("| knee hug | sktc | abrazo de rodilla |");
  });

  it("has the facets with their names, so that values of two facets are told apart", () => {
    expect(knee.facets).toBe("|regions:knee|positions:supine|equipment:towel|kinds:isometric|");
  });

  it("knows region and equipment in both languages", () => {
    expect(knee.facts.split(" ")).toEqual(["knee", "rodilla", "towel", "toalla"]);
  });

  it("shows the one language there is in both", () => {
    const one = searchRow({
      ...{ regions: [], positions: [], equipment: [], kind: "balance", traits: [] },
      ...{ ready: false, recommended: true, text: { es: { name: "Equilibrio", aliases: [] } } },
    });
    expect([one.nameEn, one.nameEs]).toEqual(["Equilibrio", "Equilibrio"]);
    expect(one.aliases).toBe("|  |");
  });

  it("lists every word once, with its letters in order", () => {
    const words = wordsOfRow(knee);
    expect(words).toContainEqual({ word: "chest", letters: "cehst" });
    expect(words.filter(({ word }) => word === "knee")).toHaveLength(1);
    expect(words.some(({ word }) => word.includes("|"))).toBe(false);
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

  it("is one empty word when nothing is typed", () => {
    expect(searchText(" … ")).toEqual({ wanted: "", words: [""] });
  });

  it("is cut to what the index holds", () => {
    expect(begun(["x".repeat(30)])).toEqual(["x".repeat(20)]);
    expect(searchText("word ".repeat(40)).words).toHaveLength(10);
  });
});
