import { describe, expect, it } from "vitest";
import { dayMarks } from "../../../lib/domain/adherence/day-marks";
import { dayOutcome } from "../../../lib/domain/adherence/day-outcome";
import { deviation } from "../../../lib/domain/session/deviation";
import { exerciseHistories } from "../../../lib/domain/session/exercise-history";
import type { SessionFact, VersionFact } from "../../../lib/domain/session/facts";
import {
  AS_NEEDED,
  daily,
  day,
  done,
  dosage,
  facts,
  onWeekdays,
  session,
  version,
} from "../adherence/fact-builders";

const HELD = dosage(daily(), { sets: 2, reps: 10, holdSeconds: 5 });

describe("done beside prescribed", () => {
  it("shows no amounts as done that the patient did not give", () => {
    expect(deviation(HELD, done("a1"))).toEqual({
      dose: "unstated",
      amounts: [
        { field: "sets", prescribed: 2, done: null },
        { field: "reps", prescribed: 10, done: null },
        { field: "holdSeconds", prescribed: 5, done: null },
      ],
    });
  });

  it.each([
    [{ setsDone: 2, repsDone: 10, holdSecondsDone: 5 }, "same"],
    [{ setsDone: 1, repsDone: 20, holdSecondsDone: 5 }, "same"],
    [{ setsDone: 2, repsDone: 8 }, "less"],
    [{ repsDone: 0 }, "less"],
    [{ setsDone: 3 }, "more"],
    [{ outcome: "partly" }, "less"],
    [{ outcome: "skipped", skipReason: "hurts" }, "none"],
    [{ outcome: "stepped_down" }, "unstated"],
  ] as const)("compares the dose of %j: %s", (given, dose) => {
    expect(deviation(HELD, done("a1", given)).dose).toBe(dose);
  });

  it("compares seconds where seconds are prescribed", () => {
    const plank = dosage(daily(), { sets: 1, reps: null, durationSeconds: 60 });
    expect(deviation(plank, done("a1", { durationSecondsDone: 45 }))).toEqual({
      dose: "less",
      amounts: [
        { field: "sets", prescribed: 1, done: null },
        { field: "durationSeconds", prescribed: 60, done: 45 },
      ],
    });
  });
});

describe("history of an exercise", () => {
  const v1 = version([daily(), daily()]);
  const v2 = version([daily()], { number: 2, startsOn: day(3) });
  const logged: SessionFact[] = [
    session(v1, day(1), [
      done("a1", { painWorst: 6 }),
      done("b1", { outcome: "skipped", skipReason: "hurts" }),
    ]),
    session(v1, day(2), [
      done("a1", { painWorst: 0, effort: "hard" }),
      done("b1", { outcome: "skipped" }),
    ]),
    session(v2, day(3), [done("a2", { painWorst: 6, effort: null })]),
    session(v1, day(4), [done("b1", { outcome: "skipped", skipReason: "hurts" })]),
  ];

  it("follows a line across versions, newest first, with the dose of the version shown", () => {
    const a = exerciseHistories([v1, v2], logged, day(1), day(4)).get("a");
    expect(a?.entries.map(({ on, fact }) => [on, fact.prescribedId])).toEqual([
      [day(3), "a2"],
      [day(2), "a1"],
      [day(1), "a1"],
    ]);
    expect(a?.worst).toEqual({ pain: 6, on: day(3) });
    expect(a?.effort).toBe("hard");
  });

  it("counts skips by reason and has no worst pain where nothing was rated", () => {
    const b = exerciseHistories([v1, v2], logged, day(1), day(4)).get("b");
    expect(b?.skips).toEqual([
      { reason: "hurts", times: 2 },
      { reason: null, times: 1 },
    ]);
    expect(b?.worst).toBeNull();
  });

  it("keeps to the days asked for; a rating of 0 is a rating", () => {
    const a = exerciseHistories([v1, v2], logged, day(2), day(2)).get("a");
    expect(a?.entries).toHaveLength(1);
    expect(a?.worst).toEqual({ pain: 0, on: day(2) });
  });
});

describe("outcome of a day", () => {
  const today = day(10);
  function outcome(shown: VersionFact, n: number, sessions: SessionFact[], pauses = false) {
    const known = facts(shown, today, sessions, {
      pauses: pauses ? [{ startsOn: day(n), endsOn: day(n) }] : [],
    });
    const [mark] = dayMarks(known, day(n), day(n));
    return mark && dayOutcome(mark, sessions, today);
  }
  const twice = version([daily(2)]);
  const skipped = session(twice, day(2), [done("a1", { outcome: "skipped" })]);

  it("tells done, partial, skipped, silent, open, rest and paused days apart", () => {
    expect(outcome(twice, 2, [session(twice, day(2)), session(twice, day(2))])).toBe("done");
    expect(outcome(twice, 2, [session(twice, day(2))])).toBe("partial");
    expect(outcome(twice, 2, [skipped])).toBe("skipped");
    expect(outcome(twice, 2, [])).toBe("none");
    expect(outcome(twice, 10, [])).toBe("open");
    expect(outcome(version([onWeekdays([1])]), 2, [])).toBe("not_due");
    expect(outcome(twice, 2, [], true)).toBe("paused");
  });

  it("shows work on a paused day, and as-needed work, as done", () => {
    expect(outcome(version([daily()]), 2, [session(version([daily()]), day(2))], true)).toBe(
      "done",
    );
    const asNeeded = version([AS_NEEDED]);
    expect(outcome(asNeeded, 2, [session(asNeeded, day(2))])).toBe("done");
  });

  it("has nothing for the future", () => {
    expect(outcome(twice, 11, [])).toBeUndefined();
  });
});
