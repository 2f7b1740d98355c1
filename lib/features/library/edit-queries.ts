import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { exercise, exerciseText } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import { CONDITIONS, RULES } from "../../domain/cautions/rules";
import type {
  ExerciseAmounts,
  ExerciseFacts,
  ExerciseText,
} from "../../domain/library/exercise-content";
import type { Locale } from "../../domain/plan/plan-document";
import { NotFound, Refused } from "../../errors/app-error";
import type { MediaView } from "../media/media-view";
import { mediaOfExercises } from "../media/queries";
import { CHOOSABLE_TRAITS } from "./exercise-schema";
import { mayEdit, mayHide, ownExerciseOf } from "./own-exercise";
import type { OwnExercise } from "./write-exercise";

/** What a person decides about an exercise, as the form holds it. An empty kind: not chosen yet. */
export interface ExerciseValues extends ExerciseFacts {
  readonly onlyForAuthor: boolean;
  readonly traits: readonly string[];
  readonly noTraits: boolean;
  readonly amounts: ExerciseAmounts;
  readonly words: Readonly<Record<Locale, ExerciseText | null>>;
}

/** An exercise to change, or to begin a copy from. */
export interface EditableExercise {
  /** Null: it is not made yet. */
  readonly slug: string | null;
  readonly revision: number;
  readonly values: ExerciseValues;
  /** Who looks at it may say who finds it. */
  readonly mayHide: boolean;
  readonly figureId: string | null;
  readonly media: readonly MediaView[];
}

/** What a copy is made of. */
export interface CopySource {
  readonly slug: string;
  readonly name: string;
  /** The library lists it as one to avoid. */
  readonly isAvoided: boolean;
}

/** A trait with the conditions that it matters with. */
export interface TraitChoice {
  readonly id: string;
  readonly label: string;
  readonly conditions: readonly string[];
}

type ExerciseRow = typeof exercise.$inferSelect;

function valuesOf(own: OwnExercise): ExerciseValues {
  const {
    sets,
    reps,
    holdSeconds,
    durationSeconds,
    restSeconds,
    timesPerDay,
    daysPerWeek,
    ...rest
  } = own;
  const { text, traitsDecided, figureId: _, ...facts } = rest;
  const often = { restSeconds, timesPerDay, daysPerWeek };
  return {
    ...facts,
    noTraits: traitsDecided && own.traits.length === 0,
    amounts: { sets, reps, holdSeconds, durationSeconds, ...often },
    words: { en: text.en ?? null, es: text.es ?? null },
  };
}

/** An exercise of the clinic as it stands, for who may change it. */
export async function editableOf(
  tx: Tx,
  access: ClinicAccess,
  row: ExerciseRow,
  own: OwnExercise,
): Promise<EditableExercise> {
  const media = await mediaOfExercises(tx, [row.slug]);
  return {
    slug: row.slug,
    revision: row.revision,
    values: valuesOf(own),
    mayHide: mayHide(access, row),
    figureId: own.figureId,
    media: media.get(row.slug) ?? [],
  };
}

async function read(tx: Tx, slug: string) {
  const [[row], texts] = await Promise.all([
    tx
      .select()
      .from(exercise)
      .where(
        and(eq(exercise.slug, slug), or(isNull(exercise.retiredAt), isNotNull(exercise.clinicId))),
      ),
    tx.select().from(exerciseText).where(eq(exerciseText.slug, slug)),
  ]);
  if (!row) throw new NotFound();
  return { row, own: ownExerciseOf(row, texts) };
}

/** Traits as they are offered, each with the conditions whose rules read it. */
export function traitChoices(): TraitChoice[] {
  const nameOf = new Map(CONDITIONS.map(({ id, name }) => [id, name]));
  const conditionsOf = (trait: string) => [
    ...new Set(
      RULES.filter((rule) => rule.trait === trait).map(
        ({ condition }) => nameOf.get(condition) ?? condition,
      ),
    ),
  ];
  return CHOOSABLE_TRAITS.map(({ id, label }) => ({ id, label, conditions: conditionsOf(id) }));
}

/** An exercise of the clinic to change. Throws `NotFound`, and `Refused` when it is a colleague's alone. */
export async function exerciseToEdit(
  access: ClinicAccess<"edit-library">,
  slug: string,
): Promise<EditableExercise> {
  return inScope(access.scope, async (tx) => {
    const { row, own } = await read(tx, slug);
    if (row.clinicId !== access.clinicId) throw new NotFound();
    if (!mayEdit(access, row)) throw new Refused();
    return editableOf(tx, access, row, own);
  });
}

/** Any exercise that the clinic sees as the beginning of one of its own. Throws `NotFound`. */
export async function exerciseToCopy(
  access: ClinicAccess<"edit-library">,
  slug: string,
): Promise<EditableExercise & { readonly source: CopySource }> {
  return inScope(access.scope, async (tx) => {
    const { row, own } = await read(tx, slug);
    const { text } = own;
    const name = text.en?.name ?? text.es?.name ?? "";
    return {
      ...(await editableOf(tx, access, row, { ...own, onlyForAuthor: false })),
      slug: null,
      revision: 0,
      mayHide: true,
      source: { slug: row.slug, name, isAvoided: !row.recommended },
    };
  });
}
