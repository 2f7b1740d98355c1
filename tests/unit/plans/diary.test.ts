import { describe, expect, test } from "vitest";
import { localDate } from "@/lib/domain/calendar/local-date";
import { DAILY_ONCE, type Frequency } from "@/lib/domain/dosage/dosage";
import { diaryWeeks } from "@/lib/domain/plan/diary";
import type { PrescribedFact } from "@/lib/domain/session/facts";
import { HOLD_25 } from "@/tests/pdf/sample-document";

const MONDAY = localDate("2026-11-23");
const NO_PAUSE = { startedOn: MONDAY, endedOn: null, pauses: [] };

function exercise(frequency: Partial<Frequency>, change: Partial<PrescribedFact> = {}) {
  return {
    prescribedId: "p",
    lineId: "l",
    dosage: { ...HOLD_25, frequency: { ...DAILY_ONCE, ...frequency } },
    ...change,
  };
}

/** Boxes of each day of the first week, "2" or "2+1" for a range, "-" where none may be ticked. */
function week(
  one: PrescribedFact,
  { startsOn = MONDAY, versionFrom = MONDAY, span = NO_PAUSE as never } = {},
): string {
  const version = { versionId: "v", number: 1, startsOn: versionFrom, exercises: [one] };
  const [days = []] = diaryWeeks({ weeks: 1, startsOn, span, version });
  return days
    .map(({ cells }) => {
      const cell = cells.get("p");
      return cell ? `${cell.boxes}${cell.optional ? `+${cell.optional}` : ""}` : "-";
    })
    .join(" ");
}

describe("the boxes of a diary", () => {
  test.each([
    ["every day", {}, "1 1 1 1 1 1 1"],
    ["twice a day", { timesPerDayMin: 2, timesPerDayMax: 2 }, "2 2 2 2 2 2 2"],
    ["two to three times", { timesPerDayMin: 2, timesPerDayMax: 3 }, "2+1 2+1 2+1 2+1 2+1 2+1 2+1"],
    ["chosen days", { pattern: "weekdays", weekdays: [1, 3, 5] }, "1 - 1 - 1 - -"],
    ["every other day", { pattern: "every_other_day" }, "1 - 1 - 1 - 1"],
    [
      "any three days",
      { pattern: "per_week", daysPerWeekMin: 3, daysPerWeekMax: 3 },
      "1 1 1 1 1 1 1",
    ],
    ["as needed", { pattern: "as_needed", timesPerDayMax: 2 }, "0+2 0+2 0+2 0+2 0+2 0+2 0+2"],
  ] as const)("%s", (_, frequency, expected) => {
    expect(week(exercise(frequency as Partial<Frequency>))).toBe(expected);
  });

  test("every other day is counted from the plan's first day, wherever the diary begins", () => {
    const startsOn = localDate("2026-11-24");
    expect(week(exercise({ pattern: "every_other_day" }), { startsOn })).toBe("- 1 - 1 - 1 -");
  });

  test("pauses, the days before the version and those outside its dates have none", () => {
    const pauses = [{ startsOn: localDate("2026-11-25"), endsOn: localDate("2026-11-26") }];
    expect(week(exercise({}), { span: { ...NO_PAUSE, pauses } as never })).toBe("1 1 - - 1 1 1");
    expect(week(exercise({}), { versionFrom: localDate("2026-11-25") })).toBe("- - 1 1 1 1 1");
    const windows = [{ from: null, before: localDate("2026-11-25") }];
    expect(week(exercise({}, { windows }))).toBe("1 1 - - - - -");
    expect(week(exercise({ pattern: "as_needed" }, { windows }))).toBe("0+1 0+1 - - - - -");
  });

  test("a day has room for the pain of each time that it asks for", () => {
    const version = {
      versionId: "v",
      number: 1,
      startsOn: MONDAY,
      exercises: [
        exercise({ timesPerDayMin: 3, timesPerDayMax: 3, pattern: "weekdays", weekdays: [1] }),
        exercise({ pattern: "weekdays", weekdays: [1, 2] }, { prescribedId: "q" }),
        exercise({ pattern: "as_needed", timesPerDayMax: 4 }, { prescribedId: "r" }),
      ],
    };
    const [days = []] = diaryWeeks({ weeks: 1, startsOn: MONDAY, span: NO_PAUSE, version });
    expect(days.map(({ sittings }) => sittings)).toEqual([3, 1, 1, 1, 1, 1, 1]);
  });

  test("four weeks are 28 days in a row", () => {
    const version = { versionId: "v", number: 1, startsOn: MONDAY, exercises: [exercise({})] };
    const weeks = diaryWeeks({ weeks: 4, startsOn: MONDAY, span: NO_PAUSE, version });
    expect(weeks.flat()).toHaveLength(28);
    expect(weeks.at(-1)?.at(-1)?.date).toBe("2026-12-20");
  });
});
