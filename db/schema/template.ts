import { pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { LOCALES } from "../../lib/domain/plan/plan-document";
import { clinic } from "./clinic";
import { dosageColumns, instant, libraryPolicies } from "./columns";
import { exercise } from "./library";

const maybeClinicId = () => uuid("clinic_id").references(() => clinic.id);

/** Sets of exercises with doses. Without a clinic: one of Carryover's ready ones. */
export const template = pgTable(
  "template",
  {
    id: text("id").primaryKey(),
    clinicId: maybeClinicId(),
    createdBy: uuid("created_by"),
    regions: text("regions").array().notNull(),
    /** Ids of the conditions that the set is meant for. */
    conditions: text("conditions").array().notNull(),
    /** Titles of the source documents. */
    sources: text("sources").array().notNull(),
    /** Where choice and doses come from, for the therapist. */
    basis: text("basis").notNull(),
    reviewState: text("review_state").notNull(),
    position: smallint("position").notNull(),
    retiredAt: instant("retired_at"),
  },
  (t) => libraryPolicies(t),
);

export const templateText = pgTable(
  "template_text",
  {
    id: text("id")
      .notNull()
      .references(() => template.id),
    locale: text("locale", { enum: LOCALES }).notNull(),
    clinicId: maybeClinicId(),
    name: text("name").notNull(),
    /** For the therapist: for whom, what for, when not. */
    summary: text("summary").notNull(),
    /** For the patient, printed at the top of the plan. */
    note: text("note").notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.locale] }), ...libraryPolicies(t)],
);

export const templateExercise = pgTable(
  "template_exercise",
  {
    templateId: text("template_id")
      .notNull()
      .references(() => template.id),
    position: smallint("position").notNull(),
    clinicId: maybeClinicId(),
    slug: text("slug")
      .notNull()
      .references(() => exercise.slug),
    ...dosageColumns(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.position] }), ...libraryPolicies(t)],
);
