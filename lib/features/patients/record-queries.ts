import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { goal, patient, visit } from "../../../db/schema/patient";
import { appUser, membership } from "../../../db/schema/people";
import type { ClinicAccess, RecordAccess } from "../../auth/access";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import { CONDITIONS } from "../../domain/cautions/rules";
import { leadingFirst } from "../../domain/patient/leading-condition";
import { ageOn } from "../../domain/patient/record-bounds";
import type { Locale } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import { type ActivePlan, activePlans } from "./active-plan-queries";
import { standingConditions } from "./condition-rows";
import { revisionOf } from "./update-patient";

export interface VisitView {
  readonly id: string;
  readonly visitOn: LocalDate;
  /** `HH:MM` by the clinic's clock, if known. */
  readonly visitTime: string | null;
}

export interface ConditionView {
  readonly id: string;
  readonly conditionId: string;
  readonly name: string;
  readonly onsetOn: LocalDate | null;
  readonly surgeryOn: LocalDate | null;
  readonly side: "left" | "right" | "both" | null;
  readonly site: string | null;
  readonly endedOn: LocalDate | null;
  /** False once it has ended: no rule reads it any more. */
  readonly current: boolean;
}

export interface GoalView {
  readonly id: string;
  readonly text: string;
  readonly addedOn: LocalDate;
}

/** Contact data and visits: what everybody at the clinic may see. */
export interface ContactView {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthOn: LocalDate;
  readonly age: number;
  readonly email: string | null;
  readonly phone: string | null;
  readonly recordNumber: string | null;
  readonly language: Locale;
  readonly timeZone: string;
  readonly therapistId: string | null;
  readonly therapistName: string | null;
  readonly archivedOn: LocalDate | null;
  readonly revision: string;
  /** Today or later, soonest first. */
  readonly nextVisits: readonly VisitView[];
  /** Before today, latest first. */
  readonly pastVisits: readonly VisitView[];
  /** The clinic's date. */
  readonly today: LocalDate;
  /** The clinic's zone. */
  readonly clinicTimeZone: string;
}

/** What only those see who treat. */
export interface ClinicalView {
  /** Current ones first, the leading ones before the others; then ended ones. */
  readonly conditions: readonly ConditionView[];
  readonly goals: readonly GoalView[];
  readonly plan: ActivePlan | null;
}

function personRows(tx: Tx, { clinicId, patientId }: RecordAccess) {
  return tx
    .select({ person: patient, therapistName: appUser.name, clinicTimeZone: clinic.timeZone })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .leftJoin(appUser, eq(appUser.id, patient.therapistId))
    .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId)));
}

function visitRows(tx: Tx, { clinicId, patientId }: RecordAccess) {
  return tx
    .select({ id: visit.id, visitOn: visit.visitOn, visitTime: visit.visitTime })
    .from(visit)
    .where(
      and(eq(visit.clinicId, clinicId), eq(visit.patientId, patientId), isNull(visit.removedAt)),
    )
    .orderBy(asc(visit.visitOn), asc(visit.visitTime));
}

/** Contact data and visits of one person. Throws `NotFound`. */
export async function contactOf(
  access: RecordAccess<"view-contact">,
  now: Date,
): Promise<ContactView> {
  return inScope(access.scope, async (tx) => {
    const [[found], visits] = await Promise.all([personRows(tx, access), visitRows(tx, access)]);
    if (!found) throw new NotFound();
    const { person, therapistName, clinicTimeZone } = found;
    const today = localDateOf(now, clinicTimeZone);
    return {
      id: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      birthOn: person.birthOn,
      age: ageOn(person.birthOn, today),
      email: person.email,
      phone: person.phone,
      recordNumber: person.recordNumber,
      language: person.language,
      timeZone: person.timeZone,
      therapistId: person.therapistId,
      therapistName,
      archivedOn: person.archivedAt ? localDateOf(person.archivedAt, clinicTimeZone) : null,
      revision: revisionOf(person),
      nextVisits: visits.filter((v) => v.visitOn >= today),
      pastVisits: visits.filter((v) => v.visitOn < today).reverse(),
      today,
      clinicTimeZone,
    };
  });
}

function goalRows(tx: Tx, { clinicId, patientId }: RecordAccess) {
  return tx
    .select({ id: goal.id, text: goal.text, createdAt: goal.createdAt })
    .from(goal)
    .where(and(eq(goal.clinicId, clinicId), eq(goal.patientId, patientId), isNull(goal.removedAt)))
    .orderBy(desc(goal.createdAt), desc(goal.id));
}

/** Conditions, goals and the running plan of one person. */
export async function clinicalOf(
  access: RecordAccess<"view-record">,
  now: Date,
): Promise<ClinicalView> {
  const { clinicId, patientId } = access;
  return inScope(access.scope, async (tx) => {
    const [[zone], conditions, goals, plans] = await Promise.all([
      tx.select({ timeZone: clinic.timeZone }).from(clinic).where(eq(clinic.id, clinicId)),
      standingConditions(tx, access),
      goalRows(tx, access),
      activePlans(tx, clinicId, [patientId]),
    ]);
    if (!zone) throw new NotFound();
    const today = localDateOf(now, zone.timeZone);
    const views = conditions.map((row): ConditionView => {
      const { id, conditionId, onsetOn, surgeryOn, side, site, endedOn } = row;
      const name = CONDITIONS.find((c) => c.id === conditionId)?.name ?? conditionId;
      const current = endedOn === null || endedOn > today;
      return { id, conditionId, name, onsetOn, surgeryOn, side, site, endedOn, current };
    });
    return {
      conditions: [
        ...leadingFirst(
          views.filter((v) => v.current),
          CONDITIONS,
        ),
        ...views.filter((v) => !v.current),
      ],
      goals: goals.map(({ id, text, createdAt }) => ({
        id,
        text,
        addedOn: localDateOf(createdAt, zone.timeZone),
      })),
      plan: plans.get(patientId) ?? null,
    };
  });
}

export interface Therapist {
  readonly userId: string;
  readonly name: string;
}

/** What the form of a new person starts from: who may treat, and the clinic's zone. */
export async function patientFormChoices(
  access: ClinicAccess,
): Promise<{ readonly therapists: readonly Therapist[]; readonly timeZone: string }> {
  return inScope(access.scope, async (tx) => {
    const [[zone], therapists] = await Promise.all([
      tx.select({ timeZone: clinic.timeZone }).from(clinic).where(eq(clinic.id, access.clinicId)),
      tx
        .select({ userId: membership.userId, name: appUser.name })
        .from(membership)
        .innerJoin(appUser, eq(appUser.id, membership.userId))
        .where(
          and(
            eq(membership.clinicId, access.clinicId),
            ne(membership.role, "front_desk"),
            isNull(membership.disabledAt),
          ),
        )
        .orderBy(asc(appUser.name)),
    ]);
    if (!zone) throw new NotFound();
    return { therapists, timeZone: zone.timeZone };
  });
}
