import { describe, expect, test } from "vitest";
import { localDate } from "../../../lib/domain/calendar/local-date";
import type { UnresolvedContraindication } from "../../../lib/domain/cautions/override";
import { DEFAULT_PAIN_RULE } from "../../../lib/domain/pain/pain-rule";
import { PLAIN_LINE, PLAIN_PLAN } from "../../../lib/domain/plan/line";
import { NO_ENTRY } from "../../../lib/domain/plan/phase";
import { checkPlan, type DraftLine, type PlanDraft } from "../../../lib/domain/plan/validate-plan";
import { HOLD_25 } from "./lines";

function line(lineId: string, change: Partial<DraftLine> = {}): DraftLine {
  const fine = { isAvoidListed: false, isUnfinished: false };
  return {
    ...PLAIN_LINE,
    lineId,
    slug: lineId,
    dosage: HOLD_25,
    cue: null,
    caution: null,
    ...fine,
    ...change,
  };
}

function check(exercises: readonly DraftLine[], change: Partial<PlanDraft> = {}) {
  return checkPlan({
    ...PLAIN_PLAN,
    startsOn: localDate("2026-12-01"),
    painRule: DEFAULT_PAIN_RULE,
    exercises,
    contraindications: [],
    ...change,
  });
}

const many = (count: number) => Array.from({ length: count }, (_, i) => line(`line-${i}`));

describe("checkPlan", () => {
  test("a plain plan may be published", () => {
    expect(check([line("a"), line("b")])).toEqual([]);
  });

  test("1 to 40 exercises", () => {
    expect(check([])).toEqual([{ code: "no_exercises" }]);
    expect(check(many(40))).toEqual([]);
    expect(check(many(41))).toEqual([{ code: "too_many_exercises", count: 41, max: 40 }]);
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

  test("dates, pain limits, variants and phases of a line", () => {
    const step = (stepId: string, slug: string) => ({
      ...{ stepId, slug, direction: "easier" as const, dosage: HOLD_25 },
    });
    const codes = (change: Partial<DraftLine>) =>
      check([line("a", change)]).map((problem) =>
        problem.code === "line" ? `${problem.problem.field} ${problem.problem.code}` : problem.code,
      );
    const [first, second] = [localDate("2026-12-01"), localDate("2026-12-02")];
    expect(
      codes({ startsOn: first, endsOn: first, painLimits: { greenMax: 0, amberMax: 9 } }),
    ).toEqual([]);
    expect(codes({ startsOn: second, endsOn: first })).toEqual(["endsOn date_order"]);
    expect(codes({ painLimits: { greenMax: 4, amberMax: 4 } })).toEqual(["painLimits range_order"]);
    expect(codes({ painLimits: { greenMax: 4, amberMax: 10 } })).toEqual([
      "painLimits out_of_range",
    ]);
    expect(codes({ ladder: [step("s", "a")] })).toEqual(["ladder same_exercise"]);
    expect(codes({ ladder: ["x", "y", "z"].map((slug) => step(slug, slug)) })).toEqual([
      "ladder too_many",
    ]);
    expect(codes({ ladder: [{ ...step("s", "x"), dosage: { ...HOLD_25, sets: 0 } }] })).toEqual([
      "dosage",
    ]);
    expect(codes({ phaseId: "gone" })).toEqual(["phaseId unknown"]);
  });

  test("a phase without an exercise, and a plan that ends before it starts", () => {
    const phase = (phaseId: string) => ({
      ...{ phaseId, name: phaseId, aim: null, startsOn: null, entry: NO_ENTRY },
    });
    const phases = [phase("one"), phase("two")];
    expect(check([line("a", { phaseId: "one" })], { phases })).toEqual([
      { code: "phase_empty", name: "two" },
    ]);
    expect(check([line("a")], { phases })).toEqual([]);
    expect(check([line("a")], { endsOn: localDate("2026-11-30") })).toEqual([
      { code: "plan_dates" },
    ]);
    expect(check([line("a")], { endsOn: localDate("2026-12-01") })).toEqual([]);
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
