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

/** Also tells whether any row of `chainIds` is here, so that a fresh batch needs one statement. */
function versionsOf(
  tx: Tx,
  { clinicId, patientId }: SelfAccess,
  ids: readonly string[],
  chainIds: readonly string[],
) {
  const knows = tx
    .select({ id: sessionLog.id })
    .from(sessionLog)
    .where(isKnown({ clinicId, patientId }, chainIds));
  return tx
    .select({
      anyKnown: sql<boolean>`exists ${knows}`,
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

function isKnown(
  { clinicId, patientId }: Pick<SelfAccess, "clinicId" | "patientId">,
  chainIds: readonly string[],
) {
  return and(
    eq(sessionLog.clinicId, clinicId),
    eq(sessionLog.patientId, patientId),
    or(inArray(sessionLog.id, [...chainIds]), inArray(sessionLog.rootId, [...chainIds])),
  );
}

function sessionsOf(tx: Tx, access: SelfAccess, chainIds: readonly string[]) {
  return tx.select().from(sessionLog).where(isKnown(access, chainIds));
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

async function knownSessions(tx: Tx, access: SelfAccess, chainIds: readonly string[]) {
  const rows = await sessionsOf(tx, access, chainIds);
  const ids = rows.map((row) => row.id);
  const exercises = ids.length > 0 ? await exercisesOf(tx, access, ids) : [];
  return rows.map((row) => ({
    ...row,
    exercises: exercises.filter((e) => e.sessionLogId === row.id),
  }));
}

/** Reads versions and earlier rows of the same ids and chains; one round trip for a fresh batch. */
export async function knownFacts(
  tx: Tx,
  access: SelfAccess,
  items: readonly SyncItem[],
): Promise<KnownFacts> {
  const sessions = items.filter((item) => item.kind === "session");
  const mornings = items.filter((item) => item.kind === "morning");
  const idsOf = (list: readonly { id: string; rootId: string }[]) => [
    ...new Set(list.flatMap((item) => [item.id, item.rootId])),
  ];
  const sessionIds = idsOf(sessions);
  const versionIds = [...new Set(sessions.map((session) => session.versionId))];
  const [versions, morningRows] = await Promise.all([
    sessions.length > 0 ? versionsOf(tx, access, versionIds, sessionIds) : [],
    mornings.length > 0 ? morningsOf(tx, access, idsOf(mornings)) : [],
  ]);
  const anyKnown = versions.some((version) => version.anyKnown);
  return {
    versions,
    mornings: morningRows,
    sessions: anyKnown ? await knownSessions(tx, access, sessionIds) : [],
  };
}
