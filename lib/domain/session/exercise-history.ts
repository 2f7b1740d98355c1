import type { LocalDate } from "../calendar/local-date";
import type { Dosage } from "../dosage/dosage";
import { type Deviation, deviation } from "./deviation";
import type {
  Effort,
  ExerciseFact,
  LogSource,
  PainNrs,
  SessionFact,
  SkipReason,
  VersionFact,
} from "./facts";

/** One exercise in one session, beside the dosage of the version that the patient was shown. */
export interface ExerciseEntry {
  readonly sessionId: string;
  readonly on: LocalDate;
  readonly source: LogSource;
  readonly stoppedForPain: boolean;
  readonly fact: ExerciseFact;
  readonly prescribed: Dosage;
  readonly deviation: Deviation;
}

/** What became of one exercise line over some days. */
export interface ExerciseHistory {
  /** Newest first. */
  readonly entries: readonly ExerciseEntry[];
  /** Highest `during_worst` rating and its latest day; null: not rated, which is not 0. */
  readonly worst: { readonly pain: PainNrs; readonly on: LocalDate } | null;
  /** Skips by reason, most first; null: no reason given. */
  readonly skips: readonly { readonly reason: SkipReason | null; readonly times: number }[];
  /** The effort said last. */
  readonly effort: Effort | null;
}

function newestFirst(a: SessionFact, b: SessionFact): number {
  if (a.localOn !== b.localOn) return a.localOn < b.localOn ? 1 : -1;
  return b.occurredAt.getTime() - a.occurredAt.getTime() || (a.id < b.id ? 1 : -1);
}

function worstOf(entries: readonly ExerciseEntry[]): ExerciseHistory["worst"] {
  let worst: ExerciseHistory["worst"] = null;
  for (const { fact, on } of entries) {
    if (fact.painWorst !== null && (worst === null || fact.painWorst > worst.pain)) {
      worst = { pain: fact.painWorst, on };
    }
  }
  return worst;
}

function skipsOf(entries: readonly ExerciseEntry[]): ExerciseHistory["skips"] {
  const times = new Map<SkipReason | null, number>();
  for (const { fact } of entries) {
    if (fact.outcome !== "skipped") continue;
    times.set(fact.skipReason, (times.get(fact.skipReason) ?? 0) + 1);
  }
  return [...times]
    .map(([reason, count]) => ({ reason, times: count }))
    .sort((a, b) => b.times - a.times || ((a.reason ?? "") < (b.reason ?? "") ? -1 : 1));
}

/**
 * History of every exercise line that was logged from `first` to `last` (local days, both included), by
 * `lineId`; a line never mentioned has no entry. Contexts of pain are not pooled: only `during_worst`.
 */
export function exerciseHistories(
  versions: readonly VersionFact[],
  sessions: readonly SessionFact[],
  first: LocalDate,
  last: LocalDate,
): Map<string, ExerciseHistory> {
  const lines = new Map(versions.flatMap((v) => v.exercises.map((e) => [e.prescribedId, e])));
  const byLine = new Map<string, ExerciseEntry[]>();
  const within = sessions.filter((s) => first <= s.localOn && s.localOn <= last);
  for (const { id, localOn, source, stoppedForPain, exercises } of within.sort(newestFirst)) {
    for (const fact of exercises) {
      const line = lines.get(fact.prescribedId);
      if (!line) continue;
      const { dosage: prescribed, lineId } = line;
      const entry = { sessionId: id, on: localOn, source, stoppedForPain, fact, prescribed };
      const entries = byLine.get(lineId) ?? [];
      entries.push({ ...entry, deviation: deviation(prescribed, fact) });
      byLine.set(lineId, entries);
    }
  }
  return new Map(
    [...byLine].map(([lineId, entries]) => [
      lineId,
      {
        entries,
        worst: worstOf(entries),
        skips: skipsOf(entries),
        effort: entries.find(({ fact }) => fact.effort !== null)?.fact.effort ?? null,
      },
    ]),
  );
}
