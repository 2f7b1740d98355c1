import { describe, expect, it } from "vitest";
import { entryChecks, readEntry } from "@/lib/domain/adherence/phase-entry";
import type { AdherenceFacts } from "@/lib/domain/adherence/plan-days";
import { addDays, type LocalDate } from "@/lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage } from "@/lib/domain/dosage/dosage";
import { NO_ENTRY } from "@/lib/domain/plan/phase";
import type { PainNrs, SessionFact } from "@/lib/domain/session/facts";

const TODAY = "2026-11-20" as LocalDate;
const DOSAGE: Dosage = {
  sets: 1,
  reps: 10,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "none",
  frequency: DAILY_ONCE,
};

function session(daysAgo: number, pain: Partial<SessionFact> = {}, worst: PainNrs | null = null) {
  const on = addDays(TODAY, -daysAgo);
  return {
    id: `s${daysAgo}`,
    versionId: "v1",
    localOn: on,
    occurredAt: new Date(`${on}T09:00:00Z`),
    source: "live",
    painBefore: null,
    painAfter: null,
    stoppedForPain: false,
    exercises: [
      {
        prescribedId: "p1",
        outcome: "done",
        setsDone: null,
        repsDone: null,
        holdSecondsDone: null,
        durationSecondsDone: null,
        painWorst: worst,
        effort: null,
        skipReason: null,
      },
    ],
    ...pain,
  } as SessionFact;
}

const facts = (sessions: readonly SessionFact[]): AdherenceFacts => ({
  versions: [
    {
      versionId: "v1",
      number: 1,
      startsOn: addDays(TODAY, -30),
      exercises: [{ prescribedId: "p1", lineId: "l1", dosage: DOSAGE }],
    },
  ],
  pauses: [],
  sessions,
  startedOn: addDays(TODAY, -30),
  endedOn: null,
  today: TODAY,
  weekStart: 1,
});

describe("where a patient stands before a phase", () => {
  it("takes the worst of all ratings of seven days, today included", () => {
    const sessions = [
      session(7, { painBefore: 9 }),
      session(6, { painAfter: 4 }),
      session(0, {}, 5),
    ];
    expect(readEntry(facts(sessions), null).worstPain).toBe(5);
    expect(readEntry(facts([session(2)]), null).worstPain).toBeNull();
    expect(readEntry(facts([session(2, { painBefore: 0 })]), null).worstPain).toBe(0);
  });

  it("counts sessions since the phase in force began, and since the plan began in the first", () => {
    const sessions = [20, 10, 9, 1].map((daysAgo) => session(daysAgo));
    expect(readEntry(facts(sessions), null).sessions).toBe(4);
    expect(readEntry(facts(sessions), addDays(TODAY, -9)).sessions).toBe(2);
    expect(readEntry(facts(sessions), addDays(TODAY, -99)).sessions).toBe(4);
  });

  it("says of each thing asked for whether it is met; silence meets nothing", () => {
    const asked = { painMax: 3, sessionsMin: 3, adherenceMin: 50 };
    const silent = entryChecks(asked, readEntry(facts([]), null));
    expect(silent.map(({ isMet }) => isMet)).toEqual([false, false, false]);
    const well = [1, 2, 3, 4].map((daysAgo) => session(daysAgo, { painBefore: 3 }));
    const met = entryChecks(asked, readEntry(facts(well), null));
    expect(met.map(({ isMet }) => isMet)).toEqual([true, true, true]);
    const sore = [...well, session(0, { painAfter: 4 })];
    expect(entryChecks(asked, readEntry(facts(sore), null))[0]?.isMet).toBe(false);
    expect(entryChecks(NO_ENTRY, readEntry(facts(well), null))).toEqual([]);
  });
});
