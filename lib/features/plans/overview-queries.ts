import { and, desc, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import { plan, planPause, planVersion } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import type { Locale, PlanDocument } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import type { DiffItem } from "../../i18n/plan-diff-words";
import { type DraftChanges, draftChanges } from "./change-queries";
import { planDocuments } from "./document-queries";
import type { SavedDraft } from "./draft-content";
import { readDraft } from "./draft-queries";
import { versionMarks } from "./frozen-queries";
import { type ContraindicatedExercise, contraindicatedNow } from "./standing-queries";
import { changesBetween } from "./version-changes";

/** One published version in the history. */
export interface VersionEntry {
  readonly number: number;
  readonly publishedAt: Date;
  readonly therapistName: string;
  readonly startsOn: LocalDate;
  readonly exerciseCount: number;
  /** Against the version before; empty for version 1. */
  readonly changes: readonly DiffItem[];
}

/** A pause that runs today or is still to come. */
export interface PauseEntry {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly reason: string | null;
  readonly isRunning: boolean;
}

export interface ActivePlan {
  readonly planId: string;
  readonly title: string;
  readonly startedOn: LocalDate | null;
  /** The newest version in English, which the patient is shown; null before the first. */
  readonly current: PlanDocument | null;
  /** Newest first. */
  readonly history: readonly VersionEntry[];
  readonly pause: PauseEntry | null;
  readonly contraindicated: readonly ContraindicatedExercise[];
  readonly draft: Pick<SavedDraft, "revision" | "updatedAt" | "updatedBy"> &
    DraftChanges & { readonly exerciseCount: number };
}

export interface PlanOverview {
  readonly patientId: string;
  readonly patientGivenName: string;
  readonly patientName: string;
  readonly patientLanguage: Locale;
  readonly isArchived: boolean;
  /** Today in the patient's zone. */
  readonly today: LocalDate;
  readonly clinicZone: string;
  readonly active: ActivePlan | null;
  /** Ended plans, newest first. */
  readonly earlier: readonly {
    readonly planId: string;
    readonly title: string;
    readonly startedOn: LocalDate | null;
    readonly endedOn: LocalDate;
    readonly latestVersion: number;
  }[];
}

function versionsOf(tx: Tx, clinicId: string, planId: string) {
  return tx
    .select({
      id: planVersion.id,
      number: planVersion.number,
      publishedAt: planVersion.publishedAt,
      therapistName: planVersion.therapistName,
      startsOn: planVersion.startsOn,
    })
    .from(planVersion)
    .where(and(eq(planVersion.clinicId, clinicId), eq(planVersion.planId, planId)))
    .orderBy(desc(planVersion.number));
}

async function pauseOf(tx: Tx, clinicId: string, planId: string, today: LocalDate) {
  const rows = await tx
    .select()
    .from(planPause)
    .where(and(eq(planPause.clinicId, clinicId), eq(planPause.planId, planId)))
    .orderBy(planPause.startsOn);
  const next = rows.find(
    ({ startsOn, endsOn }) => endsOn === null || (endsOn >= today && endsOn >= startsOn),
  );
  if (!next) return null;
  const { startsOn, endsOn, reason } = next;
  return { startsOn, endsOn, reason, isRunning: startsOn <= today };
}

interface Days {
  readonly patient: LocalDate;
  readonly clinic: LocalDate;
}

async function activePlan(
  tx: Tx,
  { clinicId, patientId }: RecordAccess,
  row: typeof plan.$inferSelect,
  today: Days,
  origin: string,
): Promise<ActivePlan> {
  const key = { clinicId, planId: row.id };
  const [versions, pause, draft, marks] = await Promise.all([
    versionsOf(tx, clinicId, row.id),
    pauseOf(tx, clinicId, row.id, today.patient),
    readDraft(tx, key),
    versionMarks(tx, key),
  ]);
  if (!draft) throw new NotFound();
  const versionIds = versions.map(({ id }) => id);
  const documents = await planDocuments(tx, {
    clinicId,
    versionIds,
    locale: "en",
    origin,
    logo: false,
  });
  const current = documents[0] ?? null;
  const [draftDiffers, contraindicated] = await Promise.all([
    draftChanges(tx, draft, current, marks.get(current?.versionNumber ?? 0)),
    current ? contraindicatedNow(tx, { ...key, patientId, today: today.clinic }, current) : [],
  ]);
  return {
    planId: row.id,
    title: row.title,
    startedOn: row.startedOn,
    current,
    history: versions.map(({ number, publishedAt, therapistName, startsOn }, i) => {
      const [after, before] = [documents[i], documents[i + 1]];
      return {
        number,
        publishedAt,
        therapistName,
        startsOn,
        exerciseCount: after?.exercises.length ?? 0,
        changes: before && after ? changesBetween(before, after, marks) : [],
      };
    }),
    pause,
    contraindicated,
    draft: {
      revision: draft.revision,
      updatedAt: draft.updatedAt,
      updatedBy: draft.updatedBy,
      ...draftDiffers,
      exerciseCount: draft.lines.length,
    },
  };
}

/**
 * The plans of a patient: the active one with its history in words, and the ended ones. Audited as a
 * read of the record. Throws `NotFound`.
 */
export async function planOverview(
  access: RecordAccess<"view-record">,
  { origin, now }: { readonly origin: string; readonly now: Date },
): Promise<PlanOverview> {
  const { clinicId, patientId } = access;
  return inScope(access.scope, async (tx) => {
    const [[head], plans] = await Promise.all([
      tx
        .select({ patient, clinicZone: clinic.timeZone })
        .from(patient)
        .innerJoin(clinic, eq(clinic.id, patient.clinicId))
        .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId))),
      tx
        .select()
        .from(plan)
        .where(and(eq(plan.clinicId, clinicId), eq(plan.patientId, patientId)))
        .orderBy(desc(plan.createdAt), desc(plan.id)),
      recordAudit(tx, access, {
        action: "plan.view",
        subjectKind: "patient",
        subjectId: patientId,
        patientId,
      }),
    ]);
    if (!head) throw new NotFound();
    const today = {
      patient: localDateOf(now, head.patient.timeZone),
      clinic: localDateOf(now, head.clinicZone),
    };
    const running = plans.find(({ endedOn }) => endedOn === null);
    return {
      patientId,
      patientGivenName: head.patient.givenName,
      patientName: `${head.patient.givenName} ${head.patient.familyName}`,
      patientLanguage: head.patient.language,
      isArchived: head.patient.archivedAt !== null,
      today: today.patient,
      clinicZone: head.clinicZone,
      active: running ? await activePlan(tx, access, running, today, origin) : null,
      earlier: plans.flatMap(({ id, title, startedOn, endedOn, latestVersion }) =>
        endedOn === null ? [] : [{ planId: id, title, startedOn, endedOn, latestVersion }],
      ),
    };
  });
}
