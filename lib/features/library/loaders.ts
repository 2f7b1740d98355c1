import "server-only";
import { cache } from "react";
import { may } from "../../auth/policy";
import { requireClinic, requireStaff } from "../../auth/viewer";
import { CONDITIONS } from "../../domain/cautions/rules";
import {
  COLLECTIONS,
  type Collection,
  type LibraryScope,
  SCOPES,
} from "../../domain/library/lists";
import { Invalid } from "../../errors/app-error";
import { orNotFound } from "../../errors/or-not-found";
import {
  type CopySource,
  type EditableExercise,
  exerciseToCopy,
  exerciseToEdit,
  type TraitChoice,
  traitChoices,
} from "./edit-queries";
import { FACET_PARAMS, type Facet } from "./facet-params";
import { type CardMarks, cardMarks } from "./mark-queries";
import { type ExerciseDetail, exerciseDetail } from "./queries";
import { retiredExercises } from "./retired-queries";
import { type SearchResult, searchExercises } from "./search-queries";

/** More cards than this are no help in finding. */
const MOST_CARDS = 200;

export type LibraryChoice = Readonly<Record<Facet, readonly string[]>> & {
  readonly text: string;
  readonly scope: LibraryScope;
  readonly collection: Collection;
  /** Only for the collection of a condition; null: not chosen yet. */
  readonly conditionId: string | null;
  /** Retired ones instead; only of the clinic, and for those who may bring them back. */
  readonly retired: boolean;
};

/** What the library's address asks for and what fits. `error`: the sentence about a search that is none. */
export interface LibraryPage {
  readonly choice: LibraryChoice;
  readonly result: SearchResult | null;
  readonly marks: CardMarks;
  readonly error: string | null;
  readonly mayEdit: boolean;
  readonly conditions: readonly { readonly id: string; readonly name: string }[];
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const all = (value: string | string[] | undefined) =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const oneOf = <T extends string>(values: readonly T[], asked: string | undefined): T =>
  values.find((value) => value === asked) ?? (values[0] as T);

function choiceOf(query: Query, mayEdit: boolean): LibraryChoice {
  const condition = all(query.condition)[0];
  const scope = oneOf(SCOPES, all(query.scope)[0]);
  return {
    text: all(query.q)[0] ?? "",
    scope,
    retired: mayEdit && scope === "clinic" && all(query.retired)[0] === "1",
    collection: oneOf(COLLECTIONS, all(query.list)[0]),
    conditionId: CONDITIONS.find(({ id }) => id === condition)?.id ?? null,
    regions: all(query[FACET_PARAMS.regions]),
    positions: all(query[FACET_PARAMS.positions]),
    equipment: all(query[FACET_PARAMS.equipment]),
    kinds: all(query[FACET_PARAMS.kinds]),
  };
}

const UNMARKED: CardMarks = { favourites: new Set(), reviewed: new Set() };

async function found(choice: LibraryChoice): Promise<SearchResult> {
  const limit = MOST_CARDS;
  if (choice.retired)
    return retiredExercises(await requireClinic("edit-library"), { text: choice.text, limit });
  return searchExercises(await requireClinic("view-library"), {
    ...choice,
    regions: [...choice.regions],
    positions: [...choice.positions],
    equipment: [...choice.equipment],
    kinds: [...choice.kinds],
    locale: "en",
    limit,
  });
}

/** Search, scope, collection and facets from the address. */
export async function loadLibrary(query: Query): Promise<LibraryPage> {
  const access = await requireClinic("view-library");
  const mayEdit = may(access.role, "edit-library");
  const choice = choiceOf(query, mayEdit);
  const page = {
    choice,
    marks: UNMARKED,
    mayEdit,
    conditions: CONDITIONS.map(({ id, name }) => ({ id, name })),
  };
  if (choice.collection === "condition" && choice.conditionId === null)
    return { ...page, result: null, error: null };
  try {
    const result = await found(choice);
    const marks = await cardMarks(
      access,
      result.items.map(({ slug }) => slug),
    );
    return { ...page, result, marks, error: null };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const sentence = Object.values(error.fieldErrors)[0] ?? "";
    return { ...page, choice: { ...choice, text: "" }, result: null, error: sentence };
  }
}

/** One exercise, once a request; not found for an unknown one. */
export const loadExercise = cache(
  (slug: string): Promise<ExerciseDetail> =>
    orNotFound(async () => exerciseDetail(await requireClinic("view-library"), slug)),
);

/** Whether the viewer may write exercises and sign wordings. */
export async function loadMayEdit(): Promise<boolean> {
  return may((await requireStaff()).role, "edit-library");
}

/** What the form of an exercise works with. */
export interface EditorData {
  readonly exercise: EditableExercise;
  /** What it begins as a copy of; null: nothing. */
  readonly source: CopySource | null;
  readonly traits: readonly TraitChoice[];
  /** Whose form it is: what is typed is kept for them alone. */
  readonly userId: string;
}

const BLANK: EditableExercise = {
  slug: null,
  revision: 0,
  mayHide: true,
  figureId: null,
  media: [],
  values: {
    onlyForAuthor: false,
    kind: "",
    side: "none",
    regions: [],
    positions: [],
    equipment: [],
    optionalEquipment: [],
    traits: [],
    noTraits: false,
    amounts: {
      sets: null,
      reps: null,
      holdSeconds: null,
      durationSeconds: null,
      restSeconds: null,
      timesPerDay: null,
      daysPerWeek: null,
    },
    words: { en: null, es: null },
  },
};

/** The form of a new exercise, from nothing or from a copy. */
export const loadNewExercise = cache(
  (copyOf: string | null): Promise<EditorData> =>
    orNotFound(async () => {
      const access = await requireClinic("edit-library");
      const common = { traits: traitChoices(), userId: access.userId };
      if (copyOf === null) return { ...common, exercise: BLANK, source: null };
      const { source, ...exercise } = await exerciseToCopy(access, copyOf);
      return { ...common, exercise, source };
    }),
);

/** The form of an exercise of the clinic; not found for any other. */
export const loadExerciseEditor = cache(
  (slug: string): Promise<EditorData> =>
    orNotFound(async () => {
      const access = await requireClinic("edit-library");
      const exercise = await exerciseToEdit(access, slug);
      return { exercise, source: null, traits: traitChoices(), userId: access.userId };
    }),
);
