import { describe, expect, it } from "vitest";
import { EQUIPMENT, KINDS, POSITIONS, REGIONS } from "@/lib/domain/library/facets";
import { facetWords } from "@/lib/features/plans/components/builder/facet-words";

describe("a facet in words", () => {
  it.each([
    ["low-back", "Low back"],
    ["elbow-wrist-hand", "Elbow, wrist and hand"],
    ["ankle-foot", "Ankle and foot"],
    ["balance-gait", "Balance and gait"],
    ["resistance band", "Resistance band"],
  ])("%s reads %s", (id, words) => {
    expect(facetWords(id)).toBe(words);
  });

  it("never shows an id", () => {
    for (const id of [...REGIONS, ...POSITIONS, ...KINDS, ...EQUIPMENT])
      expect(facetWords(id)).not.toMatch(/-|^[a-z]/);
  });
});
