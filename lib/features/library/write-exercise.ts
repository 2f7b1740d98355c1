import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { insertRows } from "../../../db/insert-rows";
import { exercise, exerciseSearch, exerciseText } from "../../../db/schema/library";
import type { Side } from "../../domain/dosage/dosage";
import { lacksOf } from "../../domain/library/readiness";
import { searchRow, wordsOfRow } from "../../domain/library/search-row";
import { LOCALES, type Locale } from "../../domain/plan/plan-document";
import { Conflict } from "../../errors/app-error";
import { contentDigest } from "./content-digest";

/** Words of an own exercise in one language. */
export interface OwnText {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly setup: string;
  readonly steps: readonly string[];
  readonly feel: string;
  readonly cautions: readonly string[];
  readonly faults: readonly string[];
  readonly alt: string;
}

/**
 * What a clinic decides about an exercise of its own. At least one language has a text. Whether it may be
 * prescribed follows from it (`lacksOf`).
 */
export interface OwnExercise {
  /** Only its author finds it by searching. */
  readonly onlyForAuthor: boolean;
  readonly kind: string;
  readonly side: Side;
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly equipment: readonly string[];
  readonly optionalEquipment: readonly string[];
  readonly traits: readonly string[];
  /** Somebody has said which traits it has, or that it has none. */
  readonly traitsDecided: boolean;
  readonly sets: number | null;
  readonly reps: number | null;
  readonly holdSeconds: number | null;
  readonly durationSeconds: number | null;
  readonly restSeconds: number | null;
  readonly timesPerDay: number | null;
  readonly daysPerWeek: number | null;
  readonly figureId: string | null;
  readonly text: Readonly<Partial<Record<Locale, OwnText>>>;
}

/** Where an own exercise comes from; stays as it is. */
export interface OwnOrigin {
  /** A UUID. */
  readonly slug: string;
  readonly clinicId: string;
  readonly createdBy: string;
  readonly origin: "own" | "import";
  readonly copiedFrom: string | null;
  readonly importId: string | null;
  readonly sources: readonly string[];
}

const isReady = (own: OwnExercise) => lacksOf(own).length === 0;

type OwnKey = Pick<OwnOrigin, "slug" | "clinicId" | "createdBy">;

function factColumns(own: OwnExercise, createdBy: string, now: Date) {
  const { onlyForAuthor, text, ...facts } = own;
  return {
    ...facts,
    ready: isReady(own),
    regions: [...own.regions],
    positions: [...own.positions],
    equipment: [...own.equipment],
    optionalEquipment: [...own.optionalEquipment],
    traits: [...own.traits],
    onlyFor: onlyForAuthor ? createdBy : null,
    contentDigest: contentDigest({ ...own, amounts: own }),
    updatedAt: now,
  };
}

const textRows = (slug: string, clinicId: string, { text }: OwnExercise) =>
  LOCALES.flatMap((locale) => {
    const words = text[locale];
    if (!words) return [];
    const { aliases, steps, cautions, faults } = words;
    const lists = { aliases: [...aliases], steps: [...steps], cautions: [...cautions] };
    return [{ slug, locale, clinicId, ...words, ...lists, faults: [...faults] }];
  });

const searchColumns = (own: OwnExercise, createdBy: string) => ({
  ...searchRow({ ...own, ready: isReady(own), recommended: true }),
  createdBy,
  onlyFor: own.onlyForAuthor ? createdBy : null,
});

/** What finds misspelt words; a word that is there already stays. */
async function addWords(
  tx: Tx,
  clinicId: string,
  rows: readonly ReturnType<typeof searchColumns>[],
) {
  const words = new Map(rows.flatMap(wordsOfRow).map((one) => [one.word, one]));
  await tx.execute(sql`insert into search_word (clinic_id, word, letters)
    select ${clinicId}::uuid, word, letters
    from json_to_recordset(${JSON.stringify([...words.values()])}::json) as w (word text, letters text)
    on conflict do nothing`);
}

/**
 * Adds exercises to the clinic of the running transaction, with their texts and what search compares. The
 * caller has checked them and writes the audit row.
 */
export async function insertOwnExercises(
  tx: Tx,
  exercises: readonly (OwnExercise & OwnOrigin)[],
  now: Date,
): Promise<void> {
  const [first] = exercises;
  if (!first) return;
  const rows = exercises.map(({ text, onlyForAuthor, ...own }) => ({
    ...own,
    ...factColumns({ ...own, text, onlyForAuthor }, own.createdBy, now),
    sources: [...own.sources],
    easier: [],
    harder: [],
    recommended: true,
    reviewState: "draft",
    revision: 1,
    dosageBasis: "clinic" as const,
  }));
  await insertRows(tx, exercise, rows);
  const texts = exercises.flatMap((own) => textRows(own.slug, own.clinicId, own));
  await insertRows(tx, exerciseText, texts);
  const searched = exercises.map((own) => ({
    slug: own.slug,
    clinicId: own.clinicId,
    ...searchColumns(own, own.createdBy),
  }));
  await insertRows(tx, exerciseSearch, searched);
  await addWords(tx, first.clinicId, searched);
}

/** Makes an own exercise found again, or anew after a change. */
export async function writeSearchRow(
  tx: Tx,
  { slug, clinicId, createdBy }: OwnKey,
  own: OwnExercise,
): Promise<void> {
  const columns = searchColumns(own, createdBy);
  await tx
    .insert(exerciseSearch)
    .values({ slug, clinicId, ...columns })
    .onConflictDoUpdate({ target: exerciseSearch.slug, set: columns });
  await addWords(tx, clinicId, [columns]);
}

/**
 * Replaces what a clinic decides about an own exercise, made from `revision`. Throws `Conflict` when
 * somebody saved in between: nothing is overwritten.
 * @returns the new revision
 */
export async function updateOwnExercise(
  tx: Tx,
  key: OwnKey,
  own: OwnExercise,
  revision: number,
  now: Date,
): Promise<number> {
  const { slug, clinicId, createdBy } = key;
  const next = revision + 1;
  const changed = await tx
    .update(exercise)
    .set({ ...factColumns(own, createdBy, now), revision: next })
    .where(
      and(
        eq(exercise.clinicId, clinicId),
        eq(exercise.slug, slug),
        eq(exercise.revision, revision),
      ),
    )
    .returning({ slug: exercise.slug });
  if (changed.length === 0)
    throw new Conflict("Somebody else has changed this exercise in the meantime.");
  const texts = textRows(slug, clinicId, own);
  const locales = texts.map(({ locale }) => locale);
  await tx
    .delete(exerciseText)
    .where(and(eq(exerciseText.slug, slug), notInArray(exerciseText.locale, locales)));
  for (const row of texts)
    await tx
      .insert(exerciseText)
      .values(row)
      .onConflictDoUpdate({ target: [exerciseText.slug, exerciseText.locale], set: row });
  await writeSearchRow(tx, key, own);
  return next;
}
