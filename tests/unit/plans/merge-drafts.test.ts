import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/domain/calendar/local-date";
import { checkDosage } from "@/lib/domain/dosage/validate-dosage";
import { NO_ENTRY, type Phase } from "@/lib/domain/plan/phase";
import type { ContentLine, DraftContent } from "@/lib/features/plans/draft-content";
import { type DraftClash, mergeDrafts, takeFrom } from "@/lib/features/plans/merge-drafts";
import { contentOf, HOLD_20 } from "./content";

const BASE = contentOf("a", "b", "c");
const ids = ({ lines }: DraftContent) => lines.map(({ lineId }) => lineId).join("");
const withLine = (content: DraftContent, lineId: string, change: Partial<ContentLine>) => ({
  ...content,
  lines: content.lines.map((one) => (one.lineId === lineId ? { ...one, ...change } : one)),
});
const dose = (change: Partial<typeof HOLD_20>) => ({ dosage: { ...HOLD_20, ...change } });
const merge = (mine: DraftContent, theirs: DraftContent) => mergeDrafts(BASE, mine, theirs);

describe("two people in one draft", () => {
  it("changes to different exercises are both there", () => {
    const { content, clashes } = merge(
      withLine(BASE, "a", dose({ sets: 3 })),
      withLine(BASE, "b", { cue: "Slowly" }),
    );
    expect(clashes).toEqual([]);
    expect(content.lines[0]?.dosage.sets).toBe(3);
    expect(content.lines[1]?.cue).toBe("Slowly");
  });

  it("changes to different fields of one exercise are both there", () => {
    const { content, clashes } = merge(
      withLine(BASE, "a", { ...dose({ sets: 3 }), mustDo: true }),
      withLine(BASE, "a", { ...dose({ side: "left" }), startsOn: localDate("2026-12-01") }),
    );
    expect(clashes).toEqual([]);
    expect(content.lines[0]).toMatchObject({ mustDo: true, startsOn: "2026-12-01" });
    expect(content.lines[0]?.dosage).toMatchObject({ sets: 3, side: "left" });
  });

  it.each<[string, Partial<ContentLine>, Partial<ContentLine>, string]>([
    ["sets", dose({ sets: 2 }), dose({ sets: 3 }), "sets"],
    ["repetitions and hold", dose({ reps: 5 }), dose({ holdSeconds: 30 }), "amount"],
    [
      "a time in place of repetitions",
      dose({ reps: 5 }),
      dose({ reps: null, holdSeconds: null, durationSeconds: 60 }),
      "amount",
    ],
    ["weight and band", dose({ loadGrams: 1000 }), dose({ band: "red" }), "load"],
    ["cue", { cue: "Mine" }, { cue: "Theirs" }, "cue"],
    [
      "pain limits",
      { painLimits: { greenMax: 1, amberMax: 2 } },
      { painLimits: { greenMax: 2, amberMax: 3 } },
      "painLimits",
    ],
  ])("%s, by both: mine stays, and the clash is named", (_, mine, theirs, part) => {
    const merged = merge(withLine(BASE, "b", mine), withLine(BASE, "b", theirs));
    expect(merged.clashes).toEqual([{ of: "line", id: "b", part }]);
    expect(merged.content.lines[1]).toMatchObject(mine);
    const clash = merged.clashes[0] as DraftClash;
    const settled = takeFrom(merged.content, clash, withLine(BASE, "b", theirs));
    expect(settled.lines[1]).toMatchObject(theirs);
  });

  it("the same change twice is one", () => {
    const both = withLine(BASE, "a", dose({ sets: 3 }));
    expect(merge(both, both)).toEqual({ content: both, clashes: [] });
  });

  it("what either added is there, where it was put; what either took out is gone", () => {
    const mine = contentOf("a", "m", "b", "c");
    const theirs = contentOf("a", "t", "c");
    expect(ids(merge(mine, theirs).content)).toBe("atmc");
    expect(merge(mine, theirs).clashes).toEqual([]);
  });

  it("taken out here and changed there: it stays until somebody decides", () => {
    const gone = contentOf("a", "c");
    const changed = withLine(BASE, "b", dose({ sets: 4 }));
    for (const [mine, theirs] of [
      [gone, changed],
      [changed, gone],
    ] as const) {
      const { content, clashes } = merge(mine, theirs);
      expect(ids(content)).toBe("abc");
      expect(clashes).toEqual([{ of: "line", id: "b", part: "presence" }]);
      const [clash] = clashes as [DraftClash];
      expect(ids(takeFrom(content, clash, gone))).toBe("ac");
      expect(takeFrom(content, clash, changed).lines[1]?.dosage.sets).toBe(4);
    }
  });

  it("one order where one moved; asked where both did", () => {
    expect(ids(merge(BASE, contentOf("c", "a", "b")).content)).toBe("cab");
    const both = merge(contentOf("b", "a", "c"), contentOf("c", "a", "b"));
    expect(both.clashes).toEqual([{ of: "plan", part: "order" }]);
    expect(ids(both.content)).toBe("bac");
    expect(ids(takeFrom(both.content, both.clashes[0]!, contentOf("c", "a", "b")))).toBe("cab");
  });

  it("the plan's own: note, limits, words and days apart, advice as a list", () => {
    const mine: DraftContent = { ...BASE, note: "Mine", advice: ["x", "m"] };
    const theirs: DraftContent = {
      ...BASE,
      note: "Theirs",
      advice: ["t"],
      endsOn: localDate("2027-01-31"),
      painRule: { ...BASE.painRule, greenMax: 2, redText: "Stop" },
    };
    const merged = mergeDrafts({ ...BASE, advice: ["x"] }, mine, theirs);
    expect(merged.clashes).toEqual([{ of: "plan", part: "note" }]);
    expect(merged.content).toMatchObject({
      note: "Mine",
      advice: ["t", "m"],
      endsOn: "2027-01-31",
      painRule: { greenMax: 2, redText: "Stop" },
    });
  });

  it("phases come, go and change; a line of a phase that went belongs to all", () => {
    const phase = (phaseId: string, name = phaseId): Phase => ({
      ...{ phaseId, name, aim: null, startsOn: null, entry: NO_ENTRY },
    });
    const base = { ...BASE, phases: [phase("p"), phase("q")] };
    const mine = {
      ...withLine(base, "a", { phaseId: "q" }),
      phases: [phase("p", "Settle"), phase("q")],
    };
    const theirs = { ...base, phases: [phase("p"), phase("r")] };
    const { content, clashes } = mergeDrafts(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(content.phases.map(({ name }) => name)).toEqual(["Settle", "r"]);
    expect(content.lines[0]?.phaseId).toBeNull();
  });

  const some = fc.record({
    keep: fc.subarray(["a", "b", "c"]),
    add: fc.subarray(["x", "y"]),
    sets: fc.integer({ min: 1, max: 3 }),
    timed: fc.boolean(),
    cue: fc.constantFrom(null, "one", "two"),
    note: fc.constantFrom(null, "one", "two"),
  });
  type Some = typeof some extends fc.Arbitrary<infer T> ? T : never;
  const edited = ({ keep, add, sets, timed, cue, note }: Some): DraftContent => {
    const content = { ...contentOf(...keep, ...add), note };
    const time = timed ? { reps: null, holdSeconds: null, durationSeconds: 60 } : {};
    return keep[0] ? withLine(content, keep[0], { ...dose({ sets, ...time }), cue }) : content;
  };

  it("with one side unchanged the other is the result; no side loses what it added; doses hold", () => {
    fc.assert(
      fc.property(some, some, (one, two) => {
        const [mine, theirs] = [edited(one), edited(two)];
        expect(merge(mine, BASE)).toEqual({ content: mine, clashes: [] });
        expect(merge(BASE, theirs)).toEqual({ content: theirs, clashes: [] });
        const { content, clashes } = merge(mine, theirs);
        for (const id of [...one.add, ...two.add]) expect(ids(content)).toContain(id);
        for (const { dosage } of content.lines) expect(checkDosage(dosage)).toEqual([]);
        expect(new Set(ids(content)).size).toBe(content.lines.length);
        const allTheirs = clashes.reduce((c, clash) => takeFrom(c, clash, theirs), content);
        const again = mergeDrafts(theirs, allTheirs, theirs);
        expect(again.clashes).toEqual([]);
      }),
    );
  });
});
