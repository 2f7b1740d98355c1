import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { clinicId, instant, patientPolicy } from "./columns";
import { patient } from "./patient";

/** The last snapshot made for a patient's phone. Derived: it may be deleted at any time. */
export const portalSnapshot = pgTable(
  "portal_snapshot",
  {
    clinicId: clinicId(),
    patientId: uuid("patient_id").notNull(),
    /** Digest of everything that the body was made from; another one makes it worthless. */
    stamp: text("stamp").notNull(),
    body: text("body").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.patientId] }),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
  ],
);
