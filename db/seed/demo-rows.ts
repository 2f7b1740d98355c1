import type { AuditAction } from "../../lib/audit/record";
import { hashSecret, newSecret } from "../../lib/auth/secrets";
import { SESSION_TIMES } from "../../lib/auth/session-times";
import { type LocalDate, localDate } from "../../lib/domain/calendar/local-date";
import { PRIVACY_VERSION } from "../../lib/features/account/privacy";
import type { draftAdvice, versionAdvice } from "../schema/advice";
import type { auditEvent } from "../schema/audit";
import type { consent, episode, goal, patient, patientCondition, visit } from "../schema/patient";
import type { session } from "../schema/people";
import type {
  draftExercise,
  draftPhase,
  phaseBegun,
  plan,
  planDraft,
  planPause,
  planVersion,
  precautionOverride,
  prescribedExercise,
  prescribedExerciseText,
  versionPhase,
} from "../schema/plan";
import type { exerciseLog, morningLog, sessionLog } from "../schema/session-log";
import type { DayCount } from "./demo-clock";
import { demoId } from "./demo-random";
import type { DemoClinic, DemoPatient } from "./demo-shapes";

/** Rows of a clinic, in the order in which they may be inserted. */
export interface DemoRows {
  readonly patient: (typeof patient.$inferInsert)[];
  readonly patientCondition: (typeof patientCondition.$inferInsert)[];
  readonly goal: (typeof goal.$inferInsert)[];
  readonly visit: (typeof visit.$inferInsert)[];
  readonly consent: (typeof consent.$inferInsert)[];
  readonly session: (typeof session.$inferInsert)[];
  readonly episode: (typeof episode.$inferInsert)[];
  readonly plan: (typeof plan.$inferInsert)[];
  readonly planDraft: (typeof planDraft.$inferInsert)[];
  readonly draftPhase: (typeof draftPhase.$inferInsert)[];
  readonly draftExercise: (typeof draftExercise.$inferInsert)[];
  readonly precautionOverride: (typeof precautionOverride.$inferInsert)[];
  readonly planVersion: (typeof planVersion.$inferInsert)[];
  readonly versionPhase: (typeof versionPhase.$inferInsert)[];
  readonly phaseBegun: (typeof phaseBegun.$inferInsert)[];
  readonly prescribedExercise: (typeof prescribedExercise.$inferInsert)[];
  readonly prescribedExerciseText: (typeof prescribedExerciseText.$inferInsert)[];
  readonly draftAdvice: (typeof draftAdvice.$inferInsert)[];
  readonly versionAdvice: (typeof versionAdvice.$inferInsert)[];
  readonly planPause: (typeof planPause.$inferInsert)[];
  readonly sessionLog: (typeof sessionLog.$inferInsert)[];
  readonly exerciseLog: (typeof exerciseLog.$inferInsert)[];
  readonly morningLog: (typeof morningLog.$inferInsert)[];
  readonly auditEvent: (typeof auditEvent.$inferInsert)[];
}

/** No rows yet. */
export function noDemoRows(): DemoRows {
  return {
    patient: [],
    patientCondition: [],
    goal: [],
    visit: [],
    consent: [],
    session: [],
    episode: [],
    plan: [],
    planDraft: [],
    draftPhase: [],
    draftExercise: [],
    precautionOverride: [],
    planVersion: [],
    versionPhase: [],
    phaseBegun: [],
    prescribedExercise: [],
    prescribedExerciseText: [],
    draftAdvice: [],
    versionAdvice: [],
    planPause: [],
    sessionLog: [],
    exerciseLog: [],
    morningLog: [],
    auditEvent: [],
  };
}

/** The person whose rows are being made. */
export interface Subject {
  readonly clinic: DemoClinic;
  readonly person: DemoPatient;
  readonly patientId: string;
  readonly days: DayCount;
  readonly rows: DemoRows;
}

/** The id of a member of staff is the same in both clinics and on every day. */
export function staffId(key: string): string {
  return demoId(`staff ${key}`, new Date("2025-01-06T09:00:00Z"));
}

