import { describe, expect, it } from "vitest";
import {
  trailingAdherence,
  trailingSessions,
  weeklyAdherence,
} from "../../../lib/domain/adherence/adherence";
import { bandOf, tally } from "../../../lib/domain/adherence/tally";
import type { Frequency } from "../../../lib/domain/dosage/dosage";
import {
  AS_NEEDED,
  anyDays,
  daily,
  day,
  done,
  everyOtherDay,
  facts,
  onWeekdays,
  range,
  session,
  sessionsOn,
  version,
} from "./fact-builders";

function counts(t: { done: number; due: number; percent: number | null }) {
  return [t.done, t.due, t.percent];
}

const once = version([daily()]);
const twice = version([daily(2)]);

describe("session adherence: vectors of clinical.md", () => {
  it("a daily plan done twice a day in week 1 and not at all in week 2: 7 of 14", () => {
    const double = sessionsOn(once, [...range(1, 7), ...range(1, 7)]);
    expect(counts(trailingAdherence(facts(once, day(15), double)).sessions)).toEqual([7, 14, 50]);
  });

  it("Tuesday stands in for a missed Wednesday in the same week", () => {
    const v = version([onWeekdays([1, 3, 5])]);
    const f = facts(v, day(8), sessionsOn(v, [1, 2, 5]));
    expect(counts(trailingAdherence(f).sessions)).toEqual([3, 3, 100]);
  });

  it("but not in another week", () => {
    const v = version([onWeekdays([1, 3, 5])]);
    const f = facts(v, day(15), sessionsOn(v, [1, 2, 3, 5]));
    expect(counts(trailingAdherence(f).sessions)).toEqual([3, 6, 50]);
  });

  it("the week begins on the clinic's day", () => {
    const v = version([onWeekdays([1, 3])]);
    const sundayForMonday = facts(v, day(14), sessionsOn(v, [1, 3, 7, 10]));
    expect(trailingAdherence(sundayForMonday).sessions.done).toBe(3);
    expect(trailingAdherence({ ...sundayForMonday, weekStart: 7 }).sessions.done).toBe(4);
  });

  it("a full twice-a-day week counts 14 of 14, a third session on a day counts no more", () => {
    const days = range(1, 7);
    const f = facts(twice, day(8), sessionsOn(twice, [...days, ...days, 3]));
    expect(counts(trailingAdherence(f).sessions)).toEqual([14, 14, 100]);
  });

  it("a range counts its lower end", () => {
    const v = version([daily(2, 3)]);
    const f = facts(v, day(3), sessionsOn(v, [1, 1, 1, 2, 2]));
    expect(counts(trailingAdherence(f).sessions)).toEqual([4, 4, 100]);
  });

  it("as needed: no target, never 0 %", () => {
    const v = version([AS_NEEDED]);
    const a = trailingAdherence(facts(v, day(20), sessionsOn(v, [2, 3])));
    expect(a.hasTarget).toBe(false);
    expect(counts(a.sessions)).toEqual([0, 0, null]);
    expect(counts(a.dose)).toEqual([0, 0, null]);
    expect(a.sessions.band).toBeNull();
    expect(a.exercises.size).toBe(0);
  });

  it("nothing due yet on the first day is not 0 % either", () => {
    const a = trailingAdherence(facts(once, day(1)));
    expect(counts(a.sessions)).toEqual([0, 0, null]);
    expect(a.hasTarget).toBe(true);
  });

  it("nothing before the plan starts", () => {
    const a = trailingAdherence(facts(once, day(-3), sessionsOn(once, [-3])));
    expect(counts(a.sessions)).toEqual([0, 0, null]);
    expect(weeklyAdherence(facts(once, day(-3)))).toEqual([]);
  });
});

