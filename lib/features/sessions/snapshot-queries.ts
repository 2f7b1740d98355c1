import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { consent } from "../../../db/schema/patient";
import {
  plan,
  planVersion,
  prescribedExercise,
  prescribedExerciseText,
} from "../../../db/schema/plan";
import type { PatientViewer, SelfAccess } from "../../auth/access";
import type { LocalDate, Weekday } from "../../domain/calendar/local-date";
import { withMarks } from "../../domain/plan/frozen-marks";
import { diffPlans } from "../../domain/plan/plan-diff";
import type { Locale, PlanDocument } from "../../domain/plan/plan-document";
import { PRIVACY_VERSION } from "../account/privacy";
import { planDocumentsInAll } from "../plans/document-queries";
import { marksOfDocuments } from "../plans/frozen-content";
import { type PlanFacts, planFactsOfClinic, type SessionRecord } from "./fact-queries";
import {
  type PortalSnapshot,
  SNAPSHOT_FORMAT,
  type SnapshotExercise,
  type SnapshotMorning,
  type SnapshotPlan,
  type SnapshotSession,
} from "./snapshot";

function clinicOf(tx: Tx, { clinicId }: SelfAccess) {
  return tx
    .select({
      name: clinic.name,
      phone: clinic.phone,
      emergencyNumber: clinic.emergencyNumber,
      weekStart: clinic.weekStart,
    })
    .from(clinic)
    .where(eq(clinic.id, clinicId));
}

function consentInForce(tx: Tx, { clinicId, patientId }: SelfAccess) {
  return tx
    .select({ id: consent.id })
    .from(consent)
    .where(
      and(
        eq(consent.clinicId, clinicId),
        eq(consent.patientId, patientId),
        eq(consent.documentVersion, PRIVACY_VERSION),
      ),
    )
    .limit(1);
}

/** Published plans that run or ended in reach, with their version ids, newest version first. */
function planRows(tx: Tx, { clinicId, patientId }: SelfAccess, sinceOn: LocalDate) {
  return tx
    .select({ planId: plan.id, endedOn: plan.endedOn, versionId: planVersion.id })
    .from(plan)
    .innerJoin(
      planVersion,
      and(eq(planVersion.clinicId, plan.clinicId), eq(planVersion.planId, plan.id)),
    )
    .where(
      and(
        eq(plan.clinicId, clinicId),
        eq(plan.patientId, patientId),
        isNotNull(plan.startedOn),
        or(isNull(plan.endedOn), gte(plan.endedOn, sinceOn)),
      ),
    )
    .orderBy(desc(plan.createdAt), desc(plan.id), desc(planVersion.number));
}

function nameRows(tx: Tx, clinicId: string, planIds: readonly string[]) {
  return tx
    .select({
      planId: planVersion.planId,
      lineId: prescribedExercise.lineId,
      locale: prescribedExerciseText.locale,
      name: prescribedExerciseText.name,
    })
    .from(planVersion)
    .innerJoin(
      prescribedExercise,
      and(
        eq(prescribedExercise.clinicId, planVersion.clinicId),
        eq(prescribedExercise.versionId, planVersion.id),
      ),
    )
    .innerJoin(
      prescribedExerciseText,
      and(
        eq(prescribedExerciseText.clinicId, prescribedExercise.clinicId),
        eq(prescribedExerciseText.prescribedId, prescribedExercise.id),
      ),
    )
    .where(and(eq(planVersion.clinicId, clinicId), inArray(planVersion.planId, [...planIds])))
    .orderBy(asc(planVersion.number));
}

type NameRow = Awaited<ReturnType<typeof nameRows>>[number];
type PlanRow = Awaited<ReturnType<typeof planRows>>[number];

function namesOf(rows: readonly NameRow[], planId: string): SnapshotPlan["names"] {
  const names: Record<string, Record<Locale, string>> = {};
  for (const row of rows) {
    if (row.planId !== planId) continue;
    names[row.lineId] ??= { en: row.name, es: row.name };
    names[row.lineId]![row.locale] = row.name;
  }
  return names;
}

/** The fact without its empty fields; a loop, because a snapshot holds a thousand of them. */
function presentOnly(fact: object): object {
  const present: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fact)) if (value !== null) present[key] = value;
  return present;
}

function toSession(record: SessionRecord): SnapshotSession {
  const { planId: _, corrected: __, typedBy: ___, reportedBy, ...shown } = record;
  const { occurredAt, typedAt, exercises, ...rest } = shown;
  return {
    ...rest,
    ...(reportedBy ? { reportedBy } : {}),
    occurredAt: occurredAt.toISOString(),
    typedAt: typedAt.toISOString(),
    exercises: exercises.map((e) => presentOnly(e) as SnapshotExercise),
  };
}

