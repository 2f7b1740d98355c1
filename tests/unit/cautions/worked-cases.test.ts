import { describe, expect, test } from "vitest";
import { libraryFacts } from "../../../db/seed/library-content";
import { localDate } from "../../../lib/domain/calendar/local-date";
import {
  type CheckedExercise,
  checkPrecautions,
} from "../../../lib/domain/cautions/precaution-check";
import { EVIDENCE_GRADES, SEVERITIES } from "../../../lib/domain/cautions/rule-set";
import { CONDITIONS, RULE_SET, RULES, TRAITS } from "../../../lib/domain/cautions/rules";
import cases from "./worked-cases.json" with { type: "json" };

/** The cases were worked by hand over the exercises of the source documents. */
const SOURCED = libraryFacts().filter(({ sources }) => sources.length > 0);
const LINES: CheckedExercise[] = SOURCED.map(({ slug, traits, regions, side }) => ({
  lineId: slug,
  slug,
  traits,
  regions,
  side,
}));

describe("worked cases over the exercises of the source documents", () => {
  test.each(cases)("$case", ({ conditions, contraindicated, precaution, clear }) => {
    const { lineSeverities } = checkPrecautions({
      patientConditions: conditions.map((conditionId) => ({
        id: conditionId,
        conditionId,
        onsetOn: null,
        surgeryOn: null,
        side: null,
        site: null,
        endedOn: null,
      })),
      exercises: LINES,
      today: localDate("2025-06-15"),
      rules: RULE_SET,
    });
    const lines = (severity: string) =>
      Object.keys(lineSeverities)
        .filter((lineId) => lineSeverities[lineId] === severity)
        .sort();
    expect(lines("contraindicated")).toEqual([...contraindicated].sort());
    expect(lines("precaution")).toEqual([...precaution].sort());
    expect(LINES.length - Object.keys(lineSeverities).length).toBe(clear);
  });

  test("every case of the source is here", () => {
    expect(cases.map((c) => c.case)).toEqual([
      "glaucoma",
      "pregnancy 20 weeks",
      "acute DVT",
      "no conditions",
    ]);
    expect(LINES).toHaveLength(53);
  });
});

describe("the rules that ship", () => {
  test("79 conditions, 47 traits, 214 rules, a draft", () => {
    expect([CONDITIONS.length, TRAITS.length, RULES.length]).toEqual([79, 47, 214]);
    expect(RULE_SET.status).toBe("draft");
  });

  test("ids are unique, and a condition meets a trait in one rule at most", () => {
    const unique = (keys: string[]) => expect(new Set(keys).size).toBe(keys.length);
    unique(CONDITIONS.map((c) => c.id));
    unique(TRAITS.map((t) => t.id));
    unique(RULES.map((r) => `${r.condition} ${r.trait}`));
  });

  test("every rule is of a known condition, trait, severity and grade, and gives a reason", () => {
    const conditions = new Map(CONDITIONS.map((c) => [c.id, c]));
    const traits = new Set(TRAITS.map((t) => t.id));
    const wrong = RULES.filter(
      (r) =>
        !conditions.has(r.condition) ||
        !traits.has(r.trait) ||
        !SEVERITIES.includes(r.severity) ||
        !EVIDENCE_GRADES.includes(r.evidence) ||
        r.reason.trim() === "" ||
        r.modification?.trim() === "",
    );
    expect(wrong).toEqual([]);
  });

  test("an end is whole weeks from a date that the condition has, or a clearance", () => {
    const surgical = new Set(CONDITIONS.filter((c) => c.hasSurgeryDate).map((c) => c.id));
    const wrong = RULES.filter(({ condition, ends }) => {
      if (ends === null) return false;
      if (ends.text.trim() === "") return true;
      if (ends.kind === "clearance") return false;
      const dated = ends.from === "onset" || (ends.from === "surgery" && surgical.has(condition));
      return ends.kind !== "weeks" || !dated || !Number.isInteger(ends.weeks) || ends.weeks < 1;
    });
    expect(wrong).toEqual([]);
  });

  test("what is graded as sourced names a source", () => {
    const claims = RULES.filter((r) => r.evidence.startsWith("sourced") && r.sources.length === 0);
    expect(claims).toEqual([]);
  });

  test("every trait of the library is one that rules can name", () => {
    const traits = new Set(TRAITS.map((t) => t.id));
    expect(LINES.flatMap((l) => l.traits).filter((trait) => !traits.has(trait))).toEqual([]);
  });
});
