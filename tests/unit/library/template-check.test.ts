import { describe, expect, it } from "vitest";
import type { RuleSet } from "@/lib/domain/cautions/rule-set";
import { DAILY_ONCE, type Dosage } from "@/lib/domain/dosage/dosage";
import { type CheckedTemplate, templateFaults } from "@/lib/domain/library/template-check";

const DOSAGE: Dosage = {
  sets: 2,
  reps: 10,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "none",
  frequency: DAILY_ONCE,
};

const RULES = {
  version: "test",
  status: "draft",
  traits: [],
  conditions: [
    {
      id: "fusion",
      name: "Recent fusion",
      region: "low-back",
      icd10: [],
      snomed: [],
      siteBound: false,
      sided: false,
      hasSurgeryDate: true,
    },
  ],
  rules: [
    {
      condition: "fusion",
      trait: "twist",
      severity: "contraindicated",
      reason: "It turns the spine.",
      modification: null,
      ends: { kind: "weeks", from: "surgery", weeks: 12, text: "12 weeks" },
      sources: [],
      evidence: "sourced",
    },
    {
      condition: "fusion",
      trait: "load",
      severity: "precaution",
      reason: "It loads the spine.",
      modification: null,
      ends: null,
      sources: [],
      evidence: "sourced",
    },
  ],
} as const satisfies RuleSet;

const exercise = (slug: string, traits: string[] = [], recommended = true) => ({
  slug,
  recommended,
  traits,
  regions: ["hip"],
});

const EXERCISES = [
  ...["a", "b", "c", "d"].map((slug) => exercise(slug)),
  exercise("turn", ["twist"]),
  exercise("lift", ["load"]),
  exercise("plough", [], false),
];

const words = { name: "Gentle start", summary: "For a first week.", note: "Keep moving." };
const line = (slug: string, dosage: Partial<Dosage> = {}) => ({
  slug,
  dosage: { ...DOSAGE, ...dosage },
});
const FOUR = ["a", "b", "c", "d"].map((slug) => line(slug));

const faultsOf = (rest: Partial<CheckedTemplate>) =>
  templateFaults(
    [
      {
        id: "start",
        regions: ["hip"],
        conditions: [],
        sources: [],
        reviewState: "draft",
        basis: "Library defaults.",
        words: { en: words, es: words },
        lines: FOUR,
        ...rest,
      },
    ],
    ["en", "es"],
    { exercises: EXERCISES, rules: RULES },
  );

describe("what a ready template lacks", () => {
  it("is nothing when all is there; what its condition only asks care with may stand in it", () => {
    expect(faultsOf({ conditions: ["fusion"], lines: [...FOUR, line("lift")] })).toEqual([]);
  });

  it.each<[string, Partial<CheckedTemplate>, string]>([
    ["a region", { regions: [] }, "has no region"],
    ["a known region", { regions: ["leg"] }, 'region "leg" is unknown'],
    ["a known condition", { conditions: ["sadness"] }, 'condition "sadness" is unknown'],
    ["a known state", { reviewState: "ok" }, 'review state "ok" is unknown'],
    ["its grounds", { basis: " " }, "does not say what its dosage rests on"],
    ["a language", { words: { en: words } }, "has no text in es"],
    ["a note", { words: { en: words, es: { ...words, note: "" } } }, "has no note in es"],
    ["enough exercises", { lines: FOUR.slice(1) }, "has 3 exercises; it should be 4 to 7"],
    ["a known exercise", { lines: [...FOUR, line("gone")] }, '"gone" is not in the library'],
    ["an exercise to do", { lines: [...FOUR, line("plough")] }, '"plough" is one to avoid'],
    ["different exercises", { lines: [...FOUR, line("a")] }, 'names "a" twice'],
    [
      "a dosage that may be saved",
      { lines: [...FOUR.slice(1), line("a", { sets: 0 })] },
      '"a" sets is out_of_range',
    ],
    [
      "exercises that its condition allows",
      { conditions: ["fusion"], lines: [...FOUR, line("turn")] },
      '"turn" is contraindicated with fusion',
    ],
  ])("names %s", (_what, broken, fault) => {
    expect(faultsOf(broken)).toEqual([`template start ${fault}`]);
  });

  it("is more exercises than patients keep up", () => {
    const eight = [...FOUR, line("lift"), line("turn"), line("a"), line("b")];
    expect(faultsOf({ lines: eight })).toContain(
      "template start has 8 exercises; it should be 4 to 7",
    );
  });
});
