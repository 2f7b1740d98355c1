import { eq, getTableColumns, inArray } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { DEFAULT_PAIN_RULE } from "../../lib/domain/pain/pain-rule";
import { adviceItems } from "../../lib/features/advice/queries";
import { applyScope, type Tx } from "../client";
import { draftAdvice, versionAdvice } from "../schema/advice";
import { auditEvent } from "../schema/audit";
import { clinic } from "../schema/clinic";
import { exercise, exerciseText } from "../schema/library";
import { consent, episode, goal, patient, patientCondition, visit } from "../schema/patient";
import { appUser, membership, session } from "../schema/people";
import {
  draftExercise,
  draftPhase,
  phaseBegun,
  plan,
  planDraft,
  planPause,
  planVersion,
  precautionOverride,
  prescribedExercise,
  prescribedExerciseText,
  versionPhase,
} from "../schema/plan";
import { exerciseLog, morningLog, sessionLog } from "../schema/session-log";
import { dayCount } from "./demo-clock";
import { writeDemoLibrary } from "./demo-library";
import { addPlan, type DemoLibrary, type MadePlan } from "./demo-plan-rows";
import { demoId } from "./demo-random";
import {
  addPhone,
  addRecord,
  type DemoRows,
  noDemoRows,
  noteAudit,
  type Subject,
  staffId,
} from "./demo-rows";
import { drawLife } from "./demo-sessions";
import type { DemoClinic, DemoPatient } from "./demo-shapes";

/** Postgres takes 65,535 parameters; the widest table has fewer than 60 columns. */
const ROWS_AT_ONCE = 1000;
const CONSENT_AFTER_MS = 40 * 60_000;
const TABLES: Readonly<Record<keyof DemoRows, PgTable>> = {
  patient,
  patientCondition,
  goal,
  visit,
  consent,
  session,
  episode,
  plan,
  planDraft,
  draftPhase,
  draftExercise,
  precautionOverride,
  planVersion,
  versionPhase,
  phaseBegun,
  prescribedExercise,
  prescribedExerciseText,
  draftAdvice,
  versionAdvice,
  planPause,
  sessionLog,
  exerciseLog,
  morningLog,
  auditEvent,
};

/** The id of a demo patient: the same in every database. */
export function demoPatientId(clinicId: string, key: string): string {
  return demoId(`patient ${clinicId} ${key}`, new Date("2025-01-06T09:00:00Z"));
}

function addLogs(subject: Subject, made: MadePlan, now: Date): void {
  const { clinic: own, person, patientId, rows } = subject;
  const [firstVersion] = made.versions;
  if (!person.course || !firstVersion || !made.span) return;
  const key = `${own.id} ${person.key}`;
  const life = { key, course: person.course, versions: made.versions, zone: person.zone, now };
  const { sessions, mornings } = drawLife({ ...life, span: made.span });
  const base = { clinicId: own.id, patientId };
  for (const { exercises, ...row } of sessions) {
    rows.sessionLog.push({ ...base, planId: made.planId, ...row, createdAt: row.typedAt });
    for (const done of exercises) rows.exerciseLog.push({ ...base, sessionLogId: row.id, ...done });
    const corrects = row.id !== row.rootId;
    noteAudit(subject, row.typedAt, corrects ? "session.correct" : "session.log", {
      kind: "session_log",
      id: row.id,
      by: null,
      fields: corrects ? [row.withdrawn ? "withdrawn" : "painBefore"] : [],
    });
  }
  for (const row of mornings) {
    const at = row.occurredAt;
    const typed = { rootId: row.id, typedAt: at, source: "live", createdAt: at } as const;
    rows.morningLog.push({ ...base, ...row, ...typed, withdrawn: false });
    noteAudit(subject, at, "session.log-morning", { kind: "morning_log", id: row.id, by: null });
  }
  const consentAt = new Date(firstVersion.publishedAt.getTime() + CONSENT_AFTER_MS);
  const lastSeenAt = sessions.at(-1)?.typedAt ?? consentAt;
  addPhone(subject, consentAt, lastSeenAt);
}

/** Every row of a demo clinic as of `now`. Pure: the same day and library make the same rows. */
export function demoRows(own: DemoClinic, library: DemoLibrary, now: Date): DemoRows {
  const rows = noDemoRows();
  for (const person of own.patients) {
    const days = dayCount(now, person.zone);
    const patientId = demoPatientId(own.id, person.key);
    const subject: Subject = { clinic: own, person, patientId, days, rows };
    addRecord(subject);
    if (person.plan) addLogs(subject, addPlan(subject, person.plan, library), now);
  }
  return rows;
}

/** Library exercises that the plans of some patients name. */
function slugsOf(patients: readonly DemoPatient[]): string[] {
  const plans = patients.flatMap((person) => person.plan ?? []);
  const lines = plans.flatMap(({ versions }) => versions.flatMap((version) => version.lines));
  const slugs = lines.flatMap(({ slug, ladder = [] }) => [
    slug,
    ...ladder.map((step) => step.slug),
  ]);
  return [...new Set(slugs)];
}

async function insertAll(tx: Tx, table: PgTable, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx.insert(table).values(rows.slice(from, from + ROWS_AT_ONCE) as never);
}

/** Staff accounts are visible to others only through a membership, so each is made under its own address. */
async function insertStaff(tx: Tx, own: DemoClinic, passwordHash: string): Promise<void> {
  for (const { key, email, name, role } of own.staff) {
    const id = staffId(key);
    await applyScope(tx, { clinicId: own.id, loginEmail: email });
    await tx.insert(appUser).values({ id, email, name, passwordHash }).onConflictDoNothing();
    await tx.insert(membership).values({ clinicId: own.id, userId: id, role });
  }
}

/**
 * Writes a demo clinic in the running transaction, whose scope is this clinic. False, and nothing written,
 * when it is there already or another instance is just making it.
 */
export async function writeClinic(
  tx: Tx,
  own: DemoClinic,
  { now, passwordHash }: { readonly now: Date; readonly passwordHash: string },
): Promise<boolean> {
  const { id, name, phone, address, emergencyNumber, paperSize, weekStart, timeZone } = own;
  const made = await tx
    .insert(clinic)
    .values({
      id,
      name,
      phone,
      address,
      emergencyNumber,
      paperSize,
      weekStart,
      timeZone,
      ...DEFAULT_PAIN_RULE,
      isDemo: 1,
    })
    .onConflictDoNothing()
    .returning({ id: clinic.id });
  if (made.length === 0) return false;
  await insertStaff(tx, own, passwordHash);
  const texts = await tx
    .select({ ...getTableColumns(exerciseText), figureId: exercise.figureId })
    .from(exerciseText)
    .innerJoin(exercise, eq(exercise.slug, exerciseText.slug))
    .where(inArray(exerciseText.slug, slugsOf(own.patients)));
  const rows = demoRows(own, { texts, advice: await adviceItems(tx, []) }, now);
  for (const name of Object.keys(TABLES) as (keyof DemoRows)[])
    await insertAll(tx, TABLES[name], rows[name]);
  if (own.hasOwnLibrary) await writeDemoLibrary(tx, { clinicId: id, zone: timeZone, now });
  return true;
}
