import {
  addDays,
  eachDay,
  earlierOf,
  type LocalDate,
  laterOf,
  type Weekday,
  weekStartOf,
} from "../calendar/local-date";
import {
  type DayDue,
  dayCap,
  dueOnDay,
  type PlanSpan,
  sessionDemands,
  versionInForce,
} from "../schedule/due";
import type { DayPlace } from "../schedule/week-due";
import { type SessionWork, sessionWork } from "../session/credit";
import type { PauseFact, SessionFact, VersionFact } from "../session/facts";

/** Everything adherence is computed from, whenever it is read. */
export interface AdherenceFacts {
  /** Published versions; all that a session inside the days read points at must be among them. */
  readonly versions: readonly VersionFact[];
  readonly pauses: readonly PauseFact[];
  /** Newest row of each correction chain, in any order; may reach back further than is read. */
  readonly sessions: readonly SessionFact[];
  /** The plan's start date. */
  readonly startedOn: LocalDate;
  /** Last day of an ended plan; null: running. */
  readonly endedOn: LocalDate | null;
  /** The local date in the record's zone. */
  readonly today: LocalDate;
  /** The clinic's first day of the week. */
  readonly weekStart: Weekday;
}

/** A measured session with the facts it came from. */
export interface MeasuredSession {
  readonly fact: SessionFact;
  readonly shown: VersionFact;
  readonly work: SessionWork;
}

/** One local day of a plan: what was due, and the sessions done on it. */
export interface PlanDay {
  readonly day: LocalDate;
  readonly place: DayPlace;
  readonly version: VersionFact | null;
  readonly due: DayDue;
  /** Most sessions that may count on this day. */
  readonly cap: number;
  readonly sessions: readonly MeasuredSession[];
}

/** The plan's dates out of the facts. */
export function spanOf(facts: AdherenceFacts): PlanSpan {
  return { startedOn: facts.startedOn, endedOn: facts.endedOn, pauses: facts.pauses };
}

/**
 * The day that numbers are read on: today, or for an ended plan the day after its last one, so that an
 * ended plan keeps the number it ended with.
 */
export function readingDay(facts: AdherenceFacts): LocalDate {
  if (facts.endedOn === null) return facts.today;
  return earlierOf(facts.today, addDays(facts.endedOn, 1));
}

/** First of the trailing `days` local days before the reading day, clipped to the plan's start. */
export function windowFirst(facts: AdherenceFacts, days: number): LocalDate {
  return laterOf(facts.startedOn, addDays(readingDay(facts), -days));
}

function sessionsByDay(facts: AdherenceFacts, first: LocalDate): Map<LocalDate, SessionFact[]> {
  const last = earlierOf(facts.today, facts.endedOn ?? facts.today);
  const from = laterOf(first, facts.startedOn);
  const byDay = new Map<LocalDate, SessionFact[]>();
  for (const session of facts.sessions) {
    if (session.localOn < from || session.localOn > last) continue;
    const sameDay = byDay.get(session.localOn);
    if (sameDay) sameDay.push(session);
    else byDay.set(session.localOn, [session]);
  }
  return byDay;
}

function measureDay(
  sessions: readonly SessionFact[],
  byId: ReadonlyMap<string, VersionFact>,
  startedOn: LocalDate,
): MeasuredSession[] {
  const demandsOf = new Map<VersionFact, SessionWork["demands"]>();
  return sessions.map((fact) => {
    const shown = byId.get(fact.versionId);
    if (!shown) throw new RangeError(`session of a version that was not read: ${fact.versionId}`);
    const demands = demandsOf.get(shown) ?? sessionDemands(shown, fact.localOn, startedOn);
    demandsOf.set(shown, demands);
    return { fact, shown, work: sessionWork(fact, shown, demands) };
  });
}

/**
 * Whole clinic weeks of plan days, from the week that holds `from` to the week that holds the
 * reading day; days before `from` are placed `before`. Sessions outside the plan or after today
 * are left out. Throws `RangeError` for a session whose version is not among `facts.versions`.
 */
export function planWeeks(facts: AdherenceFacts, from: LocalDate): PlanDay[][] {
  const reading = readingDay(facts);
  const first = weekStartOf(from, facts.weekStart);
  const last = addDays(weekStartOf(reading, facts.weekStart), 6);
  const span = spanOf(facts);
  const byDay = sessionsByDay(facts, first);
  const byId = new Map(facts.versions.map((v) => [v.versionId, v]));
  const weeks: PlanDay[][] = [];
  for (const day of eachDay(first, last)) {
    const version = versionInForce(facts.versions, day);
    const place =
      day > reading ? "later" : day === reading ? "today" : day < from ? "before" : "past";
    const planDay: PlanDay = {
      day,
      place,
      version,
      due: dueOnDay(version, day, span),
      cap: dayCap(version, day, facts.startedOn),
      sessions: measureDay(byDay.get(day) ?? [], byId, facts.startedOn),
    };
    const week = weeks.at(-1);
    if (!week || week.length === 7) weeks.push([planDay]);
    else week.push(planDay);
  }
  return weeks;
}
