import { and, asc, eq, gte, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import {
  phaseBegun,
  plan,
  planPause,
  planVersion,
  prescribedExercise,
  versionPhase,
} from "../../../db/schema/plan";
import { exerciseLog, morningLog, sessionLog } from "../../../db/schema/session-log";
import type { LocalDate } from "../../domain/calendar/local-date";
import {
  type Phase,
  type PhaseBegun,
  type PhaseSpan,
  phaseSpans,
  windowsOfLine,
} from "../../domain/plan/phase";
import { currentRows } from "../../domain/session/current-rows";
import type {
  ExerciseFact,
  LogSource,
  MorningFact,
  PainNrs,
  PauseFact,
  PrescribedFact,
  SessionFact,
  VersionFact,
} from "../../domain/session/facts";
import { dosageOfRow } from "../plans/dosage-of-row";
import { phaseOfRow } from "../plans/draft-rows";

/** A session that counts, with what a history shows beside the fact. */
export interface SessionRecord extends SessionFact {
  /** First row of its correction chain. */
  readonly rootId: string;
  readonly planId: string;
  readonly typedAt: Date;
  readonly note: string | null;
  /** Staff who typed it in from paper. */
  readonly typedBy: string | null;
  /** True when this row replaced an earlier one. */
  readonly corrected: boolean;
}

/** A morning rating that counts. */
export interface MorningRecord extends MorningFact {
  readonly id: string;
  readonly rootId: string;
  readonly typedAt: Date;
  readonly source: LogSource;
  readonly typedBy: string | null;
}

/** Everything logged about one published plan, corrections applied. Feeds `AdherenceFacts` as it is. */
export interface PlanFacts {
  readonly planId: string;
  readonly patientId: string;
  readonly startedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  /** By number. */
  readonly versions: readonly VersionFact[];
  readonly pauses: readonly PauseFact[];
  /** By local day, then time. */
  readonly sessions: readonly SessionRecord[];
  /** By local day, then time. */
  readonly mornings: readonly MorningRecord[];
}

interface Wanted {
  readonly clinicId: string;
  readonly planIds: readonly string[];
  readonly patientId?: string;
  /** First local day of sessions and mornings; versions and pauses always come whole. */
  readonly sinceOn?: LocalDate;
}

const ofPlan = and(
  eq(sessionLog.clinicId, plan.clinicId),
  eq(sessionLog.patientId, plan.patientId),
  eq(sessionLog.planId, plan.id),
  gte(sessionLog.localOn, plan.startedOn),
);

function wantedPlans({ clinicId, planIds, patientId }: Wanted) {
  return and(
    eq(plan.clinicId, clinicId),
    inArray(plan.id, [...planIds]),
    isNotNull(plan.startedOn),
    patientId === undefined ? undefined : eq(plan.patientId, patientId),
  );
}

function planRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({
      planId: plan.id,
      patientId: plan.patientId,
      startedOn: plan.startedOn,
      endedOn: plan.endedOn,
    })
    .from(plan)
    .where(wantedPlans(wanted));
}

function versionRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({
      planId: planVersion.planId,
      number: planVersion.number,
      startsOn: planVersion.startsOn,
      endsOn: planVersion.endsOn,
      exercise: prescribedExercise,
    })
    .from(planVersion)
    .innerJoin(
      prescribedExercise,
      and(
        eq(prescribedExercise.clinicId, planVersion.clinicId),
        eq(prescribedExercise.versionId, planVersion.id),
      ),
    )
    .where(
      and(
        eq(planVersion.clinicId, wanted.clinicId),
        inArray(planVersion.planId, [...wanted.planIds]),
      ),
    )
    .orderBy(asc(planVersion.number), asc(prescribedExercise.position));
}

function phaseRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({ phase: versionPhase })
    .from(planVersion)
    .innerJoin(
      versionPhase,
      and(
        eq(versionPhase.clinicId, planVersion.clinicId),
        eq(versionPhase.versionId, planVersion.id),
      ),
    )
    .where(
      and(
        eq(planVersion.clinicId, wanted.clinicId),
        inArray(planVersion.planId, [...wanted.planIds]),
      ),
    )
    .orderBy(asc(versionPhase.position));
}

function begunRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({
      planId: phaseBegun.planId,
      phaseId: phaseBegun.phaseId,
      begunOn: phaseBegun.begunOn,
    })
    .from(phaseBegun)
    .where(
      and(
        eq(phaseBegun.clinicId, wanted.clinicId),
        inArray(phaseBegun.planId, [...wanted.planIds]),
      ),
    )
    .orderBy(asc(phaseBegun.createdAt), asc(phaseBegun.id));
}

function pauseRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({ planId: planPause.planId, startsOn: planPause.startsOn, endsOn: planPause.endsOn })
    .from(planPause)
    .where(
      and(eq(planPause.clinicId, wanted.clinicId), inArray(planPause.planId, [...wanted.planIds])),
    );
}

/** An exercise log as Postgres hands it over: fields in the order of `exercisesOfSession`. */
type PackedExercise = readonly [
  ExerciseFact["prescribedId"],
  ExerciseFact["outcome"],
  ExerciseFact["setsDone"],
  ExerciseFact["repsDone"],
  ExerciseFact["holdSecondsDone"],
  ExerciseFact["durationSecondsDone"],
  ExerciseFact["painWorst"],
  ExerciseFact["effort"],
  ExerciseFact["skipReason"],
];

// Twelve weeks are a thousand exercise logs: one list a session costs a tenth of a row for each of them.
const exercisesOfSession = sql<readonly PackedExercise[] | null>`(
  select json_agg(json_build_array(${exerciseLog.prescribedId}, ${exerciseLog.outcome},
    ${exerciseLog.setsDone}, ${exerciseLog.repsDone}, ${exerciseLog.holdSecondsDone},
    ${exerciseLog.durationSecondsDone}, ${exerciseLog.painWorst}, ${exerciseLog.effort},
    ${exerciseLog.skipReason}))
  from ${exerciseLog}
  where ${exerciseLog.clinicId} = ${sessionLog.clinicId}
    and ${exerciseLog.sessionLogId} = ${sessionLog.id})`;

function sessionRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({
      id: sessionLog.id,
      rootId: sessionLog.rootId,
      planId: sessionLog.planId,
      versionId: sessionLog.versionId,
      occurredAt: sessionLog.occurredAt,
      typedAt: sessionLog.typedAt,
      localOn: sessionLog.localOn,
      source: sessionLog.source,
      painBefore: sessionLog.painBefore,
      painAfter: sessionLog.painAfter,
      stoppedForPain: sessionLog.stoppedForPain,
      withdrawn: sessionLog.withdrawn,
      note: sessionLog.note,
      typedBy: sessionLog.typedBy,
      reportedBy: sessionLog.reportedBy,
      exercises: exercisesOfSession,
    })
    .from(plan)
    .innerJoin(sessionLog, ofPlan)
    .where(
      and(
        wantedPlans(wanted),
        wanted.sinceOn === undefined ? undefined : gte(sessionLog.localOn, wanted.sinceOn),
      ),
    )
    .orderBy(asc(sessionLog.localOn), asc(sessionLog.occurredAt), asc(sessionLog.id));
}

function morningRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({
      planId: plan.id,
      id: morningLog.id,
      rootId: morningLog.rootId,
      localOn: morningLog.localOn,
      occurredAt: morningLog.occurredAt,
      typedAt: morningLog.typedAt,
      pain: morningLog.pain,
      source: morningLog.source,
      withdrawn: morningLog.withdrawn,
      typedBy: morningLog.typedBy,
    })
    .from(plan)
    .innerJoin(
      morningLog,
      and(
        eq(morningLog.clinicId, plan.clinicId),
        eq(morningLog.patientId, plan.patientId),
        gte(morningLog.localOn, plan.startedOn),
      ),
    )
    .where(
      and(
        wantedPlans(wanted),
        wanted.sinceOn === undefined ? undefined : gte(morningLog.localOn, wanted.sinceOn),
      ),
    )
    .orderBy(asc(morningLog.localOn), asc(morningLog.occurredAt), asc(morningLog.id));
}

type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number];
type VersionRow = Awaited<ReturnType<typeof versionRows>>[number];
type MorningRow = Awaited<ReturnType<typeof morningRows>>[number];

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function toPrescribed(rows: readonly VersionRow[], spans: readonly PhaseSpan[]): PrescribedFact[] {
  const lines = rows.filter(({ exercise }) => exercise.ladderOf === null);
  return lines.map(({ exercise, endsOn }) => {
    const easier = rows.find(
      ({ exercise: other }) => other.ladderOf === exercise.lineId && other.ladderStep === "easier",
    );
    const windows = windowsOfLine(exercise, spans, endsOn);
    return {
      prescribedId: exercise.id,
      lineId: exercise.lineId,
      dosage: dosageOfRow(exercise),
      ...(easier ? { easier: dosageOfRow(easier.exercise) } : {}),
      ...(windows ? { windows } : {}),
    };
  });
}

