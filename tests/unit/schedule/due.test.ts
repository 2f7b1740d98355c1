import { describe, expect, it } from "vitest";
import { addDays, localDate } from "../../../lib/domain/calendar/local-date";
import {
  dayCap,
  dueOnDay,
  type PlanSpan,
  pausedDays,
  sessionDemands,
  versionInForce,
} from "../../../lib/domain/schedule/due";
import type { VersionFact } from "../../../lib/domain/session/facts";
import {
  AS_NEEDED,
  anyDays,
  daily,
  day,
  everyOtherDay,
  onWeekdays,
  range,
  START,
  version,
} from "../adherence/fact-builders";

const RUNNING: PlanSpan = { startedOn: START, endedOn: null, pauses: [] };
const lines = (list: readonly { lineId: string }[]) => list.map((e) => e.lineId).join("");

describe("dueOnDay", () => {
  it("takes the largest times-a-day among the exercises due that day", () => {
    const v = version([daily(1), onWeekdays([1, 3], 3), AS_NEEDED, anyDays(4, 5)]);
    expect(range(1, 7).map((n) => dueOnDay(v, day(n), RUNNING).timesADay)).toEqual([
      3, 1, 3, 1, 1, 1, 1,
    ]);
    expect(lines(dueOnDay(v, day(1), RUNNING).exercises)).toBe("ab");
    expect(lines(dueOnDay(v, day(2), RUNNING).exercises)).toBe("a");
    expect(lines(dueOnDay(v, day(2), RUNNING).anyDay)).toBe("d");
  });

  it("counts the lower end of a range", () => {
    expect(dueOnDay(version([daily(2, 3)]), day(1), RUNNING).timesADay).toBe(2);
  });

  it("anchors every other day on the plan's start date, across versions and year ends", () => {
    const startedOn = localDate("2026-12-30");
    const span = { ...RUNNING, startedOn };
    const v2 = version([everyOtherDay()], { number: 2, startsOn: addDays(startedOn, 1) });
    expect(range(0, 5).map((n) => dueOnDay(v2, addDays(startedOn, n), span).timesADay)).toEqual([
      1, 0, 1, 0, 1, 0,
    ]);
  });

  it("never makes an as-needed exercise due", () => {
    const due = dueOnDay(version([AS_NEEDED]), day(1), RUNNING);
    expect(due).toEqual({ state: "active", exercises: [], timesADay: 0, anyDay: [] });
  });

  it("makes nothing due on paused days, both dates included", () => {
    const span = { ...RUNNING, pauses: [{ startsOn: day(3), endsOn: day(5) }] };
    const v = version([daily(), anyDays(3)]);
    expect(range(1, 7).map((n) => dueOnDay(v, day(n), span).timesADay)).toEqual([
      1, 1, 0, 0, 0, 1, 1,
    ]);
    expect(dueOnDay(v, day(4), span).anyDay).toEqual([]);
    expect(dueOnDay(v, day(4), span).state).toBe("paused");
  });

  it("keeps an open pause paused", () => {
    const span = { ...RUNNING, pauses: [{ startsOn: day(3), endsOn: null }] };
    expect(dueOnDay(version([daily()]), day(300), span).state).toBe("paused");
  });

  it("makes nothing due before the start, after the last day, or without a version", () => {
    const span = { ...RUNNING, endedOn: day(4) };
    const v = version([daily()]);
    expect(range(0, 5).map((n) => dueOnDay(v, day(n), span).timesADay)).toEqual([0, 1, 1, 1, 1, 0]);
    expect(dueOnDay(v, day(5), span).state).toBe("outside");
    expect(dueOnDay(null, day(2), span).state).toBe("outside");
  });
});

