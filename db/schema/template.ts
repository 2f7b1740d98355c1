import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { LOCALES } from "../../lib/domain/plan/plan-document";
import { clinic } from "./clinic";
import {
  appRole,
  clinicId,
  createdAt,
  dosageColumns,
  instant,
  libraryPolicies,
  lineColumns,
  phaseColumns,
  staffPolicy,
} from "./columns";
import { exercise } from "./library";

const maybeClinicId = () => uuid("clinic_id").references(() => clinic.id);

/** What a line of a template says besides its dosage: what a line of a plan does, without days. */
function keptColumns() {
  const { startsOn: _, endsOn: __, ...kept } = lineColumns();
  return kept;
}

function undatedPhaseColumns() {
  const { startsOn: _, ...kept } = phaseColumns();
  return kept;
}

/** What is one person's alone is nobody else's. */
function authorPolicy(onlyFor: AnyPgColumn) {
  const rule = sql`${onlyFor} is null or ${onlyFor} = (select nullif(current_setting('app.user_id', true), '')::uuid)`;
  return pgPolicy("only_for_author", {
    as: "restrictive",
    for: "all",
    to: appRole,
    using: rule,
    withCheck: rule,
  });
}

/** Seen with its template, and written to one of the same clinic alone. */
function partPolicy(templateId: AnyPgColumn, ofClinic: AnyPgColumn) {
  return pgPolicy("with_its_template", {
    as: "restrictive",
    for: "all",
    to: appRole,
    using: sql`${templateId} in (select t.id from template t)`,
    withCheck: sql`${templateId} in (select t.id from template t where t.clinic_id is not distinct from ${ofClinic})`,
  });
}

/** Sets of exercises with doses. Without a clinic: one of Carryover's ready ones. */
export const template = pgTable(
  "template",
  {
    id: text("id").primaryKey(),
    clinicId: maybeClinicId(),
    createdBy: uuid("created_by"),
    /** The author, where nobody else sees it. */
    onlyFor: uuid("only_for"),
    /** Rises with each save; a save from an older one is refused. */
    revision: integer("revision").notNull().default(1),
    regions: text("regions").array().notNull(),
    /** Ids of the conditions that the set is meant for. */
    conditions: text("conditions").array().notNull(),
    /** Titles of the source documents. */
    sources: text("sources").array().notNull(),
    /** Where choice and doses come from, for the therapist. */
    basis: text("basis").notNull(),
    reviewState: text("review_state").notNull(),
    position: smallint("position").notNull(),
    /** Language of cues and cautions; null: there were none to say it of. */
    writtenIn: text("written_in", { enum: LOCALES }),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    index("template_clinic").on(t.clinicId),
    check("template_only_for", sql`${t.onlyFor} is null or ${t.onlyFor} = ${t.createdBy}`),
    ...libraryPolicies(t),
    authorPolicy(t.onlyFor),
  ],
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
  (t) => [
    primaryKey({ columns: [t.id, t.locale] }),
    ...libraryPolicies(t),
    partPolicy(t.id, t.clinicId),
  ],
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
    /** Null: a ready one's, which has no variants. */
    lineId: uuid("line_id"),
    cue: text("cue"),
    /** Only where somebody chose to keep it: it was written for one patient. */
    caution: text("caution"),
    ...keptColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.templateId, t.position] }),
    ...libraryPolicies(t),
    partPolicy(t.templateId, t.clinicId),
  ],
);

export const templatePhase = pgTable(
  "template_phase",
  {
    clinicId: clinicId().references(() => clinic.id),
    templateId: text("template_id")
      .notNull()
      .references(() => template.id),
    ...undatedPhaseColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.templateId, t.phaseId] }),
    staffPolicy(t),
    partPolicy(t.templateId, t.clinicId),
  ],
);
