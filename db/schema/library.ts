import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { SIDES } from "../../lib/domain/dosage/dosage";
import { LOCALES } from "../../lib/domain/plan/plan-document";
import { clinic } from "./clinic";
import {
  appRole,
  clinicId,
  createdAt,
  flag,
  id,
  instant,
  libraryPolicies,
  staffPolicy,
} from "./columns";
import { figure } from "./figure";

/** Where a default dosage comes from: a source, inferred from one, Carryover, or the clinic. */
export const DOSAGE_BASES = ["source", "inferred", "house", "clinic"] as const;
export type DosageBasis = (typeof DOSAGE_BASES)[number];

export const ORIGINS = ["library", "own", "import"] as const;
export type Origin = (typeof ORIGINS)[number];

/** The clinic of a row; null: Carryover's own library. */
const maybeClinicId = () => uuid("clinic_id").references(() => clinic.id);

/** Sets of exercises that a clinic took in from a file. */
export const exerciseImport = pgTable(
  "exercise_import",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: id(),
    /** What the set is called by those who took it in. */
    sourceName: text("source_name").notNull(),
    licence: text("licence"),
    format: text("format", { enum: ["json", "csv"] }).notNull(),
    rowsRead: integer("rows_read").notNull(),
    imported: integer("imported").notNull(),
    /** Rows that stayed out: duplicates, and those with problems. */
    skipped: integer("skipped").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [primaryKey({ columns: [t.clinicId, t.id] }), staffPolicy(t)],
);

/**
 * Exercises: the shared library (no clinic) and each clinic's own. Holds nothing about patients. Keys of
 * the library are words, those of a clinic's own are UUIDs.
 */
export const exercise = pgTable(
  "exercise",
  {
    slug: text("slug").primaryKey(),
    clinicId: maybeClinicId(),
    createdBy: uuid("created_by"),
    /** Only this member of staff finds it by searching; null: the whole clinic. */
    onlyFor: uuid("only_for"),
    origin: text("origin", { enum: ORIGINS }).notNull().default("library"),
    /** The exercise that it began as a copy of. */
    copiedFrom: text("copied_from"),
    importId: uuid("import_id"),
    /** False: a therapist has not set text and traits yet, so it cannot be prescribed. */
    ready: boolean("ready").notNull().default(true),
    /** Somebody has said which traits it has, or that it has none. */
    traitsDecided: boolean("traits_decided").notNull().default(true),
    /** Rises with each change; a change made from an older one is refused. */
    revision: integer("revision").notNull().default(1),
    /** Digest of what a reviewer reads; a review holds for its own alone. */
    contentDigest: text("content_digest").notNull().default(""),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    kind: text("kind").notNull(),
    side: text("side", { enum: SIDES }).notNull(),
    regions: text("regions").array().notNull(),
    positions: text("positions").array().notNull(),
    equipment: text("equipment").array().notNull(),
    optionalEquipment: text("optional_equipment").array().notNull(),
    traits: text("traits").array().notNull(),
    /** Titles of the source documents. */
    sources: text("sources").array().notNull(),
    easier: text("easier").array().notNull(),
    harder: text("harder").array().notNull(),
    /** False: shown as something to avoid, cannot be prescribed. */
    recommended: flag("recommended"),
    reviewState: text("review_state").notNull(),
    sets: smallint("sets"),
    reps: smallint("reps"),
    holdSeconds: smallint("hold_seconds"),
    durationSeconds: smallint("duration_seconds"),
    restSeconds: smallint("rest_seconds"),
    timesPerDay: smallint("times_per_day"),
    daysPerWeek: smallint("days_per_week"),
    dosageStated: text("dosage_stated"),
    dosageBasis: text("dosage_basis", { enum: DOSAGE_BASES }).notNull(),
    dosageSource: text("dosage_source"),
    /** The current picture; null: none was drawn. */
    figureId: text("figure_id").references(() => figure.id),
    /** Digest of what the picture was made from; while it stays, nothing is drawn again. */
    figureMadeFrom: text("figure_made_from"),
    /** Left out of search: by its clinic, with its import, or no longer in the seed. Plans still hold it. */
    retiredAt: instant("retired_at"),
  },
  (t) => [
    index("exercise_clinic").on(t.clinicId, t.createdBy).where(sql`clinic_id is not null`),
    index("exercise_of_import").on(t.clinicId, t.importId).where(sql`import_id is not null`),
    foreignKey({ columns: [t.copiedFrom], foreignColumns: [t.slug] }),
    foreignKey({
      columns: [t.clinicId, t.importId],
      foreignColumns: [exerciseImport.clinicId, exerciseImport.id],
    }),
    ...libraryPolicies(t),
  ],
);

