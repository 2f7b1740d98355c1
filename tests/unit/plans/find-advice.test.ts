import { describe, expect, it } from "vitest";
import { adviceContent } from "@/db/seed/library-advice";
import type { AdviceWanted } from "@/lib/features/advice/find-advice";
import { findAdvice } from "@/lib/features/advice/find-advice";

const ITEMS = adviceContent().map(({ id, kind, regions, isDefault, en, es }) => ({
  id,
  kind,
  regions,
  isDefault,
  isRetired: id === "missed-a-day",
  words: { en: { title: en.title, body: en.text }, es: { title: es.title, body: es.text } },
}));

const EVERYTHING: AdviceWanted = { text: "", kind: null, regions: [], locale: "en" };
const find = (wanted: Partial<AdviceWanted>) =>
  findAdvice(ITEMS, { ...EVERYTHING, ...wanted }).map(({ id }) => id);

describe("choosing advice", () => {
  it("offers everything but what was retired, in the library's order", () => {
    expect(find({})).toEqual(
      ITEMS.map(({ id }) => id)
        .filter((id) => id !== "missed-a-day")
        .sort((a, b) => generalFirst(a) - generalFirst(b)),
    );
  });

  it("puts what fits the plan's regions first, then what fits any", () => {
    const found = find({ regions: ["neck", "shoulder"] });
    const rank = (id: string) => {
      const { regions } = ITEMS.find((item) => item.id === id)!;
      if (regions.some((region) => ["neck", "shoulder"].includes(region))) return 0;
      return regions.length === 0 ? 1 : 2;
    };
    const ranks = found.map(rank);
    expect(ranks).toEqual([...ranks].sort());
    expect(ranks[0]).toBe(0);
  });

  it.each([
    ["warm", "warm-up-first"],
    ["CHAIR arms", "turn-on-a-chair-without-arms"],
    ["habit", "tie-it-to-a-habit"],
    ["neck circles", "leave-out-neck-circles"],
  ])("%s is %s", (text, id) => {
    expect(find({ text })[0]).toBe(id);
  });

  it("finds the patient's language too, without its accents, and a word in a title before one in a text", () => {
    expect(find({ text: "calor", locale: "es" })[0]).toBe("warm-up-first");
    expect(find({ text: "tirón" })).toEqual([]);
    const neck = find({ text: "neck" });
    const inTitle = neck.filter((id) => /neck/i.test(titleOf(id)));
    expect(neck.slice(0, inTitle.length)).toEqual(inTitle);
    expect(neck.length).toBeGreaterThan(inTitle.length);
  });

  it("keeps to one kind, and finds nothing for what is no word of it", () => {
    const equipment = find({ kind: "equipment" });
    expect(equipment).toHaveLength(ITEMS.filter(({ kind }) => kind === "equipment").length);
    expect(find({ text: "xyzzyq" })).toEqual([]);
    expect(find({ text: "   " })).toEqual(find({}));
  });
});

function titleOf(id: string): string {
  return ITEMS.find((item) => item.id === id)!.words.en.title;
}

function generalFirst(id: string): number {
  return ITEMS.find((item) => item.id === id)!.regions.length === 0 ? 0 : 1;
}
