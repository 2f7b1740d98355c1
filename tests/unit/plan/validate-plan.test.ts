import { describe, expect, test } from "vitest";
import type { UnresolvedContraindication } from "../../../lib/domain/cautions/override";
import { DEFAULT_PAIN_RULE } from "../../../lib/domain/pain/pain-rule";
import { checkPlan, type DraftLine, type PlanDraft } from "../../../lib/domain/plan/validate-plan";
import { HOLD_25 } from "./lines";

function line(lineId: string, change: Partial<DraftLine> = {}): DraftLine {
  const fine = { isAvoidListed: false, isUnfinished: false };
  return { lineId, dosage: HOLD_25, cue: null, caution: null, ...fine, ...change };
}

function check(exercises: readonly DraftLine[], change: Partial<PlanDraft> = {}) {
  return checkPlan({ painRule: DEFAULT_PAIN_RULE, exercises, contraindications: [], ...change });
}

const many = (count: number) => Array.from({ length: count }, (_, i) => line(`line-${i}`));

describe("checkPlan", () => {
  test("a plain plan may be published", () => {
    expect(check([line("a"), line("b")])).toEqual([]);
  });

  test("1 to 30 exercises", () => {
    expect(check([])).toEqual([{ code: "no_exercises" }]);
    expect(check(many(30))).toEqual([]);
    expect(check(many(31))).toEqual([{ code: "too_many_exercises", count: 31, max: 30 }]);
  });

  test("dosage problems by line", () => {
    const bad = line("b", { dosage: { ...HOLD_25, sets: 0 } });
    expect(check([line("a"), bad])).toEqual([
      {
        code: "dosage",
        lineId: "b",
        problem: { field: "sets", code: "out_of_range", min: 1, max: 20 },
      },
    ]);
  });

  test.each(["cue", "caution"] as const)("%s: up to 500 characters, not code units", (field) => {
    expect(check([line("a", { [field]: "🙂".repeat(500) })])).toEqual([]);
    expect(check([line("a", { [field]: "x".repeat(501) })])).toEqual([
      { code: "text_too_long", lineId: "a", field, length: 501, max: 500 },
    ]);
  });

  test("an exercise of the avoid list", () => {
    expect(check([line("a", { isAvoidListed: true })])).toEqual([
      { code: "avoid_listed", lineId: "a" },
    ]);
  });

  test("an exercise whose text or traits are not set", () => {
    expect(check([line("a"), line("b", { isUnfinished: true })])).toEqual([
      { code: "unfinished", lineId: "b" },
    ]);
  });

  test("contraindications without an override, even of a line that is not in the list", () => {
    const open = (lineId: string): UnresolvedContraindication => ({
      lineId,
      conditionId: "fusion",
      conditionName: "Lumbar fusion",
      trait: "bend",
      traitLabel: "Bending",
      reason: "The graft is healing",
    });
    const contraindications = [open("a"), open("gone")];
    expect(check([line("a")], { contraindications })).toEqual([
      { code: "contraindicated", lineId: "a", contraindication: open("a") },
      { code: "contraindicated", lineId: "gone", contraindication: open("gone") },
    ]);
  });

  test("a pain rule that cannot be", () => {
    const painRule = { ...DEFAULT_PAIN_RULE, amberMax: 3 };
    expect(check([line("a")], { painRule })).toEqual([
      { code: "pain_rule", problem: { field: "amberMax", code: "range_order" } },
    ]);
  });
});