export const exerciseText = pgTable(
  "exercise_text",
  {
    slug: text("slug")
      .notNull()
      .references(() => exercise.slug),
    locale: text("locale", { enum: LOCALES }).notNull(),
    clinicId: maybeClinicId(),
    name: text("name").notNull(),
    aliases: text("aliases").array().notNull(),
    setup: text("setup").notNull(),
    steps: text("steps").array().notNull(),
    feel: text("feel").notNull(),
    cautions: text("cautions").array().notNull(),
    /** What people often do wrong. */
    faults: text("faults").array().notNull().default([]),
    alt: text("alt").notNull(),
  },
  (t) => [primaryKey({ columns: [t.slug, t.locale] }), ...libraryPolicies(t)],
);

/** What search reads, one row an exercise; written with it and made by `searchRow`. */
export const exerciseSearch = pgTable(
  "exercise_search",
  {
    slug: text("slug")
      .primaryKey()
      .references(() => exercise.slug),
    clinicId: maybeClinicId(),
    createdBy: uuid("created_by"),
    onlyFor: uuid("only_for"),
    ready: boolean("ready").notNull(),
    recommended: boolean("recommended").notNull(),
    traitCount: smallint("trait_count").notNull(),
    facets: text("facets").notNull(),
    nameEn: text("name_en").notNull(),
    nameEs: text("name_es").notNull(),
    keys: text("keys").array().notNull(),
  },
  (t) => [
    index("exercise_search_name").on(
      t.clinicId,
      t.ready.desc(),
      t.recommended.desc(),
      t.nameEn,
      t.slug,
    ),
    index("exercise_search_keys").using("gin", t.keys),
    ...libraryPolicies(t),
  ],
);

/** Every word of `exercise_search`, for putting right what was misspelt. */
export const searchWord = pgTable(
  "search_word",
  {
    word: text("word").notNull(),
    clinicId: maybeClinicId(),
    /** The letters of the word in order. */
    letters: text("letters").notNull(),
  },
  (t) => [
    unique("search_word_of_clinic").on(t.clinicId, t.word).nullsNotDistinct(),
    index("search_word_similar").using("gin", sql`${t.word} gin_trgm_ops`),
    index("search_word_begins").on(sql`${t.word} text_pattern_ops`),
    index("search_word_letters").on(t.letters),
    ...libraryPolicies(t),
  ],
);

/** Exercises that a member of staff keeps at hand; each sees their own. */
export const exerciseFavourite = pgTable(
  "exercise_favourite",
  {
    clinicId: clinicId().references(() => clinic.id),
    userId: uuid("user_id").notNull(),
    slug: text("slug")
      .notNull()
      .references(() => exercise.slug),
    createdAt: createdAt(),
  },
  (t) => {
    const own = sql`${t.clinicId} = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ${t.userId} = (select nullif(current_setting('app.user_id', true), '')::uuid)`;
    return [
      primaryKey({ columns: [t.clinicId, t.userId, t.slug] }),
      pgPolicy("own", { for: "all", to: appRole, using: own, withCheck: own }),
    ];
  },
);

/** Who of a clinic stands behind which wording of an exercise. Appended only. */
export const exerciseReview = pgTable(
  "exercise_review",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: id(),
    slug: text("slug")
      .notNull()
      .references(() => exercise.slug),
    contentDigest: text("content_digest").notNull(),
    reviewedBy: uuid("reviewed_by").notNull(),
    /** Name on that day. */
    reviewerName: text("reviewer_name").notNull(),
    reviewedAt: instant("reviewed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("exercise_review_slug").on(t.clinicId, t.slug),
    staffPolicy(t),
  ],
);
