import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import { plan } from "../../../db/schema/plan";
import { sessionLog } from "../../../db/schema/session-log";
import type { ClinicAccess } from "../../auth/access";
import { trailingSessions, WINDOW_DAYS } from "../../domain/adherence/adherence";
import { type GridDay, gridDays } from "../../domain/adherence/grid-days";
import type { AdherenceFacts } from "../../domain/adherence/plan-days";
import {
  addDays,
  type LocalDate,
  localDateOf,
  type Weekday,
} from "../../domain/calendar/local-date";
import { findBaseline } from "../../domain/pain/baseline";
import { dailyPain } from "../../domain/pain/daily-pain";
import { ratioToNumber } from "../../domain/pain/ratio";
import { type SevenDayMean, sevenDayMean } from "../../domain/pain/seven-day-mean";
import { currentRows } from "../../domain/session/current-rows";
import type { PainNrs } from "../../domain/session/facts";
import { parse } from "../../errors/parse";
import { type PlanFacts, planFactsOfClinic } from "../sessions/fact-queries";
import { activePlans } from "./active-plan-queries";
import { caseloadFactsInput } from "./schema";

/** A 7-day mean with one decimal, 0 to 10; provisional when it rests on 3 or 4 days. */
export interface PainFigure {
  readonly mean: number;
  readonly provisional: boolean;
}

/** The numbers of one row, computed from the facts whenever it is read. */
export interface CaseloadFacts {
  /** Counting sessions of those due in the trailing 28 days; null: no target. */
  readonly sessions: { readonly done: number; readonly due: number } | null;
  readonly pausedDays: number;
  /** The trailing 28 days, oldest first, the last one today. */
  readonly grid: readonly GridDay[];
  /** Null: not enough ratings. */
  readonly painNow: PainFigure | null;
  readonly painBaseline: PainFigure | null;
}

function figure(mean: SevenDayMean | null): PainFigure | null {
  if (!mean) return null;
  const provisional = mean.reliability === "provisional";
  return { mean: Math.round(ratioToNumber(mean.mean) * 10) / 10, provisional };
}

type Rating = Awaited<ReturnType<typeof ratingRows>>[number];

/** Every `before` rating of these plans, light enough to reach back to the baseline. */
function ratingRows(tx: Tx, clinicId: string, planIds: readonly string[]) {
  return tx
    .select({
      planId: plan.id,
      id: sessionLog.id,
      rootId: sessionLog.rootId,
      typedAt: sessionLog.typedAt,
      withdrawn: sessionLog.withdrawn,
      localOn: sessionLog.localOn,
      painBefore: sessionLog.painBefore,
    })
    .from(plan)
    .innerJoin(
      sessionLog,
      and(
        eq(sessionLog.clinicId, plan.clinicId),
        eq(sessionLog.patientId, plan.patientId),
        eq(sessionLog.planId, plan.id),
      ),
    )
    .where(and(eq(plan.clinicId, clinicId), inArray(plan.id, [...planIds])))
    .orderBy(asc(sessionLog.localOn), asc(sessionLog.occurredAt));
}

function toFacts(
  facts: PlanFacts,
  ratings: readonly Rating[],
  today: LocalDate,
  weekStart: Weekday,
): CaseloadFacts {
  const adherence: AdherenceFacts = { ...facts, today, weekStart };
  const { sessions, hasTarget, pausedDays } = trailingSessions(adherence);
  const daily = dailyPain(
    currentRows(ratings).map((r) => ({
      localOn: r.localOn,
      painBefore: r.painBefore as PainNrs | null,
    })),
  );
  return {
    sessions: hasTarget && sessions.due > 0 ? { done: sessions.done, due: sessions.due } : null,
    pausedDays,
    grid: gridDays(adherence),
    painNow: figure(sevenDayMean(daily, today)),
    painBaseline: figure(findBaseline(daily, { today })),
  };
}

function zoneRows(tx: Tx, clinicId: string, patientIds: readonly string[]) {
  return tx
    .select({ id: patient.id, timeZone: patient.timeZone, weekStart: clinic.weekStart })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .where(
      and(
        eq(patient.clinicId, clinicId),
        inArray(patient.id, [...patientIds]),
        isNull(patient.archivedAt),
      ),
    );
}

/**
 * The numbers of some people's rows, by patient id; whoever has no published plan is left out. Each is read
 * on the patient's own local date. Throws `Invalid` for more people than a page shows.
 */
export async function caseloadFacts(
  access: ClinicAccess<"view-record">,
  input: unknown,
  now: Date,
): Promise<Record<string, CaseloadFacts>> {
  const { patientIds } = parse(caseloadFactsInput, input);
  if (patientIds.length === 0) return {};
  const { clinicId } = access;
  return inScope(access.scope, async (tx) => {
    const [people, plans] = await Promise.all([
      zoneRows(tx, clinicId, patientIds),
      activePlans(tx, clinicId, patientIds),
    ]);
    const planIds = [...plans.values()].filter((p) => p.published).map((p) => p.planId);
    // A day more than the window, a week before it for whole weeks, and a day for zones ahead of UTC.
    const since = addDays(localDateOf(now, "UTC"), -(WINDOW_DAYS + 9));
    const [facts, ratings] = await Promise.all([
      planFactsOfClinic(tx, clinicId, planIds, since),
      planIds.length > 0 ? ratingRows(tx, clinicId, planIds) : [],
    ]);
    const found: Record<string, CaseloadFacts> = {};
    for (const { id, timeZone, weekStart } of people) {
      const planId = plans.get(id)?.planId ?? "";
      const own = facts.get(planId);
      const today = localDateOf(now, timeZone);
      if (own)
        found[id] = toFacts(
          own,
          ratings.filter((row) => row.planId === planId),
          today,
          weekStart as Weekday,
        );
    }
    return found;
  });
}
