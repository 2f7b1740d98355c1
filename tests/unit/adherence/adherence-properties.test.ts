import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Adherence, trailingAdherence } from "../../../lib/domain/adherence/adherence";
import type { AdherenceFacts } from "../../../lib/domain/adherence/plan-days";
import { addDays, WEEKDAYS, weekStartOf } from "../../../lib/domain/calendar/local-date";
import type { Frequency } from "../../../lib/domain/dosage/dosage";
import type { SessionFact, VersionFact } from "../../../lib/domain/session/facts";
import {
  AS_NEEDED,
  anyDays,
  daily,
  day,
  done,
  everyOtherDay,
  facts,
  onWeekdays,
  session,
  version,
} from "./fact-builders";

const times = fc.integer({ min: 1, max: 3 });
const dayBound = fc.oneof(
  times.map((t) => daily(t)),
  times.map((t) => everyOtherDay(t)),
  fc
    .tuple(fc.subarray([...WEEKDAYS], { minLength: 1 }), times)
    .map(([weekdays, t]) => onWeekdays(weekdays, t)),
);
const anyDay = fc.tuple(fc.integer({ min: 1, max: 7 }), times).map(([n, t]) => anyDays(n, t));
const frequency = fc.oneof(dayBound, anyDay, fc.constant(AS_NEEDED));
const frequencies = fc.array(frequency, { minLength: 1, maxLength: 4 });
const weekStart = fc.constantFrom(...WEEKDAYS);

/** A session as choices: its day, which version was shown, an amount for each exercise. */
const choice = fc.record({
  on: fc.integer({ min: -2, max: 75 }),
  shown: fc.nat(),
  reps: fc.array(fc.option(fc.integer({ min: 0, max: 12 })), { minLength: 4, maxLength: 4 }),
});
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

function made(versions: readonly VersionFact[], c: Choice): SessionFact {
  const shown = versions[c.shown % versions.length]!;
  const entries = shown.exercises.flatMap((e, i) =>
    c.reps[i] === null ? [] : [done(e.prescribedId, { repsDone: c.reps[i] })],
  );
  return session(shown, day(c.on), entries);
}

const planFacts = fc
  .record({
    first: frequencies,
    second: frequencies,
    secondOn: fc.integer({ min: 2, max: 60 }),
    pauses: fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.option(fc.nat(9))), {
      maxLength: 2,
    }),
    ended: fc.option(fc.integer({ min: 1, max: 80 })),
    today: fc.integer({ min: 1, max: 80 }),
    choices: fc.array(choice, { maxLength: 40 }),
    weekStart,
  })
  .map((r): AdherenceFacts => {
    const versions = [
      version(r.first),
      version(r.second, { number: 2, startsOn: day(r.secondOn) }),
    ];
    return facts(
      versions,
      day(r.today),
      r.choices.map((c) => made(versions, c)),
      {
        weekStart: r.weekStart,
        endedOn: r.ended === null ? null : day(r.ended),
        pauses: r.pauses.map(([on, length]) => ({
          startsOn: day(on),
          endsOn: length === null ? null : day(on + length),
        })),
      },
    );
  });

function percents(a: Adherence): Map<string, number | null> {
  const all = new Map([
    ["sessions", a.sessions.percent],
    ["dose", a.dose.percent],
  ]);
  for (const [lineId, t] of a.exercises) all.set(`line ${lineId}`, t.percent);
  return all;
}

