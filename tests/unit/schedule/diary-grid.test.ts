import { describe, expect, it } from "vitest";
import { addDays } from "../../../lib/domain/calendar/local-date";
import { type DiaryPlan, diaryDays, diaryLines } from "../../../lib/domain/schedule/diary-grid";
import {
  AS_NEEDED,
  anyDays,
  daily,
  day,
  onWeekdays,
  START,
  version,
} from "../adherence/fact-builders";

function plan(overrides: Partial<DiaryPlan> = {}): DiaryPlan {
  const versions = [version([daily()])];
  return { planId: "p", startedOn: START, endedOn: null, pauses: [], versions, ...overrides };
}

describe("the days of a diary", () => {
  it("have as many sessions as the most times a day of what is due", () => {
    const versions = [version([daily(2, 3), onWeekdays([1], 4), AS_NEEDED])];
    const days = diaryDays([plan({ versions })], START);
    expect(days.map(({ times }) => times)).toEqual([4, 3, 3, 3, 3, 3, 3]);
    expect(days[0]?.lines.map(({ due }) => due)).toEqual([
      ["due", "due", "any_day", "not_due"],
      ["due", "due", "due", "due"],
      ["as_needed", "as_needed", "as_needed", "as_needed"],
    ]);
    expect(days[1]?.lines[1]?.due).toEqual(["not_due", "not_due", "not_due"]);
  });

  it("leave any N days of the week open on each", () => {
    const days = diaryDays([plan({ versions: [version([anyDays(3)])] })], START);
    expect(days.map(({ lines }) => lines[0]?.due)).toEqual(Array(7).fill(["any_day"]));
  });

  it("follow the version in force, and list what any of them had", () => {
    const second = version([daily(), daily()], { number: 2, startsOn: day(4) });
    const days = diaryDays([plan({ versions: [version([daily()]), second] })], START);
    expect(days.map((d) => d.plan?.versionId)).toEqual(["v1", "v1", "v1", "v2", "v2", "v2", "v2"]);
    expect(diaryLines(days).map(({ prescribedId }) => prescribedId)).toEqual(["a2", "b2"]);
  });

  it("are outside before the plan and after its end, but for the morning after", () => {
    const days = diaryDays([plan({ endedOn: day(2) })], addDays(START, -2));
    expect(days.map(({ state }) => state)).toEqual([
      "outside",
      "outside",
      "active",
      "active",
      "outside",
      "outside",
      "outside",
    ]);
    expect(days.map(({ hasMorning }) => hasMorning)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("belong to the plan that started last, and may be filled in while paused", () => {
    const first = plan({ endedOn: day(3) });
    const second = plan({
      planId: "q",
      startedOn: day(3),
      pauses: [{ startsOn: day(5), endsOn: day(5) }],
      versions: [version([daily()], { startsOn: day(3) })],
    });
    const days = diaryDays([second, first], START);
    expect(days.map((d) => d.plan?.planId)).toEqual(["p", "p", "q", "q", "q", "q", "q"]);
    expect(days[4]).toMatchObject({ state: "paused", times: 1 });
    expect(days[4]?.lines[0]?.due).toEqual(["not_due"]);
  });

  it("hold an exercise on its own dates alone", () => {
    const dated = version([daily(), daily()]);
    const [first, second] = dated.exercises;
    const exercises = [first!, { ...second!, windows: [{ from: day(3), before: day(5) }] }];
    const days = diaryDays([plan({ versions: [{ ...dated, exercises }] })], START);
    expect(days.map(({ lines }) => lines.length)).toEqual([1, 1, 2, 2, 1, 1, 1]);
    expect(diaryLines(days)).toHaveLength(2);
  });

  it("are empty without a plan", () => {
    const days = diaryDays([], START);
    expect(days).toHaveLength(7);
    expect(diaryLines(days)).toEqual([]);
  });
});
