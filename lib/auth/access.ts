import { and, eq, sql } from "drizzle-orm";
import { inScope, type Scope, started, type Tx } from "../../db/client";
import { patient } from "../../db/schema/patient";
import { type StaffRole, session } from "../../db/schema/people";
import { NotFound, Refused, SignedOut } from "../errors/app-error";
import { type Action, may } from "./policy";
import { hashSecret } from "./secrets";
import { SESSION_TIMES, TOUCH_EVERY_MS } from "./session-times";

declare const minted: unique symbol;

/** Someone whose session was just found alive in the database. */
export type Viewer =
  | {
      readonly kind: "staff";
      readonly sessionId: string;
      readonly clinicId: string;
      readonly userId: string;
      readonly role: StaffRole;
      readonly name: string;
      readonly email: string;
    }
  | {
      readonly kind: "patient";
      readonly sessionId: string;
      readonly clinicId: string;
      readonly patientId: string;
      readonly givenName: string;
      readonly language: "en" | "es";
      readonly timeZone: string;
    };

export type StaffViewer = Extract<Viewer, { kind: "staff" }>;
export type PatientViewer = Extract<Viewer, { kind: "patient" }>;

/** Proof that this member of staff may do `A` in this clinic. Minted here only. */
export interface ClinicAccess<A extends Action = Action> {
  readonly [minted]: "clinic";
  readonly action: A;
  readonly clinicId: string;
  readonly userId: string;
  readonly role: StaffRole;
  readonly scope: Scope;
}

/** Proof that this member of staff may do `A` on this patient's record. Minted here only. */
export interface RecordAccess<A extends Action = Action>
  extends Omit<ClinicAccess<A>, typeof minted> {
  readonly [minted]: "record";
  readonly patientId: string;
}

/** Proof that the patient acts on their own data. Minted here only. */
export interface SelfAccess {
  readonly [minted]: "self";
  readonly clinicId: string;
  readonly patientId: string;
  readonly timeZone: string;
  readonly language: "en" | "es";
  readonly scope: Scope;
}

export type AnyAccess = ClinicAccess | RecordAccess | SelfAccess;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID; anything else never reaches the database. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/** Splits the cookie's `clinic.secret`; null when it has another shape. */
function readSid(sid: string): { clinicId: string; sidHash: string } | null {
  const dot = sid.indexOf(".");
  const clinicId = sid.slice(0, dot);
  return dot > 0 && isId(clinicId) ? { clinicId, sidHash: hashSecret(sid.slice(dot + 1)) } : null;
}

interface SessionRow extends Record<string, unknown> {
  id: string;
  kind: "staff" | "patient";
  user_id: string | null;
  patient_id: string | null;
  stale: boolean;
  role: StaffRole | null;
  user_name: string | null;
  email: string | null;
  given_name: string | null;
  language: "en" | "es" | null;
  time_zone: string | null;
}

/** Keeps a session that is in use alive. */
async function touch(
  tx: Tx,
  clinicId: string,
  row: Pick<SessionRow, "id" | "kind">,
  now: Date,
): Promise<void> {
  await tx
    .update(session)
    .set({ lastSeenAt: now, idleUntil: new Date(now.getTime() + SESSION_TIMES[row.kind].idleMs) })
    .where(and(eq(session.clinicId, clinicId), eq(session.id, row.id)));
}

async function findViewer(tx: Tx, sid: { clinicId: string; sidHash: string }, now: Date) {
  const rows = await tx.execute<SessionRow>(sql`
    select s.id, s.kind, s.user_id, s.patient_id,
      s.last_seen_at < ${new Date(now.getTime() - TOUCH_EVERY_MS).toISOString()}::timestamptz as stale,
      m.role, u.name as user_name, u.email, p.given_name, p.language, p.time_zone
    from session s
    left join membership m on m.clinic_id = s.clinic_id and m.user_id = s.user_id and m.disabled_at is null
    left join app_user u on u.id = m.user_id
    left join patient p on p.clinic_id = s.clinic_id and p.id = s.patient_id and p.archived_at is null
    where s.clinic_id = ${sid.clinicId} and s.sid_hash = ${sid.sidHash} and s.revoked_at is null
      and s.idle_until > ${now.toISOString()}::timestamptz and s.absolute_until > ${now.toISOString()}::timestamptz`);
  const row = rows[0];
  if (!row) return null;
  if (row.stale) await touch(tx, sid.clinicId, row, now);
  return toViewer(sid.clinicId, row);
}

function toViewer(clinicId: string, row: SessionRow): Viewer | null {
  if (row.kind === "staff" && row.user_id && row.role && row.user_name && row.email)
    return {
      kind: "staff",
      sessionId: row.id,
      clinicId,
      userId: row.user_id,
      role: row.role,
      name: row.user_name,
      email: row.email,
    };
  if (row.kind === "patient" && row.patient_id && row.given_name && row.language && row.time_zone)
    return {
      kind: "patient",
      sessionId: row.id,
      clinicId,
      patientId: row.patient_id,
      givenName: row.given_name,
      language: row.language,
      timeZone: row.time_zone,
    };
  return null;
}

