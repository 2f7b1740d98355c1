import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { exerciseLog, morningLog, sessionLog } from "../../../db/schema/session-log";
import type { SelfAccess } from "../../auth/access";
import type { LocalDate } from "../../domain/calendar/local-date";
import type { SyncItem } from "./schema";

/** Whose rows are read: also before it is known that the session is theirs. */
type Claimed = Pick<SelfAccess, "clinicId" | "patientId">;

/** A version the patient may log for, superseded and ended ones included. */
export interface LoggableVersion {
  readonly versionId: string;
  readonly planId: string;
  readonly planStartedOn: LocalDate | null;
  readonly prescribedIds: readonly string[];
}

interface VersionRow extends Record<string, unknown>, LoggableVersion {
  readonly anyKnown: boolean;
}

/** Ids as one parameter, so that the statement is the same, and stays prepared, whatever their number. */
function idList(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}

/** Also tells whether any row of `chainIds` is here, so that a fresh batch needs one statement. */
function versionsOf(
  tx: Tx,
  { clinicId, patientId }: Claimed,
  ids: readonly string[],
  chainIds: readonly string[],
): PromiseLike<readonly VersionRow[]> {
  return tx.execute<VersionRow>(sql`
    select v.id as "versionId", v.plan_id as "planId", p.started_on::text as "planStartedOn",
      array(select e.id from prescribed_exercise e
        where e.clinic_id = v.clinic_id and e.version_id = v.id) as "prescribedIds",
      exists (select 1 from session_log l
        where l.clinic_id = v.clinic_id and l.patient_id = v.patient_id and l.id = any(c.ids))
      or exists (select 1 from session_log l
        where l.clinic_id = v.clinic_id and l.patient_id = v.patient_id and l.root_id = any(c.ids))
        as "anyKnown"
    from (select ${idList(chainIds)} as ids) c, plan_version v
    join plan p on p.clinic_id = v.clinic_id and p.id = v.plan_id
    where v.clinic_id = ${clinicId} and v.patient_id = ${patientId} and v.id = any(${idList(ids)})`);
}

function isKnown({ clinicId, patientId }: Claimed, chainIds: readonly string[]) {
  return and(
    eq(sessionLog.clinicId, clinicId),
    eq(sessionLog.patientId, patientId),
    or(inArray(sessionLog.id, [...chainIds]), inArray(sessionLog.rootId, [...chainIds])),
  );
}

function sessionsOf(tx: Tx, access: Claimed, chainIds: readonly string[]) {
  return tx.select().from(sessionLog).where(isKnown(access, chainIds));
}

function exercisesOf(tx: Tx, access: Claimed, sessionIds: readonly string[]) {
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

function morningsOf(tx: Tx, access: Claimed, ids: readonly string[]) {
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
export type SessionRows = Omit<SessionRow, "createdAt" | "typedBy" | "reportedBy"> & {
  readonly exercises: readonly ExerciseRow[];
};
export type MorningRow = Omit<
  Awaited<ReturnType<typeof morningsOf>>[number],
  "createdAt" | "typedBy" | "reportedBy"
>;

/** What the database holds about the entries of a batch, before they are judged. */
export interface KnownFacts {
  readonly versions: readonly LoggableVersion[];
  readonly sessions: readonly SessionRows[];
  readonly mornings: readonly MorningRow[];
}

async function knownSessions(tx: Tx, access: Claimed, chainIds: readonly string[]) {
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
  access: Claimed,
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
