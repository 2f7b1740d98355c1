import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../../../lib/domain/calendar/local-date";
import {
  type CheckedExercise,
  checkPrecautions,
  type PatientCondition,
} from "../../../lib/domain/cautions/precaution-check";
import type { Condition, PrecautionRule, RuleSet } from "../../../lib/domain/cautions/rule-set";

const TODAY = localDate("2025-06-15");

function condition(id: string, change: Partial<Condition> = {}): Condition {
  return {
    id,
    name: `Name of ${id}`,
    region: "knee",
    icd10: [],
    snomed: [],
    siteBound: false,
    sided: false,
    hasSurgeryDate: false,
    ...change,
  };
}

function rule(about: string, trait: string, change: Partial<PrecautionRule> = {}): PrecautionRule {
  return {
    condition: about,
    trait,
    severity: "precaution",
    reason: `${about} and ${trait}`,
    modification: null,
    ends: null,
    sources: [],
    evidence: "sourced",
    ...change,
  };
}

const weeks = (from: "onset" | "surgery", count: number) =>
  ({ kind: "weeks", from, weeks: count, text: `Until week ${count}` }) as const;

const SET: RuleSet = {
  version: "test",
  status: "draft",
  traits: [
    { id: "bend", label: "Bending" },
    { id: "twist", label: "Twisting" },
    { id: "pos_kneeling", label: "Kneeling" },
  ],
  conditions: [
    condition("glaucoma"),
    condition("fracture", { siteBound: true, sided: true }),
    condition("knee", { sided: true }),
    condition("repair", { sided: true, hasSurgeryDate: true }),
    condition("sprain"),
    condition("clot", { sided: true, siteBound: true }),
    condition("grouped"),
  ],
  rules: [
    rule("glaucoma", "bend"),
    rule("glaucoma", "twist", { severity: "contraindicated", modification: "Sit up" }),
    rule("fracture", "bend", { severity: "contraindicated" }),
    rule("knee", "bend"),
    rule("knee", "pos_kneeling"),
    rule("repair", "bend", { severity: "contraindicated", ends: weeks("surgery", 6) }),
    rule("sprain", "bend", { ends: weeks("onset", 2) }),
    rule("clot", "any_exercise", { severity: "contraindicated" }),
    rule("grouped", "bend", {
      reason: "Same",
      modification: "Half way",
      sources: [{ title: "A", url: "https://a.example" }],
    }),
    rule("grouped", "twist", {
      reason: "Same",
      evidence: "not-verified",
      sources: [
        { title: "A", url: "https://a.example" },
        { title: "B", url: "https://b.example" },
      ],
    }),
  ],
};

function patient(conditionId: string, change: Partial<PatientCondition> = {}): PatientCondition {
  return {
    id: `record-of-${conditionId}`,
    conditionId,
    onsetOn: null,
    surgeryOn: null,
    side: null,
    site: null,
    endedOn: null,
    ...change,
  };
}

function line(lineId: string, traits: string[], change: Partial<CheckedExercise> = {}) {
  return { lineId, slug: lineId, traits, regions: ["knee"], side: "none", ...change } as const;
}

function check(
  patientConditions: readonly PatientCondition[],
  exercises: readonly CheckedExercise[],
  today = TODAY,
) {
  return checkPrecautions({ patientConditions, exercises, today, rules: SET });
}

/** Lines that any finding concerns. */
function fires(
  patientCondition: PatientCondition,
  exercises: readonly CheckedExercise[],
  today = TODAY,
): string[] {
  return Object.keys(check([patientCondition], exercises, today).lineSeverities);
}

describe("when a rule fires", () => {
  test("the patient has the condition and the exercise the trait", () => {
    const lines = [line("a", ["bend"]), line("b", []), line("c", ["other"])];
    expect(fires(patient("glaucoma"), lines)).toEqual(["a"]);
    expect(check([], lines)).toEqual({ findings: [], lineSeverities: {} });
  });

  test("a condition that is not in the rules finds nothing", () => {
    expect(fires(patient("unheard-of"), [line("a", ["bend"])])).toEqual([]);
  });

  test("any_exercise fires for all, whatever site and side", () => {
    const lines = [line("a", []), line("b", [], { regions: ["neck"], side: "right" })];
    expect(fires(patient("clot", { side: "left", site: "knee" }), lines)).toEqual(["a", "b"]);
    expect(check([patient("clot")], lines).findings[0]?.siteUnknown).toBe(false);
  });

  test("not once the condition has ended", () => {
    const lines = [line("a", ["bend"])];
    expect(fires(patient("glaucoma", { endedOn: addDays(TODAY, 1) }), lines)).toEqual(["a"]);
    expect(fires(patient("glaucoma", { endedOn: TODAY }), lines)).toEqual([]);
    expect(fires(patient("glaucoma", { endedOn: addDays(TODAY, -1) }), lines)).toEqual([]);
  });
});

