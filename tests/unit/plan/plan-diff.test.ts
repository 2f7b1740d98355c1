import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../../../lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage } from "../../../lib/domain/dosage/dosage";
import { DEFAULT_PAIN_RULE } from "../../../lib/domain/pain/pain-rule";
import { PLAIN_LINE, PLAIN_PLAN } from "../../../lib/domain/plan/line";
import { NO_ENTRY, type Phase } from "../../../lib/domain/plan/phase";
import { diffPlans, type PlanSide } from "../../../lib/domain/plan/plan-diff";
import { HOLD_25 } from "./lines";

type Line = PlanSide["exercises"][number];

function line(lineId: string, change: Partial<Line> = {}): Omit<Line, "position"> {
  return {
    ...PLAIN_LINE,
    lineId,
    slug: `slug-${lineId}`,
    dosage: HOLD_25,
    cue: null,
    caution: null,
    ...change,
  };
}

function plan(lines: readonly Omit<Line, "position">[], change: Partial<PlanSide> = {}): PlanSide {
  return {
    ...PLAIN_PLAN,
    note: null,
    painRule: DEFAULT_PAIN_RULE,
    advice: [],
    exercises: lines.map((each, position) => ({ ...each, position })),
    ...change,
  };
}

const of = (...ids: string[]) => plan(ids.map((id) => line(id)));

function fields(before: Partial<Line>, after: Partial<Line>) {
  return diffPlans(plan([line("a", before)]), plan([line("a", after)])).changed.flatMap(
    (changed) => changed.fields,
  );
}

const dose = (change: Partial<Dosage>) => ({ dosage: { ...HOLD_25, ...change } });

