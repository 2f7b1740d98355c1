import { and, eq, gte, isNull, or } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { planPause } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { addDays, type LocalDate } from "../../domain/calendar/local-date";
import { Conflict, Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { type LockedPlan, lockPlan, refuseEnded } from "./lock-plan";
import { pausePlanInput } from "./schema";

/** A pause that begins later than this is a slip of the finger (design judgement). */
const LATEST_START_DAYS = 180;

/** Pauses of the plan that are not over before `day`. */
export async function pausesFrom(tx: Tx, { clinicId, planId }: LockedPlan, day: LocalDate) {
  const rows = await tx
    .select({ id: planPause.id, startsOn: planPause.startsOn, endsOn: planPause.endsOn })
    .from(planPause)
    .where(
      and(
        eq(planPause.clinicId, clinicId),
        eq(planPause.planId, planId),
        or(isNull(planPause.endsOn), gte(planPause.endsOn, day)),
      ),
    );
  // A cancelled pause ends the day before it begins.
  return rows.filter(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn);
}

function refuseDates(today: LocalDate, startsOn: LocalDate, endsOn: LocalDate | null) {
  if (startsOn < today) throw new Invalid({ startsOn: "A pause starts today or later." });
  if (startsOn > addDays(today, LATEST_START_DAYS))
    throw new Invalid({ startsOn: "Choose a day within the next 6 months." });
  if (endsOn !== null && endsOn < startsOn)
    throw new Invalid({ endsOn: "The last day cannot be before the first." });
  if (endsOn !== null && endsOn > addDays(startsOn, 2 * LATEST_START_DAYS))
    throw new Invalid({ endsOn: "Choose a day within a year, or leave it empty." });
}

/**
 * Nothing is due from `startsOn` (today in the patient's zone, or later: never back-dated) to `endsOn`,
 * both included; without an end, until the plan is resumed. Throws `Invalid` for dates out of bounds
 * or over another pause, `Conflict` before the first version and after the end.
 */
export async function pausePlan(
  access: ClinicAccess<"prescribe">,
  input: unknown,
  now: Date,
): Promise<{ pauseId: string }> {
  const { planId, startsOn, endsOn, reason } = parse(pausePlanInput, input);
  return inScope(access.scope, async (tx) => {
    const locked = await lockPlan(tx, access, planId, now);
    refuseEnded(locked);
    if (locked.latestVersion === 0)
      throw new Conflict("This plan has not been published yet, so there is nothing to pause.");
    refuseDates(locked.patientToday, startsOn, endsOn);
    const others = await pausesFrom(tx, locked, startsOn);
    if (others.some((other) => endsOn === null || other.startsOn <= endsOn))
      throw new Invalid({ startsOn: "The plan is already paused in these days." });
    const pauseId = newId(now.getTime());
    const { clinicId, patientId } = locked;
    await tx.insert(planPause).values({
      clinicId,
      id: pauseId,
      planId,
      patientId,
      startsOn,
      endsOn,
      reason,
      createdBy: access.userId,
      createdAt: now,
    });
    await recordAudit(tx, access, {
      action: "plan.pause",
      subjectKind: "plan",
      subjectId: planId,
      patientId,
      fields: ["startsOn", "endsOn"],
    });
    return { pauseId };
  });
}
