import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { LOCALES } from "../../lib/domain/plan/plan-document";
import { clinic } from "./clinic";
import { calendarDate, clinicId, createdAt, id, instant, patientPolicy } from "./columns";

/** A person in care. Contact data and birth date are health data. */
export const patient = pgTable(
  "patient",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: id(),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    birthOn: calendarDate("birth_on").notNull(),
    email: text("email"),
    phone: text("phone"),
    recordNumber: text("record_number"),
    language: text("language", { enum: LOCALES }).notNull(),
    timeZone: text("time_zone").notNull(),
    therapistId: uuid("therapist_id"),
    archivedAt: instant("archived_at"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("patient_name").on(t.clinicId, t.familyName, t.givenName),
    uniqueIndex("patient_record_number").on(t.clinicId, t.recordNumber),
    patientPolicy(t.clinicId, t.id),
  ],
);

export const BODY_SIDES = ["left", "right", "both"] as const;

/** A condition on the record. Ended or removed rows stay, so that history is true. */
export const patientCondition = pgTable(
  "patient_condition",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    /** Id in the precaution rules. */
    conditionId: text("condition_id").notNull(),
    onsetOn: calendarDate("onset_on"),
    surgeryOn: calendarDate("surgery_on"),
    side: text("side", { enum: BODY_SIDES }),
    /** Region id for conditions that are bound to a site. */
    site: text("site"),
    endedOn: calendarDate("ended_on"),
    note: text("note"),
    removedAt: instant("removed_at"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("patient_condition_patient").on(t.clinicId, t.patientId),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
  ],
);

/** A goal in the patient's own words. */
export const goal = pgTable(
  "goal",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    text: text("text").notNull(),
    removedAt: instant("removed_at"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("goal_patient").on(t.clinicId, t.patientId),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
  ],
);

/** A visit at the clinic, past or to come. */
export const visit = pgTable(
  "visit",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    visitOn: calendarDate("visit_on").notNull(),
    /** Local clock time `HH:MM` at the clinic, if known. */
    visitTime: text("visit_time"),
    removedAt: instant("removed_at"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("visit_patient").on(t.clinicId, t.patientId, t.visitOn),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    check("visit_time_shape", sql`${t.visitTime} ~ '^[0-2][0-9]:[0-5][0-9]$'`),
    patientPolicy(t.clinicId, t.patientId),
  ],
);

/** Consent to the privacy text, with the version and language that was shown. */
export const consent = pgTable(
  "consent",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    documentVersion: text("document_version").notNull(),
    locale: text("locale", { enum: LOCALES }).notNull(),
    givenAt: instant("given_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("consent_patient").on(t.clinicId, t.patientId),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
  ],
);

/** One span of treatment, from start to discharge. */
export const episode = pgTable(
  "episode",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    title: text("title").notNull(),
    startedOn: calendarDate("started_on").notNull(),
    endedOn: calendarDate("ended_on"),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("episode_patient").on(t.clinicId, t.patientId),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
  ],
);