describe("session adherence: the window", () => {
  it.each<[string, number, number[], (number | null)[]]>([
    ["day 1, done today", 1, [1], [1, 1, 100]],
    ["day 3, silent", 3, [], [0, 2, 0]],
    ["day 3, done yesterday", 3, [2], [1, 2, 50]],
    ["day 3, done today as well", 3, [2, 3], [2, 3, 67]],
    ["day 15, 9 of 14", 15, range(1, 9), [9, 14, 64]],
    ["day 29 holds the first 28 days", 29, [1, 28], [2, 28, 7]],
    ["day 30 drops day 1", 30, [1, 28], [1, 28, 4]],
    ["day 35 after 21 good days and silence", 35, range(1, 21), [15, 28, 54]],
    ["day 49, all of it silence", 49, range(1, 20), [0, 28, 0]],
    ["day 400 as day 29", 400, [372, 399], [2, 28, 7]],
  ])("%s", (_, today, days, expected) => {
    expect(
      counts(trailingAdherence(facts(once, day(today), sessionsOn(once, days))).sessions),
    ).toEqual(expected);
  });

  it("reads other lengths", () => {
    const f = facts(once, day(20), sessionsOn(once, [12, 13, 14, 19]));
    expect(counts(trailingAdherence(f, 7).sessions)).toEqual([3, 7, 43]);
  });

  it("never counts future days or sessions", () => {
    const f = facts(once, day(5), sessionsOn(once, [1, 2, 6, 7, 30]));
    expect(counts(trailingAdherence(f).sessions)).toEqual([2, 4, 50]);
  });

  it("leaves out sessions from before the plan's start", () => {
    const f = facts(once, day(3), sessionsOn(once, [0, -1, 1]));
    expect(counts(trailingAdherence(f).sessions)).toEqual([1, 2, 50]);
  });

  it("leaves out sessions of the first week before the start and of the last after the end", () => {
    const v = version([anyDays(7)]);
    const outside = facts(v, day(20), sessionsOn(v, [1, 2, 13, 14]), {
      startedOn: day(3),
      endedOn: day(12),
    });
    const a = trailingAdherence(outside);
    expect(counts(a.sessions)).toEqual([0, 10, 0]);
    expect(counts(a.exercises.get("a")!)).toEqual([0, 10, 0]);
    expect([a.first, a.readOn]).toEqual([day(3), day(13)]);
  });

  it("counts a late or paper session on the day it was done", () => {
    const f = facts(once, day(8), [
      session(once, day(3), undefined, { source: "late" }),
      session(once, day(4), undefined, { source: "paper" }),
    ]);
    expect(counts(trailingAdherence(f).sessions)).toEqual([2, 7, 29]);
  });

  it("an ended plan keeps the number it ended with", () => {
    const f = facts(once, day(11), sessionsOn(once, range(1, 5)), { endedOn: day(10) });
    expect(counts(trailingAdherence(f).sessions)).toEqual([5, 10, 50]);
    expect(trailingAdherence({ ...f, today: day(300) })).toEqual(trailingAdherence(f));
  });

  it("a session that does not reach one half does not count, and is not due", () => {
    const v = version([daily(), daily(), daily()]);
    const short = session(v, day(2), [done("a1")]);
    const f = facts(v, day(2), [short]);
    expect(counts(trailingAdherence(f).sessions)).toEqual([0, 1, 0]);
  });
});

describe("pauses", () => {
  it("make nothing due and are counted beside the number", () => {
    const f = facts(once, day(15), sessionsOn(once, range(1, 7)), {
      pauses: [{ startsOn: day(8), endsOn: day(12) }],
    });
    const a = trailingAdherence(f);
    expect(counts(a.sessions)).toEqual([7, 9, 78]);
    expect(a.pausedDays).toBe(5);
  });

  it("count only days of the window", () => {
    const f = facts(once, day(40), [], { pauses: [{ startsOn: day(5), endsOn: day(15) }] });
    const a = trailingAdherence(f);
    expect(a.first).toBe(day(12));
    expect([a.pausedDays, a.sessions.due]).toEqual([4, 24]);
  });

  it("a plan paused from its start has nothing due", () => {
    const f = facts(once, day(9), [], { pauses: [{ startsOn: day(1), endsOn: null }] });
    expect(counts(trailingAdherence(f).sessions)).toEqual([0, 0, null]);
    expect(trailingAdherence(f).hasTarget).toBe(true);
  });

  it("shorten an any-days week to round(N x active days / 7)", () => {
    const v = version([anyDays(4)]);
    const f = facts(v, day(8), [], { pauses: [{ startsOn: day(4), endsOn: day(6) }] });
    expect(trailingAdherence(f).sessions.due).toBe(2);
  });
});