describe("versionInForce", () => {
  const v1 = version([daily()]);
  const v2 = version([daily()], { number: 2, startsOn: day(4) });
  const v3 = version([daily()], { number: 3, startsOn: day(4) });

  it("is none before the first version starts", () => {
    expect(versionInForce([v1, v2], day(0))).toBeNull();
  });

  it("changes at local midnight of the newer version's first day", () => {
    expect(versionInForce([v2, v1], day(3))?.number).toBe(1);
    expect(versionInForce([v2, v1], day(4))?.number).toBe(2);
  });

  it("settles a tie by the number, in any order", () => {
    expect(versionInForce([v1, v2, v3], day(9))?.number).toBe(3);
    expect(versionInForce([v3, v2, v1], day(9))?.number).toBe(3);
  });

  it("never brings a superseded version back", () => {
    const monday = version([daily()], { number: 1, startsOn: day(8) });
    const corrected = version([daily()], { number: 2, startsOn: day(2) });
    expect(versionInForce([monday, corrected], day(9))?.number).toBe(2);
  });
});

describe("pausedDays", () => {
  it("counts a day in two pauses once, and only days of the plan", () => {
    const span = {
      startedOn: START,
      endedOn: day(20),
      pauses: [
        { startsOn: day(-5), endsOn: day(2) },
        { startsOn: day(6), endsOn: day(8) },
        { startsOn: day(8), endsOn: day(9) },
        { startsOn: day(19), endsOn: null },
      ],
    };
    expect(pausedDays(day(-9), day(40), span)).toBe(2 + 4 + 2);
    expect(pausedDays(day(7), day(7), span)).toBe(1);
  });
});

describe("dayCap and sessionDemands", () => {
  it("caps a due day at its target and a rest day at the version's", () => {
    const v = version([onWeekdays([1], 2), onWeekdays([3], 1)]);
    expect(range(1, 3).map((n) => dayCap(v, day(n), START))).toEqual([2, 2, 1]);
    expect(dayCap(version([AS_NEEDED]), day(1), START)).toBe(0);
    expect(dayCap(version([daily(1), anyDays(3, 2)]), day(1), START)).toBe(2);
    expect(dayCap(null, day(1), START)).toBe(0);
  });

  it("measures a session against what is bound to its day", () => {
    const v = version([daily(), onWeekdays([1]), anyDays(3), AS_NEEDED]);
    expect(sessionDemands(v, day(1), START).map(lines)).toEqual(["ab"]);
    expect(sessionDemands(v, day(2), START).map(lines)).toEqual(["a"]);
  });

  it("else against the any-day exercises, the rarer ones optional", () => {
    const v = version([anyDays(3), anyDays(5), anyDays(5), AS_NEEDED]);
    expect(sessionDemands(v, day(2), START).map(lines)).toEqual(["abc", "bc"]);
  });

  it("else against any one of the days it may stand in for", () => {
    const v = version([onWeekdays([1]), onWeekdays([3]), everyOtherDay(), AS_NEEDED]);
    expect(sessionDemands(v, day(2), START).map(lines)).toEqual(["c", "a", "b"]);
    expect(sessionDemands(version([AS_NEEDED]), day(2), START)).toEqual([]);
  });
});

describe("an exercise with days of its own", () => {
  const windows = [{ from: day(2), before: day(4) }];
  const limited = (v: VersionFact, ...ids: string[]): VersionFact => ({
    ...v,
    exercises: v.exercises.map((e) => (ids.includes(e.lineId) ? { ...e, windows } : e)),
  });

  it("is due only within them, whatever its frequency", () => {
    const v = limited(version([daily(2), daily(3), anyDays(4), AS_NEEDED]), "b", "c", "d");
    const due = range(1, 5).map((n) => dueOnDay(v, day(n), RUNNING));
    expect(due.map(({ timesADay }) => timesADay)).toEqual([2, 3, 3, 2, 2]);
    expect(due.map(({ anyDay }) => lines(anyDay))).toEqual(["", "c", "c", "", ""]);
    expect(range(1, 5).map((n) => dayCap(v, day(n), START))).toEqual([2, 3, 3, 2, 2]);
  });

  it("asks nothing of a session outside them", () => {
    const v = limited(version([daily()]), "a");
    expect(sessionDemands(v, day(2), START)).toHaveLength(1);
    expect(sessionDemands(v, day(4), START)).toEqual([]);
    expect(dayCap(v, day(4), START)).toBe(0);
  });
});
