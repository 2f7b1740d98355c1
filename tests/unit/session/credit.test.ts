import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dosage } from "../../../lib/domain/dosage/dosage";
import { sessionDemands } from "../../../lib/domain/schedule/due";
import {
  countingSessions,
  dayDose,
  doseRatio,
  type SessionWork,
  sessionCredit,
  sessionWork,
  steppedDown,
} from "../../../lib/domain/session/credit";
import type { ExerciseFact, VersionFact } from "../../../lib/domain/session/facts";
import {
  AS_NEEDED,
  anyDays,
  daily,
  day,
  done,
  dosage,
  onWeekdays,
  START,
  session,
  version,
} from "../adherence/fact-builders";

function work(v: VersionFact, exercises: ExerciseFact[], n = 1): SessionWork {
  return sessionWork(session(v, day(n), exercises), v, sessionDemands(v, day(n), START));
}

function credit(v: VersionFact, exercises: ExerciseFact[], n = 1) {
  return sessionCredit(work(v, exercises, n));
}

describe("doseRatio: sets x reps x hold per side, or sets x seconds", () => {
  const reps = {};
  const hold: Partial<Dosage> = { holdSeconds: 5 };
  const eachSide: Partial<Dosage> = { side: "each", holdSeconds: 30, reps: 2, sets: 1 };
  const timed: Partial<Dosage> = { reps: null, durationSeconds: 60, sets: 2 };
  it.each<[string, Partial<Dosage>, Partial<ExerciseFact>, number]>([
    ["done without amounts", reps, {}, 1],
    ["partly without amounts", reps, { outcome: "partly" }, 0.5],
    ["stepped down without amounts", reps, { outcome: "stepped_down" }, 1],
    ["skipped", reps, { outcome: "skipped" }, 0],
    ["skipped, whatever the amounts", reps, { outcome: "skipped", setsDone: 3 }, 0],
    ["2 of 3 sets", reps, { setsDone: 2 }, 2 / 3],
    ["2 of 3 sets of 5 of 10", reps, { setsDone: 2, repsDone: 5 }, 1 / 3],
    ["nothing of it", reps, { outcome: "partly", setsDone: 0 }, 0],
    ["partly with amounts", reps, { outcome: "partly", repsDone: 8 }, 0.8],
    ["more than prescribed is not capped", reps, { setsDone: 6 }, 2],
    ["stepped down never passes 1", reps, { outcome: "stepped_down", setsDone: 6 }, 1],
    ["stepped down, less", reps, { outcome: "stepped_down", repsDone: 5 }, 0.5],
    ["a hold where none is prescribed", reps, { holdSecondsDone: 20 }, 1],
    ["seconds where reps are prescribed", reps, { durationSecondsDone: 1 }, 1],
    ["3 of 5 seconds held", hold, { holdSecondsDone: 3 }, 0.6],
    ["the same amount in other parts", hold, { setsDone: 1, repsDone: 15, holdSecondsDone: 10 }, 1],
    ["per side on both sides of the bar", eachSide, { repsDone: 1 }, 0.5],
    ["45 of 60 seconds", timed, { durationSecondsDone: 45 }, 0.75],
    ["one of two rounds", timed, { setsDone: 1 }, 0.5],
    ["reps where seconds are prescribed", timed, { repsDone: 1 }, 1],
  ])("%s", (_, prescribed, fact, ratio) => {
    expect(doseRatio(dosage(daily(), prescribed), done("a1", fact))).toBeCloseTo(ratio, 12);
  });
});