/** Who holds this session secret now; null when nobody does. Checked in the database at every call. */
export async function findViewerBySid(sid: string, now: Date): Promise<Viewer | null> {
  const parts = readSid(sid);
  if (!parts) return null;
  return inScope({ clinicId: parts.clinicId }, (tx) => findViewer(tx, parts, now));
}

/** Mints clinic access. Throws `SignedOut` for patients and strangers, `Refused` for the wrong role. */
export function clinicAccess<A extends Action>(viewer: Viewer | null, action: A): ClinicAccess<A> {
  if (viewer?.kind !== "staff") throw new SignedOut();
  if (!may(viewer.role, action)) throw new Refused();
  const { clinicId, userId, role } = viewer;
  return { action, clinicId, userId, role, scope: { clinicId, userId } } as ClinicAccess<A>;
}

/**
 * Mints access to one patient's record, in one indexed query. Throws `NotFound` for an absent patient
 * and for another clinic's alike, `Refused` for the wrong role, `SignedOut` otherwise.
 */
export async function recordAccess<A extends Action>(
  viewer: Viewer | null,
  patientId: string,
  action: A,
): Promise<RecordAccess<A>> {
  const access = clinicAccess(viewer, action);
  if (!isId(patientId)) throw new NotFound();
  const found = await inScope(access.scope, (tx) =>
    tx
      .select({ id: patient.id })
      .from(patient)
      .where(and(eq(patient.clinicId, access.clinicId), eq(patient.id, patientId))),
  );
  if (found.length === 0) throw new NotFound();
  return { ...access, patientId } as unknown as RecordAccess<A>;
}

function toSelf(viewer: PatientViewer): SelfAccess {
  const { clinicId, patientId, timeZone, language } = viewer;
  return { clinicId, patientId, timeZone, language, scope: { clinicId, patientId } } as SelfAccess;
}

/** Mints the patient's access to their own data. Throws `SignedOut` for anyone else. */
export function selfAccess(viewer: Viewer | null): SelfAccess {
  if (viewer?.kind !== "patient") throw new SignedOut();
  return toSelf(viewer);
}

/**
 * Session look-up and the patient's work in one transaction, for the portal's two routes.
 * Throws `SignedOut` when the session is not a living patient session.
 */
export async function withSelf<T>(
  sid: string | null,
  now: Date,
  work: (tx: Tx, access: SelfAccess, viewer: PatientViewer) => Promise<T>,
): Promise<T> {
  const parts = sid ? readSid(sid) : null;
  if (!parts) throw new SignedOut();
  return inScope({ clinicId: parts.clinicId }, async (tx) => {
    const viewer = await findViewer(tx, parts, now);
    if (viewer?.kind !== "patient") throw new SignedOut();
    const access = toSelf(viewer);
    const narrowed = started(
      tx.execute(sql`select set_config('app.patient_id', ${viewer.patientId}, true)`),
    );
    const [, result] = await Promise.all([narrowed, work(tx, access, viewer)]);
    return result;
  });
}

interface PatientRow extends Record<string, unknown> {
  id: string;
  patient_id: string;
  stale: boolean;
  language: "en" | "es";
  time_zone: string;
}

/** `findViewer` for a patient's session: none of the staff's tables. */
async function findPatient(tx: Tx, sid: { clinicId: string; sidHash: string }, now: Date) {
  const at = now.toISOString();
  const touched = new Date(now.getTime() - TOUCH_EVERY_MS).toISOString();
  const rows = await tx.execute<PatientRow>(sql`
    select s.id, s.patient_id, s.last_seen_at < ${touched}::timestamptz as stale,
      p.language, p.time_zone
    from session s
    join patient p on p.clinic_id = s.clinic_id and p.id = s.patient_id and p.archived_at is null
    where s.clinic_id = ${sid.clinicId} and s.sid_hash = ${sid.sidHash} and s.revoked_at is null
      and s.kind = 'patient' and s.idle_until > ${at}::timestamptz and s.absolute_until > ${at}::timestamptz`);
  return rows[0] ?? null;
}

/**
 * `withSelf` for a request that names its patient. The claim scopes the transaction from its first
 * statement, so that `read` goes out together with the session look-up; what it found is dropped unless
 * the session is that patient's. Null when it is not, or is nobody's: `withSelf` tells which.
 */
export async function withClaimedSelf<Facts, T>(
  sid: string | null,
  patientId: string,
  now: Date,
  read: (
    tx: Tx,
    claimed: { readonly clinicId: string; readonly patientId: string },
  ) => Promise<Facts>,
  work: (tx: Tx, access: SelfAccess, facts: Facts) => Promise<T>,
): Promise<T | null> {
  const parts = sid ? readSid(sid) : null;
  if (!parts || !isId(patientId)) return null;
  const { clinicId } = parts;
  return inScope({ clinicId, patientId }, async (tx) => {
    const [row, facts] = await Promise.all([
      findPatient(tx, parts, now),
      read(tx, { clinicId, patientId }),
    ]);
    if (row?.patient_id !== patientId) return null;
    if (row.stale) await touch(tx, clinicId, { id: row.id, kind: "patient" }, now);
    const { language, time_zone: timeZone } = row;
    const scope = { clinicId, patientId };
    return work(tx, { clinicId, patientId, timeZone, language, scope } as SelfAccess, facts);
  });
}