describe("end dates", () => {
  const lines = [line("a", ["bend"])];

  test("weeks count from surgery; the day they are over it stops", () => {
    const repair = patient("repair", {
      surgeryOn: addDays(TODAY, -41),
      onsetOn: addDays(TODAY, -400),
    });
    const [finding] = check([repair], lines).findings;
    expect(finding).toMatchObject({
      endsOn: addDays(TODAY, 1),
      endsText: "Until week 6",
      dateUnknown: false,
    });
    expect(fires(repair, lines, addDays(TODAY, 1))).toEqual([]);
  });

  test("or from onset", () => {
    const at = (days: number) => patient("sprain", { onsetOn: addDays(TODAY, -days) });
    expect(fires(at(13), lines)).toEqual(["a"]);
    expect(fires(at(14), lines)).toEqual([]);
  });

  test("a date that is not recorded ends nothing", () => {
    const [finding] = check([patient("repair", { onsetOn: addDays(TODAY, -400) })], lines).findings;
    expect(finding).toMatchObject({ endsOn: null, dateUnknown: true });
  });
});

describe("site and side", () => {
  const lines = [
    line("knee-left", ["bend"], { side: "left" }),
    line("knee-right", ["bend"], { side: "right" }),
    line("knee-each", ["bend"], { side: "each" }),
    line("neck", ["bend"], { regions: ["neck"] }),
    line("all-over", ["bend"], { regions: ["whole-body"] }),
  ];

  test("a recorded site narrows to exercises of that region", () => {
    expect(fires(patient("fracture", { site: "neck" }), lines)).toEqual(["neck", "all-over"]);
    expect(check([patient("fracture", { site: "neck" })], lines).findings[0]?.siteUnknown).toBe(
      false,
    );
  });

  test("without a site it fires for all and says so", () => {
    const { findings, lineSeverities } = check([patient("fracture")], lines);
    expect(Object.keys(lineSeverities)).toHaveLength(5);
    expect(findings[0]?.siteUnknown).toBe(true);
  });

  test("a site says nothing of a condition that is not bound to one", () => {
    expect(fires(patient("glaucoma", { site: "neck" }), lines)).toHaveLength(5);
  });

  test("only the opposite side alone is left out", () => {
    const of = (side: PatientCondition["side"]) => fires(patient("knee", { side }), lines);
    expect(of("left")).toEqual(["knee-left", "knee-each", "neck", "all-over"]);
    expect(of("right")).toEqual(["knee-right", "knee-each", "neck", "all-over"]);
    expect(of("both")).toHaveLength(5);
    expect(of(null)).toHaveLength(5);
  });

  test("a side says nothing of a condition without sides", () => {
    expect(fires(patient("glaucoma", { side: "left" }), lines)).toHaveLength(5);
  });

  test("a posture concerns both sides: the other knee kneels too", () => {
    const kneeling = [line("stretch", ["pos_kneeling"], { side: "right" })];
    expect(fires(patient("knee", { side: "left" }), kneeling)).toEqual(["stretch"]);
  });
});

describe("findings", () => {
  test("one for each reason, strongest first, then by lines", () => {
    const lines = [line("a", ["bend"]), line("b", ["bend", "twist"]), line("c", ["pos_kneeling"])];
    const { findings, lineSeverities } = check([patient("knee"), patient("glaucoma")], lines);
    expect(findings.map((f) => [f.severity, f.reason, f.lineIds])).toEqual([
      ["contraindicated", "glaucoma and twist", ["b"]],
      ["precaution", "knee and bend", ["a", "b"]],
      ["precaution", "glaucoma and bend", ["a", "b"]],
      ["precaution", "knee and pos_kneeling", ["c"]],
    ]);
    expect(lineSeverities).toEqual({ a: "precaution", b: "contraindicated", c: "precaution" });
  });

  test("rules that share a reason are one finding, each trait with its own lines", () => {
    const lines = [line("a", ["twist"]), line("b", ["bend", "twist"]), line("c", ["bend"])];
    expect(check([patient("grouped")], lines).findings).toEqual([
      {
        severity: "precaution",
        conditionId: "grouped",
        conditionName: "Name of grouped",
        reason: "Same",
        traits: [
          { id: "bend", label: "Bending", lineIds: ["b", "c"] },
          { id: "twist", label: "Twisting", lineIds: ["a", "b"] },
        ],
        lineIds: ["a", "b", "c"],
        modification: "Half way",
        evidence: "not-verified",
        sources: [
          { title: "A", url: "https://a.example" },
          { title: "B", url: "https://b.example" },
        ],
        endsOn: null,
        endsText: null,
        siteUnknown: false,
        dateUnknown: false,
      },
    ]);
  });

  test("a trait that is not met lends neither its grade nor its sources", () => {
    const [finding] = check([patient("grouped")], [line("c", ["bend"])]).findings;
    expect(finding).toMatchObject({ evidence: "sourced", sources: [{ title: "A" }] });
  });

  test("left and right of one condition are one finding, unless their ends differ", () => {
    const lines = [line("l", ["bend"], { side: "left" }), line("r", ["bend"], { side: "right" })];
    const both = [
      patient("knee", { id: "1", side: "left" }),
      patient("knee", { id: "2", side: "right" }),
    ];
    expect(check(both, lines).findings.map((f) => f.lineIds)).toEqual([["l", "r"]]);
    const repairs = [
      patient("repair", { id: "1", side: "left", surgeryOn: addDays(TODAY, -7) }),
      patient("repair", { id: "2", side: "right", surgeryOn: addDays(TODAY, -14) }),
    ];
    expect(check(repairs, lines).findings.map((f) => [f.lineIds, f.endsOn])).toEqual([
      [["l"], addDays(TODAY, 35)],
      [["r"], addDays(TODAY, 28)],
    ]);
  });
});
