import { and, asc, between, desc, eq, gt, lt } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { appUser } from "../../../db/schema/people";
import { planVersion, prescribedExercise, prescribedExerciseText } from "../../../db/schema/plan";
import { exerciseLog, morningLog, sessionLog } from "../../../db/schema/session-log";
import type { RecordAccess } from "../../auth/access";
import {
  addDays,
  earlierOf,
  type LocalDate,
  laterOf,
  localDate,
  localDateOf,
} from "../../domain/calendar/local-date";
import { NotFound } from "../../errors/app-error";
import { viewPatient } from "../patients/view-patient";
import { assembleHistory } from "./assemble-history";
import type { SessionHistory } from "./history";

type Access = RecordAccess<"view-record">;

/** First and last local day of a month `YYYY-MM`. */
function monthSpan(month: string): { first: LocalDate; last: LocalDate } {
  const first = localDate(`${month}-01`);
  const inNext = addDays(first, 31);
  return { first, last: addDays(localDate(`${inNext.slice(0, 7)}-01`), -1) };
}

function monthOf(day: LocalDate | null): string | null {
  return day?.slice(0, 7) ?? null;
}

function logsOf(table: typeof sessionLog | typeof morningLog, access: Access) {
  return and(eq(table.clinicId, access.clinicId), eq(table.patientId, access.patientId));
}

async function newestDay(tx: Tx, access: Access, before: LocalDate): Promise<LocalDate | null> {
  const [sessions, mornings] = await Promise.all(
    [sessionLog, morningLog].map((table) =>
      tx
        .select({ on: table.localOn })
        .from(table)
        .where(and(logsOf(table, access), lt(table.localOn, before)))
        .orderBy(desc(table.localOn))
        .limit(1),
    ),
  );
  const found = [sessions?.[0]?.on, mornings?.[0]?.on].filter((on) => on !== undefined);
  return found.length === 0 ? null : found.reduce(laterOf);
}

async function oldestDay(tx: Tx, access: Access, after: LocalDate): Promise<LocalDate | null> {
  const [sessions, mornings] = await Promise.all(
    [sessionLog, morningLog].map((table) =>
      tx
        .select({ on: table.localOn })
        .from(table)
        .where(and(logsOf(table, access), gt(table.localOn, after)))
        .orderBy(asc(table.localOn))
        .limit(1),
    ),
  );
  const found = [sessions?.[0]?.on, mornings?.[0]?.on].filter((on) => on !== undefined);
  return found.length === 0 ? null : found.reduce(earlierOf);
}

/** Session rows, replaced ones included: a correction chain lies on one local day. */
function sessionRows(tx: Tx, access: Access, first: LocalDate, last: LocalDate) {
  return tx
    .select({ log: sessionLog, version: planVersion, typedByName: appUser.name })
    .from(sessionLog)
    .leftJoin(appUser, eq(appUser.id, sessionLog.typedBy))
    .innerJoin(
      planVersion,
      and(eq(planVersion.clinicId, sessionLog.clinicId), eq(planVersion.id, sessionLog.versionId)),
    )
    .where(and(logsOf(sessionLog, access), between(sessionLog.localOn, first, last)));
}

function exerciseRows(tx: Tx, access: Access, first: LocalDate, last: LocalDate) {
  return tx
    .select({ log: exerciseLog, line: prescribedExercise, name: prescribedExerciseText.name })
    .from(sessionLog)
    .innerJoin(
      exerciseLog,
      and(
        eq(exerciseLog.clinicId, sessionLog.clinicId),
        eq(exerciseLog.sessionLogId, sessionLog.id),
      ),
    )
    .innerJoin(
      prescribedExercise,
      and(
        eq(prescribedExercise.clinicId, exerciseLog.clinicId),
        eq(prescribedExercise.id, exerciseLog.prescribedId),
      ),
    )
    .innerJoin(
      prescribedExerciseText,
      and(
        eq(prescribedExerciseText.clinicId, prescribedExercise.clinicId),
        eq(prescribedExerciseText.prescribedId, prescribedExercise.id),
        eq(prescribedExerciseText.locale, "en"),
      ),
    )
    .where(and(logsOf(sessionLog, access), between(sessionLog.localOn, first, last)))
    .orderBy(asc(prescribedExercise.position), asc(prescribedExercise.id));
}

function morningRows(tx: Tx, access: Access, first: LocalDate, last: LocalDate) {
  return tx
    .select({ log: morningLog, typedByName: appUser.name })
    .from(morningLog)
    .leftJoin(appUser, eq(appUser.id, morningLog.typedBy))
    .where(and(logsOf(morningLog, access), between(morningLog.localOn, first, last)));
}

export type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number];
export type ExerciseRow = Awaited<ReturnType<typeof exerciseRows>>[number];
export type MorningRow = Awaited<ReturnType<typeof morningRows>>[number];

async function zoneOf(tx: Tx, { clinicId, patientId }: Access): Promise<string> {
  const [row] = await tx
    .select({ timeZone: patient.timeZone })
    .from(patient)
    .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId)));
  if (!row) throw new NotFound();
  return row.timeZone;
}

/**
 * One month of a patient's logs over all plans, newest day first, beside what was prescribed, with every
 * replaced value. `month` null: that of the newest log. Reads this patient's rows of the month, and of
 * the day before it for the first 24-hour response. The look is audited, once an hour.
 */
export async function sessionHistory(
  access: Access,
  { month: asked, now }: { month: string | null; now: Date },
): Promise<SessionHistory> {
  await viewPatient(access, now);
  return inScope(access.scope, async (tx) => {
    const today = localDateOf(now, await zoneOf(tx, access));
    const ever = await newestDay(tx, access, localDate("9999-12-31"));
    const month = asked ?? monthOf(ever) ?? today.slice(0, 7);
    const { first, last } = monthSpan(month);
    const dayBefore = addDays(first, -1);
    const [sessions, exercises, mornings, older, newer] = await Promise.all([
      sessionRows(tx, access, dayBefore, last),
      exerciseRows(tx, access, first, last),
      morningRows(tx, access, first, last),
      newestDay(tx, access, first),
      oldestDay(tx, access, last),
    ]);
    return {
      patientId: access.patientId,
      month,
      days: assembleHistory({ sessions, exercises, mornings, first }),
      olderMonth: monthOf(older),
      newerMonth: monthOf(newer),
      hasLogs: ever !== null,
    };
  });
}
