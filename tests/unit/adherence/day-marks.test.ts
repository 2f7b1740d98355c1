import { describe, expect, it } from "vitest";
import { dayMarks, todayTarget } from "../../../lib/domain/adherence/day-marks";
import {
  AS_NEEDED,
  anyDays,
  daily,
  day,
  done,
  facts,
  onWeekdays,
  session,
  sessionsOn,
  version,
} from "./fact-builders";

const once = version([daily(), daily(), daily()]);

describe("dayMarks", () => {
  it("marks each day with what was due, done, and how it was written down", () => {
    const f = facts(
      once,
      day(8),
      [
        session(once, day(1)),
        session(once, day(1)),
        session(once, day(2), [done("a1")], { source: "late" }),
        session(once, day(3), [done("a1", { outcome: "skipped" })]),
        session(once, day(5), undefined, { source: "paper" }),
        session(once, day(5), [done("a1")]),
      ],
      { pauses: [{ startsOn: day(6), endsOn: day(7) }] },
    );
    const none = {
      counted: 0,
      logged: 0,
      partial: false,
      paused: false,
      late: false,
      paper: false,
    };
    expect(dayMarks(f, day(1), day(8))).toEqual([
      { ...none, day: day(1), due: 1, counted: 1, logged: 2 },
      { ...none, day: day(2), due: 1, logged: 1, partial: true, late: true },
      { ...none, day: day(3), due: 1, logged: 1 },
      { ...none, day: day(4), due: 1 },
      { ...none, day: day(5), due: 1, counted: 1, logged: 2, paper: true },
      { ...none, day: day(6), due: 0, paused: true },
      { ...none, day: day(7), due: 0, paused: true },
      { ...none, day: day(8), due: 1 },
    ]);
  });

  it("draws nothing before the plan, after it, or in the future", () => {
    const days = (overrides: object, today = 5) =>
      dayMarks(facts(once, day(today), [], overrides), day(-20), day(40)).map((m) => m.day);
    expect(days({})).toEqual([1, 2, 3, 4, 5].map(day));
    expect(days({ endedOn: day(3) })).toEqual([1, 2, 3].map(day));
    expect(days({ endedOn: day(3) }, 30)).toEqual([1, 2, 3].map(day));
    expect(days({ endedOn: day(30) })).toEqual([1, 2, 3, 4, 5].map(day));
    expect(days({}, -1)).toEqual([]);
    expect(dayMarks(facts(once, day(5)), day(6), day(9))).toEqual([]);
  });

  it("binds nothing to a day of an any-days week", () => {
    const v = version([anyDays(3)]);
    const marks = dayMarks(facts(v, day(3), sessionsOn(v, [2, 2])), day(1), day(3));
    expect(marks.map((m) => [m.due, m.counted])).toEqual([
      [0, 0],
      [0, 1],
      [0, 0],
    ]);
  });
});

describe("todayTarget", () => {
  const target = (v: typeof once, today: number, days: number[], overrides = {}) => {
    const t = todayTarget(facts(v, day(today), sessionsOn(v, days), overrides));
    return [t.scope, t.done, t.due];
  };
  const twice = version([daily(2)]);
  const four = version([anyDays(4)]);

  it("counts today's sessions where exercises are bound to today", () => {
    expect(target(twice, 3, [1, 1, 2])).toEqual(["day", 0, 2]);
    expect(target(twice, 3, [3])).toEqual(["day", 1, 2]);
    expect(target(twice, 3, [3, 3, 3])).toEqual(["day", 2, 2]);
  });

  it("counts the week's sessions for any-days exercises, once per day", () => {
    expect(target(four, 10, [7, 8, 8, 9])).toEqual(["week", 2, 4]);
    expect(target(four, 14, [8, 9, 10, 11, 12])).toEqual(["week", 4, 4]);
  });

  it("asks for less in a part week", () => {
    expect(target(four, 5, [], { startedOn: day(4) })).toEqual(["week", 0, 2]);
    expect(target(four, 2, [], { endedOn: day(4) })).toEqual(["week", 0, 2]);
  });

  it("puts what is bound to today first in a mixed plan", () => {
    const mixed = version([onWeekdays([1]), anyDays(3)]);
    expect(target(mixed, 1, [])).toEqual(["day", 0, 1]);
    expect(target(mixed, 2, [1])).toEqual(["week", 1, 3]);
  });

  it("says why nothing is asked", () => {
    expect(target(version([onWeekdays([1])]), 2, [1])).toEqual(["rest", 0, 0]);
    expect(target(version([AS_NEEDED]), 2, [1])).toEqual(["none", 0, 0]);
    const pauses = [{ startsOn: day(2), endsOn: null }];
    expect(target(twice, 2, [], { pauses })).toEqual(["paused", 0, 0]);
    expect(target(twice, 0, [])).toEqual(["outside", 0, 0]);
    expect(target(twice, 9, [], { endedOn: day(8) })).toEqual(["outside", 0, 0]);
    expect(target(twice, 8, [8], { endedOn: day(8) })).toEqual(["day", 1, 2]);
  });
});
