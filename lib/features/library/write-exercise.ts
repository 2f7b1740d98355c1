import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { insertRows } from "../../../db/insert-rows";
import { exercise, exerciseSearch, exerciseText } from "../../../db/schema/library";
import type {
  ExerciseAmounts,
  ExerciseFacts,
  ExerciseWords,
} from "../../domain/library/exercise-content";
import { lacksOf } from "../../domain/library/readiness";
import { keysOfClinic, searchedWords, searchRow } from "../../domain/library/search-keys";
import { LOCALES } from "../../domain/plan/plan-document";
import { Conflict } from "../../errors/app-error";
import { contentDigest } from "./content-digest";

/**
 * What a clinic decides about an exercise of its own. At least one language has a text. Whether it may be
 * prescribed follows from it (`lacksOf`).
 */
export interface OwnExercise extends ExerciseFacts, ExerciseAmounts {
  /** Only its author finds it by searching. */
  readonly onlyForAuthor: boolean;
  readonly traits: readonly string[];
  /** Somebody has said which traits it has, or that it has none. */
  readonly traitsDecided: boolean;
  readonly figureId: string | null;
  readonly text: ExerciseWords;
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

const searched = (own: OwnExercise) => ({ ...own, ready: isReady(own), recommended: true });

function searchColumns(own: OwnExercise, { slug, clinicId, createdBy }: OwnKey) {
  const row = searchRow(searched(own));
  const onlyFor = own.onlyForAuthor ? createdBy : null;
  return { ...row, keys: keysOfClinic(clinicId, row.keys), slug, clinicId, createdBy, onlyFor };
}

/** What finds misspelt words; a word that is there already stays. */
async function addWords(tx: Tx, clinicId: string, exercises: readonly OwnExercise[]) {
  const words = JSON.stringify(searchedWords(exercises.map(searched)));
  await tx.execute(sql`insert into search_word (clinic_id, word, letters)
    select ${clinicId}::uuid, word, letters
    from json_to_recordset(${words}::json) as w (word text, letters text)
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
  await insertRows(
    tx,
    exerciseSearch,
    exercises.map((own) => searchColumns(own, own)),
  );
  await addWords(tx, first.clinicId, exercises);
}

/** Makes an own exercise found again, or anew after a change. */
export async function writeSearchRow(tx: Tx, key: OwnKey, own: OwnExercise): Promise<void> {
  const columns = searchColumns(own, key);
  await tx
    .insert(exerciseSearch)
    .values(columns)
    .onConflictDoUpdate({ target: exerciseSearch.slug, set: columns });
  await addWords(tx, key.clinicId, [own]);
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
