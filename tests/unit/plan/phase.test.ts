import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../../../lib/domain/calendar/local-date";
import {
  checkPhases,
  NO_ENTRY,
  type Phase,
  type PhaseBegun,
  phaseOn,
  phaseSpans,
  windowsOfLine,
} from "../../../lib/domain/plan/phase";
import { isWithin } from "../../../lib/domain/schedule/date-window";

const START = localDate("2026-11-30");
const day = (n: number) => addDays(START, n);
const phase = (phaseId: string, change: Partial<Phase> = {}): Phase => ({
  phaseId,
  name: `Phase ${phaseId}`,
  aim: null,
  startsOn: null,
  entry: NO_ENTRY,
  ...change,
});
const [A, B, C] = [phase("a"), phase("b"), phase("c")];
const begun = (phaseId: string, n: number): PhaseBegun => ({ phaseId, begunOn: day(n) });
const names = (phases: readonly Phase[], events: readonly PhaseBegun[], days: number) =>
  Array.from({ length: days }, (_, n) => phaseOn(phases, events, day(n))?.phaseId).join("");

describe("phaseOn", () => {
  test("the first phase until another begins", () => {
    expect(names([A, B, C], [], 3)).toBe("aaa");
    expect(names([A, B, C], [begun("b", 2)], 4)).toBe("aabb");
    expect(phaseOn([], [], START)).toBeNull();
  });

  test("a dated phase begins by itself", () => {
    const dated = [A, phase("b", { startsOn: day(1) }), phase("c", { startsOn: day(3) })];
    expect(names(dated, [], 5)).toBe("abbcc");
  });

  test("the therapist's word wins on the same day, and the last word of a day", () => {
    const dated = [A, phase("b", { startsOn: day(2) }), C];
    expect(names(dated, [begun("c", 2)], 4)).toBe("aacc");
    expect(names([A, B, C], [begun("b", 1), begun("c", 1)], 3)).toBe("acc");
  });

  test("a phase may come back, and what belongs to no phase of the version counts for nothing", () => {
    expect(names([A, B], [begun("b", 1), begun("a", 3)], 5)).toBe("abbaa");
    expect(names([A, B], [begun("gone", 1)], 3)).toBe("aaa");
  });

  test("recorded in any order of days, each day has one phase", () => {
    const events = fc.array(
      fc.record({ phaseId: fc.constantFrom("a", "b", "c"), n: fc.integer({ min: 0, max: 9 }) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(events, (list) => {
        const spans = phaseSpans(
          [A, B, C],
          list.map(({ phaseId, n }) => begun(phaseId, n)),
        );
        for (let n = -2; n < 12; n++)
          expect(spans.filter((span) => isWithin([span], day(n)))).toHaveLength(1);
      }),
    );
  });
});

describe("windowsOfLine", () => {
  const spans = phaseSpans([A, B], [begun("b", 3)]);
  const open = (line: Parameters<typeof windowsOfLine>[0], planEndsOn = null as null | string) => {
    const windows = windowsOfLine(line, spans, planEndsOn === null ? null : localDate(planEndsOn));
    return Array.from({ length: 8 }, (_, n) => (isWithin(windows, day(n)) ? "1" : "0")).join("");
  };
  const always = { phaseId: null, startsOn: null, endsOn: null };

  test("a line of every phase without dates is open always", () => {
    expect(windowsOfLine(always, spans, null)).toBeNull();
  });

  test("its phase, its dates (both included) and the plan's last day", () => {
    expect(open({ ...always, phaseId: "a" })).toBe("11100000");
    expect(open({ ...always, phaseId: "b" })).toBe("00011111");
    expect(open({ ...always, startsOn: day(1), endsOn: day(2) })).toBe("01100000");
    expect(open({ phaseId: "b", startsOn: day(1), endsOn: day(4) })).toBe("00011000");
    expect(open(always, day(5))).toBe("11111100");
    expect(open({ ...always, endsOn: day(6) }, day(5))).toBe("11111100");
  });

  test("a phase that the plan does not have is never open", () => {
    expect(open({ ...always, phaseId: "gone" })).toBe("00000000");
  });
});

describe("checkPhases", () => {
  const codes = (...phases: Phase[]) =>
    checkPhases(phases).map(({ field, code }) => `${field} ${code}`);
  const dated = (id: string, n: number) => phase(id, { startsOn: day(n) });

  test("plain phases may be published", () => {
    const entry = { painMax: 3, sessionsMin: 6, adherenceMin: 80 };
    expect(codes(A, dated("b", 14), phase("c", { entry }))).toEqual([]);
    expect(codes()).toEqual([]);
  });

  test.each<[string, Phase[], string]>([
    ["no name", [phase("a", { name: "  " })], "name missing"],
    ["a long name", [phase("a", { name: "🙂".repeat(61) })], "name too_long"],
    ["a first phase that waits", [dated("a", 3)], "startsOn first_has_start"],
    ["days in the wrong order", [A, dated("b", 9), dated("c", 9)], "startsOn date_order"],
    [
      "a day and conditions",
      [A, phase("b", { startsOn: day(3), entry: { ...NO_ENTRY, painMax: 3 } })],
      "startsOn date_or_entry",
    ],
    ["pain 10", [A, phase("b", { entry: { ...NO_ENTRY, painMax: 10 } })], "painMax out_of_range"],
    [
      "half a session",
      [A, phase("b", { entry: { ...NO_ENTRY, sessionsMin: 1.5 } })],
      "sessionsMin not_whole",
    ],
    ["one id twice", [A, A], "phases twice"],
    ["seven phases", ["a", "b", "c", "d", "e", "f", "g"].map((id) => phase(id)), "phases too_many"],
  ])("%s", (_, phases, expected) => {
    expect(codes(...phases)).toEqual([expected]);
  });
});
