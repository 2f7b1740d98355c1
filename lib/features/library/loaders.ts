import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { may } from "../../auth/policy";
import { requireClinic } from "../../auth/viewer";
import { Invalid, NotFound } from "../../errors/app-error";
import { type ExerciseDetail, exerciseDetail } from "./queries";
import { type SearchResult, searchExercises } from "./search-queries";

/** Facets with their names in the address. */
const PARAMS = {
  regions: "region",
  positions: "position",
  equipment: "equipment",
  kinds: "kind",
} as const;

export type LibraryChoice = Readonly<Record<keyof typeof PARAMS, readonly string[]>> & {
  readonly text: string;
};

/** What the library's address asks for and what fits. `error`: the sentence about a search that is none. */
export interface LibraryPage {
  readonly choice: LibraryChoice;
  readonly result: SearchResult | null;
  readonly error: string | null;
  readonly mayEdit: boolean;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const all = (value: string | string[] | undefined) =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Search and facets from the address. */
export async function loadLibrary(query: Query): Promise<LibraryPage> {
  const access = await requireClinic("view-library");
  const choice = {
    text: all(query.q)[0] ?? "",
    regions: all(query[PARAMS.regions]),
    positions: all(query[PARAMS.positions]),
    equipment: all(query[PARAMS.equipment]),
    kinds: all(query[PARAMS.kinds]),
  };
  const mayEdit = may(access.role, "edit-library");
  try {
    const result = await searchExercises(access, { ...choice, locale: "en", limit: 200 });
    return { choice, result, error: null, mayEdit };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const sentence = Object.values(error.fieldErrors)[0] ?? "";
    return { choice: { ...choice, text: "" }, result: null, error: sentence, mayEdit };
  }
}

/** One exercise, once a request; not found for an unknown one. */
export const loadExercise = cache(async (slug: string): Promise<ExerciseDetail> => {
  const access = await requireClinic("view-library");
  try {
    return await exerciseDetail(access, slug);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});
