import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { plan, planVersion, prescribedExercise } from "../../../db/schema/plan";
import { exerciseLog, morningLog, sessionLog } from "../../../db/schema/session-log";
import type { SelfAccess } from "../../auth/access";
import type { LocalDate } from "../../domain/calendar/local-date";
import type { SyncItem } from "./schema";

/** A version the patient may log for, superseded and ended ones included. */
export interface LoggableVersion {
  readonly versionId: string;
  readonly planId: string;
  readonly planStartedOn: LocalDate | null;
  readonly prescribedIds: readonly string[];
}

function versionsOf(tx: Tx, { clinicId, patientId }: SelfAccess, ids: readonly string[]) {
  return tx
    .select({
      versionId: planVersion.id,
      planId: planVersion.planId,
      planStartedOn: plan.startedOn,
      prescribedIds: sql<string[]>`array(
        select ${prescribedExercise.id} from ${prescribedExercise}
        where ${prescribedExercise.clinicId} = ${planVersion.clinicId}
          and ${prescribedExercise.versionId} = ${planVersion.id})`,
    })
    .from(planVersion)
    .innerJoin(plan, and(eq(plan.clinicId, planVersion.clinicId), eq(plan.id, planVersion.planId)))
    .where(
      and(
        eq(planVersion.clinicId, clinicId),
        eq(planVersion.patientId, patientId),
        inArray(planVersion.id, [...ids]),
      ),
    );
}

function sessionsOf(tx: Tx, access: SelfAccess, ids: readonly string[]) {
  return tx
    .select()
    .from(sessionLog)
    .where(
      and(
        eq(sessionLog.clinicId, access.clinicId),
        eq(sessionLog.patientId, access.patientId),
        or(inArray(sessionLog.id, [...ids]), inArray(sessionLog.rootId, [...ids])),
      ),
    );
}

function exercisesOf(tx: Tx, access: SelfAccess, sessionIds: readonly string[]) {
  return tx
    .select()
    .from(exerciseLog)
    .where(
      and(
        eq(exerciseLog.clinicId, access.clinicId),
        inArray(exerciseLog.sessionLogId, [...sessionIds]),
      ),
    );
}

function morningsOf(tx: Tx, access: SelfAccess, ids: readonly string[]) {
  return tx
    .select()
    .from(morningLog)
    .where(
      and(
        eq(morningLog.clinicId, access.clinicId),
        eq(morningLog.patientId, access.patientId),
        or(inArray(morningLog.id, [...ids]), inArray(morningLog.rootId, [...ids])),
      ),
    );
}

type ExerciseRow = Awaited<ReturnType<typeof exercisesOf>>[number];
type SessionRow = Awaited<ReturnType<typeof sessionsOf>>[number];
/** A session with its exercises, kept or about to be. */
export type SessionRows = Omit<SessionRow, "createdAt" | "typedBy"> & {
  readonly exercises: readonly ExerciseRow[];
};
export type MorningRow = Omit<Awaited<ReturnType<typeof morningsOf>>[number], "createdAt">;

/** What the database holds about the entries of a batch, before they are judged. */
export interface KnownFacts {
  readonly versions: readonly LoggableVersion[];
  readonly sessions: readonly SessionRows[];
  readonly mornings: readonly MorningRow[];
}

/** Reads versions and earlier rows of the same ids and chains; one round trip for a fresh batch. */
export async function knownFacts(
  tx: Tx,
  access: SelfAccess,
  items: readonly SyncItem[],
): Promise<KnownFacts> {
  const sessions = items.filter((item) => item.kind === "session");
  const mornings = items.filter((item) => item.kind === "morning");
  const chainIds = (list: readonly { id: string; rootId: string }[]) => [
    ...new Set(list.flatMap((item) => [item.id, item.rootId])),
  ];
  const [versions, sessionRows, morningRows] = await Promise.all([
    sessions.length > 0
      ? versionsOf(tx, access, [...new Set(sessions.map((s) => s.versionId))])
      : [],
    sessions.length > 0 ? sessionsOf(tx, access, chainIds(sessions)) : [],
    mornings.length > 0 ? morningsOf(tx, access, chainIds(mornings)) : [],
  ]);
  const exercises =
    sessionRows.length > 0
      ? await exercisesOf(
          tx,
          access,
          sessionRows.map((row) => row.id),
        )
      : [];
  return {
    versions,
    mornings: morningRows,
    sessions: sessionRows.map((row) => ({
      ...row,
      exercises: exercises.filter((e) => e.sessionLogId === row.id),
    })),
  };
}
