import { describe, expect, it } from "vitest";
import type { LocalDate } from "@/lib/domain/calendar/local-date";
import { DAILY_ONCE } from "@/lib/domain/dosage/dosage";
import { NO_ENTRY, type Phase } from "@/lib/domain/plan/phase";
import {
  type BurdenLine,
  fullestBurden,
  fullestPhase,
  phaseBurdens,
} from "@/lib/domain/plan/plan-burden";

const day = (text: string) => text as LocalDate;
const TODAY = day("2026-11-20");
/** A minute and a half with its change-over. */
const line = (change: Partial<BurdenLine> = {}): BurdenLine => ({
  phaseId: null,
  startsOn: null,
  endsOn: null,
  dosage: {
    sets: 1,
    reps: 15,
    holdSeconds: null,
    durationSeconds: null,
    restSeconds: null,
    loadGrams: null,
    band: null,
    tempo: null,
    side: "none",
    frequency: DAILY_ONCE,
  },
  ...change,
});
const phase = (phaseId: string): Phase => ({
  phaseId,
  name: phaseId,
  aim: null,
  startsOn: null,
  entry: NO_ENTRY,
});

describe("burden by dates", () => {
  it("does not add up what is never due on the same day", () => {
    const first = line({ endsOn: day("2026-11-30") });
    const then = line({ startsOn: day("2026-12-01") });
    expect(fullestBurden([first, then], TODAY)).toMatchObject({
      exerciseCount: 1,
      secondsPerSession: 90,
    });
    expect(fullestBurden([first, line({ startsOn: day("2026-11-30") })], TODAY).exerciseCount).toBe(
      2,
    );
  });

  it("leaves out what is over, and finds a fuller day to come", () => {
    expect(fullestBurden([line({ endsOn: day("2026-11-19") })], TODAY).exerciseCount).toBe(0);
    const later = [
      line(),
      line({ startsOn: day("2027-01-01") }),
      line({ startsOn: day("2027-02-01") }),
    ];
    expect(fullestBurden(later, TODAY).exerciseCount).toBe(3);
  });
});

describe("burden by phase", () => {
  it("counts an exercise of every phase in each, and names the fullest", () => {
    const lines = [line(), line({ phaseId: "b" }), line({ phaseId: "b" }), line({ phaseId: "a" })];
    const burdens = phaseBurdens([phase("a"), phase("b"), phase("c")], lines, TODAY);
    expect(burdens.map(({ burden }) => burden.exerciseCount)).toEqual([2, 3, 1]);
    expect(fullestPhase(burdens)).toMatchObject({ number: 2, phase: { phaseId: "b" } });
  });

  it("is the whole plan's without phases", () => {
    expect(phaseBurdens([], [line(), line()], TODAY)).toMatchObject([
      { phase: null, burden: { exerciseCount: 2 } },
    ]);
  });
});
