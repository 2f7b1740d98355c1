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
import { clinic } from "./clinic";
import {
  appRole,
  clinicId,
  createdAt,
  holderPolicy,
  id,
  instant,
  patientPolicy,
  staffPolicy,
} from "./columns";
import { patient } from "./patient";

export const STAFF_ROLES = ["owner", "therapist", "front_desk"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

const clinicSetting = sql`(select nullif(current_setting('app.clinic_id', true), '')::uuid)`;
const userSetting = sql`(select nullif(current_setting('app.user_id', true), '')::uuid)`;
const patientSetting = sql`(select nullif(current_setting('app.patient_id', true), '')::uuid)`;
const emailSetting = sql`(select nullif(current_setting('app.login_email', true), ''))`;

/** A member of staff; may belong to several clinics. E-mail is kept lower case. */
export const appUser = pgTable(
  "app_user",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    passwordChangedAt: instant("password_changed_at").notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("app_user_email").on(t.email),
    check("app_user_email_lower", sql`${t.email} = lower(${t.email})`),
    pgPolicy("self_login_or_colleague", {
      for: "select",
      to: appRole,
      using: sql`${t.id} = ${userSetting} or ${t.email} = ${emailSetting} or (${patientSetting} is null and exists (select 1 from membership m where m.user_id = ${t.id} and m.clinic_id = ${clinicSetting}))`,
    }),
    pgPolicy("invited", {
      for: "insert",
      to: appRole,
      withCheck: sql`${clinicSetting} is not null and ${t.email} = ${emailSetting}`,
    }),
    pgPolicy("self", {
      for: "update",
      to: appRole,
      using: sql`${t.id} = ${userSetting}`,
      withCheck: sql`${t.id} = ${userSetting}`,
    }),
  ],
);

export const membership = pgTable(
  "membership",
  {
    clinicId: clinicId().references(() => clinic.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => appUser.id),
    role: text("role", { enum: STAFF_ROLES }).notNull(),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.userId] }),
    index("membership_user").on(t.userId),
    check("membership_role", sql`${t.role} in ('owner', 'therapist', 'front_desk')`),
    staffPolicy(t),
    pgPolicy("own", { for: "select", to: appRole, using: sql`${t.userId} = ${userSetting}` }),
  ],
);

export const staffInvitation = pgTable(
  "staff_invitation",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: STAFF_ROLES }).notNull(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("staff_invitation_token").on(t.tokenHash),
    staffPolicy(t),
    holderPolicy(t.tokenHash, "token_hash"),
  ],
);

export const passwordReset = pgTable(
  "password_reset",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => appUser.id),
    id: id(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.id] }),
    index("password_reset_token").on(t.tokenHash),
    pgPolicy("own", {
      for: "all",
      to: appRole,
      using: sql`${t.userId} = ${userSetting}`,
      withCheck: sql`${t.userId} = ${userSetting}`,
    }),
    holderPolicy(t.tokenHash, "token_hash"),
  ],
);

export const SESSION_KINDS = ["staff", "patient"] as const;

/** The truth about who is signed in; the cookie carries only `clinic.secret`. */
export const session = pgTable(
  "session",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: id(),
    sidHash: text("sid_hash").notNull(),
    kind: text("kind", { enum: SESSION_KINDS }).notNull(),
    userId: uuid("user_id").references(() => appUser.id),
    patientId: uuid("patient_id"),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    idleUntil: instant("idle_until").notNull(),
    absoluteUntil: instant("absolute_until").notNull(),
    revokedAt: instant("revoked_at"),
    /** Browser and system in words, for the device list. */
    device: text("device"),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    uniqueIndex("session_sid").on(t.clinicId, t.sidHash),
    index("session_patient").on(t.clinicId, t.patientId),
    index("session_user").on(t.clinicId, t.userId),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    check("session_holder", sql`num_nonnulls(${t.userId}, ${t.patientId}) = 1`),
    patientPolicy(t.clinicId, t.patientId),
  ],
);

/** A patient's way in: link, QR code and typed code of one invitation. */
export const signInLink = pgTable(
  "sign_in_link",
  {
    clinicId: clinicId(),
    id: id(),
    patientId: uuid("patient_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    codeHash: text("code_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    failedTries: smallint("failed_tries").notNull().default(0),
    uses: smallint("uses").notNull().default(0),
    revokedAt: instant("revoked_at"),
    emailedAt: instant("emailed_at"),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    index("sign_in_link_token").on(t.tokenHash),
    index("sign_in_link_code").on(t.codeHash),
    index("sign_in_link_patient").on(t.clinicId, t.patientId),
    foreignKey({
      columns: [t.clinicId, t.patientId],
      foreignColumns: [patient.clinicId, patient.id],
    }),
    patientPolicy(t.clinicId, t.patientId),
    holderPolicy(t.tokenHash, "token_hash"),
    holderPolicy(t.codeHash, "code_hash"),
  ],
);

/** Counters for rate limits; keys are hashes, never addresses or names. */
export const authThrottle = pgTable(
  "auth_throttle",
  {
    keyHash: text("key_hash").notNull(),
    windowStart: instant("window_start").notNull(),
    tries: integer("tries").notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyHash, t.windowStart] })],
);

/** One-time code of the first visit to an empty database. */
export const setupCode = pgTable("setup_code", {
  codeHash: text("code_hash").primaryKey(),
  createdAt: createdAt(),
  usedAt: instant("used_at"),
});
