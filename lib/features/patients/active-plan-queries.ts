import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { plan, planVersion } from "../../../db/schema/plan";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";

/** The plan a person is on, or is being given. */
export interface ActivePlan {
  readonly planId: string;
  readonly title: string;
  /** Null until the first version is published; the date is the clinic's. */
  readonly published: { readonly number: number; readonly on: LocalDate } | null;
  readonly startedOn: LocalDate | null;
}

/** Running plans by patient; of several the published one that started last. */
export async function activePlans(
  tx: Tx,
  clinicId: string,
  patientIds: readonly string[],
): Promise<Map<string, ActivePlan>> {
  if (patientIds.length === 0) return new Map();
  const rows = await tx
    .select({
      patientId: plan.patientId,
      planId: plan.id,
      title: plan.title,
      startedOn: plan.startedOn,
      createdAt: plan.createdAt,
      number: planVersion.number,
      publishedAt: planVersion.publishedAt,
      timeZone: clinic.timeZone,
    })
    .from(plan)
    .innerJoin(clinic, eq(clinic.id, plan.clinicId))
    .leftJoin(
      planVersion,
      and(
        eq(planVersion.clinicId, plan.clinicId),
        eq(planVersion.planId, plan.id),
        eq(planVersion.number, plan.latestVersion),
      ),
    )
    .where(
      and(
        eq(plan.clinicId, clinicId),
        inArray(plan.patientId, [...patientIds]),
        isNull(plan.endedOn),
      ),
    );
  const order = (row: (typeof rows)[number]) =>
    `${row.startedOn ?? "0000-00-00"} ${row.createdAt.toISOString()}`;
  const found = new Map<string, ActivePlan>();
  for (const row of rows.sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const { patientId, planId, title, startedOn, number, publishedAt, timeZone } = row;
    const published =
      number !== null && publishedAt ? { number, on: localDateOf(publishedAt, timeZone) } : null;
    found.set(patientId, { planId, title, startedOn, published });
  }
  return found;
}
