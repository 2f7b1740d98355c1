import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient, patientCondition } from "../../../db/schema/patient";
import { appUser } from "../../../db/schema/people";
import type { ClinicAccess } from "../../auth/access";
import { may } from "../../auth/policy";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import { CONDITIONS } from "../../domain/cautions/rules";
import { searchable } from "../../domain/library/search-text";
import { leadingFirst } from "../../domain/patient/leading-condition";
import { type ActivePlan, activePlans } from "./active-plan-queries";
import type { CaseloadFilter, CaseloadInput } from "./schema";

/** One person on the list. */
export interface CaseloadRow {
  readonly id: string;
  readonly name: string;
  readonly recordNumber: string | null;
  /** What the search field compares: name and record number, lower case, without accents. */
  readonly searchText: string;
  readonly therapistName: string | null;
  readonly archived: boolean;
  readonly nextVisit: { readonly on: LocalDate; readonly time: string | null } | null;
  /** Null for roles that see contact data only. */
  readonly clinical: {
    /** The leading condition, and how many more there are. */
    readonly condition: { readonly name: string; readonly more: number } | null;
    readonly plan: ActivePlan | null;
    /** The last session that counts: its local day, its instant and the zone it was done in. */
    readonly lastSession: {
      readonly on: LocalDate;
      readonly at: Date;
      readonly zone: string;
    } | null;
  } | null;
}

export interface CaseloadView {
  readonly rows: readonly CaseloadRow[];
  /** People by filter, of the chosen therapist; null where the role may not see plans. */
  readonly counts: Readonly<Record<CaseloadFilter, number | null>>;
  /** Everybody at the clinic, archived ones included; 0 on the first day. */
  readonly people: number;
  /** The clinic's date. */
  readonly today: LocalDate;
  readonly clinicTimeZone: string;
}

function peopleRows(tx: Tx, clinicId: string, archived: boolean) {
  return tx
    .select({
      id: patient.id,
      givenName: patient.givenName,
      familyName: patient.familyName,
      recordNumber: patient.recordNumber,
      therapistId: patient.therapistId,
      therapistName: appUser.name,
    })
    .from(patient)
    .leftJoin(appUser, eq(appUser.id, patient.therapistId))
    .where(
      and(
        eq(patient.clinicId, clinicId),
        archived ? isNotNull(patient.archivedAt) : isNull(patient.archivedAt),
      ),
    )
    .orderBy(asc(patient.familyName), asc(patient.givenName), asc(patient.id));
}

interface Totals extends Record<string, unknown> {
  therapist_id: string | null;
  archived: boolean;
  people: number;
}

function totalRows(tx: Tx, clinicId: string) {
  return tx.execute<Totals>(sql`
    select therapist_id, archived_at is not null as archived, count(*)::int as people
    from patient where clinic_id = ${clinicId} group by 1, 2`);
}

interface NextVisit extends Record<string, unknown> {
  patient_id: string;
  visit_on: LocalDate;
  visit_time: string | null;
}

function nextVisitRows(tx: Tx, clinicId: string, today: LocalDate) {
  return tx.execute<NextVisit>(sql`
    select distinct on (patient_id) patient_id, visit_on::text, visit_time from visit
    where clinic_id = ${clinicId} and removed_at is null and visit_on >= ${today}
    order by patient_id, visit_on, visit_time nulls last`);
}

function conditionRows(tx: Tx, clinicId: string) {
  return tx
    .select({
      patientId: patientCondition.patientId,
      conditionId: patientCondition.conditionId,
      endedOn: patientCondition.endedOn,
    })
    .from(patientCondition)
    .where(and(eq(patientCondition.clinicId, clinicId), isNull(patientCondition.removedAt)))
    .orderBy(asc(patientCondition.createdAt), asc(patientCondition.id));
}

interface LastSession extends Record<string, unknown> {
  patient_id: string;
  local_on: LocalDate;
  occurred_at: string;
  zone: string;
}

/** One index look-up a person; a corrected or withdrawn log is not the last one. */
function lastSessionRows(tx: Tx, clinicId: string) {
  return tx.execute<LastSession>(sql`
    select p.id as patient_id, s.local_on::text, s.occurred_at, s.zone
    from patient p
    cross join lateral (
      select l.local_on, l.occurred_at, l.zone from session_log l
      where l.clinic_id = p.clinic_id and l.patient_id = p.id and not l.withdrawn
        and not exists (
          select 1 from session_log n
          where n.clinic_id = l.clinic_id and n.root_id = l.root_id
            and (n.typed_at, n.id) > (l.typed_at, l.id))
      order by l.local_on desc, l.occurred_at desc limit 1) s
    where p.clinic_id = ${clinicId}`);
}