interface PhaseFacts {
  readonly phases: ReadonlyMap<string, readonly Phase[]>;
  readonly begun: readonly PhaseBegun[];
}

function toVersions(rows: readonly VersionRow[], { phases, begun }: PhaseFacts): VersionFact[] {
  return [...groupBy(rows, (row) => row.exercise.versionId)].map(([versionId, lines]) => {
    const spans = phaseSpans(phases.get(versionId) ?? [], begun);
    return {
      versionId,
      number: lines[0]!.number,
      startsOn: lines[0]!.startsOn,
      exercises: toPrescribed(lines, spans),
      ...(spans.length > 0 ? { phases: spans } : {}),
    };
  });
}

function toExercise(packed: PackedExercise): ExerciseFact {
  const [prescribedId, outcome, setsDone, repsDone, holdSecondsDone, ...rest] = packed;
  const [durationSecondsDone, painWorst, effort, skipReason] = rest;
  return {
    prescribedId,
    outcome,
    setsDone,
    repsDone,
    holdSecondsDone,
    durationSecondsDone,
    painWorst,
    effort,
    skipReason,
  };
}

function toSession(row: SessionRow): SessionRecord {
  const { withdrawn: _, ...rest } = row;
  return {
    ...rest,
    painBefore: row.painBefore as PainNrs | null,
    painAfter: row.painAfter as PainNrs | null,
    corrected: row.id !== row.rootId,
    exercises: (row.exercises ?? []).map(toExercise),
  };
}

function toMorning({ planId: _, withdrawn: __, ...row }: MorningRow): MorningRecord {
  return { ...row, pain: row.pain as PainNrs };
}

async function readFacts(tx: Tx, wanted: Wanted): Promise<Map<string, PlanFacts>> {
  if (wanted.planIds.length === 0) return new Map();
  const [plans, versions, pauses, sessions, mornings, phases, begun] = await Promise.all([
    planRows(tx, wanted),
    versionRows(tx, wanted),
    pauseRows(tx, wanted),
    sessionRows(tx, wanted),
    morningRows(tx, wanted),
    phaseRows(tx, wanted),
    begunRows(tx, wanted),
  ]);
  const phasesOf = new Map(
    [...groupBy(phases, ({ phase }) => phase.versionId)].map(([versionId, rows]) => [
      versionId,
      rows.map(({ phase }) => phaseOfRow(phase)),
    ]),
  );
  const begunOf = groupBy(begun, (row) => row.planId);
  const versionsOf = groupBy(versions, (row) => row.planId);
  const pausesOf = groupBy(pauses, (row) => row.planId);
  const sessionsOf = groupBy(sessions, (row) => row.planId);
  const morningsOf = groupBy(mornings, (row) => row.planId);
  return new Map(
    plans.map(({ planId, patientId, startedOn, endedOn }) => [
      planId,
      {
        planId,
        patientId,
        startedOn: startedOn as LocalDate,
        endedOn,
        versions: toVersions(versionsOf.get(planId) ?? [], {
          phases: phasesOf,
          begun: begunOf.get(planId) ?? [],
        }),
        pauses: (pausesOf.get(planId) ?? []).map(({ startsOn, endsOn }) => ({ startsOn, endsOn })),
        sessions: currentRows(sessionsOf.get(planId) ?? []).map(toSession),
        mornings: currentRows(morningsOf.get(planId) ?? []).map(toMorning),
      },
    ]),
  );
}

/**
 * The facts of one published plan; null when it has no published version or is not this patient's.
 * `sinceOn` bounds sessions and mornings (local days); a correction chain lies on one local day, so
 * the bound never cuts one. Access is the caller's.
 */
export async function planFacts(
  tx: Tx,
  wanted: {
    readonly clinicId: string;
    readonly patientId: string;
    readonly planId: string;
    readonly sinceOn?: LocalDate;
  },
): Promise<PlanFacts | null> {
  const facts = await readFacts(tx, { ...wanted, planIds: [wanted.planId] });
  return facts.get(wanted.planId) ?? null;
}

/** The facts of many published plans of a clinic, by plan id; plans that are not there are left out. */
export function planFactsOfClinic(
  tx: Tx,
  clinicId: string,
  planIds: readonly string[],
  sinceOn?: LocalDate,
): Promise<Map<string, PlanFacts>> {
  return readFacts(tx, { clinicId, planIds, sinceOn });
}
