import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import { plan } from "../../../db/schema/plan";
import { type ClinicAccess, isId } from "../../auth/access";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import type { PaperSize } from "../../domain/plan/plan-document";

/** A running plan that can be printed. */
export interface PrintRow {
  readonly planId: string;
  readonly patientName: string;
  readonly planTitle: string;
  readonly number: number;
  /** Whether staff has printed this version. */
  readonly isPrinted: boolean;
  /** Whether the patient comes in today, and when. */
  readonly visit: { readonly time: string | null } | null;
}

export interface PrintList {
  /** Those who come in today first, by time; the others by family name. */
  readonly rows: readonly PrintRow[];
  readonly paperSize: PaperSize;
}

interface Fact extends Record<string, unknown> {
  readonly plan_id: string;
  readonly is_printed: boolean;
  readonly has_visit: boolean;
  readonly visit_time: string | null;
}

/** Per published running plan: one index look-up each for a print of its newest version and for today's visit. */
function factsOf(tx: Tx, clinicId: string, today: LocalDate) {
  return tx.execute<Fact>(sql`
    select p.id as plan_id,
      exists (select from audit_event a where a.clinic_id = p.clinic_id and a.patient_id = p.patient_id
        and a.action = 'plan.print' and a.actor_user_id is not null
        and a.subject_id = v.id::text) as is_printed,
      t.patient_id is not null as has_visit, t.visit_time
    from plan p
    join plan_version v on v.clinic_id = p.clinic_id and v.plan_id = p.id and v.number = p.latest_version
    left join lateral (
      select patient_id, visit_time from visit
      where clinic_id = p.clinic_id and patient_id = p.patient_id and visit_on = ${today}
        and removed_at is null
      order by visit_time nulls last limit 1) t on true
    where p.clinic_id = ${clinicId} and p.ended_on is null and p.latest_version > 0`);
}

function planRows(tx: Tx, clinicId: string) {
  return tx
    .select({
      planId: plan.id,
      givenName: patient.givenName,
      familyName: patient.familyName,
      planTitle: plan.title,
      number: plan.latestVersion,
    })
    .from(plan)
    .innerJoin(patient, and(eq(patient.clinicId, plan.clinicId), eq(patient.id, plan.patientId)))
    .where(
      and(
        eq(plan.clinicId, clinicId),
        isNull(plan.endedOn),
        gt(plan.latestVersion, 0),
        isNull(patient.archivedAt),
      ),
    )
    .orderBy(asc(patient.familyName), asc(patient.givenName), asc(plan.id));
}

/** After those with a time come those without one, then those who do not come in. */
const arrival = ({ visit }: PrintRow) => (visit ? (visit.time ?? "~") : "~~");

/** Whose plans can be printed, for those who may read records. */
export async function printList(
  access: ClinicAccess<"view-record">,
  now: Date,
): Promise<PrintList> {
  const { clinicId } = access;
  return inScope(access.scope, async (tx) => {
    const [home] = await tx
      .select({ timeZone: clinic.timeZone, paperSize: clinic.paperSize })
      .from(clinic)
      .where(eq(clinic.id, clinicId));
    const today = localDateOf(now, home?.timeZone ?? "UTC");
    const [plans, facts] = await Promise.all([
      planRows(tx, clinicId),
      factsOf(tx, clinicId, today),
    ]);
    const factOf = new Map(facts.map((fact) => [fact.plan_id, fact]));
    const rows = plans.map(({ planId, givenName, familyName, planTitle, number }): PrintRow => {
      const fact = factOf.get(planId);
      return {
        planId,
        patientName: `${givenName} ${familyName}`,
        planTitle,
        number,
        isPrinted: fact?.is_printed ?? false,
        visit: fact?.has_visit ? { time: fact.visit_time } : null,
      };
    });
    rows.sort((a, b) => Number(arrival(a) > arrival(b)) - Number(arrival(a) < arrival(b)));
    return { rows, paperSize: home?.paperSize ?? "A4" };
  });
}

/** The newest version of a running plan; null when there is none to print, or it is another clinic's. */
export async function newestVersion(
  access: ClinicAccess<"view-record">,
  planId: string,
): Promise<number | null> {
  if (!isId(planId)) return null;
  const [found] = await inScope(access.scope, (tx) =>
    tx
      .select({ number: plan.latestVersion })
      .from(plan)
      .where(
        and(
          eq(plan.clinicId, access.clinicId),
          eq(plan.id, planId),
          isNull(plan.endedOn),
          gt(plan.latestVersion, 0),
        ),
      ),
  );
  return found?.number ?? null;
}
