import { describe, expect, it } from "vitest";
import { RULE_SET } from "@/lib/domain/cautions/rules";
import { rulesTouching } from "@/lib/domain/cautions/rules-of-traits";

describe("rules that touch an exercise", () => {
  it("finds every rule of its traits, contraindications first", () => {
    const { own } = rulesTouching(["pos_inverted_full"], RULE_SET);
    const all = RULE_SET.rules.filter(({ trait }) => trait === "pos_inverted_full");
    expect(own).toHaveLength(all.length);
    expect(own[0]?.severity).toBe("contraindicated");
    const severities = own.map(({ severity }) => severity);
    expect(severities.lastIndexOf("contraindicated")).toBeLessThan(
      severities.includes("precaution") ? severities.indexOf("precaution") : Number.MAX_VALUE,
    );
  });

  it("keeps rules for every exercise apart, also without a trait", () => {
    const { own, any } = rulesTouching([], RULE_SET);
    expect(own).toEqual([]);
    expect(any.length).toBeGreaterThan(0);
    expect(any.every(({ trait }) => trait === "any_exercise")).toBe(true);
  });
});