/** Notes who did what; `by` null: the patient. */
export function noteAudit(
  { clinic, patientId, rows }: Subject,
  at: Date,
  action: AuditAction,
  subject: { kind: string; id: string; by: string | null; fields?: string[] },
): void {
  rows.auditEvent.push({
    clinicId: clinic.id,
    id: demoId(`audit ${action} ${subject.id} ${at.getTime()}`, at),
    at,
    actorUserId: subject.by,
    actorPatientId: subject.by === null ? patientId : null,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    patientId,
    fields: subject.fields ?? [],
  });
}

const ago = (days: DayCount, count: number | undefined): LocalDate | null =>
  count === undefined ? null : days.on(count);

/** The person with conditions, goals and visits. */
export function addRecord(subject: Subject): void {
  const { clinic, person, patientId, days, rows } = subject;
  const by = staffId(person.therapist);
  const own = { clinicId: clinic.id, patientId };
  const createdAt = days.at(person.created, "07:50");
  const archivedAt = person.archived === undefined ? null : days.at(person.archived, "17:05");
  rows.patient.push({
    clinicId: clinic.id,
    id: patientId,
    givenName: person.given,
    familyName: person.family,
    birthOn: localDate(person.birthOn),
    email: person.email ?? null,
    phone: person.phone ?? null,
    recordNumber: person.recordNumber ?? null,
    language: person.language,
    timeZone: person.zone,
    therapistId: by,
    archivedAt,
    createdBy: by,
    createdAt,
  });
  noteAudit(subject, createdAt, "patient.create", { kind: "patient", id: patientId, by });
  if (archivedAt)
    noteAudit(subject, archivedAt, "patient.archive", { kind: "patient", id: patientId, by });
  for (const { id: conditionId, onset, surgery, side, recorded } of person.conditions ?? []) {
    const at = days.at(recorded ?? person.created, "15:10");
    const id = demoId(`condition ${patientId} ${conditionId}`, at);
    rows.patientCondition.push({
      ...own,
      id,
      conditionId,
      onsetOn: ago(days, onset),
      surgeryOn: ago(days, surgery),
      side: side ?? null,
      createdBy: by,
      createdAt: recorded === undefined ? createdAt : at,
    });
    noteAudit(subject, at, "patient.add-condition", { kind: "patient_condition", id, by });
  }
  for (const text of person.goals ?? [])
    rows.goal.push({
      ...own,
      id: demoId(`goal ${patientId} ${text}`, createdAt),
      text,
      createdBy: by,
      createdAt,
    });
  for (const [daysAgo, visitTime] of person.visits ?? [])
    rows.visit.push({
      ...own,
      id: demoId(`visit ${patientId} ${daysAgo}`, createdAt),
      visitOn: days.on(daysAgo),
      visitTime,
      createdBy: by,
      createdAt,
    });
}

const DEVICES = ["Safari on iPhone", "Chrome on Android", "Safari on iPad"] as const;

/** The phone that the patient signed in with, and the consent given on it. */
export function addPhone(subject: Subject, firstAt: Date, lastSeenAt: Date): void {
  const { clinic, person, patientId, rows } = subject;
  const own = { clinicId: clinic.id, patientId };
  const { idleMs, absoluteMs } = SESSION_TIMES.patient;
  const consentId = demoId(`consent ${patientId}`, firstAt);
  rows.consent.push({
    ...own,
    id: consentId,
    documentVersion: PRIVACY_VERSION,
    locale: person.language,
    givenAt: firstAt,
  });
  noteAudit(subject, firstAt, "patient.consent", {
    kind: "consent",
    id: consentId,
    by: null,
    fields: ["documentVersion"],
  });
  const archived = rows.patient.find(({ id }) => id === patientId)?.archivedAt ?? null;
  const sessionId = demoId(`phone ${patientId}`, firstAt);
  rows.session.push({
    ...own,
    id: sessionId,
    // Nobody holds the secret of this hash: the device is only there to be seen and revoked.
    sidHash: hashSecret(newSecret()),
    kind: "patient",
    createdAt: firstAt,
    lastSeenAt,
    idleUntil: new Date(lastSeenAt.getTime() + idleMs),
    absoluteUntil: new Date(firstAt.getTime() + absoluteMs),
    revokedAt: archived,
    device: DEVICES[patientId.charCodeAt(30) % DEVICES.length],
  });
  noteAudit(subject, firstAt, "patient.sign-in", { kind: "session", id: sessionId, by: null });
}
