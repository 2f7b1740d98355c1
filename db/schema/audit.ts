import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { clinicId, id, instant, patientPolicy } from "./columns";

/** Who did or read what. Field names, never values. Append only. */
export const auditEvent = pgTable(
  "audit_event",
  {
    clinicId: clinicId(),
    id: id(),
    at: instant("at").notNull().defaultNow(),
    actorUserId: uuid("actor_user_id"),
    actorPatientId: uuid("actor_patient_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id"),
    patientId: uuid("patient_id"),
    fields: text("fields").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("audit_event_at").on(t.clinicId, t.at),
    index("audit_event_patient").on(t.clinicId, t.patientId, t.at),
    patientPolicy(t.clinicId, t.patientId),
  ],
);
