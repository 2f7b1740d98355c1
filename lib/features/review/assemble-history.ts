import { addDays, type LocalDate } from "../../domain/calendar/local-date";
import { type DayResponse, dayResponse } from "../../domain/pain/day-response";
import type { PainRule } from "../../domain/plan/plan-document";
import { type ChainRow, currentRows } from "../../domain/session/current-rows";
import { deviation } from "../../domain/session/deviation";
import type { ExerciseFact, MorningFact, PainNrs } from "../../domain/session/facts";
import { dosageOfRow } from "../plans/dosage-of-row";
import { painRuleOfRow } from "../plans/draft-rows";
import type {
  DoneExercise,
  FromPaper,
  HistoryDay,
  HistoryMorning,
  HistorySession,
  SessionEntry,
} from "./history";
import type { ExerciseRow, MorningRow, SessionRow } from "./history-queries";

interface Chain<T> {
  readonly current: T;
  /** Replaced rows, newest first. */
  readonly earlier: readonly T[];
}

/** Correction chains with the row that counts on top, also when it takes the log back. */
function chains<T extends ChainRow>(rows: readonly T[]): Chain<T>[] {
  const shown = rows.map((row) => ({ ...row, withdrawn: false }));
  return currentRows(shown).map(({ id, rootId }) => {
    const chain = rows.filter((row) => row.rootId === rootId);
    return {
      current: chain.find((row) => row.id === id) as T,
      earlier: chain
        .filter((row) => row.id !== id)
        .sort((a, b) => b.typedAt.getTime() - a.typedAt.getTime()),
    };
  });
}

function doneExercise({ log, line, name }: ExerciseRow): DoneExercise {
  const { clinicId: _, sessionLogId: __, patientId: ___, ...rest } = log;
  const fact: ExerciseFact = { ...rest, painWorst: log.painWorst as PainNrs | null };
  const prescribed = dosageOfRow(line);
  const { prescribedId } = log;
  return { prescribedId, name, prescribed, fact, deviation: deviation(prescribed, fact) };
}

type Logged = SessionRow["log"] | MorningRow["log"];

function fromPaper({ reportedBy }: Logged, typedByName: string | null): FromPaper | null {
  return reportedBy && { reportedBy, typedBy: typedByName };
}

function entryOf(
  row: SessionRow["log"] & { readonly typedByName: string | null },
  exercises: readonly ExerciseRow[],
): SessionEntry {
  const { id, occurredAt, typedAt, zone, source, stoppedForPain, note, withdrawn } = row;
  return {
    id,
    occurredAt,
    typedAt,
    zone,
    source,
    paper: fromPaper(row, row.typedByName),
    stoppedForPain,
    note,
    withdrawn,
    painBefore: row.painBefore as PainNrs | null,
    painAfter: row.painAfter as PainNrs | null,
    exercises: exercises.filter(({ log }) => log.sessionLogId === id).map(doneExercise),
  };
}

interface Parts {
  /** From the day before `first` on, for the first 24-hour response. */
  readonly sessions: readonly SessionRow[];
  readonly exercises: readonly ExerciseRow[];
  readonly mornings: readonly MorningRow[];
  /** First day shown. */
  readonly first: LocalDate;
}

interface DatedSession extends HistorySession {
  readonly on: LocalDate;
}

function sessionsOf({ sessions, exercises, first }: Parts): DatedSession[] {
  const versions = new Map(sessions.map(({ version }) => [version.id, version]));
  return chains(sessions.map(({ log, typedByName }) => ({ ...log, typedByName })))
    .filter(({ current }) => current.localOn >= first)
    .map(({ current, earlier }) => {
      const version = versions.get(current.versionId) as SessionRow["version"];
      return {
        on: current.localOn,
        rootId: current.rootId,
        planId: current.planId,
        versionNumber: version.number,
        painRule: painRuleOfRow(version),
        current: entryOf(current, exercises),
        earlier: earlier.map((row) => entryOf(row, exercises)),
      };
    })
    .sort((a, b) => a.current.occurredAt.getTime() - b.current.occurredAt.getTime());
}

type Respond = (on: LocalDate) => DayResponse | null;

/** The 24-hour response under the rule that the last session of the day before was shown with. */
function responder({ sessions, mornings }: Parts): Respond {
  const rules = new Map<string, PainRule>(
    sessions.map(({ log, version }) => [log.id, painRuleOfRow(version)]),
  );
  const rated = currentRows(sessions.map(({ log }) => log))
    .map((log) => ({ ...log, painBefore: log.painBefore as PainNrs | null }))
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  const facts: MorningFact[] = currentRows(mornings.map(({ log }) => log)).map(
    ({ localOn, occurredAt, pain }) => ({
      localOn,
      occurredAt,
      pain: pain as PainNrs,
    }),
  );
  return (on) => {
    const dayBefore = addDays(on, -1);
    const last = rated.filter((log) => log.localOn === dayBefore).at(-1);
    const rule = last && rules.get(last.id);
    return rule ? dayResponse(on, rated, facts, rule) : null;
  };
}

function morningsOf({ mornings }: Parts, respond: Respond) {
  const rows = mornings.map(({ log, typedByName }) => ({ ...log, typedByName }));
  return chains(rows).map(({ current, earlier }): HistoryMorning & { on: LocalDate } => ({
    on: current.localOn,
    rootId: current.rootId,
    pain: current.pain as PainNrs,
    source: current.source,
    paper: fromPaper(current, current.typedByName),
    withdrawn: current.withdrawn,
    response: respond(current.localOn),
    earlier: earlier.map(({ pain, typedAt, zone }) => ({ pain: pain as PainNrs, typedAt, zone })),
  }));
}

/** Days with logs, newest first; of a correction chain the newest row counts, the others stay readable. */
export function assembleHistory(parts: Parts): HistoryDay[] {
  const sessions = sessionsOf(parts);
  const mornings = morningsOf(parts, responder(parts));
  const days = new Set([...sessions, ...mornings].map(({ on }) => on));
  return [...days]
    .sort()
    .reverse()
    .map((on) => ({
      on,
      sessions: sessions.filter((session) => session.on === on),
      mornings: mornings.filter((morning) => morning.on === on),
    }));
}
