import { and, between, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { exerciseLog, morningLog, sessionLog } from "../../../db/schema/session-log";
import type { RecordAccess } from "../../auth/access";
import { addDays } from "../../domain/calendar/local-date";
import { DIARY_DAYS } from "../../domain/schedule/diary-grid";
import type { DiaryInput } from "./schema";

type Access = RecordAccess<"enter-diary">;

function sessionRows(tx: Tx, { clinicId, patientId }: Access, { weekOn }: DiaryInput) {
  return tx
    .select()
    .from(sessionLog)
    .where(
      and(
        eq(sessionLog.clinicId, clinicId),
        eq(sessionLog.patientId, patientId),
        between(sessionLog.localOn, weekOn, addDays(weekOn, DIARY_DAYS - 1)),
      ),
    );
}

function morningRows(tx: Tx, { clinicId, patientId }: Access, { weekOn }: DiaryInput) {
  return tx
    .select()
    .from(morningLog)
    .where(
      and(
        eq(morningLog.clinicId, clinicId),
        eq(morningLog.patientId, patientId),
        between(morningLog.localOn, weekOn, addDays(weekOn, DIARY_DAYS - 1)),
      ),
    );
}

function exerciseRows(tx: Tx, { clinicId }: Access, ids: readonly string[]) {
  return tx
    .select()
    .from(exerciseLog)
    .where(and(eq(exerciseLog.clinicId, clinicId), inArray(exerciseLog.sessionLogId, [...ids])));
}

/** Ids of the input that some row of the clinic holds, whoever's it is. */
async function takenIds(tx: Tx, { clinicId }: Access, { sessions, mornings }: DiaryInput) {
  const ofSessions = sessions.map(({ id }) => id);
  const ofMornings = mornings.map(({ id }) => id);
  const [first, second] = await Promise.all([
    ofSessions.length > 0
      ? tx
          .select({ id: sessionLog.id })
          .from(sessionLog)
          .where(and(eq(sessionLog.clinicId, clinicId), inArray(sessionLog.id, ofSessions)))
      : [],
    ofMornings.length > 0
      ? tx
          .select({ id: morningLog.id })
          .from(morningLog)
          .where(and(eq(morningLog.clinicId, clinicId), inArray(morningLog.id, ofMornings)))
      : [],
  ]);
  return new Set([...first, ...second].map(({ id }) => id));
}

type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number];
type ExerciseRow = Awaited<ReturnType<typeof exerciseRows>>[number];

/** A session with its exercises, kept or about to be. */
export type DiarySessionRow = Omit<SessionRow, "createdAt"> & {
  readonly exercises: readonly ExerciseRow[];
};
export type DiaryMorningRow = Omit<Awaited<ReturnType<typeof morningRows>>[number], "createdAt">;

/** Everything of the week that the database holds, replaced rows included. */
export interface KnownRows {
  readonly sessions: readonly DiarySessionRow[];
  readonly mornings: readonly DiaryMorningRow[];
  readonly takenIds: ReadonlySet<string>;
}

/** Reads what a typed-in week is judged against; a correction chain lies on one local day. */
export async function knownRows(tx: Tx, access: Access, input: DiaryInput): Promise<KnownRows> {
  const [sessions, mornings, taken] = await Promise.all([
    sessionRows(tx, access, input),
    morningRows(tx, access, input),
    takenIds(tx, access, input),
  ]);
  const ids = sessions.map(({ id }) => id);
  const exercises = ids.length > 0 ? await exerciseRows(tx, access, ids) : [];
  return {
    mornings,
    takenIds: taken,
    sessions: sessions.map((row) => ({
      ...row,
      exercises: exercises.filter(({ sessionLogId }) => sessionLogId === row.id),
    })),
  };
}
