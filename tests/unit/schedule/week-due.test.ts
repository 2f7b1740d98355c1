import { describe, expect, it } from "vitest";
import {
  anyDayLevels,
  type DayAccount,
  type DayPlace,
  tallyWeek,
  wholeWeekDue,
} from "../../../lib/domain/schedule/week-due";
import { anyDays, version } from "../adherence/fact-builders";

const PLACES: Record<string, DayPlace> = { b: "before", p: "past", t: "today", l: "later" };

function week(
  places: string,
  { bound = "0000000", anyDay = [] as number[], active = "1111111", credit = "0000000" },
): DayAccount[] {
  return [...places].map((p, i) => ({
    place: PLACES[p]!,
    bound: Number(bound[i]),
    anyDay: active[i] === "1" ? anyDay : [],
    credit: Number(credit[i]),
  }));
}

describe("any N days a week, whole and part weeks", () => {
  it.each([
    [3, "1111111", 3],
    [7, "1111111", 7],
    [4, "0001111", 2],
    [5, "0000111", 2],
    [3, "0000011", 1],
    [1, "0000001", 1],
    [1, "0000000", 0],
    [4, "1100011", 2],
    [6, "1000000", 1],
  ])("%i days a week over %s is due %i", (n, active, due) => {
    expect(tallyWeek(week("ppppppp", { anyDay: [n], active }))).toEqual({ done: 0, due });
  });

  it("multiplies by the times a day", () => {
    const levels = anyDayLevels(version([anyDays(3, 2, 4)]).exercises);
    expect(levels).toEqual([3, 3]);
    expect(tallyWeek(week("ppppppp", { anyDay: levels })).due).toBe(6);
  });

  it("meets unlike targets with the fewest sessions: 2 days twice, 5 days once", () => {
    const levels = anyDayLevels(version([anyDays(2, 2), anyDays(5, 1)]).exercises);
    expect(levels).toEqual([5, 2]);
    expect(tallyWeek(week("ppppppp", { anyDay: levels })).due).toBe(7);
  });

  it("does not owe a once-a-week exercise twice when a new version comes within the week", () => {
    const days = week("ppppppp", { anyDay: [1] });
    expect(tallyWeek(days.map((d, i) => (i < 3 ? d : { ...d, anyDay: [1] }))).due).toBe(1);
    expect(tallyWeek(days.map((d, i) => (i < 3 ? d : { ...d, anyDay: [5] }))).due).toBe(3);
  });

  it("caps the week's credit at its due", () => {
    expect(tallyWeek(week("ppppppp", { anyDay: [3], credit: "1111100" }))).toEqual({
      done: 3,
      due: 3,
    });
  });
});

describe("current week: max(credit so far, N - days left including today)", () => {
  it.each([
    ["tllllll", "0000000", 0, 0],
    ["pptllll", "0000000", 0, 0],
    ["ppptlll", "0000000", 0, 0],
    ["pppptll", "0000000", 0, 1],
    ["ppppptl", "0000000", 0, 2],
    ["ppppppt", "0000000", 0, 3],
    ["pptllll", "1100000", 2, 2],
    ["tllllll", "1000000", 1, 1],
    ["ppppppt", "1100000", 2, 3],
    ["ppppppt", "1111110", 4, 4],
  ])("any 4 days, %s, credit %s: %i of %i", (places, credit, done, due) => {
    expect(tallyWeek(week(places, { anyDay: [4], credit }))).toEqual({ done, due });
  });

  it("takes only active days as days left", () => {
    const active = "1111100";
    expect(tallyWeek(week("ppptlll", { anyDay: [7], active })).due).toBe(5 - 2);
  });
});

describe("day-bound weeks", () => {
  it("lets Tuesday stand in for a missed Wednesday", () => {
    const days = week("ppppppp", { bound: "1010100", credit: "1100100" });
    expect(tallyWeek(days)).toEqual({ done: 3, due: 3 });
  });

  it("reads through yesterday, with today's sessions on both sides", () => {
    const bound = "1111111";
    expect(tallyWeek(week("pptllll", { bound, credit: "1000000" }))).toEqual({ done: 1, due: 2 });
    expect(tallyWeek(week("pptllll", { bound, credit: "1010000" }))).toEqual({ done: 2, due: 3 });
  });

  it("adds no more of today than today's target", () => {
    const days = week("tllllll", { bound: "2222222", credit: "1000000" });
    expect(tallyWeek(days)).toEqual({ done: 1, due: 1 });
  });

  it("keeps a session done ahead of its day, so that the waiting day does not change the number", () => {
    const bound = "1010100";
    const credit = "1100000";
    for (const places of ["ptlllll", "pptllll", "ppptlll"]) {
      expect(tallyWeek(week(places, { bound, credit }))).toEqual({ done: 2, due: 2 });
    }
  });

  it("reads only the days inside the window", () => {
    const days = week("bbbpppp", { bound: "1111111", credit: "1110001" });
    expect(tallyWeek(days)).toEqual({ done: 1, due: 4 });
  });
});

describe("day-bound and any-day exercises in one plan", () => {
  it("is due the fewest sessions that meet both", () => {
    const due = (bound: string, anyDay: number[]) =>
      wholeWeekDue(week("ppppppp", { bound, anyDay }));
    expect(due("1010100", [5])).toBe(5);
    expect(due("1010100", [2])).toBe(3);
    expect(due("1111111", [3])).toBe(7);
    expect(due("2020200", [5])).toBe(8);
    expect(due("1010100", [4, 4])).toBe(8);
  });

  it("owes any-day sessions only once they can no longer wait", () => {
    const both = { bound: "1010100", anyDay: [5] };
    expect(tallyWeek(week("pptllll", both)).due).toBe(1);
    expect(tallyWeek(week("ppppppt", both)).due).toBe(4);
    expect(tallyWeek(week("ppppppp", { ...both, credit: "1010110" }))).toEqual({ done: 4, due: 5 });
  });
});

describe("any-day week cut by the window's edge", () => {
  it("reads 100 % on every day for a patient who does the week's days early", () => {
    for (const places of ["bpppppp", "bbbpppp", "bbbbbbp"]) {
      const t = tallyWeek(week(places, { anyDay: [3], credit: "1110000" }));
      expect(t.done).toBe(t.due);
      expect(t.due).toBeGreaterThan(0);
    }
  });

  it("owes together with the current week always one whole week", () => {
    for (let n = 1; n <= 7; n++) {
      for (let i = 0; i < 7; i++) {
        const cut = week("b".repeat(i) + "p".repeat(7 - i), { anyDay: [n] });
        const now = week(`${"p".repeat(i)}t${"l".repeat(6 - i)}`, { anyDay: [n] });
        expect(tallyWeek(cut).due + tallyWeek(now).due).toBe(n);
      }
    }
  });
});
