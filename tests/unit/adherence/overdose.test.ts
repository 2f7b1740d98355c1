import { describe, expect, it } from "vitest";
import { overdoseWeeks } from "../../../lib/domain/adherence/overdose";
import { AS_NEEDED, daily, day, done, facts, session, sessionsOn, version } from "./fact-builders";

const once = version([daily(), daily()]);

describe("over 120 % of the dose on 2 days in a week", () => {
  it("flags the week, its days and the exercise", () => {
    const f = facts(once, day(9), [
      session(once, day(2), [done("a1", { setsDone: 4 }), done("b1")]),
      session(once, day(5), [done("a1", { setsDone: 6 })]),
    ]);
    expect(overdoseWeeks(f)).toEqual([
      { weekStartsOn: day(1), days: [day(2), day(5)], lineIds: ["a"] },
    ]);
  });

  it("does not flag one day, two days of different weeks, or exactly 120 %", () => {
    expect(overdoseWeeks(facts(once, day(9), sessionsOn(once, [2, 2])))).toEqual([]);
    expect(overdoseWeeks(facts(once, day(15), sessionsOn(once, [7, 7, 8, 8])))).toEqual([]);
    const exact = [2, 3].map((n) => session(once, day(n), [done("a1", { repsDone: 12 })]));
    expect(overdoseWeeks(facts(once, day(9), exact))).toEqual([]);
  });

  it("flags whole sessions done twice for once a day", () => {
    const found = overdoseWeeks(facts(once, day(9), sessionsOn(once, [2, 2, 4, 4])));
    expect(found).toEqual([{ weekStartsOn: day(1), days: [day(2), day(4)], lineIds: ["a", "b"] }]);
  });

  it("allows the upper end of a range and ignores as-needed exercises", () => {
    const v = version([daily(2, 3), AS_NEEDED]);
    expect(overdoseWeeks(facts(v, day(9), sessionsOn(v, [2, 2, 2, 3, 3, 3])))).toEqual([]);
    const found = overdoseWeeks(facts(v, day(9), sessionsOn(v, [2, 2, 2, 2, 3, 3, 3, 3])));
    expect(found.map((w) => w.lineIds)).toEqual([["a"]]);
  });

  it("is not hidden by skipping the other exercise", () => {
    const twiceA = [2, 2, 3, 3].map((n) => session(once, day(n), [done("a1")]));
    expect(overdoseWeeks(facts(once, day(9), twiceA))[0]?.lineIds).toEqual(["a"]);
  });

  it("reads whole weeks of the trailing window only", () => {
    const f = facts(once, day(60), sessionsOn(once, [2, 2, 4, 4]));
    expect(overdoseWeeks(f)).toEqual([]);
  });
});
