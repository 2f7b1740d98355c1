import { describe, expect, it } from "vitest";
import { type CheckedEntry, libraryFaults } from "@/lib/domain/library/content-check";

const TRAITS = ["pos_prone"];
const words = {
  name: "Bridge",
  aliases: [],
  setup: "Lie on your back.",
  steps: ["Lift your hips."],
  feel: "You feel your buttocks work.",
  faults: ["The back arches. Keep it flat."],
  cautions: ["Go slowly."],
  alt: "A person lies on the back with the hips lifted.",
};

type Facts = CheckedEntry["facts"];

const entry = (slug: string, facts: Partial<Facts> = {}, rest: Partial<CheckedEntry> = {}) => ({
  facts: {
    slug,
    regions: ["hip"],
    positions: ["supine"],
    kind: "strengthening",
    equipment: ["none"],
    optionalEquipment: [],
    side: "none" as const,
    reviewState: "draft",
    traits: [],
    easier: [],
    harder: [],
    ...facts,
  },
  text: { en: words, es: words },
  hasFigure: true,
  ...rest,
});

const faultsOf = (...entries: CheckedEntry[]) => libraryFaults(entries, ["en", "es"], TRAITS);

describe("what a library lacks", () => {
  it("is nothing when all is there", () => {
    expect(faultsOf(entry("bridge", { traits: ["pos_prone"] }))).toEqual([]);
  });

  it.each<[string, CheckedEntry, string]>([
    ["a figure", entry("a", {}, { hasFigure: false }), "a has no figure"],
    ["a language", entry("a", {}, { text: { en: words } }), "a has no text in es"],
    [
      "what its picture shows",
      entry("a", {}, { text: { en: words, es: { ...words, alt: " " } } }),
      "a has no alt in es",
    ],
    [
      "common faults",
      entry("a", {}, { text: { en: { ...words, faults: [] }, es: words } }),
      "a has no faults in en",
    ],
    [
      "a caution decision",
      entry("a", {}, { text: { en: { ...words, cautions: [] }, es: words } }),
      "a has no cautions in en",
    ],
    ["a traits decision", entry("a", { traits: undefined }), "a has no decision about traits"],
    ["a known trait", entry("a", { traits: ["pos_upside"] }), 'a trait "pos_upside" is unknown'],
    ["a region", entry("a", { regions: [] }), "a has no region"],
    ["a known region", entry("a", { regions: ["leg"] }), 'a region "leg" is unknown'],
    ["a known state", entry("a", { reviewState: "ok" }), 'a review state "ok" is unknown'],
  ])("names %s", (_what, broken, fault) => {
    expect(faultsOf(broken)).toContain(fault);
  });

  it("names a neighbour that is not there, that does not answer, or that is for another region", () => {
    expect(faultsOf(entry("a", { harder: ["b"] }))).toEqual(['a harder "b" is not in the library']);
    expect(faultsOf(entry("a", { harder: ["b"] }), entry("b"))).toEqual([
      'a "b" does not name it as easier',
    ]);
    const far = entry("b", { easier: ["a"], regions: ["neck"] });
    expect(faultsOf(entry("a", { harder: ["b"] }), far)).toEqual([
      'a harder "b" is for another region',
      'b easier "a" is for another region',
    ]);
  });

  it("names a ladder that leads back to its own foot, and a long one that does not is fine", () => {
    const ring = ["a", "b", "c"].map((slug, i, all) =>
      entry(slug, {
        harder: [all[(i + 1) % 3] as string],
        easier: [all[(i + 2) % 3] as string],
      }),
    );
    expect(faultsOf(...ring)).toHaveLength(3);
    const ladder = [
      entry("a", { harder: ["b"] }),
      entry("b", { easier: ["a"], harder: ["c"] }),
      entry("c", { easier: ["b"] }),
    ];
    expect(faultsOf(...ladder)).toEqual([]);
  });
});
