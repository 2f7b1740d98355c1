import { and, desc, eq, gte, isNull, lte, or } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import { plan, planPause, planVersion } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import {
  type ClinicAccess,
  clinicAccess,
  isId,
  type RecordAccess,
  recordAccess,
  type SelfAccess,
  selfAccess,
  type Viewer,
} from "../../auth/access";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import type { Locale } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import type { DrawnDocument } from "../../figures/drawn-document";
import { planDocuments } from "./document-queries";

async function patientOfPlan(access: ClinicAccess<"view-record">, planId: string): Promise<string> {
  if (!isId(planId)) throw new NotFound();
  const [found] = await inScope(access.scope, (tx) =>
    tx
      .select({ patientId: plan.patientId })
      .from(plan)
      .where(and(eq(plan.clinicId, access.clinicId), eq(plan.id, planId))),
  );
  if (!found) throw new NotFound();
  return found.patientId;
}

/**
 * Access to the record of a plan's patient. Throws `SignedOut`, `Refused` (front desk) or `NotFound`
 * (absent, or of another clinic).
 */
export async function planRecordAccess(
  viewer: Viewer | null,
  planId: string,
): Promise<RecordAccess<"view-record">> {
  const patientId = await patientOfPlan(clinicAccess(viewer, "view-record"), planId);
  return recordAccess(viewer, patientId, "view-record");
}

/**
 * Access to a plan's documents: the patient to their own, staff to those of records they may read.
 * Throws `SignedOut`, `Refused` (front desk) or, for staff, `NotFound` (absent, or of another clinic).
 */
export async function documentAccess(
  viewer: Viewer | null,
  planId: string,
): Promise<RecordAccess<"view-record"> | SelfAccess> {
  if (viewer?.kind === "patient") return selfAccess(viewer);
  return planRecordAccess(viewer, planId);
}

export interface VersionWanted {
  readonly planId: string;
  readonly number: number;
  /** Null: the patient's own language. */
  readonly locale: Locale | null;
  readonly origin: string;
  /** What a reading by staff is audited as. */
  readonly as: "plan.view" | "plan.print";
}

/** One published version as a document, and the number of the newest. */
export interface VersionDocument {
  readonly document: DrawnDocument;
  readonly newestNumber: number;
  readonly patientId: string;
  readonly patientName: string;
  readonly patientLanguage: Locale;
}

async function findVersion(
  tx: Tx,
  access: RecordAccess | SelfAccess,
  { planId, number }: VersionWanted,
) {
  const [found] = await tx
    .select({
      versionId: planVersion.id,
      newestNumber: plan.latestVersion,
      givenName: patient.givenName,
      familyName: patient.familyName,
      language: patient.language,
    })
    .from(planVersion)
    .innerJoin(plan, and(eq(plan.clinicId, planVersion.clinicId), eq(plan.id, planVersion.planId)))
    .innerJoin(
      patient,
      and(eq(patient.clinicId, planVersion.clinicId), eq(patient.id, planVersion.patientId)),
    )
    .where(
      and(
        eq(planVersion.clinicId, access.clinicId),
        eq(planVersion.patientId, access.patientId),
        eq(planVersion.planId, planId),
        eq(planVersion.number, number),
      ),
    );
  return found;
}

/**
 * A published version of this patient's plan. A reading by staff is audited with it. Throws `NotFound`
 * for a plan of anyone else and for a number that was never published.
 */
export async function versionDocument(
  access: RecordAccess<"view-record"> | SelfAccess,
  wanted: VersionWanted,
): Promise<VersionDocument> {
  if (!isId(wanted.planId)) throw new NotFound();
  return inScope(access.scope, async (tx) => {
    const found = await findVersion(tx, access, wanted);
    if (!found) throw new NotFound();
    const [documents] = await Promise.all([
      planDocuments(tx, {
        clinicId: access.clinicId,
        versionIds: [found.versionId],
        locale: wanted.locale ?? found.language,
        origin: wanted.origin,
      }),
      "userId" in access
        ? recordAudit(tx, access, {
            action: wanted.as,
            subjectKind: "plan_version",
            subjectId: found.versionId,
            patientId: access.patientId,
          })
        : null,
    ]);
    const document = documents[0];
    if (!document) throw new NotFound();
    return {
      document,
      newestNumber: found.newestNumber,
      patientId: access.patientId,
      patientName: `${found.givenName} ${found.familyName}`,
      patientLanguage: found.language,
    };
  });
}

/** What the holder of a printed plan may learn without signing in, and where it belongs. */
export interface HeldPlan {
  readonly clinicId: string;
  readonly planId: string;
  readonly patientId: string;
  readonly newestNumber: number;
  readonly hasEnded: boolean;
  /** Null: not paused. `until`: the last day of it; null: until somebody ends it. */
  readonly pause: { readonly until: LocalDate | null } | null;
}

/**
 * The plan behind the token of a QR code; null when there is none. Names and contents stay unread, and so does
 * where the patient is: whether a pause runs is told by the day in UTC.
 */
export async function planOfToken(token: string, now: Date): Promise<HeldPlan | null> {
  return inScope({ planToken: token }, async (tx) => {
    const [found] = await tx
      .select({
        clinicId: plan.clinicId,
        planId: plan.id,
        patientId: plan.patientId,
        newestNumber: plan.latestVersion,
        endedOn: plan.endedOn,
      })
      .from(plan)
      .where(eq(plan.qrToken, token));
    if (!found) return null;
    const { endedOn, ...held } = found;
    const today = localDateOf(now, "UTC");
    const [pause] = await tx
      .select({ until: planPause.endsOn })
      .from(planPause)
      .where(
        and(
          eq(planPause.clinicId, held.clinicId),
          eq(planPause.planId, held.planId),
          lte(planPause.startsOn, today),
          or(isNull(planPause.endsOn), gte(planPause.endsOn, today)),
        ),
      )
      .orderBy(desc(planPause.endsOn))
      .limit(1);
    return { ...held, hasEnded: endedOn !== null, pause: pause ?? null };
  });
}
