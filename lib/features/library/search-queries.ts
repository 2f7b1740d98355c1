import { and, eq, inArray, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { type DosageBasis, exercise, exerciseText, type Origin } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import type { Dosage, Side } from "../../domain/dosage/dosage";
import { defaultDosage } from "../../domain/library/default-dosage";
import { searchConditions } from "../../domain/library/search-row";
import { LOCALES, type Locale } from "../../domain/plan/plan-document";
import { parse } from "../../errors/parse";
import { collected } from "./collection-queries";
import { type SearchInput, searchInput } from "./schema";

/** One exercise as a list shows it. */
export interface ExerciseCard {
  readonly slug: string;
  /** In the language asked for, else in the one there is. */
  readonly name: string;
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly equipment: readonly string[];
  readonly kind: string;
  readonly side: Side;
  readonly traits: readonly string[];
  /** False: shown as something to avoid; cannot be prescribed. */
  readonly recommended: boolean;
  /** False: a therapist has not set text and traits yet; cannot be prescribed. */
  readonly ready: boolean;
  readonly origin: Origin;
  readonly dosage: Dosage;
  readonly dosageBasis: DosageBasis;
  /** Its picture; null: none was drawn. */
  readonly figureId: string | null;
  /** Its first photo, shown where there is no picture; null: none. */
  readonly photoId: string | null;
}

export interface FacetCount {
  readonly id: string;
  readonly count: number;
}

const FACETS = ["regions", "positions", "equipment", "kinds"] as const;
type Facet = (typeof FACETS)[number];

export interface SearchResult {
  readonly items: readonly ExerciseCard[];
  /** All that match, whatever the limit. */
  readonly total: number;
  /** Counts among what matches the text and the other facets. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
}

type Chosen = Readonly<Record<Facet, readonly string[]>>;

/** Exercises with the same facet values: the values as `facet:value`, and how many there are. */
type Group = readonly [tokens: readonly string[], count: number];

interface Found extends Record<string, unknown> {
  slugs: string[] | null;
  groups: Group[] | null;
}

const tokens = (facet: Facet, values: readonly string[]) =>
  values.map((value) => `${facet}:${value}`);

/** Within a facet any chosen value fits; between facets all must. */
function fits([own]: Group, chosen: Chosen, except?: Facet): boolean {
  return FACETS.every(
    (facet) =>
      facet === except ||
      chosen[facet].length === 0 ||
      tokens(facet, chosen[facet]).some((token) => own.includes(token)),
  );
}

function countFacet(groups: readonly Group[], chosen: Chosen, facet: Facet): FacetCount[] {
  const counts = new Map<string, number>();
  for (const group of groups) {
    if (!fits(group, chosen, facet)) continue;
    for (const token of group[0])
      if (token.startsWith(`${facet}:`)) counts.set(token, (counts.get(token) ?? 0) + group[1]);
  }
  return [...counts]
    .map(([token, count]) => ({ id: token.slice(facet.length + 1), count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

const textArray = (values: readonly string[] | null) =>
  values === null ? sql`null::text[]` : sql`${sql.param([...values])}::text[]`;

type Parsed = ReturnType<typeof searchInput.parse>;

/** `among`: only these, in this order when nothing is typed; null: all. */
async function find(tx: Tx, input: Parsed, among: readonly string[] | null): Promise<Found> {
  const said = searchConditions(input.text);
  const of = (facet: Facet) =>
    textArray(input[facet].length > 0 ? tokens(facet, input[facet]) : null);
  const [row] = await tx.execute<Found>(sql`select slugs, groups from search_exercises(
    ${said.wanted}, ${said.telling}, ${said.fits}::tsquery, ${said.nameWhole}::tsquery,
    ${said.nameBegun}::tsquery, ${said.saidWhole}::tsquery, ${said.saidBegun}::tsquery,
    ${input.scope}, ${textArray(among)}, ${input.prescribable},
    ${of("regions")}, ${of("positions")}, ${of("equipment")}, ${of("kinds")},
    ${input.locale}, ${input.limit})`);
  return row ?? { slugs: [], groups: [] };
}

/** Exercises as cards, by slug; those that the transaction cannot see or that are retired are left out. */
export async function exerciseCards(
  tx: Tx,
  slugs: readonly string[],
  locale: Locale,
): Promise<Map<string, ExerciseCard>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .select({
      exercise,
      name: exerciseText.name,
      locale: exerciseText.locale,
      photoId: sql<string | null>`(select em.media_id from exercise_media em
        join media m on m.clinic_id = em.clinic_id and m.id = em.media_id and m.kind = 'photo'
        where em.clinic_id = ${exercise.clinicId} and em.slug = ${exercise.slug}
        order by em.position limit 1)`,
    })
    .from(exercise)
    .innerJoin(exerciseText, eq(exerciseText.slug, exercise.slug))
    .where(
      and(
        sql`${exercise.slug} = any(${sql.param([...slugs])}::text[])`,
        inArray(exerciseText.locale, [...LOCALES]),
      ),
    );
  const cards = new Map<string, ExerciseCard>();
  for (const row of rows)
    if (row.locale === locale || !cards.has(row.exercise.slug))
      cards.set(row.exercise.slug, {
        slug: row.exercise.slug,
        name: row.name,
        regions: row.exercise.regions,
        positions: row.exercise.positions,
        equipment: row.exercise.equipment,
        kind: row.exercise.kind,
        side: row.exercise.side,
        traits: row.exercise.traits,
        recommended: row.exercise.recommended,
        ready: row.exercise.ready,
        origin: row.exercise.origin,
        dosage: defaultDosage(row.exercise),
        dosageBasis: row.exercise.dosageBasis,
        figureId: row.exercise.figureId,
        photoId: row.photoId,
      });
  return cards;
}

/**
 * Exercises of the library and of the clinic that fit the text (names, aliases, regions and equipment, in
 * both languages), the chosen facets, the scope (`library`, the clinic's, mine) and the collection
 * (favourites, recently used by me, used for a condition), best first: the text is a name, an alias, or
 * either but for small words; all its words are whole words of the name, then beginnings of words of it; an
 * alias begins with it; the words are whole words of name and aliases, then beginnings; some are regions or
 * equipment. Only when nothing fits, misspellings: most similar first. What is not ready stands a step
 * below. Equals: recommended; of a shared alias the one that fewer precautions touch; shorter name; name.
 * Without a text a collection keeps its own order. Throws `Invalid` for input out of bounds.
 */
export async function searchExercises(
  access: ClinicAccess,
  input: SearchInput,
): Promise<SearchResult> {
  const wanted = parse(searchInput, input);
  return inScope(access.scope, async (tx) => {
    const among = await collected(tx, access, wanted);
    const { slugs, groups } = await find(tx, wanted, among);
    const cards = await exerciseCards(tx, slugs ?? [], wanted.locale);
    const all = groups ?? [];
    const count = (facet: Facet) => countFacet(all, wanted, facet);
    return {
      items: (slugs ?? []).flatMap((slug) => cards.get(slug) ?? []),
      total: all.filter((group) => fits(group, wanted)).reduce((sum, [, n]) => sum + n, 0),
      facets: {
        regions: count("regions"),
        positions: count("positions"),
        equipment: count("equipment"),
        kinds: count("kinds"),
      },
    };
  });
}
