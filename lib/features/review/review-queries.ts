import { and, eq, gte, isNotNull, isNull, lt, lte } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient, visit } from "../../../db/schema/patient";
import { plan } from "../../../db/schema/plan";
import { sessionLog } from "../../../db/schema/session-log";
import type { RecordAccess } from "../../auth/access";
import { type LocalDate, localDateOf, type Weekday } from "../../domain/calendar/local-date";
import { currentRows } from "../../domain/session/current-rows";
import type { PainNrs, SessionFact } from "../../domain/session/facts";
import { NotFound } from "../../errors/app-error";
import { viewPatient } from "../patients/view-patient";
import { planFacts } from "../sessions/fact-queries";
import { assembleReview } from "./assemble-review";
import type { PatientReview, PlanReview, ReviewedPlan } from "./review";
import { type ReviewRange, reviewRange } from "./review-range";
import type { ReviewPeriod } from "./schema";
import { versionSides } from "./version-side-queries";

type Access = RecordAccess<"view-record">;

async function setting(tx: Tx, { clinicId, patientId }: Access) {
  const [row] = await tx
    .select({ timeZone: patient.timeZone, weekStart: clinic.weekStart })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId)));
  if (!row) throw new NotFound();
  return row;
}

function publishedPlans(tx: Tx, { clinicId, patientId }: Access) {
  return tx
    .select({
      planId: plan.id,
      title: plan.title,
      startedOn: plan.startedOn,
      endedOn: plan.endedOn,
    })
    .from(plan)
    .where(
      and(eq(plan.clinicId, clinicId), eq(plan.patientId, patientId), isNotNull(plan.startedOn)),
    );
}

type PlanRow = Awaited<ReturnType<typeof publishedPlans>>[number];

function stateOf({ startedOn, endedOn }: PlanRow, today: LocalDate): ReviewedPlan["state"] {
  if (endedOn !== null && endedOn < today) return "ended";
  return (startedOn as LocalDate) > today ? "not_started" : "running";
}

const FIRST_CHOICE = ["running", "not_started", "ended"] as const;

/** The running plan, else the one to come, else the last; of several the one started last. */
function choosePlan(rows: readonly PlanRow[], today: LocalDate): ReviewedPlan | null {
  const plans = rows.map((row) => ({
    ...row,
    startedOn: row.startedOn as LocalDate,
    state: stateOf(row, today),
  }));
  const rank = (one: ReviewedPlan) => FIRST_CHOICE.indexOf(one.state);
  return plans.sort((a, b) => rank(a) - rank(b) || (a.startedOn < b.startedOn ? 1 : -1))[0] ?? null;
}

/** Ratings before the facts begin: only what the baseline needs, no exercises. */
async function earlierRatings(
  tx: Tx,
  { clinicId, patientId }: Access,
  { planId, startedOn }: ReviewedPlan,
  before: LocalDate,
): Promise<Pick<SessionFact, "localOn" | "painBefore">[]> {
  if (before <= startedOn) return [];
  const rows = await tx
    .select({
      id: sessionLog.id,
      rootId: sessionLog.rootId,
      typedAt: sessionLog.typedAt,
      withdrawn: sessionLog.withdrawn,
      localOn: sessionLog.localOn,
      painBefore: sessionLog.painBefore,
    })
    .from(sessionLog)
    .where(
      and(
        eq(sessionLog.clinicId, clinicId),
        eq(sessionLog.patientId, patientId),
        eq(sessionLog.planId, planId),
        gte(sessionLog.localOn, startedOn),
        lt(sessionLog.localOn, before),
      ),
    );
  return currentRows(rows).map(({ localOn, painBefore }) => ({
    localOn,
    painBefore: painBefore as PainNrs | null,
  }));
}

async function visitsWithin(tx: Tx, { clinicId, patientId }: Access, range: ReviewRange) {
  const rows = await tx
    .selectDistinct({ on: visit.visitOn })
    .from(visit)
    .where(
      and(
        eq(visit.clinicId, clinicId),
        eq(visit.patientId, patientId),
        isNull(visit.removedAt),
        gte(visit.visitOn, range.firstOn),
        lte(visit.visitOn, range.lastOn),
      ),
    )
    .orderBy(visit.visitOn);
  return rows.map(({ on }) => on);
}

async function reviewOfPlan(
  tx: Tx,
  access: Access,
  chosen: ReviewedPlan,
  { period, today, weekStart }: { period: ReviewPeriod; today: LocalDate; weekStart: Weekday },
): Promise<PlanReview> {
  const { clinicId, patientId } = access;
  const { planId } = chosen;
  const range = reviewRange(period, { ...chosen, today });
  const [facts, earlier, versions, visits] = await Promise.all([
    planFacts(tx, { clinicId, patientId, planId, sinceOn: range.sinceOn }),
    earlierRatings(tx, access, chosen, range.sinceOn),
    versionSides(tx, { clinicId, patientId, planId }),
    visitsWithin(tx, access, range),
  ]);
  if (!facts || versions.length === 0) throw new NotFound();
  return assembleReview({ facts, earlier, versions, visits, today, weekStart, range });
}

/**
 * The overview of a patient: pain and sessions of one plan on one time axis, adherence, and each
 * exercise beside its prescription. Reads only rows of this patient, and of those only the period and
 * what baseline and trailing numbers need. The look is audited, once an hour.
 */
export async function reviewOfPatient(
  access: Access,
  { period, now }: { period: ReviewPeriod; now: Date },
): Promise<PatientReview> {
  await viewPatient(access, now);
  return inScope(access.scope, async (tx) => {
    const [{ timeZone, weekStart: first }, plans] = await Promise.all([
      setting(tx, access),
      publishedPlans(tx, access),
    ]);
    const today = localDateOf(now, timeZone);
    const weekStart = first as Weekday;
    const chosen = choosePlan(plans, today);
    const begun = chosen?.state === "not_started" ? null : chosen;
    return {
      patientId: access.patientId,
      today,
      weekStart,
      period,
      plan: chosen,
      review: begun && (await reviewOfPlan(tx, access, begun, { period, today, weekStart })),
    };
  });
}
