import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import {
  plan,
  planVersion,
  prescribedExercise,
  prescribedExerciseText,
  versionPhase,
} from "../../../db/schema/plan";
import { localDateOf } from "../../domain/calendar/local-date";
import {
  type DocumentExercise,
  type DocumentVariant,
  type DocumentWords,
  LOCALES,
  type Locale,
  type PlanDocument,
} from "../../domain/plan/plan-document";
import type { DrawnDocument } from "../../figures/drawn-document";
import { figureStills } from "../figures/queries";
import type { MediaView } from "../media/media-view";
import { mediaOfVersions } from "../media/queries";
import { dosageOfRow } from "./dosage-of-row";
import { extrasOfRow, phaseOfRow } from "./draft-rows";
import { type AdviceRow, adviceOfVersion, versionAdviceRows } from "./version-advice";

export interface DocumentsWanted {
  /** Clinic of the running transaction. */
  readonly clinicId: string;
  readonly versionIds: readonly string[];
  readonly locale: Locale;
  /** Public origin without a trailing slash, for the address behind the QR code. */
  readonly origin: string;
  /** False leaves the clinic's logo out (it is the bulk of the bytes). Default true. */
  readonly logo?: boolean;
}

function headRows(tx: Tx, { clinicId, versionIds, logo = true }: Omit<DocumentsWanted, "locale">) {
  return tx
    .select({
      version: planVersion,
      qrToken: plan.qrToken,
      givenName: patient.givenName,
      timeZone: patient.timeZone,
      logo: logo ? clinic.logo : sql<Buffer | null>`null`,
      clinic: {
        name: clinic.name,
        phone: clinic.phone,
        address: clinic.address,
        emergencyNumber: clinic.emergencyNumber,
        paperSize: clinic.paperSize,
        logoMime: clinic.logoMime,
      },
    })
    .from(planVersion)
    .innerJoin(plan, and(eq(plan.clinicId, planVersion.clinicId), eq(plan.id, planVersion.planId)))
    .innerJoin(
      patient,
      and(eq(patient.clinicId, planVersion.clinicId), eq(patient.id, planVersion.patientId)),
    )
    .innerJoin(clinic, eq(clinic.id, planVersion.clinicId))
    .where(and(eq(planVersion.clinicId, clinicId), inArray(planVersion.id, [...versionIds])));
}

function exerciseRows(tx: Tx, { clinicId, versionIds }: Omit<DocumentsWanted, "locale">) {
  return tx
    .select()
    .from(prescribedExercise)
    .where(
      and(
        eq(prescribedExercise.clinicId, clinicId),
        inArray(prescribedExercise.versionId, [...versionIds]),
      ),
    )
    .orderBy(asc(prescribedExercise.position), asc(prescribedExercise.id));
}

function textRows(
  tx: Tx,
  { clinicId, versionIds }: Omit<DocumentsWanted, "locale">,
  locales: readonly Locale[],
) {
  const wanted = tx
    .select({ id: prescribedExercise.id })
    .from(prescribedExercise)
    .where(
      and(
        eq(prescribedExercise.clinicId, clinicId),
        inArray(prescribedExercise.versionId, [...versionIds]),
      ),
    );
  return tx
    .select()
    .from(prescribedExerciseText)
    .where(
      and(
        eq(prescribedExerciseText.clinicId, clinicId),
        inArray(prescribedExerciseText.locale, [...locales]),
        inArray(prescribedExerciseText.prescribedId, wanted),
      ),
    );
}

function phaseRows(tx: Tx, { clinicId, versionIds }: Omit<DocumentsWanted, "locale">) {
  return tx
    .select()
    .from(versionPhase)
    .where(
      and(eq(versionPhase.clinicId, clinicId), inArray(versionPhase.versionId, [...versionIds])),
    )
    .orderBy(asc(versionPhase.position));
}

type Head = Awaited<ReturnType<typeof headRows>>[number];
type ExerciseRow = Awaited<ReturnType<typeof exerciseRows>>[number];
type TextRow = Awaited<ReturnType<typeof textRows>>[number];
type PhaseRow = Awaited<ReturnType<typeof phaseRows>>[number];

/** Frozen words and pictures of rows, by the row's id. */
interface Frozen {
  readonly textOf: ReadonlyMap<string, TextRow>;
  readonly media: ReadonlyMap<string, readonly MediaView[]>;
}

function wordsOfRow(row: ExerciseRow, { textOf, media }: Frozen): DocumentWords {
  const text = textOf.get(row.id);
  // An exercise without its frozen text must never vanish silently from somebody's plan.
  if (!text) throw new Error("prescribed exercise without its text");
  return {
    name: text.name,
    setup: text.setup,
    steps: text.steps,
    feel: text.feel,
    faults: text.faults,
    libraryCautions: text.cautions,
    alt: text.alt,
    writtenIn: text.writtenIn,
    figureId: row.figureId,
    media: media.get(row.id) ?? [],
  };
}

function toVariant(row: ExerciseRow, frozen: Frozen): DocumentVariant[] {
  const { id: prescribedId, lineId: stepId, slug, ladderStep: direction } = row;
  if (direction === null) return [];
  const dosage = dosageOfRow(row);
  return [{ prescribedId, stepId, direction, slug, dosage, ...wordsOfRow(row, frozen) }];
}