describe("adherence, whatever the plan", () => {
  it("does not depend on the order of arrival", () => {
    fc.assert(
      fc.property(planFacts, fc.infiniteStream(fc.nat()), (f, keys) => {
        const shuffled = f.sessions
          .map((s) => ({ s, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ s }) => s);
        const other = { ...f, sessions: shuffled, versions: [...f.versions].reverse() };
        expect(trailingAdherence(other)).toEqual(trailingAdherence(f));
      }),
      { numRuns: 100 },
    );
  });

  it("is never lowered by one more session, full or not, on any day", () => {
    fc.assert(
      fc.property(planFacts, choice, (f, extra) => {
        const before = percents(trailingAdherence(f));
        const sessions = [...f.sessions, made(f.versions, extra)];
        const after = percents(trailingAdherence({ ...f, sessions }));
        for (const [number, percent] of before) {
          const now = after.get(number) ?? null;
          expect([number, percent, now, percent === null || (now ?? -1) >= percent]).toEqual([
            number,
            percent,
            now,
            true,
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never counts more than is due, and gives a percent only where something was due", () => {
    fc.assert(
      fc.property(planFacts, (f) => {
        const a = trailingAdherence(f);
        for (const t of [a.sessions, a.dose, ...a.exercises.values()]) {
          expect(t.done).toBeGreaterThanOrEqual(0);
          expect(t.done).toBeLessThanOrEqual(t.due);
          expect(t.percent === null).toBe(t.due === 0);
        }
        expect(Number.isInteger(a.sessions.done) && Number.isInteger(a.sessions.due)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("does not see the future", () => {
    fc.assert(
      fc.property(planFacts, (f) => {
        const past = f.sessions.filter((s) => s.localOn <= f.today);
        expect(trailingAdherence({ ...f, sessions: past })).toEqual(trailingAdherence(f));
      }),
      { numRuns: 100 },
    );
  });

  it("reads the same on day 3, 35 and 400: the calendar moved by whole weeks changes nothing", () => {
    const shift = 26 * 14;
    fc.assert(
      fc.property(planFacts, (f) => {
        const moved: AdherenceFacts = {
          ...f,
          startedOn: addDays(f.startedOn, shift),
          endedOn: f.endedOn === null ? null : addDays(f.endedOn, shift),
          today: addDays(f.today, shift),
          versions: f.versions.map((v) => ({ ...v, startsOn: addDays(v.startsOn, shift) })),
          pauses: f.pauses.map((p) => ({
            startsOn: addDays(p.startsOn, shift),
            endsOn: p.endsOn === null ? null : addDays(p.endsOn, shift),
          })),
          sessions: f.sessions.map((s) => ({ ...s, localOn: addDays(s.localOn, shift) })),
        };
        const [a, b] = [trailingAdherence(f), trailingAdherence(moved)];
        expect([b.sessions, b.dose, b.exercises]).toEqual([a.sessions, a.dose, a.exercises]);
      }),
      { numRuns: 100 },
    );
  });
});

function silenceFalls(kind: Frequency[], choices: Choice[], start: number, week: 1 | 7): void {
  const v = version(kind);
  const silentFrom = addDays(weekStartOf(day(start), week), 7);
  const sessions = choices.map((c) => made([v], c)).filter((s) => s.localOn < silentFrom);
  let last: Map<string, number | null> | undefined;
  for (let n = 0; n < 45; n++) {
    const f = facts([v], addDays(silentFrom, n), sessions, { weekStart: week });
    const now = percents(trailingAdherence(f));
    for (const [number, percent] of now) {
      const earlier = last?.get(number);
      if (earlier !== undefined && earlier !== null) {
        expect([number, n, (percent ?? 0) <= earlier]).toEqual([number, n, true]);
      }
    }
    last = now;
  }
  expect(last?.get("sessions")).toBe(0);
}

describe("silence", () => {
  it.each([
    ["day-bound plans", dayBound],
    ["any-days plans", anyDay],
    ["mixed plans", fc.oneof(dayBound, anyDay)],
  ])("never raises a number and ends at 0: %s", (_, kind) => {
    fc.assert(
      fc.property(
        fc.array(kind, { minLength: 1, maxLength: 3 }),
        fc.array(choice, { maxLength: 60 }),
        fc.integer({ min: 8, max: 60 }),
        fc.constantFrom(1 as const, 7 as const),
        silenceFalls,
      ),
      { numRuns: 20 },
    );
  });

  it("lowers a daily plan from any day on, every day, until it is 0", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), weekStart, (n, begins) => {
        const v = version([daily()]);
        const sessions = Array.from({ length: n }, (_, i) => session(v, day(i + 1)));
        const read = (d: number) =>
          trailingAdherence(facts(v, day(d), sessions, { weekStart: begins })).sessions;
        for (let d = n + 2; d <= n + 29; d++) {
          const [a, b] = [read(d - 1), read(d)];
          expect(b.done / b.due).toBeLessThan(a.done / a.due);
        }
        expect(read(n + 29).percent).toBe(0);
      }),
      { numRuns: 30 },
    );
  });
});