describe("versions", () => {
  const v1 = version([daily(2)]);
  const v2 = version([daily(1)], { number: 2, startsOn: day(4) });

  it("each day is due what the version in force at its midnight asks", () => {
    expect(trailingAdherence(facts([v1, v2], day(6))).sessions.due).toBe(3 * 2 + 2);
  });

  it("a session for a superseded version happened", () => {
    const f = facts([v1, v2], day(6), [session(v1, day(4)), session(v2, day(5))]);
    const a = trailingAdherence(f);
    expect([a.sessions.done, a.dose.done, a.exercises.get("a")?.done]).toEqual([2, 2, 2]);
  });

  it("an exercise the patient was not shown yet does not lower the session or its dose", () => {
    const wider = version([daily(), daily(), daily()], { number: 2, startsOn: day(4) });
    const f = facts([once, wider], day(5), sessionsOn(once, range(1, 4)));
    const a = trailingAdherence(f);
    expect(counts(a.sessions)).toEqual([4, 4, 100]);
    expect(counts(a.dose)).toEqual([4, 4, 100]);
    expect(a.exercises.get("b")).toMatchObject({ done: 0, due: 1 });
  });

  it("refuses a session of a version it was not given", () => {
    const f = facts(once, day(3), [session(v2, day(2))]);
    expect(() => trailingAdherence(f)).toThrow(RangeError);
  });
});

describe("a perfect patient reads 100 % on any day, silence reads 0 %", () => {
  const plans: [string, Frequency[], (n: number) => number][] = [
    ["daily", [daily()], () => 1],
    ["twice a day", [daily(2)], () => 2],
    [
      "Monday, Wednesday, Friday",
      [onWeekdays([1, 3, 5])],
      (n) => ([1, 3, 5].includes(n % 7) ? 1 : 0),
    ],
    ["every other day", [everyOtherDay()], (n) => n % 2],
    ["any 3 days, done early", [anyDays(3)], (n) => ([1, 2, 3].includes(n % 7) ? 1 : 0)],
    ["any 3 days, done late", [anyDays(3)], (n) => ([5, 6, 0].includes(n % 7) ? 1 : 0)],
    ["any 5 days twice a day", [anyDays(5, 2)], (n) => (n % 7 < 5 ? 2 : 0)],
    [
      "Monday and any 4 days",
      [onWeekdays([1]), anyDays(4)],
      (n) => ([1, 2, 4, 6].includes(n % 7) ? 1 : 0),
    ],
    ["strength any 2, walk any 5", [anyDays(2), anyDays(5)], (n) => (n % 7 < 5 ? 1 : 0)],
  ];

  it.each(plans)("%s", (_, frequencies, times) => {
    const v = version(frequencies);
    for (const n of [3, 7, 8, 35, 36, 38, 41, 400, 403]) {
      const days = range(1, n).flatMap((d) => Array.from({ length: times(d) }, () => d));
      const perfect = trailingAdherence(facts(v, day(n), sessionsOn(v, days)));
      expect([n, perfect.sessions.percent ?? 100]).toEqual([n, 100]);
      expect([n, perfect.dose.percent ?? 100]).toEqual([n, 100]);
      const silent = trailingAdherence(facts(v, day(n)));
      expect([n, silent.sessions.percent ?? 0]).toEqual([n, 0]);
      if (n > 7) expect(silent.sessions.due).toBeGreaterThan(0);
    }
  });
});

