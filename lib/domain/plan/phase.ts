import type { LocalDate } from "../calendar/local-date";
import { type DateWindow, intersect } from "../schedule/date-window";

/** More phases than this are a course, not a home plan (design judgement). */
export const MAX_PHASES = 6;
export const PHASE_NAME_MAX = 60;
export const PHASE_AIM_MAX = 200;

/** Bounds of what may be asked for before a phase begins, inclusive (design judgement; adherence after clinical.md, "Progression"). */
export const ENTRY_BOUNDS = {
  /** NPRS that no session of the last seven days may pass. */
  painMax: { min: 0, max: 9 },
  /** Sessions that count in the phase before. */
  sessionsMin: { min: 1, max: 100 },
  /** Percent of the trailing seven days. */
  adherenceMin: { min: 10, max: 100 },
} as const;

/**
 * What has to be met before a phase begins; null: not asked for. All null: the therapist's word alone.
 * Meeting them is told to the therapist, who begins the phase: nothing changes by itself.
 */
export interface PhaseEntry {
  readonly painMax: number | null;
  readonly sessionsMin: number | null;
  readonly adherenceMin: number | null;
}

/** A part of a plan with an aim of its own. The first begins with the plan. */
export interface Phase {
  /** A UUID; stays from version to version. */
  readonly phaseId: string;
  readonly name: string;
  readonly aim: string | null;
  /** Begins by itself on this day; null: on the therapist's word, once `entry` is met. */
  readonly startsOn: LocalDate | null;
  readonly entry: PhaseEntry;
}

export const NO_ENTRY: PhaseEntry = { painMax: null, sessionsMin: null, adherenceMin: null };

/** A phase that a therapist began, on its local day. Of one day the one recorded last counts. */
export interface PhaseBegun {
  readonly phaseId: string;
  readonly begunOn: LocalDate;
}

/** A phase and the days on which it is in force. */
export interface PhaseSpan extends DateWindow {
  readonly phaseId: string;
}

/**
 * When each phase is in force, oldest first. The first phase until another begins; from then on the one
 * that began last, by its date or by the therapist's word (which wins on the same day). A phase may come
 * back. Empty without phases.
 * @param begun in the order in which they were recorded
 */
export function phaseSpans(phases: readonly Phase[], begun: readonly PhaseBegun[]): PhaseSpan[] {
  const [first] = phases;
  if (!first) return [];
  const known = new Set(phases.map(({ phaseId }) => phaseId));
  const dated = phases.flatMap(({ phaseId, startsOn }) =>
    startsOn === null ? [] : [{ phaseId, begunOn: startsOn }],
  );
  const events = [...dated, ...begun.filter(({ phaseId }) => known.has(phaseId))];
  // Sorting keeps the order of equals: dates first, then what was recorded.
  events.sort((a, b) => (a.begunOn < b.begunOn ? -1 : a.begunOn > b.begunOn ? 1 : 0));
  const lastOfDay = events.filter(({ begunOn }, i) => events[i + 1]?.begunOn !== begunOn);
  const spans: PhaseSpan[] = [];
  const starts = [{ phaseId: first.phaseId, begunOn: null }, ...lastOfDay];
  starts.forEach(({ phaseId, begunOn }, i) => {
    const next = starts[i + 1]?.begunOn ?? null;
    spans.push({ phaseId, from: begunOn, before: next });
  });
  return spans;
}

/** The phase in force on a day; null without phases. */
export function phaseOn(
  phases: readonly Phase[],
  begun: readonly PhaseBegun[],
  day: LocalDate,
): Phase | null {
  const span = phaseSpans(phases, begun).find(
    ({ from, before }) => (from === null || from <= day) && (before === null || day < before),
  );
  return phases.find(({ phaseId }) => phaseId === span?.phaseId) ?? null;
}

/** When a line is to be done: within these days, both included, and in this phase. Null: open, or every phase. */
export interface LineSpan {
  readonly phaseId: string | null;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

/**
 * The days on which a line may be due; null: on every day. Empty: on none (its phase has not begun, or is
 * not of this plan).
 */
export function windowsOfLine(
  line: LineSpan,
  spans: readonly PhaseSpan[],
  planEndsOn: LocalDate | null,
): readonly DateWindow[] | null {
  const ends = [line.endsOn, planEndsOn].filter((day) => day !== null).sort();
  const last = ends[0] ?? null;
  const own = { from: line.startsOn, through: last };
  if (line.phaseId === null || spans.length === 0)
    return own.from === null && own.through === null
      ? null
      : intersect([{ from: null, before: null }], own);
  return intersect(
    spans.filter(({ phaseId }) => phaseId === line.phaseId),
    own,
  );
}

export interface PhaseProblem {
  /** Null: of the phases together. */
  readonly phaseId: string | null;
  readonly field: "name" | "aim" | "startsOn" | keyof PhaseEntry | "phases";
  readonly code:
    | "missing"
    | "too_long"
    | "not_whole"
    | "out_of_range"
    | "first_has_start"
    | "date_order"
    | "date_or_entry"
    | "too_many"
    | "twice";
  readonly min?: number;
  readonly max?: number;
}

const length = (text: string) => Array.from(text).length;

function checkEntry({ phaseId, entry }: Phase): PhaseProblem[] {
  const fields = ["painMax", "sessionsMin", "adherenceMin"] as const;
  return fields.flatMap((field): PhaseProblem[] => {
    const value = entry[field];
    const bounds = ENTRY_BOUNDS[field];
    if (value === null) return [];
    const isWhole = Number.isInteger(value);
    if (isWhole && value >= bounds.min && value <= bounds.max) return [];
    return [{ phaseId, field, code: isWhole ? "out_of_range" : "not_whole", ...bounds }];
  });
}

/**
 * Everything wrong with the phases of a plan, in their order; empty when they may be published. Names are
 * given, dates ascend, the first begins with the plan, and a phase begins either on a day or by what is met.
 */
export function checkPhases(phases: readonly Phase[]): PhaseProblem[] {
  const problems: PhaseProblem[] = [];
  if (phases.length > MAX_PHASES)
    problems.push({ phaseId: null, field: "phases", code: "too_many", max: MAX_PHASES });
  if (new Set(phases.map(({ phaseId }) => phaseId)).size < phases.length)
    problems.push({ phaseId: null, field: "phases", code: "twice" });
  let latest: LocalDate | null = null;
  phases.forEach((phase, i) => {
    const { phaseId, name, aim, startsOn, entry } = phase;
    if (name.trim() === "") problems.push({ phaseId, field: "name", code: "missing" });
    if (length(name) > PHASE_NAME_MAX)
      problems.push({ phaseId, field: "name", code: "too_long", max: PHASE_NAME_MAX });
    if (length(aim ?? "") > PHASE_AIM_MAX)
      problems.push({ phaseId, field: "aim", code: "too_long", max: PHASE_AIM_MAX });
    const hasEntry = Object.values(entry).some((value) => value !== null);
    if (i === 0 && (startsOn !== null || hasEntry))
      problems.push({ phaseId, field: "startsOn", code: "first_has_start" });
    else if (startsOn !== null && hasEntry)
      problems.push({ phaseId, field: "startsOn", code: "date_or_entry" });
    if (startsOn !== null && latest !== null && startsOn <= latest)
      problems.push({ phaseId, field: "startsOn", code: "date_order" });
    latest = startsOn ?? latest;
    problems.push(...checkEntry(phase));
  });
  return problems;
}
