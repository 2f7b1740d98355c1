import { sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import type { DosageBasis, Origin } from "../../../db/schema/library";
import type { ClinicAccess } from "../../auth/access";
import type { Dosage, Side } from "../../domain/dosage/dosage";
import { readings } from "../../domain/library/corrections";
import { defaultDosage } from "../../domain/library/default-dosage";
import {
  begun,
  facetToken,
  fittingKeys,
  type SearchText,
  searchText,
  waysToFit,
} from "../../domain/library/search-keys";
import type { Locale } from "../../domain/plan/plan-document";
import { parse } from "../../errors/parse";
import { firstPhoto } from "../media/media-view";
import { mediaOfExercises } from "../media/queries";
import { collected } from "./collection-queries";
import { FACETS, type Facet } from "./facet-params";
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

export interface SearchResult {
  readonly items: readonly ExerciseCard[];
  /** What was searched for in place of a text that nothing fits; null: what was typed. */
  readonly meant: string | null;
  /** All that match, whatever the limit. */
  readonly total: number;
  /** Counts among what matches the text and the other facets. */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
}

type Chosen = Readonly<Record<Facet, readonly string[]>>;

/** Exercises with the same facet values: the values between bars, and how many there are. */
type Group = readonly [facets: string, count: number];

interface Found extends Record<string, unknown> {
  slugs: string[] | null;
  groups: Group[] | null;
}

const barred = (facet: Facet, value: string) => `|${facetToken(facet, value)}|`;

/** Within a facet any chosen value fits; between facets all must. */
function fits([own]: Group, chosen: Chosen, except?: Facet): boolean {
  return FACETS.every(
    (facet) =>
      facet === except ||
      chosen[facet].length === 0 ||
      chosen[facet].some((value) => own.includes(barred(facet, value))),
  );
}

function countFacet(groups: readonly Group[], chosen: Chosen, facet: Facet): FacetCount[] {
  const counts = new Map<string, number>();
  const mark = facetToken(facet, "");
  for (const group of groups) {
    if (!fits(group, chosen, facet)) continue;
    for (const token of group[0].split("|"))
      if (token.startsWith(mark)) counts.set(token, (counts.get(token) ?? 0) + group[1]);
  }
  return [...counts]
    .map(([token, count]) => ({ id: token.slice(mark.length), count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

const textArray = (values: readonly string[] | null) =>
  values === null ? sql`null::text[]` : sql`${sql.param([...values])}::text[]`;

/** A value as part of a LIKE pattern. */
const literally = (value: string) => value.replace(/[\\%_]/g, "\\$&");

type Parsed = ReturnType<typeof searchInput.parse>;

/** `among`: only these, in this order when nothing is typed; null: all. */
async function find(
  tx: Tx,
  text: SearchText,
  input: Parsed,
  among: readonly string[] | null,
): Promise<Found> {
  const of = (facet: Facet) =>
    textArray(
      input[facet].length > 0
        ? input[facet].map((value) => `%${literally(barred(facet, value))}%`)
        : null,
    );
  const bands = text.words.length > 0 ? JSON.stringify(waysToFit(text)) : null;
  const [row] = await tx.execute<Found>(sql`select slugs, groups from search_exercises(
    ${textArray(fittingKeys(text))}, ${bands}::jsonb, ${input.scope}, ${textArray(among)},
    ${input.prescribable}, ${of("regions")}, ${of("positions")}, ${of("equipment")}, ${of("kinds")},
    ${input.locale}, ${input.limit})`);
  return row ?? { slugs: [], groups: [] };
}

interface SimilarRow extends Record<string, unknown> {
  of_word: string;
  word: string;
  likeness: number;
}

/** What was meant by a text that nothing fits: its best reading that some exercise has; null: none. */
async function meant(tx: Tx, { wanted, words }: SearchText): Promise<SearchText | null> {
  const rows = await tx.execute<SimilarRow>(
    sql`select of_word, word, likeness from search_similar_words(${textArray(begun(words))})`,
  );
  const candidates = rows.map(({ of_word, word, likeness }) => ({
    ofWord: of_word,
    word,
    likeness,
  }));
  const tries = readings(begun(words), candidates);
  if (tries.length === 0) return null;
  const [found] = await tx.execute<{ place: number | null }>(
    sql`select search_first_found(${JSON.stringify(tries)}::jsonb) as place`,
  );
  const reading = found?.place == null ? undefined : tries[found.place];
  if (!reading) return null;
  // The small words stay, so that whole names and aliases are known again.
  const better = new Map(words.map((word, i) => [word, reading[i] ?? word]));
  const text =
    reading.length === words.length
      ? wanted
          .split(" ")
          .map((word) => better.get(word) ?? word)
          .join(" ")
      : reading.join(" ");
  return { wanted: text, words: reading };
}

interface CardRow extends Record<string, unknown> {
  slug: string;
  name: string | null;
  clinic_id: string | null;
  regions: string[];
  positions: string[];
  equipment: string[];
  kind: string;
  side: Side;
  traits: string[];
  recommended: boolean;
  ready: boolean;
  origin: Origin;
  sets: number | null;
  reps: number | null;
  hold_seconds: number | null;
  duration_seconds: number | null;
  rest_seconds: number | null;
  times_per_day: number | null;
  days_per_week: number | null;
  dosage_basis: DosageBasis;
  figure_id: string | null;
}

interface NameRow extends Record<string, unknown> {
  slug: string;
  name: string;
}

function toCard(row: CardRow, name: string, photoId: string | null): ExerciseCard {
  return {
    slug: row.slug,
    name,
    regions: row.regions,
    positions: row.positions,
    equipment: row.equipment,
    kind: row.kind,
    side: row.side,
    traits: row.traits,
    recommended: row.recommended,
    ready: row.ready,
    origin: row.origin,
    dosage: defaultDosage({
      sets: row.sets,
      reps: row.reps,
      holdSeconds: row.hold_seconds,
      durationSeconds: row.duration_seconds,
      restSeconds: row.rest_seconds,
      timesPerDay: row.times_per_day,
      daysPerWeek: row.days_per_week,
      side: row.side,
    }),
    dosageBasis: row.dosage_basis,
    figureId: row.figure_id,
    photoId,
  };
}

/** Names in whatever language there is. */
async function anyNames(tx: Tx, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx.execute<NameRow>(
    sql`select slug, name from exercise_text where slug = any(${textArray(slugs)})`,
  );
  return new Map(rows.map((row) => [row.slug, row.name]));
}

/** Exercises as cards, in the order of `slugs`; those that the transaction cannot see are left out. */
export async function exerciseCards(
  tx: Tx,
  slugs: readonly string[],
  locale: Locale,
): Promise<ExerciseCard[]> {
  if (slugs.length === 0) return [];
  const rows = await tx.execute<CardRow>(sql`
    select e.slug, n.name, e.clinic_id, e.regions, e.positions, e.equipment, e.kind, e.side, e.traits,
      e.recommended, e.ready, e.origin, e.sets, e.reps, e.hold_seconds, e.duration_seconds,
      e.rest_seconds, e.times_per_day, e.days_per_week, e.dosage_basis, e.figure_id
    from exercise e left join exercise_text n on n.slug = e.slug and n.locale = ${locale}
    where e.slug = any(${textArray(slugs)})`);
  const slugsOf = (some: (row: CardRow) => boolean) => rows.filter(some).map(({ slug }) => slug);
  const [media, names] = await Promise.all([
    mediaOfExercises(
      tx,
      slugsOf((row) => row.clinic_id !== null),
    ),
    anyNames(
      tx,
      slugsOf((row) => row.name === null),
    ),
  ]);
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return slugs.flatMap((slug) => {
    const row = bySlug.get(slug);
    if (!row) return [];
    const photo = firstPhoto(media.get(slug) ?? []);
    return toCard(row, row.name ?? names.get(slug) ?? "", photo?.id ?? null);
  });
}

/**
 * Exercises of the library and of the clinic that fit the text (names, aliases, regions and equipment, in
 * both languages), the chosen facets, the scope (`library`, the clinic's, mine) and the collection
 * (favourites, recently used by me, used for a condition), best first: the text is a name, an alias, or
 * either but for small words; a name begins with it; all its words are whole words of the name, then
 * beginnings of words of it; an alias begins with it; the words are whole words of name and aliases, then
 * beginnings; some are regions or equipment. Only when nothing fits, the words that were probably meant.
 * Among those that a name fits what is ready comes first, and again among the rest. Equals: recommended; of a
 * shared alias the one that fewer precautions touch; shorter name; name. Without a text a collection keeps
 * its own order. Throws `Invalid` for input out of bounds.
 */
export async function searchExercises(
  access: ClinicAccess,
  input: SearchInput,
): Promise<SearchResult> {
  const wanted = parse(searchInput, input);
  return inScope(access.scope, async (tx) => {
    const among = await collected(tx, access, wanted);
    const typed = searchText(wanted.text);
    let found = await find(tx, typed, wanted, among);
    let other = typed.words.length > 0 && !found.groups?.length ? await meant(tx, typed) : null;
    if (other) found = await find(tx, other, wanted, among);
    // It may be the name of something outside of the scope or the collection.
    if (!found.groups?.length) other = null;
    const all = found.groups ?? [];
    const count = (facet: Facet) => countFacet(all, wanted, facet);
    return {
      items: await exerciseCards(tx, found.slugs ?? [], wanted.locale),
      meant: other?.wanted ?? null,
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
