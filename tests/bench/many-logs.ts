import postgres from "postgres";

const LOADED = [
  "clinic",
  "patient",
  "episode",
  "plan",
  "plan_version",
  "prescribed_exercise",
  "prescribed_exercise_text",
  "session_log",
  "exercise_log",
  "audit_event",
] as const;

/** Twelve weeks of one session a day. */
const DAYS = 84;
const EXERCISES = 6;

/** Exercise logs of one patient. */
export const LOGS_PER_PATIENT = DAYS * EXERCISES;

const ID = (kind: number, ...parts: string[]) =>
  `(lpad(to_hex(${kind}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex((${parts.join(" + ")})::bigint), 12, '0'))::uuid`;

const clinicOf = ID(1, "c");
const patientOf = ID(2, "c * 100000", "p");
const versionOf = ID(5, "c * 100000", "p");
const planOf = ID(4, "c * 100000", "p");
const prescribedOf = ID(6, "(c * 100000 + p) * 100", "e");
const sessionOf = ID(8, "(c * 100000 + p) * 1000", "d");

export const FIRST_CLINIC = "00000001-0000-7000-8000-000000000001";
/** The patient in the middle of the first clinic. */
export const patientNumber = (p: number) =>
  `00000002-0000-7000-8000-${(100_000 + p).toString(16).padStart(12, "0")}`;

/** The rows of `patients` people in each of `clinics`, one statement a table; `DAYS` end yesterday. */
function statements(clinics: number, patients: number): string[] {
  const people = `generate_series(1, ${clinics}) c, generate_series(1, ${patients}) p`;
  const lines = `${people}, generate_series(0, ${EXERCISES - 1}) e`;
  const days = `${people}, generate_series(1, ${DAYS}) d`;
  const since = `(current_date - ${DAYS})`;
  return [
    `insert into clinic (id, name, emergency_number, paper_size, week_start, time_zone, green_max, amber_max, settled_max)
      select ${clinicOf}, 'Clinic ' || c, '112', 'A4', 1, 'Europe/London', 3, 5, 1 from generate_series(1, ${clinics}) c`,
    `insert into patient (clinic_id, id, given_name, family_name, birth_on, language, time_zone)
      select ${clinicOf}, ${patientOf}, 'Given ' || p, 'Family ' || p, '1960-01-01', 'en', 'Europe/London' from ${people}`,
    `insert into episode (clinic_id, id, patient_id, title, started_on)
      select ${clinicOf}, ${ID(3, "c * 100000", "p")}, ${patientOf}, 'Low back', ${since} from ${people}`,
    `insert into plan (clinic_id, id, patient_id, episode_id, title, qr_token, latest_version, started_on)
      select ${clinicOf}, ${planOf}, ${patientOf}, ${ID(3, "c * 100000", "p")}, 'Low back', 'qr' || c || '-' || p, 1, ${since} from ${people}`,
    `insert into plan_version (clinic_id, id, plan_id, patient_id, number, title, green_max, amber_max, settled_max, starts_on, therapist_name, published_by, published_at)
      select ${clinicOf}, ${versionOf}, ${planOf}, ${patientOf}, 1, 'Low back', 3, 5, 1, ${since}, 'Maya Rao', ${ID(9, "1")}, now() - interval '${DAYS} days' from ${people}`,
    `insert into prescribed_exercise (clinic_id, id, version_id, patient_id, line_id, position, slug, sets, reps, hold_seconds, side, pattern, times_per_day_min, times_per_day_max)
      select ${clinicOf}, ${prescribedOf}, ${versionOf}, ${patientOf}, ${ID(7, "(c * 100000 + p) * 100", "e")}, e, 'pelvic-tilt', 3, 10, 5, 'none', 'daily', 1, 1 from ${lines}`,
    `insert into prescribed_exercise_text (clinic_id, prescribed_id, patient_id, locale, name, setup, steps, feel, cautions, alt)
      select ${clinicOf}, ${prescribedOf}, ${patientOf}, l, 'Exercise ' || e, 'Lie down.', '{Breathe.}', 'A stretch.', '{}', 'A person.' from ${lines}, unnest('{en,es}'::text[]) l`,
    `insert into session_log (clinic_id, id, patient_id, root_id, plan_id, version_id, occurred_at, typed_at, zone, local_on, source, pain_before_nrs, pain_after_nrs)
      select ${clinicOf}, ${sessionOf}, ${patientOf}, ${sessionOf}, ${planOf}, ${versionOf}, (current_date - d) + time '09:00', (current_date - d) + time '09:10', 'Europe/London', current_date - d, 'live', (d + p) % 8, (d + p) % 9 from ${days}`,
    `insert into exercise_log (clinic_id, session_log_id, prescribed_id, patient_id, outcome, sets_done, reps_done, hold_seconds_done, pain_worst_nrs, effort)
      select ${clinicOf}, ${sessionOf}, ${prescribedOf}, ${patientOf}, 'done', 3, 10, 5, (d + e) % 9, 'right' from ${days}, generate_series(0, ${EXERCISES - 1}) e`,
    `insert into audit_event (clinic_id, id, at, actor_patient_id, action, subject_kind, subject_id, patient_id, fields)
      select ${clinicOf}, ${sessionOf}, (current_date - d) + time '09:10', ${patientOf}, 'session.log', 'session_log', ${sessionOf}::text, ${patientOf}, '{}' from ${days}`,
  ];
}

/**
 * Fills a migrated database as its owner: `clinics` times `patients` people with `LOGS_PER_PATIENT` exercise
 * logs each. Row-level security is unforced for the time of it, because it binds the owner too.
 */
export async function fill(ownerUrl: string, clinics: number, patients: number): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      for (const table of LOADED)
        await tx.unsafe(`alter table ${table} no force row level security`);
      for (const statement of statements(clinics, patients)) await tx.unsafe(statement);
      await tx.unsafe("set constraints all immediate");
      for (const table of LOADED) await tx.unsafe(`alter table ${table} force row level security`);
    });
    await sql.unsafe("vacuum analyze");
  } finally {
    await sql.end({ timeout: 5 });
  }
}