function conditionsByPatient(
  rows: Awaited<ReturnType<typeof conditionRows>>,
  today: LocalDate,
): Map<string, { name: string; more: number }> {
  const found = new Map<string, { name: string; more: number }>();
  const current = rows.filter(({ endedOn }) => endedOn === null || endedOn > today);
  for (const { patientId, conditionId } of leadingFirst(current, CONDITIONS)) {
    const known = found.get(patientId);
    const name = CONDITIONS.find((c) => c.id === conditionId)?.name ?? conditionId;
    if (known) known.more++;
    else found.set(patientId, { name, more: 0 });
  }
  return found;
}

async function clinicalByPatient(
  tx: Tx,
  clinicId: string,
  patientIds: readonly string[],
  today: LocalDate,
): Promise<(id: string) => CaseloadRow["clinical"]> {
  const [plans, conditions, sessions] = await Promise.all([
    activePlans(tx, clinicId, patientIds),
    conditionRows(tx, clinicId),
    lastSessionRows(tx, clinicId),
  ]);
  const conditionOf = conditionsByPatient(conditions, today);
  const sessionOf = new Map(
    sessions.map((s) => [
      s.patient_id,
      { on: s.local_on, at: new Date(s.occurred_at), zone: s.zone },
    ]),
  );
  return (id) => ({
    condition: conditionOf.get(id) ?? null,
    plan: plans.get(id) ?? null,
    lastSession: sessionOf.get(id) ?? null,
  });
}

function bySort(sort: CaseloadInput["sort"]) {
  const when = (row: CaseloadRow) => row.clinical?.lastSession?.at.getTime() ?? 0;
  return sort === "name" ? () => 0 : (a: CaseloadRow, b: CaseloadRow) => when(b) - when(a);
}

/**
 * The clinic's people with what a row shows without computing, by family name or by last session. Roles
 * that may not view records get names, record numbers and visits; nothing clinical is even read for them.
 */
export async function caseload(
  access: ClinicAccess<"view-caseload">,
  { filter, sort, therapistId }: CaseloadInput,
  now: Date,
): Promise<CaseloadView> {
  const { clinicId } = access;
  const sees = may(access.role, "view-record");
  return inScope(access.scope, async (tx) => {
    const [zone] = await tx
      .select({ timeZone: clinic.timeZone })
      .from(clinic)
      .where(eq(clinic.id, clinicId));
    const clinicTimeZone = zone?.timeZone ?? "UTC";
    const today = localDateOf(now, clinicTimeZone);
    const [everybody, totals, visits] = await Promise.all([
      peopleRows(tx, clinicId, filter === "archived"),
      totalRows(tx, clinicId),
      nextVisitRows(tx, clinicId, today),
    ]);
    const people = everybody.filter((p) => therapistId === null || p.therapistId === therapistId);
    const ids = people.map(({ id }) => id);
    const clinicalOf = sees ? await clinicalByPatient(tx, clinicId, ids, today) : () => null;
    const visitOf = new Map(visits.map((v) => [v.patient_id, v]));
    const rows = people.map((p): CaseloadRow => {
      const name = `${p.givenName} ${p.familyName}`;
      const next = visitOf.get(p.id);
      return {
        id: p.id,
        name,
        recordNumber: p.recordNumber,
        searchText: searchable(`${name} ${p.familyName} ${p.givenName} ${p.recordNumber ?? ""}`),
        therapistName: p.therapistName,
        archived: filter === "archived",
        nextVisit: next ? { on: next.visit_on, time: next.visit_time } : null,
        clinical: clinicalOf(p.id),
      };
    });
    const counted = (archived: boolean) =>
      totals
        .filter((t) => t.archived === archived)
        .filter((t) => therapistId === null || t.therapist_id === therapistId)
        .reduce((sum, t) => sum + t.people, 0);
    const onPlan = await plansRunning(tx, clinicId, therapistId, sees);
    const active = counted(false);
    return {
      rows: rows.filter((row) => fitsFilter(row, filter)).sort(bySort(sort)),
      counts: {
        all: active,
        plan: onPlan,
        "no-plan": onPlan === null ? null : active - onPlan,
        archived: counted(true),
      },
      people: totals.reduce((sum, t) => sum + t.people, 0),
      today,
      clinicTimeZone,
    };
  });
}

/** A plan counts once it is published; a draft alone gives the patient nothing to do. */
function fitsFilter(row: CaseloadRow, filter: CaseloadFilter): boolean {
  const onPlan = Boolean(row.clinical?.plan?.published);
  if (filter === "plan") return onPlan;
  return filter === "no-plan" ? !onPlan : true;
}

async function plansRunning(
  tx: Tx,
  clinicId: string,
  therapistId: string | null,
  sees: boolean,
): Promise<number | null> {
  if (!sees) return null;
  const rows = await tx.execute<{ people: number }>(sql`
    select count(distinct p.id)::int as people from patient p
    join plan on plan.clinic_id = p.clinic_id and plan.patient_id = p.id
    where p.clinic_id = ${clinicId} and p.archived_at is null
      and plan.ended_on is null and plan.latest_version > 0
      and (${therapistId}::uuid is null or p.therapist_id = ${therapistId}::uuid)`);
  return rows[0]?.people ?? 0;
}