describe("diffPlans", () => {
  test("a plan equals itself, however its objects are written", () => {
    const twin = JSON.parse(JSON.stringify(of("a", "b"))) as PlanSide;
    expect(diffPlans(of("a", "b"), twin)).toEqual({
      added: [],
      removed: [],
      changed: [],
      reordered: [],
      renewed: [],
      painRule: [],
      note: null,
      advice: { added: [], removed: [], renewed: [], reordered: [] },
      phases: { added: [], removed: [], changed: [], reordered: false },
      dates: [],
      isEmpty: true,
    });
  });

  test("every other field of a line is compared", () => {
    const step = { stepId: "s", direction: "easier" as const, slug: "easy", dosage: HOLD_25 };
    const other: Partial<Line> = {
      startsOn: localDate("2026-12-01"),
      endsOn: localDate("2026-12-14"),
      mustDo: true,
      painLimits: { greenMax: 2, amberMax: 4 },
      ladder: [step],
    };
    expect(fields({}, other).map(({ field }) => field)).toEqual(Object.keys(other));
    const frozen = { ...step, name: "Easy", prescribedId: "p" };
    expect(fields({ ladder: [step] }, { ladder: [frozen] })).toEqual([]);
  });

  test("phases: new, gone, changed, in another order; a line's phase by its id", () => {
    const phase = (phaseId: string, name = phaseId): Phase => ({
      ...{ phaseId, name, aim: null, startsOn: null },
      entry: NO_ENTRY,
    });
    const before = plan([line("a", { phaseId: "one" })], {
      phases: [phase("one"), phase("two"), phase("three")],
    });
    const after = plan([line("a", { phaseId: "one" })], {
      phases: [phase("three"), phase("one", "renamed"), phase("four")],
    });
    const diff = diffPlans(before, after);
    expect(diff.phases).toEqual({
      added: [phase("four")],
      removed: [phase("two")],
      changed: [{ before: phase("one"), after: phase("one", "renamed") }],
      reordered: true,
    });
    expect(diff.changed).toEqual([]);
    expect(diff.isEmpty).toBe(false);
    const moved = diffPlans(
      before,
      plan([line("a", { phaseId: "two" })], { phases: before.phases }),
    );
    expect(moved.changed[0]?.fields).toEqual([
      {
        field: "phase",
        before: { phaseId: "one", name: "one" },
        after: { phaseId: "two", name: "two" },
      },
    ]);
  });

  test("the plan's own days", () => {
    const endsOn = localDate("2027-01-31");
    expect(diffPlans(of("a"), { ...of("a"), endsOn })).toMatchObject({
      dates: [{ field: "endsOn", before: null, after: endsOn }],
      isEmpty: false,
    });
  });

  test("what the library renewed is a change of the lines that stayed", () => {
    const marks = (en: string, es: string, pictures: string) => ({
      marks: { words: { en, es }, pictures },
    });
    const before = plan([
      line("a", marks("a", "a", "p")),
      line("b", marks("b", "b", "p")),
      line("c", marks("c", "c", "p")),
      line("d", marks("d", "d", "p")),
    ]);
    const after = plan([
      line("a", marks("a", "a2", "p")),
      line("b", marks("b", "b", "q")),
      line("c", marks("c", "c", "p")),
      line("d", { slug: "another", ...marks("x", "x", "x") }),
      line("e", marks("e", "e", "p")),
    ]);
    const { renewed, isEmpty } = diffPlans(before, after);
    expect(renewed).toEqual([
      { lineId: "a", words: ["es"], pictures: false },
      { lineId: "b", words: [], pictures: true },
    ]);
    expect(isEmpty).toBe(false);
    expect(diffPlans(of("a"), plan([line("a", marks("a", "a", "p"))])).isEmpty).toBe(true);
  });

  test("reworded advice is a change", () => {
    const advised = (mark: string) => plan([], { advice: [{ id: "slow", mark }] });
    expect(diffPlans(advised("one"), advised("two"))).toMatchObject({
      advice: { added: [], removed: [], renewed: ["slow"], reordered: [] },
      isEmpty: false,
    });
    expect(diffPlans(advised("one"), advised("one")).isEmpty).toBe(true);
  });

  test("added and removed lines; the rest has not moved", () => {
    expect(diffPlans(of("a", "b", "c"), of("d", "a", "c", "e"))).toMatchObject({
      added: ["d", "e"],
      removed: ["b"],
      changed: [],
      reordered: [],
      isEmpty: false,
    });
  });

  test("every dosage field is compared", () => {
    const other: Dosage = {
      sets: 4,
      reps: 5,
      holdSeconds: 30,
      durationSeconds: 60,
      restSeconds: 45,
      loadGrams: 1000,
      band: "red",
      tempo: "3-1-2",
      side: "left",
      frequency: { ...DAILY_ONCE, timesPerDayMax: 2 },
    };
    const changed = fields({}, { dosage: other });
    expect(changed.map((change) => change.field).sort()).toEqual(Object.keys(other).sort());
    for (const { field, before, after } of changed) {
      expect({ before, after }).toEqual({
        before: HOLD_25[field as keyof Dosage],
        after: other[field as keyof Dosage],
      });
    }
  });

  test("weekdays are compared by value", () => {
    const weekly = (...weekdays: (1 | 3 | 5)[]) =>
      dose({ frequency: { ...DAILY_ONCE, pattern: "weekdays", weekdays } });
    expect(fields(weekly(1, 3), weekly(1, 3))).toEqual([]);
    expect(fields(weekly(1, 3), weekly(1, 5)).map((c) => c.field)).toEqual(["frequency"]);
    expect(fields(weekly(1, 3), weekly(1, 3, 5)).map((c) => c.field)).toEqual(["frequency"]);
    expect(fields(weekly(1, 3, 5), weekly(1, 3)).map((c) => c.field)).toEqual(["frequency"]);
  });

  test("cue, caution and another exercise on the line", () => {
    expect(fields({ cue: "Slowly" }, { cue: null, caution: "Stop at 6", slug: "new" })).toEqual([
      { field: "slug", before: "slug-a", after: "new" },
      { field: "cue", before: "Slowly", after: null },
      { field: "caution", before: null, after: "Stop at 6" },
    ]);
  });

  test("blank text is no text", () => {
    expect(fields({ cue: "" }, { cue: "  " })).toEqual([]);
    expect(fields({ cue: "Slowly" }, { cue: "Slowly " })).toEqual([]);
    expect(diffPlans(plan([], { note: "" }), plan([])).note).toBeNull();
  });

  test("pain rule, field by field, and note", () => {
    const painRule = { ...DEFAULT_PAIN_RULE, greenMax: 2, redText: "Ring us" };
    const diff = diffPlans(plan([], { note: "Walk" }), plan([], { note: "Walk more", painRule }));
    expect(diff.painRule).toEqual([
      { field: "greenMax", before: 3, after: 2 },
      { field: "redText", before: null, after: "Ring us" },
    ]);
    expect(diff.note).toEqual({ before: "Walk", after: "Walk more" });
    expect(diff.isEmpty).toBe(false);
    expect(diffPlans(plan([]), plan([], { note: "Walk" })).isEmpty).toBe(false);
    expect(diffPlans(plan([]), plan([], { painRule })).isEmpty).toBe(false);
  });

  test.each<[string, string, string[]]>([
    ["abcd", "dabc", ["d"]],
    ["abcd", "bcda", ["a"]],
    ["abcd", "acbd", ["b"]],
    ["abc", "xacb", ["b"]],
    ["abcd", "abcd", []],
  ])("%s to %s moved %j", (before, after, moved) => {
    expect(diffPlans(of(...before), of(...after)).reordered).toEqual(moved);
  });

  test("order is that of position, not of the list", () => {
    const forwards = of("a", "b");
    const same = { ...forwards, exercises: [...forwards.exercises].reverse() };
    expect(diffPlans(forwards, same).isEmpty).toBe(true);
  });

  test("advice that came, went and moved", () => {
    const advised = (ids: string) => plan([], { advice: [...ids].map((id) => ({ id })) });
    const diff = diffPlans(advised("abc"), advised("cad"));
    expect(diff.advice).toEqual({ added: ["d"], removed: ["b"], renewed: [], reordered: ["a"] });
    expect(diff.isEmpty).toBe(false);
    expect(diffPlans(advised("ab"), advised("ba")).isEmpty).toBe(false);
    expect(diffPlans(advised("ab"), advised("ab")).isEmpty).toBe(true);
  });

  test("applying what changed to the earlier advice gives the later one, up to what was moved", () => {
    const ids = fc.shuffledSubarray(["a", "b", "c", "d", "e", "f", "g"]);
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const advised = (list: string[]) => plan([], { advice: list.map((id) => ({ id })) });
        const { advice, isEmpty } = diffPlans(advised(before), advised(after));
        const { added, removed, reordered } = advice;
        const still = (list: readonly string[]) =>
          list.filter((id) => ![...added, ...removed, ...reordered].includes(id));
        expect(still(before)).toEqual(still(after));
        const kept = before.filter((id) => !removed.includes(id));
        expect([...kept, ...added].sort()).toEqual([...after].sort());
        expect(isEmpty).toBe(before.join() === after.join());
      }),
    );
  });

  test("lines that are not reordered keep their order; order alone decides if any is", () => {
    const ids = fc.shuffledSubarray(["a", "b", "c", "d", "e", "f", "g"]);
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const { added, removed, reordered } = diffPlans(of(...before), of(...after));
        expect(added).toEqual(after.filter((id) => !before.includes(id)));
        expect(removed).toEqual(before.filter((id) => !after.includes(id)));
        const both = after.filter((id) => before.includes(id));
        const was = before.filter((id) => after.includes(id));
        const still = (list: string[]) => list.filter((id) => !reordered.includes(id));
        expect(still(both)).toEqual(still(was));
        expect(reordered.length === 0).toBe(both.join() === was.join());
        expect(reordered.length).toBeLessThanOrEqual(Math.max(0, both.length - 1));
      }),
    );
  });
});
