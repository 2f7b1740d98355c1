import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { patient } from "../../../db/schema/patient";
import type { RecordAccess, SelfAccess } from "../../auth/access";
import { addDays, type LocalDate, laterOf, localDateOf } from "../../domain/calendar/local-date";
import type { DiaryChoice } from "../../domain/plan/diary";
import type { DiaryWeeks, PaperLayout } from "../../domain/plan/paper-layout";
import { LOCALES } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import type { DrawnDocument } from "../../figures/drawn-document";
import { planFacts } from "../sessions/fact-queries";
import { planDocuments } from "./document-queries";

export interface PaperWanted {
  /** The version to print, as it was read with the same access. */
  readonly document: DrawnDocument;
  readonly layout: PaperLayout;
  /** Weeks of diary; null: none, but one where the layout is the diary. */
  readonly weeks: DiaryWeeks | null;
  /** First day of the diary; null: the patient's today, or the day on which the version begins. */
  readonly startsOn: LocalDate | null;
  readonly origin: string;
  readonly now: Date;
}

/** What a layout needs beside the document in the patient's language. */
export interface PaperExtras {
  readonly layout: PaperLayout;
  readonly other: DrawnDocument | null;
  readonly diary: DiaryChoice | null;
}

type Access = RecordAccess<"view-record"> | SelfAccess;

/** Words of the other language alone: pictures and logo stand there once. */
async function inOtherLanguage(tx: Tx, { clinicId }: Access, { document, origin }: PaperWanted) {
  const locale = LOCALES.find((one) => one !== document.locale) ?? document.locale;
  const versionIds = [document.versionId];
  const [other] = await planDocuments(tx, { clinicId, versionIds, locale, origin, logo: false });
  if (!other) throw new NotFound();
  return { ...other, exercises: other.exercises.map((one) => ({ ...one, figure: null })) };
}

async function todayOf(tx: Tx, { clinicId, patientId }: Access, now: Date): Promise<LocalDate> {
  const [found] = await tx
    .select({ timeZone: patient.timeZone })
    .from(patient)
    .where(and(eq(patient.clinicId, clinicId), eq(patient.id, patientId)));
  if (!found) throw new NotFound();
  return localDateOf(now, found.timeZone);
}

async function diaryOf(
  tx: Tx,
  access: Access,
  { document, startsOn, now }: PaperWanted,
  weeks: DiaryWeeks,
): Promise<DiaryChoice> {
  const { clinicId, patientId } = access;
  const { planId, versionId } = document;
  const today = await todayOf(tx, access, now);
  const facts = await planFacts(tx, { clinicId, patientId, planId, sinceOn: addDays(today, 1) });
  const version = facts?.versions.find((one) => one.versionId === versionId);
  if (!facts || !version) throw new NotFound();
  const { startedOn, endedOn, pauses } = facts;
  return {
    weeks,
    startsOn: startsOn ?? laterOf(today, document.startsOn),
    span: { startedOn, endedOn, pauses },
    version,
  };
}

/**
 * What the layout of a version needs besides its document. Throws `NotFound` for a version that the access
 * value does not cover.
 */
export function paperExtras(access: Access, wanted: PaperWanted): Promise<PaperExtras> {
  const { layout } = wanted;
  const weeks = wanted.weeks ?? (layout === "diary" ? 1 : null);
  return inScope(access.scope, async (tx) => ({
    layout,
    other: layout === "bilingual" ? await inOtherLanguage(tx, access, wanted) : null,
    diary: weeks === null ? null : await diaryOf(tx, access, wanted, weeks),
  }));
}
