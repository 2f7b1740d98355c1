import type { AdherenceFacts } from "../../../domain/adherence/plan-days";
import { addDays, type LocalDate, type Weekday } from "../../../domain/calendar/local-date";
import { CHANGE_OVER_SECONDS, dosageSeconds } from "../../../domain/dosage/burden";
import type { Phase } from "../../../domain/plan/phase";
import type { DocumentExercise, Locale, PlanDocument } from "../../../domain/plan/plan-document";
import { isWithin } from "../../../domain/schedule/date-window";
import { dueOnDay, hasTarget, openOn } from "../../../domain/schedule/due";
import { currentRows } from "../../../domain/session/current-rows";
import type { ExerciseFact, MorningFact, SessionFact } from "../../../domain/session/facts";
import { correctedInstant } from "../../../domain/session/log-bounds";
import type { SnapshotExercise, SnapshotPlan, SnapshotSession } from "../snapshot";
import type { OutboxEntry } from "./outbox";

/** Where a session is: `sent` on the server, `waiting` on this device, `rejected` by the server. */
export type Whereabouts = OutboxEntry["state"];

/** A session that counts on this device, sent or not. */
export interface ViewSession extends SessionFact {
  readonly rootId: string;
  readonly typedAt: Date;
  readonly note: string | null;
  readonly whereabouts: Whereabouts;
}

export interface ViewMorning extends MorningFact {
  readonly id: string;
  readonly rootId: string;
  readonly typedAt: Date;
}

/** One plan as the patient sees it now: the snapshot with this device's own entries on top. */
export interface PlanView {
  readonly plan: SnapshotPlan;
  readonly document: PlanDocument;
  readonly facts: AdherenceFacts;
  readonly today: LocalDate;
  /** Oldest first. */
  readonly sessions: readonly ViewSession[];
  readonly mornings: readonly ViewMorning[];
}

const NOTHING_DONE = {
  setsDone: null,
  repsDone: null,
  holdSecondsDone: null,
  durationSecondsDone: null,
  painWorst: null,
  effort: null,
  skipReason: null,
};

const toExercise = (e: SnapshotExercise): ExerciseFact => ({ ...NOTHING_DONE, ...e });

function keptSession(session: SnapshotSession): ViewSession & { withdrawn: boolean } {
  return {
    ...session,
    occurredAt: new Date(session.occurredAt),
    typedAt: new Date(session.typedAt),
    exercises: session.exercises.map(toExercise),
    whereabouts: "sent",
    withdrawn: false,
  };
}

/** When an entry of this device was done, as the server will read it. */
function settled(item: OutboxEntry["item"], skewMs: number) {
  const typedAt = new Date(Date.parse(item.typedAt) + skewMs);
  if (item.localOn !== null) {
    return { occurredAt: new Date(item.occurredAt), localOn: item.localOn as LocalDate, typedAt };
  }
  const { at, on } = correctedInstant(new Date(item.occurredAt), skewMs, item.zone);
  return { occurredAt: at, localOn: on, typedAt };
}

function ownSession(entry: OutboxEntry, skewMs: number, kept: readonly ViewSession[]) {
  const { item } = entry;
  if (item.kind !== "session" || entry.state === "rejected") return [];
  const root = kept.find((session) => session.rootId === item.rootId);
  const when = settled(item, skewMs);
  const { occurredAt, localOn } = root ?? when;
  const source = item.localOn === null ? ("live" as const) : ("late" as const);
  return [
    { ...item, ...when, occurredAt, localOn, source, whereabouts: entry.state } as ViewSession & {
      withdrawn: boolean;
    },
  ];
}

const byTime = (a: SessionFact, b: SessionFact) =>
  a.localOn === b.localOn
    ? a.occurredAt.getTime() - b.occurredAt.getTime()
    : a.localOn < b.localOn
      ? -1
      : 1;

/** Sessions of a plan with this device's entries on top, corrections applied, oldest first. */
export function viewSessions(
  plan: SnapshotPlan,
  entries: readonly OutboxEntry[],
  skewMs: number,
): ViewSession[] {
  const kept = plan.sessions.map(keptSession);
  const versions = new Set(plan.versions.map((version) => version.versionId));
  const own = entries
    .filter(({ item }) => item.kind === "session" && versions.has(item.versionId))
    .flatMap((entry) => ownSession(entry, skewMs, kept));
  return currentRows([...kept, ...own]).sort(byTime);
}

