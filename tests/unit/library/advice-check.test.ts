import { describe, expect, it } from "vitest";
import {
  ADVICE_TEXT_MAX,
  ADVICE_TITLE_MAX,
  type AdviceRules,
  adviceFaults,
  type CheckedAdvice,
} from "@/lib/domain/library/advice-check";

const words = { title: "Move slowly", text: "Go slowly into each exercise." };

const advice = (id: string, rest: Partial<CheckedAdvice> = {}): CheckedAdvice => ({
  id,
  kind: "technique",
  regions: [],
  isDefault: true,
  rules: [],
  sources: [],
  reviewState: "draft",
  words: { en: words, es: words },
  ...rest,
});

const FOUR = ["a", "b", "c", "d"].map((id) => advice(id));
const NO_RULES: AdviceRules = { all: [], leftOut: {} };
const faultsOf = (items: readonly CheckedAdvice[], rules = NO_RULES) =>
  adviceFaults(items, ["en", "es"], rules);
const withOne = (rest: Partial<CheckedAdvice>) => [
  ...FOUR,
  advice("e", { isDefault: false, ...rest }),
];

describe("what the advice lacks", () => {
  it("is nothing when all is there, at the very bounds", () => {
    const long = { title: "é".repeat(ADVICE_TITLE_MAX), text: "ñ".repeat(ADVICE_TEXT_MAX) };
    const items = withOne({
      rules: ["slow"],
      sources: ["Stretching for back pain relief"],
      regions: ["hip"],
      words: { en: words, es: long },
    });
    expect(faultsOf(items, { all: ["slow", "hold"], leftOut: { hold: "dosage" } })).toEqual([]);
  });

  it.each<[string, Partial<CheckedAdvice>, string]>([
    ["an id of its own", { id: "a" }, "advice a stands there twice"],
    ["a known kind", { kind: "tip" }, 'advice e kind "tip" is unknown'],
    ["a known region", { regions: ["leg"] }, 'advice e region "leg" is unknown'],
    ["a known state", { reviewState: "ok" }, 'advice e review state "ok" is unknown'],
    ["a language", { words: { en: words } }, "advice e has no text in es"],
    [
      "a title",
      { words: { en: words, es: { ...words, title: " " } } },
      "advice e has no title in es",
    ],
    ["words", { words: { en: { ...words, text: "" }, es: words } }, "advice e has no text in en"],
    [
      "a short title",
      { words: { en: { ...words, title: "x".repeat(ADVICE_TITLE_MAX + 1) }, es: words } },
      `advice e has a title of more than ${ADVICE_TITLE_MAX} characters in en`,
    ],
    [
      "a short text",
      { words: { en: words, es: { ...words, text: "x".repeat(ADVICE_TEXT_MAX + 1) } } },
      `advice e has a text of more than ${ADVICE_TEXT_MAX} characters in es`,
    ],
  ])("names %s", (_what, broken, fault) => {
    expect(faultsOf(withOne(broken))).toEqual([fault]);
  });

  it("names the source of a rule", () => {
    expect(faultsOf(withOne({ rules: ["slow"] }), { all: ["slow"], leftOut: {} })).toEqual([
      "advice e carries rules and names no source",
    ]);
  });

  it("is too few or too many on every plan", () => {
    const sentence = (n: number) => `advice: ${n} are on every new plan; it should be 4 to 6`;
    expect(faultsOf(FOUR.slice(1))).toEqual([sentence(3)]);
    const seven = [...FOUR, ...["e", "f", "g"].map((id) => advice(id))];
    expect(faultsOf(seven)).toEqual([sentence(7)]);
  });

  it("is a rule that nothing carries, that is carried and left out at once, or that nobody knows", () => {
    const items = withOne({ rules: ["slow", "made-up"], sources: ["A document"] });
    expect(
      faultsOf(items, { all: ["slow", "lost"], leftOut: { slow: "dosage", invented: "x" } }),
    ).toEqual([
      'rule "slow" is carried and left out at once',
      'rule "lost" is neither carried nor left out',
      'rule "made-up" is unknown',
      'rule "invented" is unknown',
    ]);
  });

  it("is a rule left out without saying why", () => {
    expect(faultsOf(FOUR, { all: ["slow"], leftOut: { slow: " " } })).toEqual([
      'rule "slow" is left out without a reason',
    ]);
  });
});