describe("dose and exercise adherence", () => {
  const v = version([daily(), daily()]);

  it("dose is the mean credit over the sessions due, missed ones included", () => {
    const f = facts(v, day(5), [
      session(v, day(1)),
      session(v, day(2), [done("a1")]),
      session(v, day(3), [done("a1", { repsDone: 6 }), done("b1", { setsDone: 0 })]),
    ]);
    const a = trailingAdherence(f);
    expect(counts(a.dose)).toEqual([1.8, 4, 45]);
    expect(counts(a.sessions)).toEqual([2, 4, 50]);
  });

  it("today's dose adds to both sides", () => {
    const f = facts(v, day(2), [session(v, day(1)), session(v, day(2), [done("a1")])]);
    expect(counts(trailingAdherence(f).dose)).toEqual([1.5, 1.5, 100]);
    expect(counts(trailingAdherence({ ...f, today: day(3) }).dose)).toEqual([1.5, 2, 75]);
  });

  it("an exercise counts where at least half of it was done, of the sessions it was due in", () => {
    const plan = version([daily(2), onWeekdays([1, 4]), AS_NEEDED]);
    const f = facts(plan, day(8), [
      session(plan, day(1), [done("a1"), done("b1", { outcome: "partly" })]),
      session(plan, day(1), [done("a1", { setsDone: 1 }), done("c1")]),
      session(plan, day(4), [done("a1"), done("b1", { outcome: "skipped" })]),
    ]);
    const { exercises } = trailingAdherence(f);
    expect(counts(exercises.get("a")!)).toEqual([2, 14, 14]);
    expect(counts(exercises.get("b")!)).toEqual([1, 2, 50]);
    expect(exercises.has("c")).toBe(false);
  });

  it("caps an exercise at its own times a day", () => {
    const f = facts(v, day(5), [session(v, day(1)), session(v, day(1), [done("a1")])]);
    expect(counts(trailingAdherence(f).exercises.get("a")!)).toEqual([1, 4, 25]);
  });

  it("follows a line across versions and keeps a dropped one for the days it was due", () => {
    const v1 = version([daily(), daily()]);
    const v2 = version([daily()], { number: 2, startsOn: day(4) });
    const f = facts([v1, v2], day(8), [...sessionsOn(v1, [1, 2, 3]), ...sessionsOn(v2, [4, 5])]);
    const { exercises } = trailingAdherence(f);
    expect(counts(exercises.get("a")!)).toEqual([5, 7, 71]);
    expect(counts(exercises.get("b")!)).toEqual([3, 3, 100]);
  });
});

it("the session part alone is the same for every plan and day", () => {
  const v = version([daily(2), onWeekdays([1, 4]), anyDays(3)]);
  for (const n of [1, 9, 40, 200]) {
    const f = facts(v, day(n), sessionsOn(v, range(n - 20, n)));
    expect(trailingAdherence(f)).toMatchObject(trailingSessions(f));
  }
});

describe("weekly adherence", () => {
  it("gives every week from the start, the first and the current one in part", () => {
    const f = facts(once, day(12), sessionsOn(once, [3, 4, 5, 8, 12]), {
      startedOn: day(3),
      pauses: [{ startsOn: day(6), endsOn: day(6) }],
    });
    const weeks = weeklyAdherence(f);
    expect(
      weeks.map((w) => [w.weekStartsOn, ...counts(w.sessions), w.pausedDays, w.current]),
    ).toEqual([
      [day(1), 3, 4, 75, 1, false],
      [day(8), 2, 5, 40, 0, true],
    ]);
  });

  it("is due round(N x active days / 7) in the week the plan starts in, at least 1", () => {
    const v = version([anyDays(4)]);
    const dueFrom = (n: number) =>
      weeklyAdherence(facts(v, day(15), [], { startedOn: day(n) })).map((w) => w.sessions.due);
    expect(dueFrom(1)).toEqual([4, 4, 0]);
    expect(dueFrom(4)).toEqual([2, 4, 0]);
    expect(dueFrom(7)).toEqual([1, 4, 0]);
  });

  it("stops with the plan", () => {
    const weeks = weeklyAdherence(facts(once, day(60), [], { endedOn: day(7) }));
    expect(weeks.map((w) => [w.sessions.due, w.current])).toEqual([[7, false]]);
  });
});

describe("the printed percent", () => {
  it("rounds a half up, however the floating sum fell", () => {
    expect(0.95 + 0.45 + 0.4).not.toBe(0.45 + 0.4 + 0.95);
    expect(tally(0.95 + 0.45 + 0.4, 24).percent).toBe(8);
    expect(tally(0.45 + 0.4 + 0.95, 24).percent).toBe(8);
  });

  it.each([
    [0, 14, 0, "low"],
    [6, 13, 46, "low"],
    [99, 200, 50, "fair"],
    [49, 100, 49, "low"],
    [7, 14, 50, "fair"],
    [79, 100, 79, "fair"],
    [159, 200, 80, "good"],
    [9, 14, 64, "fair"],
    [14, 14, 100, "good"],
  ] as const)("%i of %i prints %i %%, %s", (n, due, percent, band) => {
    expect(tally(n, due)).toEqual({ done: n, due, percent, band });
    expect(bandOf(percent)).toBe(band);
  });
});
