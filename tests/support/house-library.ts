import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { draftAdvice, versionAdvice } from "@/db/schema/advice";
import { exercise, exerciseFavourite, exerciseImport, exerciseReview } from "@/db/schema/library";
import { exerciseMedia, media, prescribedMedia } from "@/db/schema/media";
import { DAILY_ONCE, type Dosage } from "@/lib/domain/dosage/dosage";
import { NO_ENTRY } from "@/lib/domain/plan/phase";
import { insertOwnExercises, type OwnExercise } from "@/lib/features/library/write-exercise";
import { insertOwnTemplate } from "@/lib/features/templates/write-template";
import type { TestPatient, TestStaff } from "./fixtures";
import type { Marker } from "./house";
import type { HouseRecord } from "./house-record";

/** Advice that the seed puts on every new plan. */
const ADVICE_ID = "warm-up-first";

const DOSAGE: Dosage = {
  sets: 2,
  reps: 12,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "none",
  frequency: DAILY_ONCE,
};

/** What a house keeps in its library. */
export interface HouseLibrary {
  /** Key of its own exercise; everybody of the clinic finds it. */
  readonly ownSlug: string;
  /** As it was signed. */
  readonly ownDigest: string;
  /** Shown with the own exercise and with the one that was prescribed. */
  readonly mediaId: string;
  readonly importId: string;
  /** The clinic's own; every role of the clinic sees it. */
  readonly templateId: string;
  readonly texts: readonly string[];
}

function ownExercise(as: Marker): OwnExercise {
  const words = { aliases: [as("Alias")], steps: [as("Step")], cautions: [as("OwnCaution")] };
  const text = { ...words, setup: as("Setup"), feel: as("Feel"), faults: [as("Fault")] };
  return {
    onlyForAuthor: false,
    kind: "strengthening",
    side: "none",
    regions: ["knee"],
    positions: ["sitting"],
    equipment: ["chair"],
    optionalEquipment: [],
    traits: ["pos_prone"],
    traitsDecided: true,
    sets: 2,
    reps: 12,
    holdSeconds: null,
    durationSeconds: null,
    restSeconds: null,
    timesPerDay: 1,
    daysPerWeek: null,
    figureId: null,
    text: {
      en: { ...text, name: as("OwnExercise"), alt: as("Alt") },
      es: { ...text, name: as("OwnSpanish"), alt: as("AltSpanish") },
    },
  };
}

interface Given {
  readonly tx: Tx;
  readonly owner: TestStaff;
  readonly patient: TestPatient;
  readonly record: Omit<HouseRecord, "needles">;
  readonly as: Marker;
}

async function insertOwn({ tx, owner, as }: Given, own: OwnExercise, now: Date) {
  const { clinicId, userId } = owner;
  const [importId, ownSlug] = [newId(), newId()];
  await tx.insert(exerciseImport).values({
    clinicId,
    id: importId,
    sourceName: as("Source"),
    licence: as("Licence"),
    format: "csv",
    rowsRead: 1,
    imported: 1,
    skipped: 0,
    createdBy: userId,
  });
  const origin = { slug: ownSlug, clinicId, createdBy: userId, importId, copiedFrom: null };
  await insertOwnExercises(tx, [{ ...own, ...origin, origin: "import", sources: [] }], now);
  const [row] = await tx.select().from(exercise).where(eq(exercise.slug, ownSlug));
  return { importId, ownSlug, ownDigest: row?.contentDigest ?? "" };
}

async function insertTemplate({ tx, owner, as }: Given, slug: string, now: Date) {
  const { clinicId, userId: createdBy } = owner;
  const [id, phaseId] = [newId(), newId()];
  const words = { name: as("Template"), summary: as("Purpose"), cue: as("TemplateCue") };
  const own = {
    onlyForAuthor: false,
    name: words.name,
    summary: words.summary,
    notes: { en: as("TemplateNote"), es: null },
    writtenIn: "en" as const,
    phases: [{ phaseId, name: as("Phase"), aim: as("Aim"), startsOn: null, entry: NO_ENTRY }],
    lines: [
      {
        ...{ slug, dosage: DOSAGE, cue: words.cue, caution: as("TemplateCaution") },
        ...{ phaseId, mustDo: true, painLimits: null, ladder: [] },
      },
    ],
  };
  const kept = { conditions: [], sources: [], basis: "" };
  await insertOwnTemplate(tx, { id, clinicId, createdBy }, own, kept, now);
  return { templateId: id, templateTexts: Object.values(words) };
}

/** An own exercise with a photo and a template with it, kept, signed, prescribed with advice: a row of every table of the library. */
export async function insertHouseLibrary(given: Given): Promise<HouseLibrary> {
  const { tx, owner, patient, record, as } = given;
  const { clinicId, userId } = owner;
  const now = new Date();
  const own = ownExercise(as);
  const { ownSlug, ownDigest, importId } = await insertOwn(given, own, now);
  await tx.insert(exerciseFavourite).values({ clinicId, userId, slug: ownSlug });
  await tx.insert(exerciseReview).values({
    clinicId,
    id: newId(),
    slug: ownSlug,
    contentDigest: ownDigest,
    reviewedBy: userId,
    reviewerName: owner.name,
    reviewedAt: now,
  });
  const mediaId = newId();
  await tx.insert(media).values({
    clinicId,
    id: mediaId,
    kind: "photo",
    mime: "image/webp",
    sizeBytes: 1000,
    width: 40,
    height: 30,
    createdBy: userId,
  });
  const shown = { clinicId, mediaId, position: 0 };
  await tx.insert(exerciseMedia).values({ ...shown, slug: ownSlug });
  const { patientId } = patient;
  await tx
    .insert(prescribedMedia)
    .values({ ...shown, prescribedId: record.prescribedId, patientId });
  const advised = { clinicId, adviceId: ADVICE_ID, position: 0 };
  await tx.insert(draftAdvice).values({ ...advised, planId: record.planId });
  const frozen = { ...advised, versionId: record.versionId, patientId, kind: "technique" as const };
  await tx.insert(versionAdvice).values([
    { ...frozen, locale: "en", title: "Warm up first", body: "Begin with easy movement." },
    { ...frozen, locale: "es", title: "Primero entre en calor", body: "Muévase con calma." },
  ]);
  const { templateId, templateTexts } = await insertTemplate(given, ownSlug, now);
  const { en, es } = own.text;
  const texts = [en?.name, es?.name, en?.setup, en?.alt].filter((text) => text !== undefined);
  return { ownSlug, ownDigest, mediaId, importId, templateId, texts: [...texts, ...templateTexts] };
}
