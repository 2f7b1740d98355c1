import { describe, expect, it } from "vitest";
import { weekTarget } from "@/lib/domain/adherence/week-target";
import { AS_NEEDED, anyDays, daily, day, facts, sessionsOn, version } from "./fact-builders";

describe("sessions of the running week", () => {
  it.each([
    ["once a day, three of seven", version([daily(1)]), [1, 2, 3], 4, { done: 3, due: 7 }],
    ["twice a day looks ahead", version([daily(2)]), [1, 1], 1, { done: 2, due: 14 }],
    ["any four days", version([anyDays(4)]), [1, 3], 5, { done: 2, due: 4 }],
    ["never more than is asked", version([anyDays(2)]), [1, 2, 3], 5, { done: 2, due: 2 }],
    ["a day's surplus does not count", version([daily(1)]), [1, 1, 1], 2, { done: 1, due: 7 }],
    ["as needed asks for nothing", version([AS_NEEDED]), [1], 2, { done: 0, due: 0 }],
    ["last week is another week", version([daily(1)]), [6, 7, 8], 9, { done: 1, due: 7 }],
  ])("%s", (_, shown, days, today, expected) => {
    expect(weekTarget(facts(shown, day(today), sessionsOn(shown, days)))).toEqual(expected);
  });

  it("asks for nothing after the plan has ended", () => {
    const shown = version([daily(1)]);
    const ended = facts(shown, day(9), sessionsOn(shown, [8]), { endedOn: day(8) });
    expect(weekTarget(ended)).toEqual({ done: 0, due: 0 });
  });
});
