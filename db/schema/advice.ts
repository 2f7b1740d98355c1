import { foreignKey, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { ADVICE_KINDS, LOCALES } from "../../lib/domain/plan/plan-document";
import { clinicId, flag, instant, patientPolicy, staffAddsPolicies, staffPolicy } from "./columns";
import { planDraft, planVersion } from "./plan";

/** General advice for patients; the same for every clinic, holds nothing about people. */
export const advice = pgTable("advice", {
  id: text("id").primaryKey(),
  kind: text("kind", { enum: ADVICE_KINDS }).notNull(),
  /** Empty: whatever the region. */
  regions: text("regions").array().notNull(),
  /** Put on every new plan. */
  isDefault: flag("is_default"),
  /** Titles of the source documents. */
  sources: text("sources").array().notNull(),
  reviewState: text("review_state").notNull(),
  position: smallint("position").notNull(),
  retiredAt: instant("retired_at"),
});

export const adviceText = pgTable(
  "advice_text",
  {
    id: text("id")
      .notNull()
      .references(() => advice.id),
    locale: text("locale", { enum: LOCALES }).notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.locale] })],
);

/** Advice on a plan's draft, in order. */
export const draftAdvice = pgTable(
  "draft_advice",
  {
    clinicId: clinicId(),
    planId: uuid("plan_id").notNull(),
    adviceId: text("advice_id")
      .notNull()
      .references(() => advice.id),
    position: smallint("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.planId, t.adviceId] }),
    foreignKey({
      columns: [t.clinicId, t.planId],
      foreignColumns: [planDraft.clinicId, planDraft.planId],
    }),
    staffPolicy(t),
  ],
);

/** Advice frozen at publishing, in every language. */
export const versionAdvice = pgTable(
  "version_advice",
  {
    clinicId: clinicId(),
    versionId: uuid("version_id").notNull(),
    adviceId: text("advice_id")
      .notNull()
      .references(() => advice.id),
    locale: text("locale", { enum: LOCALES }).notNull(),
    patientId: uuid("patient_id").notNull(),
    position: smallint("position").notNull(),
    kind: text("kind", { enum: ADVICE_KINDS }).notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.versionId, t.adviceId, t.locale] }),
    index("version_advice_patient").on(t.clinicId, t.patientId),
    foreignKey({
      columns: [t.clinicId, t.versionId],
      foreignColumns: [planVersion.clinicId, planVersion.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
    ...staffAddsPolicies(),
  ],
);
