import { expect, test } from "vitest";
import { gridDays } from "@/lib/domain/adherence/grid-days";
import type { SessionFact, VersionFact } from "@/lib/domain/session/facts";
import { AS_NEEDED, daily, day, done, facts, onWeekdays, session, version } from "./fact-builders";

const TODAY = day(10);
const skipped = { outcome: "skipped" } as const;

/** What the grid shows on a day of the plan, by number. */
function shownOn(n: number, shown: VersionFact, sessions: SessionFact[] = [], paused = false) {
  const pauses = paused ? [{ startsOn: day(n), endsOn: day(n) }] : [];
  const grid = gridDays(facts(shown, TODAY, sessions, { pauses }));
  expect(grid).toHaveLength(28);
  return grid.at(n - 11);
}

const twice = version([daily(2)]);

test("a due day is done, partial or missed, and today is not missed yet", () => {
  const one = session(twice, day(2));
  expect(shownOn(2, twice, [one, session(twice, day(2))])).toBe("done");
  expect(shownOn(2, twice, [one])).toBe("partial");
  expect(shownOn(2, twice)).toBe("missed");
  expect(shownOn(10, twice)).toBe("rest");
});

test("a day whose exercises were all skipped is missed where something was due", () => {
  expect(shownOn(2, twice, [session(twice, day(2), [done("a1", skipped)])])).toBe("missed");
  expect(shownOn(10, twice, [session(twice, TODAY, [done("a1", skipped)])])).toBe("rest");
  const mondays = version([onWeekdays([1])]);
  expect(shownOn(2, mondays, [session(mondays, day(2), [done("a1", skipped)])])).toBe("rest");
});

test("rest days, pauses and the days before the plan have their own look", () => {
  expect(shownOn(2, version([onWeekdays([1])]))).toBe("rest");
  expect(shownOn(2, twice, [], true)).toBe("paused");
  expect(shownOn(0, twice)).toBe("outside");
});

test("as-needed work, which nothing is due of, is done as on the patient's own page", () => {
  const asNeeded = version([AS_NEEDED]);
  expect(shownOn(2, asNeeded, [session(asNeeded, day(2))])).toBe("done");
  expect(shownOn(3, asNeeded)).toBe("rest");
});