function toMorning(record: PlanFacts["mornings"][number]): SnapshotMorning {
  const { occurredAt, typedAt, source: _, typedBy: __, ...rest } = record;
  return { ...rest, occurredAt: occurredAt.toISOString(), typedAt: typedAt.toISOString() };
}

interface Versions {
  readonly planId: string;
  readonly newest: string;
  readonly previous: string | null;
}

function versionsOf(rows: readonly PlanRow[]): Versions[] {
  const plans = new Map<string, string[]>();
  for (const row of [...rows].sort(
    (a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null),
  )) {
    plans.set(row.planId, [...(plans.get(row.planId) ?? []), row.versionId]);
  }
  return [...plans].map(([planId, [newest, previous]]) => ({
    planId,
    newest: newest!,
    previous: previous ?? null,
  }));
}

/** The newest title counts. */
function titlesOf(
  es: readonly (PlanDocument | undefined)[],
  en: readonly (PlanDocument | undefined)[],
): SnapshotPlan["adviceTitles"] {
  const titles: Record<string, Record<Locale, string>> = {};
  for (const { id, title } of en.flatMap((document) => document?.advice ?? []))
    titles[id] = { en: title, es: title };
  for (const { id, title } of es.flatMap((document) => document?.advice ?? []))
    titles[id]!.es = title;
  return titles;
}

function toPlan(
  { planId, newest, previous }: Versions,
  facts: PlanFacts,
  documents: Readonly<Record<Locale, ReadonlyMap<string, PlanDocument>>>,
  names: readonly NameRow[],
): SnapshotPlan {
  const en = documents.en.get(newest)!;
  const es = documents.es.get(newest)!;
  const before = documents.en.get(previous ?? "");
  const beforeEs = documents.es.get(previous ?? "");
  return {
    planId,
    startedOn: facts.startedOn,
    endedOn: facts.endedOn,
    documents: { en, es },
    versions: facts.versions,
    pauses: facts.pauses,
    sessions: facts.sessions.map(toSession),
    mornings: facts.mornings.map(toMorning),
    names: namesOf(names, planId),
    adviceTitles: titlesOf([documents.es.get(previous ?? ""), es], [before, en]),
    change: before
      ? diffPlans(
          withMarks(before, marksOfDocuments({ en: before, es: beforeEs ?? before })),
          withMarks(en, marksOfDocuments({ en, es })),
        )
      : null,
  };
}

async function readPlans(
  tx: Tx,
  { clinicId }: SelfAccess,
  plans: readonly Versions[],
  { origin, sinceOn }: { origin: string; sinceOn: LocalDate },
): Promise<SnapshotPlan[]> {
  if (plans.length === 0) return [];
  const newest = plans.map((p) => p.newest);
  const withPrevious = [...newest, ...plans.flatMap((p) => p.previous ?? [])];
  const planIds = plans.map((p) => p.planId);
  const [facts, documents, names] = await Promise.all([
    planFactsOfClinic(tx, clinicId, planIds, sinceOn),
    planDocumentsInAll(tx, { clinicId, versionIds: withPrevious, origin, logo: false }),
    nameRows(tx, clinicId, planIds),
  ]);
  const byId = (list: readonly PlanDocument[]) =>
    new Map(list.map((document) => [document.versionId, document]));
  const [en, es] = [byId(documents.en), byId(documents.es)];
  return plans.map((p) => toPlan(p, facts.get(p.planId)!, { en, es }, names));
}

/**
 * What the patient's phone keeps, read in the transaction of `withSelf`. Without consent to the privacy
 * text in force it names who signed in and nothing more. `sinceOn`: first local day of sessions and
 * mornings; `origin`: public address, for the plan page behind the QR code.
 */
export async function readSnapshot(
  tx: Tx,
  access: SelfAccess,
  viewer: PatientViewer,
  { sinceOn, origin }: { readonly sinceOn: LocalDate; readonly origin: string },
): Promise<PortalSnapshot> {
  const [[clinicRow], consents, rows] = await Promise.all([
    clinicOf(tx, access),
    consentInForce(tx, access),
    planRows(tx, access, sinceOn),
  ]);
  const consented = consents.length > 0;
  const { language, givenName, timeZone } = viewer;
  return {
    format: SNAPSHOT_FORMAT,
    patient: { id: access.patientId, givenName, language, timeZone },
    clinic: { ...clinicRow!, weekStart: clinicRow!.weekStart as Weekday },
    consent: { wanted: consented ? null : PRIVACY_VERSION },
    plans: consented ? await readPlans(tx, access, versionsOf(rows), { origin, sinceOn }) : [],
  };
}
