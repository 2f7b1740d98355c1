import { addDays, type LocalDate } from "../calendar/local-date";
import type { PhaseEntry } from "../plan/phase";
import type { PainNrs, SessionFact } from "../session/facts";
import { countedOn, trailingSessions } from "./adherence";
import { type AdherenceFacts, planWeeks } from "./plan-days";
import type { Tally } from "./tally";

/** Local days, today included, over which pain and adherence of an entry are read. */
export const ENTRY_DAYS = 7;

/** Where a patient stands on the way to another phase. */
export interface EntryReading {
  /** Highest rating before, during or after a session of the last seven days; null: none was rated. */
  readonly worstPain: PainNrs | null;
  /** Sessions that count (credit from 0.5) since the phase in force began. */
  readonly sessions: number;
  /** Of the trailing seven days. */
  readonly adherence: Tally;
}

const ratings = ({ painBefore, painAfter, exercises }: SessionFact): PainNrs[] =>
  [painBefore, painAfter, ...exercises.map(({ painWorst }) => painWorst)].filter(
    (pain) => pain !== null,
  );

/**
 * Reads pain, sessions and adherence as `PhaseEntry` asks for them.
 * @param phaseSince first day of the phase in force; null: the plan's start
 */
export function readEntry(facts: AdherenceFacts, phaseSince: LocalDate | null): EntryReading {
  const since = addDays(facts.today, 1 - ENTRY_DAYS);
  const recent = facts.sessions.filter(({ localOn }) => localOn >= since && localOn <= facts.today);
  const rated = recent.flatMap(ratings);
  const from = phaseSince !== null && phaseSince > facts.startedOn ? phaseSince : facts.startedOn;
  const days = planWeeks(facts, from).flat();
  return {
    worstPain: rated.length === 0 ? null : (Math.max(...rated) as PainNrs),
    sessions: days
      .filter(({ day }) => day >= from && day <= facts.today)
      .reduce((sum, day) => sum + countedOn(day), 0),
    adherence: trailingSessions(facts, ENTRY_DAYS).sessions,
  };
}

/** One thing that a phase asks for, and how it stands. Silence meets nothing. */
export type EntryCheck =
  | {
      readonly field: "painMax";
      readonly limit: number;
      readonly worst: PainNrs | null;
      readonly isMet: boolean;
    }
  | {
      readonly field: "sessionsMin";
      readonly limit: number;
      readonly done: number;
      readonly isMet: boolean;
    }
  | {
      readonly field: "adherenceMin";
      readonly limit: number;
      readonly adherence: Tally;
      readonly isMet: boolean;
    };

/** What a phase asks for, each with how it stands; empty: the therapist's word or a day. */
export function entryChecks(entry: PhaseEntry, reading: EntryReading): EntryCheck[] {
  const { painMax, sessionsMin, adherenceMin } = entry;
  const { worstPain: worst, sessions: done, adherence } = reading;
  const checks: EntryCheck[] = [];
  if (painMax !== null)
    checks.push({
      ...{ field: "painMax", limit: painMax, worst },
      isMet: worst !== null && worst <= painMax,
    });
  if (sessionsMin !== null)
    checks.push({ field: "sessionsMin", limit: sessionsMin, done, isMet: done >= sessionsMin });
  if (adherenceMin !== null)
    checks.push({
      ...{ field: "adherenceMin", limit: adherenceMin, adherence },
      isMet: adherence.percent !== null && adherence.percent >= adherenceMin,
    });
  return checks;
}
