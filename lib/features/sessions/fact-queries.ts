import { and, asc, eq, gte, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { plan, planPause, planVersion, prescribedExercise } from "../../../db/schema/plan";
import { exerciseLog, morningLog, sessionLog } from "../../../db/schema/session-log";
import type { LocalDate } from "../../domain/calendar/local-date";
import { currentRows } from "../../domain/session/current-rows";
import type {
  ExerciseFact,
  MorningFact,
  PainNrs,
  PauseFact,
  SessionFact,
  VersionFact,
} from "../../domain/session/facts";
import { dosageOfRow } from "../plans/dosage-of-row";

/** A session that counts, with what a history shows beside the fact. */
export interface SessionRecord extends SessionFact {
  /** First row of its correction chain. */
  readonly rootId: string;
  readonly planId: string;
  readonly typedAt: Date;
  readonly note: string | null;
  /** True when this row replaced an earlier one. */
  readonly corrected: boolean;
}

/** A morning rating that counts. */
export interface MorningRecord extends MorningFact {
  readonly id: string;
  readonly rootId: string;
  readonly typedAt: Date;
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

function pauseRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({ planId: planPause.planId, startsOn: planPause.startsOn, endsOn: planPause.endsOn })
    .from(planPause)
    .where(
      and(eq(planPause.clinicId, wanted.clinicId), inArray(planPause.planId, [...wanted.planIds])),
    );
}

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

function exerciseRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({
      sessionLogId: exerciseLog.sessionLogId,
      prescribedId: exerciseLog.prescribedId,
      outcome: exerciseLog.outcome,
      setsDone: exerciseLog.setsDone,
      repsDone: exerciseLog.repsDone,
      holdSecondsDone: exerciseLog.holdSecondsDone,
      durationSecondsDone: exerciseLog.durationSecondsDone,
      painWorst: exerciseLog.painWorst,
      effort: exerciseLog.effort,
      skipReason: exerciseLog.skipReason,
    })
    .from(plan)
    .innerJoin(sessionLog, ofPlan)
    .innerJoin(
      exerciseLog,
      and(
        eq(exerciseLog.clinicId, sessionLog.clinicId),
        eq(exerciseLog.sessionLogId, sessionLog.id),
      ),
    )
    .where(
      and(
        wantedPlans(wanted),
        wanted.sinceOn === undefined ? undefined : gte(sessionLog.localOn, wanted.sinceOn),
      ),
    );
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
type ExerciseRow = Awaited<ReturnType<typeof exerciseRows>>[number];
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

function toVersions(rows: readonly VersionRow[]): VersionFact[] {
  return [...groupBy(rows, (row) => row.exercise.versionId)].map(([versionId, lines]) => ({
    versionId,
    number: lines[0]!.number,
    startsOn: lines[0]!.startsOn,
    exercises: lines.map(({ exercise }) => ({
      prescribedId: exercise.id,
      lineId: exercise.lineId,
      dosage: dosageOfRow(exercise),
    })),
  }));
}

function toExercise({ sessionLogId: _, ...row }: ExerciseRow): ExerciseFact {
  return { ...row, painWorst: row.painWorst as PainNrs | null };
}

function toSession(row: SessionRow, exercises: readonly ExerciseRow[]): SessionRecord {
  const { withdrawn: _, ...rest } = row;
  return {
    ...rest,
    painBefore: row.painBefore as PainNrs | null,
    painAfter: row.painAfter as PainNrs | null,
    corrected: row.id !== row.rootId,
    exercises: exercises.map(toExercise),
  };
}

function toMorning({ planId: _, ...row }: MorningRow): MorningRecord {
  return { ...row, pain: row.pain as PainNrs };
}

async function readFacts(tx: Tx, wanted: Wanted): Promise<Map<string, PlanFacts>> {
  if (wanted.planIds.length === 0) return new Map();
  const [plans, versions, pauses, sessions, exercises, mornings] = await Promise.all([
    planRows(tx, wanted),
    versionRows(tx, wanted),
    pauseRows(tx, wanted),
    sessionRows(tx, wanted),
    exerciseRows(tx, wanted),
    morningRows(tx, wanted),
  ]);
  const versionsOf = groupBy(versions, (row) => row.planId);
  const pausesOf = groupBy(pauses, (row) => row.planId);
  const sessionsOf = groupBy(sessions, (row) => row.planId);
  const exercisesOf = groupBy(exercises, (row) => row.sessionLogId);
  const morningsOf = groupBy(mornings, (row) => row.planId);
  return new Map(
    plans.map(({ planId, patientId, startedOn, endedOn }) => [
      planId,
      {
        planId,
        patientId,
        startedOn: startedOn as LocalDate,
        endedOn,
        versions: toVersions(versionsOf.get(planId) ?? []),
        pauses: (pausesOf.get(planId) ?? []).map(({ startsOn, endsOn }) => ({ startsOn, endsOn })),
        sessions: currentRows(sessionsOf.get(planId) ?? []).map((row) =>
          toSession(row, exercisesOf.get(row.id) ?? []),
        ),
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
