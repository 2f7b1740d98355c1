import { describe, expect, it } from "vitest";
import { knownModifications, patientSentence } from "@/lib/domain/cautions/patient-sentence";
import { RULE_SET } from "@/lib/domain/cautions/rules";
import {
  fleschKincaidGrade,
  inflesz,
  MAX_GRADE,
  MIN_INFLESZ,
} from "@/lib/domain/library/reading-ease";

const modifications = [
  ...new Set(RULE_SET.rules.flatMap(({ modification }) => modification ?? [])),
];

describe("a modification in the patient's words", () => {
  it("is there for every rule's modification, and for no other", () => {
    expect(knownModifications().toSorted()).toEqual(modifications.toSorted());
  });

  it("is in both languages or in none, short enough for the caution box", () => {
    for (const modification of modifications) {
      const [en, es] = (["en", "es"] as const).map((l) => patientSentence(modification, l));
      expect(en === null, modification).toBe(es === null);
      for (const sentence of [en, es]) {
        if (sentence == null) continue;
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentence.length).toBeLessThan(120);
      }
    }
  });

  it("reads as easily as an exercise", () => {
    const of = (locale: "en" | "es") =>
      modifications.flatMap((one) => patientSentence(one, locale) ?? []).join(" ");
    expect(fleschKincaidGrade(of("en"))).toBeLessThanOrEqual(MAX_GRADE);
    expect(inflesz(of("es"))).toBeGreaterThanOrEqual(MIN_INFLESZ);
  });

  it("is none for a referral, and none without a modification", () => {
    expect(patientSentence("Refer the patient", "en")).toBeNull();
    expect(patientSentence(null, "es")).toBeNull();
    expect(patientSentence("never heard of", "es")).toBeNull();
  });
});
