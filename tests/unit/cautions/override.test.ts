import { describe, expect, test } from "vitest";
import { unresolvedContraindications } from "../../../lib/domain/cautions/override";
import type { PrecautionFinding } from "../../../lib/domain/cautions/precaution-check";

function finding(change: Partial<PrecautionFinding>): PrecautionFinding {
  return {
    severity: "contraindicated",
    conditionId: "fusion",
    conditionName: "Lumbar fusion",
    reason: "The graft is healing",
    traits: [
      { id: "bend", label: "Bending", lineIds: ["a", "b"] },
      { id: "twist", label: "Twisting", lineIds: ["b"] },
    ],
    lineIds: ["a", "b"],
    modification: null,
    evidence: "sourced",
    sources: [],
    endsOn: null,
    endsText: null,
    siteUnknown: false,
    dateUnknown: false,
    ...change,
  };
}

const override = (
  lineId: string,
  trait: string,
  reason = "Surgeon agreed",
  conditionId = "fusion",
) => ({
  lineId,
  conditionId,
  trait,
  reason,
});

function open(...overrides: ReturnType<typeof override>[]) {
  return unresolvedContraindications([finding({})], overrides).map((u) => `${u.lineId} ${u.trait}`);
}

describe("contraindications that block publishing", () => {
  test("one for each line and trait, in words a screen can show", () => {
    expect(open()).toEqual(["a bend", "b bend", "b twist"]);
    expect(unresolvedContraindications([finding({})], [])[0]).toEqual({
      lineId: "a",
      conditionId: "fusion",
      conditionName: "Lumbar fusion",
      trait: "bend",
      traitLabel: "Bending",
      reason: "The graft is healing",
    });
  });

  test("precautions never block", () => {
    expect(unresolvedContraindications([finding({ severity: "precaution" })], [])).toEqual([]);
  });

  test("an override settles its own line, condition and trait only", () => {
    expect(open(override("b", "bend"))).toEqual(["a bend", "b twist"]);
    expect(open(override("b", "bend", "Agreed", "other"))).toEqual(["a bend", "b bend", "b twist"]);
    expect(open(override("a", "bend"), override("b", "bend"), override("b", "twist"))).toEqual([]);
  });

  test("an override without a reason settles nothing", () => {
    expect(open(override("a", "bend", ""), override("b", "twist", " \n"))).toHaveLength(3);
  });

  test("the same contraindication from two records is named once", () => {
    const twice = [finding({}), finding({ reason: "Other words", endsText: "Later" })];
    expect(unresolvedContraindications(twice, [])).toHaveLength(3);
  });
});
