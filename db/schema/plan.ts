import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { LOCALES } from "../../lib/domain/plan/plan-document";
import {
  appRole,
  calendarDate,
  clinicId,
  createdAt,
  dosageChecks,
  dosageColumns,
  holderPolicy,
  id,
  instant,
  lineChecks,
  lineColumns,
  painRuleChecks,
  painRuleColumns,
  patientPolicy,
  phaseChecks,
  phaseColumns,
  planDateColumns,
  staffAddsPolicies,
  staffPolicy,
} from "./columns";

import { figure } from "./figure";
import { exercise } from "./library";
import { episode, patient } from "./patient";

/** A home exercise programme of one episode; its content lives in the draft and in versions. */
export const plan = pgTable(
  "plan",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    title: text("title").notNull(),
    /** Random, in the QR code; shows only version numbers to whoever holds it. */
    qrToken: text("qr_token").notNull(),
    /** 0 until the first version is published. */
    latestVersion: integer("latest_version").notNull().default(0),
    /** First day of version 1; null until published. */
    startedOn: calendarDate("started_on"),
    endedOn: calendarDate("ended_on"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    uniqueIndex("plan_one_active").on(t.clinicId, t.episodeId).where(sql`ended_on is null`),
    index("plan_patient").on(t.clinicId, t.patientId),
    index("plan_qr").on(t.qrToken),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
    holderPolicy(t.qrToken, "plan_token"),
  ],
);

/** The one working copy of a plan. `revision` rises with each save; a save from an older one is refused. */
export const planDraft = pgTable(
  "plan_draft",
  {
    clinicId: clinicId(),
    planId: uuid("plan_id").notNull(),
    revision: integer("revision").notNull().default(1),
    note: text("note"),
    ...painRuleColumns(),
    ...planDateColumns(),
    /** Version it was started from; 0: from nothing. */
    basedOn: integer("based_on").notNull().default(0),
    /** Slugs that it ever held; may come back. */
    heldExercises: text("held_exercises").array().notNull().default([]),
    /** Ids of advice that it ever held. */
    heldAdvice: text("held_advice").array().notNull().default([]),
    updatedBy: uuid("updated_by").notNull(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.planId] }),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plan.clinicId, plan.id] }),
    ...painRuleChecks("plan_draft", t),
    staffPolicy(t),
  ],
);

/** Parts of a draft, each with an aim. */
export const draftPhase = pgTable(
  "draft_phase",
  {
    clinicId: clinicId(),
    planId: uuid("plan_id").notNull(),
    ...phaseColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.planId, t.phaseId] }),
    foreignKey({
      columns: [t.clinicId, t.planId],
      foreignColumns: [planDraft.clinicId, planDraft.planId],
    }),
    ...phaseChecks("draft_phase", t),
    staffPolicy(t),
  ],
);

/**
 * `lineId` stays the same from draft to draft and version to version. A row with `ladderOf` is an easier or
 * harder variant of that line, not an exercise of its own.
 */
export const draftExercise = pgTable(
  "draft_exercise",
  {
    clinicId: clinicId(),
    planId: uuid("plan_id").notNull(),
    lineId: uuid("line_id").notNull(),
    position: smallint("position").notNull(),
    slug: text("slug")
      .notNull()
      .references(() => exercise.slug),
    ...dosageColumns(),
    ...lineColumns(),
    cue: text("cue"),
    caution: text("caution"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.planId, t.lineId] }),
    ...lineChecks("draft_exercise", t),
    foreignKey({
      columns: [t.clinicId, t.planId],
      foreignColumns: [planDraft.clinicId, planDraft.planId],
    }),
    ...dosageChecks("draft_exercise", t),
    staffPolicy(t),
  ],
);

/** Why a therapist prescribes against a rule. Never printed. */
export const precautionOverride = pgTable(
  "precaution_override",
  {
    clinicId: clinicId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    lineId: uuid("line_id").notNull(),
    conditionId: text("condition_id").notNull(),
    trait: text("trait").notNull(),
    reason: text("reason").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("precaution_override_plan").on(t.clinicId, t.planId),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plan.clinicId, plan.id] }),
    staffPolicy(t),
  ],
);

/** Immutable once written. */
export const planVersion = pgTable(
  "plan_version",
  {
    clinicId: clinicId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    note: text("note"),
    ...painRuleColumns(),
    ...planDateColumns(),
    /** First local day (patient's zone) on which it is in force. */
    startsOn: calendarDate("starts_on").notNull(),
    therapistName: text("therapist_name").notNull(),
    publishedBy: uuid("published_by").notNull(),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    uniqueIndex("plan_version_number").on(t.clinicId, t.planId, t.number),
    index("plan_version_patient").on(t.clinicId, t.patientId),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plan.clinicId, plan.id] }),
    ...painRuleChecks("plan_version", t),
    patientPolicy(t.clinicId, t.patientId),
    ...staffAddsPolicies(),
  ],
);