function viewMornings(
  plan: SnapshotPlan,
  entries: readonly OutboxEntry[],
  skewMs: number,
): ViewMorning[] {
  const kept = plan.mornings.map((morning) => ({
    ...morning,
    occurredAt: new Date(morning.occurredAt),
    typedAt: new Date(morning.typedAt),
  }));
  const own = entries.flatMap(({ item, state }) =>
    item.kind === "morning" && state !== "rejected"
      ? [{ ...item, ...settled(item, skewMs) } as ViewMorning]
      : [],
  );
  return currentRows([...kept, ...own]);
}

/** The plan as of `today` (a local date of this device) in the patient's language. */
export function planView(
  plan: SnapshotPlan,
  entries: readonly OutboxEntry[],
  {
    today,
    skewMs,
    weekStart,
    locale,
  }: { today: LocalDate; skewMs: number; weekStart: Weekday; locale: Locale },
): PlanView {
  const sessions = viewSessions(plan, entries, skewMs);
  const { versions, pauses, startedOn, endedOn } = plan;
  return {
    plan,
    document: plan.documents[locale],
    facts: { versions, pauses, sessions, startedOn, endedOn, today, weekStart },
    today,
    sessions,
    mornings: viewMornings(plan, entries, skewMs),
  };
}

/** The phase that is in force today, with its place from 1; null: the plan has none. */
export function currentPhase({ document, facts, today }: PlanView): {
  readonly phase: Phase;
  readonly number: number;
} | null {
  const newest = facts.versions.find((v) => v.versionId === document.versionId);
  const span = newest?.phases?.find((one) => isWithin([one], today));
  const at = document.phases.findIndex(({ phaseId }) => phaseId === span?.phaseId);
  const phase = document.phases[at];
  return phase ? { phase, number: at + 1 } : null;
}

/** One exercise on today's list. */
export interface TodayLine {
  readonly exercise: DocumentExercise;
  /** Times worked at today, whatever came of it; a skip is not one. */
  readonly done: number;
  /** Times due today; 0 for as needed and on days when it may be done but need not. */
  readonly due: number;
}

function timesDone(sessions: readonly SessionFact[], plan: SnapshotPlan, lineId: string): number {
  const ids = new Set(
    plan.versions.flatMap((v) =>
      v.exercises.filter((e) => e.lineId === lineId).map((e) => e.prescribedId),
    ),
  );
  return sessions.filter((session) =>
    session.exercises.some((e) => ids.has(e.prescribedId) && e.outcome !== "skipped"),
  ).length;
}

/**
 * Today's list out of the newest version, which is what the patient is shown: due today, possible on
 * any day of the week, and as needed.
 */
export function todayLines({ plan, document, facts, today, sessions }: PlanView): {
  readonly due: readonly TodayLine[];
  readonly asNeeded: readonly TodayLine[];
} {
  const newest = facts.versions.find((v) => v.versionId === document.versionId) ?? null;
  const day = dueOnDay(newest, today, facts);
  const ids = new Map(
    [...day.exercises, ...day.anyDay].map((e) => [
      e.prescribedId,
      e.dosage.frequency.timesPerDayMin,
    ]),
  );
  const open = new Set((newest ? openOn(newest, today) : []).map((e) => e.prescribedId));
  const ofToday = sessions.filter((session) => session.localOn === today);
  const line = (exercise: DocumentExercise): TodayLine => ({
    exercise,
    done: timesDone(ofToday, plan, exercise.lineId),
    due: ids.get(exercise.prescribedId) ?? 0,
  });
  return {
    due: document.exercises.filter((e) => ids.has(e.prescribedId)).map(line),
    asNeeded: document.exercises
      .filter((e) => !hasTarget(e.dosage.frequency) && open.has(e.prescribedId))
      .map(line),
  };
}

/** The exercises of the next session: those still open today; all of today's when none is. */
export function nextSession(lines: readonly TodayLine[]): DocumentExercise[] {
  const open = lines.filter((line) => line.done < line.due);
  return (open.length > 0 ? open : lines).map((line) => line.exercise);
}

/** Minutes that the exercises take once, at least 1. */
export function sessionMinutes(exercises: readonly DocumentExercise[]): number {
  const seconds = exercises.reduce(
    (sum, e) => sum + dosageSeconds(e.dosage) + CHANGE_OVER_SECONDS,
    0,
  );
  return Math.max(1, Math.round(seconds / 60));
}

/**
 * True when this morning is still to be rated: there was a session yesterday, and today neither a rating
 * nor a session, after which the answer would no longer be about yesterday's.
 */
export function asksForMorning({ sessions, mornings, today }: PlanView): boolean {
  const yesterday = addDays(today, -1);
  return (
    sessions.some((session) => session.localOn === yesterday) &&
    !sessions.some((session) => session.localOn === today) &&
    !mornings.some((morning) => morning.localOn === today)
  );
}
