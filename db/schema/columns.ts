import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  integer,
  pgPolicy,
  pgRole,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { LocalDate } from "../../lib/domain/calendar/local-date";
import { BANDS, DAY_PATTERNS, DOSAGE_BOUNDS, SIDES } from "../../lib/domain/dosage/dosage";
import { LADDER_STEPS } from "../../lib/domain/plan/line";
import { ENTRY_BOUNDS } from "../../lib/domain/plan/phase";

/** The group role that owns nothing and cannot bypass row-level security; the login role is its member. */
export const appRole = pgRole("carryover_app").existing();

export const clinicId = () => uuid("clinic_id").notNull();
export const id = () => uuid("id").notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => instant("created_at").notNull().defaultNow();
export const calendarDate = (name: string) => date(name, { mode: "string" }).$type<LocalDate>();

const clinicSetting = sql`(select nullif(current_setting('app.clinic_id', true), '')::uuid)`;
const patientSetting = sql`(select nullif(current_setting('app.patient_id', true), '')::uuid)`;

/** Rows of the clinic of the running transaction; hidden from patients' transactions. */
export function staffPolicy(table: { clinicId: AnyPgColumn }) {
  const rule = sql`${table.clinicId} = ${clinicSetting} and ${patientSetting} is null`;
  return pgPolicy("staff_of_clinic", { for: "all", to: appRole, using: rule, withCheck: rule });
}

/** Rows without a clinic are everybody's to read; a clinic's own are its staff's alone. */
export function libraryPolicies(table: { clinicId: AnyPgColumn }) {
  const shared = pgPolicy("shared", {
    for: "select",
    to: appRole,
    using: sql`${table.clinicId} is null`,
  });
  return [shared, staffPolicy(table)];
}

/** Rows of the clinic of the running transaction, whoever runs it (settings, published texts). */
export function clinicPolicy(column: AnyPgColumn) {
  const rule = sql`${column} = ${clinicSetting}`;
  return pgPolicy("clinic", { for: "all", to: appRole, using: rule, withCheck: rule });
}

/** On top of another policy: a patient's transaction changes nothing here. */
export function staffWritesPolicy() {
  return pgPolicy("staff_writes", {
    as: "restrictive",
    for: "update",
    to: appRole,
    using: sql`${patientSetting} is null`,
  });
}

/** On top of another policy: a patient's transaction neither adds nor changes anything here. */
export function staffAddsPolicies() {
  const isStaff = sql`${patientSetting} is null`;
  return [
    pgPolicy("staff_adds", { as: "restrictive", for: "insert", to: appRole, withCheck: isStaff }),
    pgPolicy("staff_changes", { as: "restrictive", for: "update", to: appRole, using: isStaff }),
    pgPolicy("staff_deletes", { as: "restrictive", for: "delete", to: appRole, using: isStaff }),
  ];
}

/** Rows of the clinic; in a patient's transaction only that patient's. */
export function patientPolicy(clinic: AnyPgColumn, patient: AnyPgColumn) {
  const rule = sql`${clinic} = ${clinicSetting} and (${patientSetting} is null or ${patient} = ${patientSetting})`;
  return pgPolicy("patient_of_clinic", { for: "all", to: appRole, using: rule, withCheck: rule });
}

/** Lets the holder of a secret see its row before the tenant is known. */
export function holderPolicy(column: AnyPgColumn, setting: string) {
  return pgPolicy(`holder_of_${setting}`, {
    for: "select",
    to: appRole,
    using: sql`${column} = (select nullif(current_setting(${sql.raw(`'app.${setting}'`)}, true), ''))`,
  });
}

/** Every dosage field of a prescribed exercise, draft or published. */
export const dosageColumns = () => ({
  sets: smallint("sets").notNull(),
  reps: smallint("reps"),
  holdSeconds: smallint("hold_seconds"),
  durationSeconds: smallint("duration_seconds"),
  restSeconds: smallint("rest_seconds"),
  loadGrams: integer("load_grams"),
  band: text("band", { enum: BANDS }),
  tempo: text("tempo"),
  side: text("side", { enum: SIDES }).notNull(),
  pattern: text("pattern", { enum: DAY_PATTERNS }).notNull(),
  weekdays: smallint("weekdays").array().notNull().default(sql`'{}'`),
  daysPerWeekMin: smallint("days_per_week_min"),
  daysPerWeekMax: smallint("days_per_week_max"),
  timesPerDayMin: smallint("times_per_day_min").notNull(),
  timesPerDayMax: smallint("times_per_day_max").notNull(),
});

/** When a plan runs, as its therapist wants it. */
export const planDateColumns = () => ({
  /** First day; null, or a day that is past: as soon as it is published. */
  wantedStartOn: calendarDate("wanted_start_on"),
  /** Planned last day; null: until it is ended. */
  endsOn: calendarDate("ends_on"),
});

/** What a line of a plan says besides its dosage, draft or published. */
export const lineColumns = () => ({
  /** The phase it belongs to; null: every phase. */
  phaseId: uuid("phase_id"),
  /** Days on which it may be due, both included. */
  startsOn: calendarDate("starts_on"),
  endsOn: calendarDate("ends_on"),
  /** Belongs to the short version. */
  mustDo: flag("must_do"),
  /** Limits of its own where they differ from the plan's. */
  ownGreenMax: smallint("own_green_max"),
  ownAmberMax: smallint("own_amber_max"),
  /** Line that this is a variant of; null: a line of its own. */
  ladderOf: uuid("ladder_of"),
  ladderStep: text("ladder_step", { enum: LADDER_STEPS }),
});

