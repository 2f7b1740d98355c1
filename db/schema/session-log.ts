import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import {
  EFFORTS,
  LOG_SOURCES,
  OUTCOMES,
  REPORTERS,
  SKIP_REASONS,
} from "../../lib/domain/session/facts";
import {
  calendarDate,
  clinicId,
  createdAt,
  flag,
  id,
  instant,
  nrs,
  nrsCheck,
  patientPolicy,
} from "./columns";
import { patient } from "./patient";
import { planVersion, prescribedExercise } from "./plan";

interface FromPaper {
  source: AnyPgColumn;
  typedBy: AnyPgColumn;
  reportedBy: AnyPgColumn;
}

/** Paper, and nothing else, has somebody who typed it in and somebody who filled it in. */
function paperChecks(table: string, t: FromPaper) {
  return [
    check(`${table}_reported_by`, sql`${t.reportedBy} in ('patient', 'carer', 'front_desk')`),
    check(
      `${table}_paper`,
      sql`(${t.source} = 'paper') = (${t.typedBy} is not null) and (${t.source} = 'paper') = (${t.reportedBy} is not null)`,
    ),
  ];
}

/**
 * One sitting, appended. `id` is made on the device, so a retry is the same row. A correction is a
 * new row with the same `rootId`; of one root the row typed last counts. `rootId` of a first log is its own id.
 */
export const sessionLog = pgTable(
  "session_log",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    rootId: uuid("root_id").notNull(),
    planId: uuid("plan_id").notNull(),
    /** The version that the patient was shown, also when superseded. */
    versionId: uuid("version_id").notNull(),
    /** Of paper, on which only the day stands: noon of that day. */
    occurredAt: instant("occurred_at").notNull(),
    /** When it was typed, by the device's clock corrected by the skew measured at sync. */
    typedAt: instant("typed_at").notNull(),
    /** Device zone; `localOn` is frozen from it. */
    zone: text("zone").notNull(),
    localOn: calendarDate("local_on").notNull(),
    source: text("source", { enum: LOG_SOURCES }).notNull(),
    painBefore: nrs("pain_before_nrs"),
    painAfter: nrs("pain_after_nrs"),
    stoppedForPain: flag("stopped_for_pain"),
    /** True: the whole log was taken back. */
    withdrawn: flag("withdrawn"),
    note: text("note"),
    /** Staff who typed it from paper; null: the patient. */
    typedBy: uuid("typed_by"),
    /** Who filled the paper in; null: not from paper. */
    reportedBy: text("reported_by", { enum: REPORTERS }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("session_log_patient_day").on(t.clinicId, t.patientId, t.localOn),
    index("session_log_root").on(t.clinicId, t.rootId),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.versionId],
      foreignColumns: [planVersion.clinicId, planVersion.id],
    }),
    nrsCheck("session_log_pain_before", t.painBefore),
    nrsCheck("session_log_pain_after", t.painAfter),
    check("session_log_note", sql`length(${t.note}) <= 2000`),
    check("session_log_source", sql`${t.source} in ('live', 'late', 'paper')`),
    ...paperChecks("session_log", t),
    patientPolicy(t.clinicId, t.patientId),
  ],
);

/** What was really done of one exercise in a session log row. Amounts per side where the side is each or alternating. */
export const exerciseLog = pgTable(
  "exercise_log",
  {
    clinicId: clinicId(),
    sessionLogId: uuid("session_log_id").notNull(),
    prescribedId: uuid("prescribed_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    outcome: text("outcome", { enum: OUTCOMES }).notNull(),
    setsDone: smallint("sets_done"),
    repsDone: smallint("reps_done"),
    holdSecondsDone: smallint("hold_seconds_done"),
    durationSecondsDone: smallint("duration_seconds_done"),
    painWorst: nrs("pain_worst_nrs"),
    effort: text("effort", { enum: EFFORTS }),
    skipReason: text("skip_reason", { enum: SKIP_REASONS }),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.sessionLogId, t.prescribedId] }),
    foreignKey({
      columns: [t.clinicId, t.sessionLogId],
      foreignColumns: [sessionLog.clinicId, sessionLog.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.prescribedId],
      foreignColumns: [prescribedExercise.clinicId, prescribedExercise.id],
    }),
    nrsCheck("exercise_log_pain", t.painWorst),
    check(
      "exercise_log_outcome",
      sql`${t.outcome} in ('done', 'partly', 'stepped_down', 'skipped')`,
    ),
    check(
      "exercise_log_amounts",
      sql`${t.setsDone} between 0 and 20 and ${t.repsDone} between 0 and 200 and ${t.holdSecondsDone} between 0 and 600 and ${t.durationSecondsDone} between 0 and 7200`,
    ),
    patientPolicy(t.clinicId, t.patientId),
  ],
);

/** Next-morning pain; corrected like a session log. */
export const morningLog = pgTable(
  "morning_log",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    rootId: uuid("root_id").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    typedAt: instant("typed_at").notNull(),
    zone: text("zone").notNull(),
    localOn: calendarDate("local_on").notNull(),
    source: text("source", { enum: LOG_SOURCES }).notNull(),
    pain: nrs("pain_nrs").notNull(),
    /** True: the rating was taken back. */
    withdrawn: flag("withdrawn"),
    typedBy: uuid("typed_by"),
    reportedBy: text("reported_by", { enum: REPORTERS }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("morning_log_patient_day").on(t.clinicId, t.patientId, t.localOn),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    nrsCheck("morning_log_pain", t.pain),
    ...paperChecks("morning_log", t),
    patientPolicy(t.clinicId, t.patientId),
  ],
);