/** Exercises in order, each with its variants. */
function toExercises(rows: readonly ExerciseRow[], frozen: Frozen): DocumentExercise[] {
  const lines = rows.filter(({ ladderOf }) => ladderOf === null);
  return lines.map((row, position) => ({
    prescribedId: row.id,
    lineId: row.lineId,
    slug: row.slug,
    position,
    ...wordsOfRow(row, frozen),
    dosage: dosageOfRow(row),
    ...extrasOfRow(row),
    ladder: rows
      .filter(({ ladderOf }) => ladderOf === row.lineId)
      .flatMap((variant) => toVariant(variant, frozen)),
    cue: row.cue,
    caution: row.caution,
  }));
}

function toClinic({ clinic: row, logo }: Head): PlanDocument["clinic"] {
  return {
    name: row.name,
    phone: row.phone,
    address: row.address,
    emergencyNumber: row.emergencyNumber,
    logo: logo && row.logoMime ? { mime: row.logoMime, base64: logo.toString("base64") } : null,
  };
}

function toDocument(
  head: Head,
  { exercises, advice, phases }: Pick<PlanDocument, "exercises" | "advice" | "phases">,
  { locale, origin }: DocumentsWanted,
): PlanDocument {
  const { version } = head;
  return {
    locale,
    planId: version.planId,
    versionId: version.id,
    versionNumber: version.number,
    title: version.title,
    publishedOn: localDateOf(version.publishedAt, head.timeZone),
    startsOn: version.startsOn,
    wantedStartOn: version.wantedStartOn,
    endsOn: version.endsOn,
    planUrl: `${origin}/p/${head.qrToken}/${version.number}`,
    paperSize: head.clinic.paperSize,
    clinic: toClinic(head),
    therapistName: version.therapistName,
    patientGivenName: head.givenName,
    note: version.note,
    painRule: {
      greenMax: version.greenMax,
      amberMax: version.amberMax,
      settledMax: version.settledMax,
      greenText: version.greenText,
      amberText: version.amberText,
      redText: version.redText,
    },
    advice,
    phases,
    exercises,
  };
}

interface Rows {
  readonly heads: readonly Head[];
  readonly exercises: readonly ExerciseRow[];
  readonly texts: readonly TextRow[];
  readonly advice: readonly AdviceRow[];
  readonly phases: readonly PhaseRow[];
  readonly media: ReadonlyMap<string, readonly MediaView[]>;
}

/** What documents are made from, their texts in these languages. */
async function readRows(
  tx: Tx,
  wanted: Omit<DocumentsWanted, "locale">,
  locales: readonly Locale[],
): Promise<Rows> {
  const [heads, exercises, texts, advice, media, phases] = await Promise.all([
    headRows(tx, wanted),
    exerciseRows(tx, wanted),
    textRows(tx, wanted, locales),
    versionAdviceRows(tx, wanted, locales),
    mediaOfVersions(tx, wanted.clinicId, wanted.versionIds),
    phaseRows(tx, wanted),
  ]);
  return { heads, exercises, texts, advice, media, phases };
}

/** Documents of one language from rows that may hold the texts of several. */
function assemble(
  wanted: DocumentsWanted,
  { heads, exercises, texts, advice, media, phases }: Rows,
): PlanDocument[] {
  const own = texts.filter(({ locale }) => locale === wanted.locale);
  const textOf = new Map(own.map((text) => [text.prescribedId, text]));
  const headOf = new Map(heads.map((head) => [head.version.id, head]));
  return wanted.versionIds.flatMap((versionId) => {
    const head = headOf.get(versionId);
    if (!head) return [];
    const ofVersion = exercises.filter((row) => row.versionId === versionId);
    const own = {
      exercises: toExercises(ofVersion, { textOf, media }),
      advice: adviceOfVersion(advice, versionId, wanted.locale),
      phases: phases.filter((row) => row.versionId === versionId).map(phaseOfRow),
    };
    return [toDocument(head, own, wanted)];
  });
}

/** The pictures frozen with the versions, by id. */
function stillsOf(tx: Tx, { clinicId, versionIds }: Omit<DocumentsWanted, "locale">) {
  return figureStills(
    tx,
    tx
      .select({ id: prescribedExercise.figureId })
      .from(prescribedExercise)
      .where(
        and(
          eq(prescribedExercise.clinicId, clinicId),
          inArray(prescribedExercise.versionId, [...versionIds]),
        ),
      ),
  );
}

/**
 * The published versions as documents in one language with their pictures, in the order asked for;
 * versions that the transaction cannot see are left out. Access is the caller's: pass only versions of a patient that
 * the access value covers. Throws when a version lacks a text in that language.
 */
export async function planDocuments(tx: Tx, wanted: DocumentsWanted): Promise<DrawnDocument[]> {
  if (wanted.versionIds.length === 0) return [];
  const [rows, stills] = await Promise.all([
    readRows(tx, wanted, [wanted.locale]),
    stillsOf(tx, wanted),
  ]);
  return assemble(wanted, rows).map((document) => ({
    ...document,
    exercises: document.exercises.map((exercise) => ({
      ...exercise,
      figure: stills.get(exercise.figureId ?? "") ?? null,
      photos: [],
    })),
  }));
}

/**
 * As `planDocuments` in every language at once, for the price of one, and without pictures: the phone
 * fetches each of them once.
 */
export async function planDocumentsInAll(
  tx: Tx,
  wanted: Omit<DocumentsWanted, "locale">,
): Promise<Record<Locale, PlanDocument[]>> {
  if (wanted.versionIds.length === 0) return { en: [], es: [] };
  const rows = await readRows(tx, wanted, LOCALES);
  const of = (locale: Locale) => assemble({ ...wanted, locale }, rows);
  return { en: of("en"), es: of("es") };
}
