import { pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { SIDES } from "../../lib/domain/dosage/dosage";
import { LOCALES } from "../../lib/domain/plan/plan-document";
import { flag, instant } from "./columns";
import { figure } from "./figure";

/** Shared exercise library; the same for every clinic, holds nothing about people. */
export const exercise = pgTable("exercise", {
  slug: text("slug").primaryKey(),
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
  dosageBasis: text("dosage_basis", { enum: ["source", "inferred", "house"] }).notNull(),
  dosageSource: text("dosage_source"),
  /** The current picture; null: none was drawn. */
  figureId: text("figure_id").references(() => figure.id),
  /** Digest of what the picture was made from; while it stays, nothing is drawn again. */
  figureMadeFrom: text("figure_made_from"),
  /** Left out of search once it is no longer in the seed; old plans still name it. */
  retiredAt: instant("retired_at"),
});

export const exerciseText = pgTable(
  "exercise_text",
  {
    slug: text("slug")
      .notNull()
      .references(() => exercise.slug),
    locale: text("locale", { enum: LOCALES }).notNull(),
    name: text("name").notNull(),
    aliases: text("aliases").array().notNull(),
    setup: text("setup").notNull(),
    steps: text("steps").array().notNull(),
    feel: text("feel").notNull(),
    cautions: text("cautions").array().notNull(),
    /** What people often do wrong. */
    faults: text("faults").array().notNull().default([]),
    alt: text("alt").notNull(),
    /** Lower case, accents removed: name, aliases; what trigram search reads. */
    searchText: text("search_text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.slug, t.locale] })],
);
