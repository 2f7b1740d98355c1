import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { clinic } from "./clinic";
import {
  appRole,
  clinicId,
  createdAt,
  id,
  instant,
  patientPolicy,
  staffAddsPolicies,
  staffPolicy,
} from "./columns";
import { exercise } from "./library";
import { prescribedExercise } from "./plan";

export const MEDIA_KINDS = ["photo", "video"] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/**
 * Photos and videos of a clinic's exercises. The bytes lie in the media store under clinic and id and are
 * never changed. A patient sees those that were prescribed to them.
 */
export const media = pgTable(
  "media",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: id(),
    kind: text("kind", { enum: MEDIA_KINDS }).notNull(),
    mime: text("mime").notNull(),
    /** Of the largest stored file. */
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    /** Pixels as shown, after rotation. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    durationMs: integer("duration_ms"),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
    /** Nobody used it, nothing published shows it: it is shown and attached no more, and its bytes go. */
    removedAt: instant("removed_at"),
    /** The store holds none of its bytes any more. */
    clearedAt: instant("cleared_at"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("media_uncleared")
      .on(t.clinicId, t.removedAt)
      .where(sql`removed_at is not null and cleared_at is null`),
    check("media_duration", sql`(${t.kind} = 'video') = (${t.durationMs} is not null)`),
    pgPolicy("staff_or_prescribed", {
      for: "select",
      to: appRole,
      using: sql`${t.clinicId} = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or exists (select from prescribed_media p where p.clinic_id = ${t.clinicId} and p.media_id = ${t.id} and p.patient_id = (select nullif(current_setting('app.patient_id', true), '')::uuid)))`,
    }),
    staffPolicy(t),
  ],
);

/** Photos and videos of an exercise as it stands now, in order. */
export const exerciseMedia = pgTable(
  "exercise_media",
  {
    clinicId: clinicId(),
    slug: text("slug")
      .notNull()
      .references(() => exercise.slug),
    mediaId: uuid("media_id").notNull(),
    position: smallint("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.slug, t.mediaId] }),
    foreignKey({ columns: [t.clinicId, t.mediaId], foreignColumns: [media.clinicId, media.id] }),
    staffPolicy(t),
  ],
);

/** Photos and videos frozen at publishing. */
export const prescribedMedia = pgTable(
  "prescribed_media",
  {
    clinicId: clinicId(),
    prescribedId: uuid("prescribed_id").notNull(),
    mediaId: uuid("media_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    position: smallint("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.prescribedId, t.mediaId] }),
    index("prescribed_media_patient").on(t.clinicId, t.patientId, t.mediaId),
    foreignKey({
      columns: [t.clinicId, t.prescribedId],
      foreignColumns: [prescribedExercise.clinicId, prescribedExercise.id],
    }),
    foreignKey({ columns: [t.clinicId, t.mediaId], foreignColumns: [media.clinicId, media.id] }),
    patientPolicy(t.clinicId, t.patientId),
    ...staffAddsPolicies(),
  ],
);