describe("sessionCredit", () => {
  const three = version([daily(), daily(), daily()]);

  it("is the mean over the due exercises; not mentioned is 0", () => {
    expect(credit(three, [done("a1"), done("b1"), done("c1")]).credit).toBe(1);
    expect(credit(three, [done("a1"), done("b1")]).credit).toBeCloseTo(2 / 3, 12);
    expect(credit(three, [done("a1")])).toEqual({ credit: 1 / 3, counts: false });
    expect(credit(three, [])).toEqual({ credit: 0, counts: false });
  });

  it("caps each exercise at its dose", () => {
    expect(credit(three, [done("a1", { setsDone: 9 })]).credit).toBeCloseTo(1 / 3, 12);
  });

  it("counts from exactly one half, tenths and thirds included", () => {
    const tenths = [7, 1, 7].map((r, i) =>
      done(`${"abc"[i]}1`, { outcome: "partly", setsDone: 3, repsDone: r }),
    );
    expect(credit(three, tenths).counts).toBe(true);
    const below = [7, 1, 6].map((r, i) => done(`${"abc"[i]}1`, { outcome: "partly", repsDone: r }));
    expect(credit(three, below).counts).toBe(false);
  });

  it("ignores as-needed exercises, done or not", () => {
    const v = version([daily(), AS_NEEDED]);
    expect(credit(v, [done("a1")]).credit).toBe(1);
    expect(credit(v, [done("b1")]).credit).toBe(0);
    expect(credit(version([AS_NEEDED]), [done("a1")])).toEqual({ credit: null, counts: false });
  });

  it("ignores what was not prescribed and takes the better of two entries", () => {
    const twice = [done("a1", { outcome: "skipped" }), done("a1"), done("zz")];
    expect(credit(version([daily()]), twice).credit).toBe(1);
    expect(credit(version([daily()]), twice.reverse()).credit).toBe(1);
  });

  it("measures only what is due that day", () => {
    const v = version([daily(), onWeekdays([1])]);
    expect(credit(v, [done("a1")], 1).credit).toBe(0.5);
    expect(credit(v, [done("a1")], 2).credit).toBe(1);
  });

  it("takes a walk alone as a session where strength is due on fewer days", () => {
    const v = version([anyDays(5), anyDays(3), anyDays(3), anyDays(3)]);
    expect(credit(v, [done("a1")]).counts).toBe(true);
    expect(credit(v, [done("b1")]).counts).toBe(false);
  });

  it("marks a session with an easier variant", () => {
    const easier = [done("a1", { outcome: "stepped_down" })];
    expect(steppedDown(session(three, day(1), easier))).toBe(true);
    expect(steppedDown(session(three, day(1)))).toBe(false);
  });
});

describe("a day with unlike times-a-day: glides three times, strength once", () => {
  const v = version([daily(3), daily(1), daily(1), daily(1)]);
  const full = () =>
    work(
      v,
      ["a1", "b1", "c1", "d1"].map((id) => done(id)),
    );
  const glides = () => work(v, [done("a1")]);
  const strength = () =>
    work(
      v,
      ["b1", "c1", "d1"].map((id) => done(id)),
    );

  it.each([
    ["glides in the morning", [glides()], 1],
    ["the whole day as prescribed", [glides(), full(), glides()], 3],
    ["glides only", [glides(), glides(), glides()], 2],
    ["strength only", [strength(), strength(), strength()], 1],
    ["a full session can give way to one of strength alone", [full(), strength()], 2],
    ["more than prescribed", [full(), full(), full(), full()], 3],
    ["nothing", [], 0],
  ])("%s", (_, works, count) => {
    expect(countingSessions(works, 3)).toBe(count);
    expect(countingSessions([...works].reverse(), 3)).toBe(count);
  });

  it("reads the dose of the day exercise by exercise", () => {
    const demands = sessionDemands(v, day(1), START);
    expect(dayDose([glides(), full(), glides()], demands, 3)).toBeCloseTo(3, 12);
    expect(dayDose([glides(), glides(), glides()], demands, 3)).toBeCloseTo(2.25, 12);
  });

  it("does not lose a list that is split over the day", () => {
    const two = version([daily(), daily()]);
    const halves = [work(two, [done("a1")]), work(two, [done("b1")])];
    expect(dayDose(halves, sessionDemands(two, day(1), START), 1)).toBe(1);
    expect(dayDose([halves[0]!, halves[0]!], sessionDemands(two, day(1), START), 1)).toBe(0.5);
  });

  it("equals the sum of session credits where every exercise has the same times-a-day", () => {
    const pair = version([daily(4), daily(4)]);
    const share = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 4 }), (sessions) => {
        const works = sessions.map(([a, b]) =>
          work(pair, [done("a1", { repsDone: a }), done("b1", { repsDone: b })]),
        );
        const credits = works.map((w) => sessionCredit(w));
        const sum = credits.reduce((total, c) => total + (c.credit ?? 0), 0);
        expect(dayDose(works, sessionDemands(pair, day(1), START), 4)).toBeCloseTo(sum, 9);
        expect(countingSessions(works, 4)).toBe(credits.filter((c) => c.counts).length);
      }),
    );
  });
});