type LineTable = { [K in keyof ReturnType<typeof lineColumns>]: AnyPgColumn };

export function lineChecks(prefix: string, t: LineTable) {
  return [
    check(`${prefix}_dates`, sql`${t.endsOn} >= ${t.startsOn}`),
    check(
      `${prefix}_own_pain`,
      sql`num_nonnulls(${t.ownGreenMax}, ${t.ownAmberMax}) <> 1 and ${t.ownGreenMax} >= 0 and ${t.ownAmberMax} > ${t.ownGreenMax} and ${t.ownAmberMax} <= 9`,
    ),
    check(
      `${prefix}_ladder`,
      sql`(${t.ladderOf} is null) = (${t.ladderStep} is null) and ${t.ladderStep} in (${quoted(LADDER_STEPS)})`,
    ),
  ];
}

/** A phase of a draft or a version. */
export const phaseColumns = () => ({
  phaseId: uuid("phase_id").notNull(),
  position: smallint("position").notNull(),
  name: text("name").notNull(),
  aim: text("aim"),
  startsOn: calendarDate("starts_on"),
  painMax: smallint("pain_max"),
  sessionsMin: smallint("sessions_min"),
  adherenceMin: smallint("adherence_min"),
});

type PhaseTable = { [K in keyof ReturnType<typeof phaseColumns>]: AnyPgColumn };

/** CHECKs that mirror `ENTRY_BOUNDS`. */
export function phaseChecks(prefix: string, t: PhaseTable) {
  return [
    check(`${prefix}_pain`, between(t.painMax, ENTRY_BOUNDS.painMax)),
    check(`${prefix}_sessions`, between(t.sessionsMin, ENTRY_BOUNDS.sessionsMin)),
    check(`${prefix}_adherence`, between(t.adherenceMin, ENTRY_BOUNDS.adherenceMin)),
  ];
}

type DosageTable = { [K in keyof ReturnType<typeof dosageColumns>]: AnyPgColumn };

const quoted = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(", "));

const between = (c: AnyPgColumn, b: { min: number; max: number }) =>
  sql`${c} between ${sql.raw(String(b.min))} and ${sql.raw(String(b.max))}`;

/** CHECKs that mirror `DOSAGE_BOUNDS`; the prefix keeps names unique per table. */
export function dosageChecks(prefix: string, t: DosageTable) {
  const b = DOSAGE_BOUNDS;
  return [
    check(`${prefix}_sets`, between(t.sets, b.sets)),
    check(`${prefix}_reps`, between(t.reps, b.reps)),
    check(`${prefix}_hold`, between(t.holdSeconds, b.holdSeconds)),
    check(`${prefix}_duration`, between(t.durationSeconds, b.durationSeconds)),
    check(`${prefix}_rest`, between(t.restSeconds, b.restSeconds)),
    check(`${prefix}_load`, between(t.loadGrams, b.loadGrams)),
    check(`${prefix}_reps_or_duration`, sql`num_nonnulls(${t.reps}, ${t.durationSeconds}) = 1`),
    check(`${prefix}_side`, sql`${t.side} in (${quoted(SIDES)})`),
    check(`${prefix}_pattern`, sql`${t.pattern} in (${quoted(DAY_PATTERNS)})`),
    check(
      `${prefix}_times`,
      sql`${t.timesPerDayMin} >= 1 and ${t.timesPerDayMax} between ${t.timesPerDayMin} and ${sql.raw(String(b.timesPerDay.max))}`,
    ),
    check(
      `${prefix}_per_week`,
      sql`(${t.pattern} <> 'per_week') or (${t.daysPerWeekMin} >= 1 and ${t.daysPerWeekMax} between ${t.daysPerWeekMin} and 7)`,
    ),
    check(
      `${prefix}_weekdays`,
      sql`(${t.pattern} <> 'weekdays') or (cardinality(${t.weekdays}) between 1 and 7)`,
    ),
  ];
}

/** The pain rule of a plan, draft or published. */
export const painRuleColumns = () => ({
  greenMax: smallint("green_max").notNull(),
  amberMax: smallint("amber_max").notNull(),
  settledMax: smallint("settled_max").notNull(),
  greenText: text("green_text"),
  amberText: text("amber_text"),
  redText: text("red_text"),
});

export function painRuleChecks(
  prefix: string,
  t: { greenMax: AnyPgColumn; amberMax: AnyPgColumn; settledMax: AnyPgColumn },
) {
  return [
    check(
      `${prefix}_pain_rule`,
      sql`${t.greenMax} >= 0 and ${t.amberMax} > ${t.greenMax} and ${t.amberMax} <= 9 and ${t.settledMax} between 0 and 5`,
    ),
  ];
}

export const nrs = (name: string) => smallint(name);
export const nrsCheck = (name: string, c: AnyPgColumn) => check(name, sql`${c} between 0 and 10`);
export const flag = (name: string) => boolean(name).notNull().default(false);
