import { describe, expect, it } from "vitest";
import { similarNames } from "@/lib/domain/patient/similar-name";

describe("names that may be one person's", () => {
  it.each([
    ["José García", "Jose Garcia"],
    ["Maya Rao", "Rao Maya"],
    ["Jon Smith", "John Smyth"],
    ["Katarzyna Wójcik", "Kasia Wojcik-Nowak"],
    ["محمد علي", "محمد علی"],
    ["Zoë", "Zoe"],
  ])("%s and %s", (a, b) => {
    expect(similarNames(a, b)).toBe(true);
  });

  it.each([
    ["Elena Marsh", "Tomasz Lewandowski"],
    ["Aiko Tanaka", "Ruth Adeyemi"],
    ["王伟", "李娜"],
  ])("not %s and %s", (a, b) => {
    expect(similarNames(a, b)).toBe(false);
  });
});