/** Immutable once written. */
export const versionPhase = pgTable(
  "version_phase",
  {
    clinicId: clinicId(),
    versionId: uuid("version_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    ...phaseColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.versionId, t.phaseId] }),
    index("version_phase_patient").on(t.clinicId, t.patientId),
    foreignKey({
      columns: [t.clinicId, t.versionId],
      foreignColumns: [planVersion.clinicId, planVersion.id],
    }),
    ...phaseChecks("version_phase", t),
    patientPolicy(t.clinicId, t.patientId),
    ...staffAddsPolicies(),
  ],
);

/** A phase that a therapist began: from `begunOn` on it is the one in force. Appended only. */
export const phaseBegun = pgTable(
  "phase_begun",
  {
    clinicId: clinicId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    phaseId: uuid("phase_id").notNull(),
    begunOn: calendarDate("begun_on").notNull(),
    begunBy: uuid("begun_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("phase_begun_plan").on(t.clinicId, t.planId),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plan.clinicId, plan.id] }),
    patientPolicy(t.clinicId, t.patientId),
    ...staffAddsPolicies(),
  ],
);

/** Immutable once written. Rows with `ladderOf` as in the draft. */
export const prescribedExercise = pgTable(
  "prescribed_exercise",
  {
    clinicId: clinicId(),
    id: id(),
    versionId: uuid("version_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    lineId: uuid("line_id").notNull(),
    position: smallint("position").notNull(),
    slug: text("slug")
      .notNull()
      .references(() => exercise.slug),
    /** Picture of the day of publishing; null: there was none. */
    figureId: text("figure_id").references(() => figure.id),
    ...dosageColumns(),
    ...lineColumns(),
    cue: text("cue"),
    caution: text("caution"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    ...lineChecks("prescribed_exercise", t),
    uniqueIndex("prescribed_exercise_line").on(t.clinicId, t.versionId, t.lineId),
    index("prescribed_exercise_patient").on(t.clinicId, t.patientId),
    foreignKey({
      columns: [t.clinicId, t.versionId],
      foreignColumns: [planVersion.clinicId, planVersion.id],
    }),
    ...dosageChecks("prescribed_exercise", t),
    patientPolicy(t.clinicId, t.patientId),
    ...staffAddsPolicies(),
  ],
);

/** Library texts frozen at publishing, in every language. */
export const prescribedExerciseText = pgTable(
  "prescribed_exercise_text",
  {
    clinicId: clinicId(),
    prescribedId: uuid("prescribed_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    locale: text("locale", { enum: LOCALES }).notNull(),
    name: text("name").notNull(),
    setup: text("setup").notNull(),
    steps: text("steps").array().notNull(),
    feel: text("feel").notNull(),
    cautions: text("cautions").array().notNull(),
    /** What people often do wrong. */
    faults: text("faults").array().notNull().default([]),
    alt: text("alt").notNull(),
    /** Language of the words where the exercise has none in this one; null: this one. */
    writtenIn: text("written_in", { enum: LOCALES }),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.prescribedId, t.locale] }),
    foreignKey({
      columns: [t.clinicId, t.prescribedId],
      foreignColumns: [prescribedExercise.clinicId, prescribedExercise.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
    ...staffAddsPolicies(),
  ],
);

/** Days on which nothing is due; never back-dated. A change is a new row that replaces by `endsOn`. */
export const planPause = pgTable(
  "plan_pause",
  {
    clinicId: clinicId(),
    id: id(),
    planId: uuid("plan_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    startsOn: calendarDate("starts_on").notNull(),
    /** Last paused day; null: until resumed. */
    endsOn: calendarDate("ends_on"),
    reason: text("reason"),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("plan_pause_plan").on(t.clinicId, t.planId),
    foreignKey({ columns: [t.clinicId, t.planId], foreignColumns: [plan.clinicId, plan.id] }),
    check("plan_pause_order", sql`${t.endsOn} >= ${t.startsOn} - 1`),
    patientPolicy(t.clinicId, t.patientId),
    pgPolicy("holder_of_plan_token", {
      for: "select",
      to: appRole,
      using: sql`exists (select from plan p where p.clinic_id = ${t.clinicId} and p.id = ${t.planId}
        and p.qr_token = (select nullif(current_setting('app.plan_token', true), '')))`,
    }),
  ],
);
