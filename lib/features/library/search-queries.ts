import { type SQL, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import type { ClinicAccess } from "../../auth/access";
import type { Dosage, Side } from "../../domain/dosage/dosage";
import { defaultDosage } from "../../domain/library/default-dosage";
import { searchable } from "../../domain/library/search-text";
import { factsOf, meaningfulWords, SMALL_WORDS } from "../../domain/library/search-words";
import { parse } from "../../errors/parse";
import { type SearchInput, searchInput } from "./schema";

/** One exercise as a list shows it. */
export interface ExerciseCard {
  readonly slug: string;
  readonly name: string;
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly equipment: readonly string[];
  readonly kind: string;
  readonly side: Side;
  readonly traits: readonly string[];
  /** False: listed as something to avoid; cannot be prescribed. */
  readonly recommended: boolean;
  readonly dosage: Dosage;
  /** Whether the default comes from a source document, was inferred from one, or is ours. */
  readonly dosageBasis: "source" | "inferred" | "house";
  /** Its picture; null: none was drawn. */
  readonly figureId: string | null;
}

export interface FacetCount {
  readonly id: string;
  readonly count: number;
}

export interface SearchResult {
  readonly items: readonly ExerciseCard[];
  /** All that match, whatever the limit. */
  readonly total: number;
  /** Counts among what matches the text and the other facets. */
  readonly facets: Readonly<
    Record<"regions" | "positions" | "equipment" | "kinds", readonly FacetCount[]>
  >;
}

/** From this word similarity on, a misspelt word is taken for the right one (calibrated on the search tests). */
const SIMILAR_ENOUGH = 0.42;

/** Small words with the space after them, as Postgres writes patterns. */
const SMALL_PATTERN = `\\m(${SMALL_WORDS.join("|")})\\M ?`;

interface MatchRow extends Record<string, unknown> {
  slug: string;
  name: string;
  regions: string[];
  positions: string[];
  equipment: string[];
  kind: string;
  side: Side;
  traits: string[];
  recommended: boolean;
  sets: number | null;
  reps: number | null;
  hold_seconds: number | null;
  duration_seconds: number | null;
  rest_seconds: number | null;
  times_per_day: number | null;
  days_per_week: number | null;
  dosage_basis: "source" | "inferred" | "house";
  figure_id: string | null;
}

/** Text as `searchable` writes it, of a column. */
const plain = (column: SQL) =>
  sql`btrim(regexp_replace(lower(unaccent(${column})), '[^[:alnum:]]+', ' ', 'g'))`;

/** The same without the words that say nothing. */
const telling = (column: SQL) => sql`btrim(regexp_replace(${column}, ${SMALL_PATTERN}, '', 'g'))`;

const every = (conditions: readonly SQL[]) => sql`(${sql.join([...conditions], sql` and `)})`;

/** The word as a whole (`whole`) or the beginning of one, somewhere in the text. */
const says = (text: SQL, word: string, whole: boolean) =>
  sql`' ' || ${text} || ' ' like ${whole ? `% ${word} %` : `% ${word}%`}`;

/** The row says the word (the index reads the `like`), or it is one of its regions or equipment. */
function fitsWord(word: string): SQL {
  const said = sql`t.search_text like ${`%${word}%`} and ${says(sql`t.search_text`, word, false)}`;
  const { regions, equipment } = factsOf(word);
  if (regions.length + equipment.length === 0) return said;
  return sql`(${said} or t.slug in (select slug from exercise e
    where e.regions && ${sql.param([...regions])}::text[]
      or e.equipment && ${sql.param([...equipment])}::text[]))`;
}

/** Every text row that fits, with how well: see `searchExercises`. */
function scored(text: string): SQL {
  const words = meaningfulWords(text);
  const said = sql`t.search_text`;
  const all = (where: SQL, whole: boolean) => every(words.map((word) => says(where, word, whole)));
  const alias = (is: SQL) =>
    sql`${all(said, false)} and exists (select from unnest(t.aliases) a where ${is})`;
  return sql`strict as (
      select t.slug, max(case
        when p.name = ${text} then 6.5
        when ${alias(sql`${plain(sql`a`)} = ${text}`)} then 6
        when ${telling(sql`p.name`)} = ${words.join(" ")} then 5.6
        when ${alias(sql`${telling(plain(sql`a`))} = ${words.join(" ")}`)} then 5.5
        when ${all(sql`p.name`, true)} then 5
        when ${all(sql`p.name`, false)} then 4
        when ${alias(sql`starts_with(${plain(sql`a`)}, ${text})`)} then 3.5
        when ${all(said, true)} then 3
        when ${all(said, false)} then 2
        else 1 end)::float8 as score
      from exercise_text t
      cross join lateral (select ${plain(sql`t.name`)} as name) p
      where ${every(words.map(fitsWord))}
      group by t.slug),
    hit as (
      select slug, score from strict
      union all
      select t.slug, max(word_similarity(${text}, t.search_text)
        + similarity(${text}, ${plain(sql`t.name`)}))::float8 as score
      from exercise_text t
      where not exists (select from strict) and t.search_text %> ${text}
      group by t.slug)`;
}

/** Matches of the text alone, best first; all exercises by name when there is no text. */
function matches(tx: Tx, text: string, locale: string) {
  const hits = text ? scored(text) : sql`hit as (select slug, 0::float8 as score from exercise)`;
  const order = text
    ? sql`hit.score desc, e.recommended desc,
        case when hit.score = 6 then cardinality(e.traits) end, length(n.name), n.name`
    : sql`e.recommended desc, n.name`;
  return tx.execute<MatchRow>(sql`
    with ${hits}
    select e.slug, n.name, e.regions, e.positions, e.equipment, e.kind, e.side, e.traits, e.recommended,
      e.sets, e.reps, e.hold_seconds, e.duration_seconds, e.rest_seconds, e.times_per_day,
      e.days_per_week, e.dosage_basis, e.figure_id
    from hit join exercise e on e.slug = hit.slug
    join exercise_text n on n.slug = e.slug and n.locale = ${locale}
    where e.retired_at is null
    order by ${order}`);
}

function toCard(row: MatchRow): ExerciseCard {
  return {
    slug: row.slug,
    name: row.name,
    regions: row.regions,
    positions: row.positions,
    equipment: row.equipment,
    kind: row.kind,
    side: row.side,
    traits: row.traits,
    recommended: row.recommended,
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
  };
}

const FACETS = {
  regions: (c: ExerciseCard) => c.regions,
  positions: (c: ExerciseCard) => c.positions,
  equipment: (c: ExerciseCard) => c.equipment,
  kinds: (c: ExerciseCard) => [c.kind],
} as const;
type Facet = keyof typeof FACETS;

/** Within a facet any chosen value fits; between facets all must. */
function fits(card: ExerciseCard, chosen: Record<Facet, string[]>, except?: Facet): boolean {
  return (Object.keys(FACETS) as Facet[]).every(
    (f) =>
      f === except || chosen[f].length === 0 || FACETS[f](card).some((v) => chosen[f].includes(v)),
  );
}

function count(cards: readonly ExerciseCard[], chosen: Record<Facet, string[]>, facet: Facet) {
  const counts = new Map<string, number>();
  for (const card of cards)
    if (fits(card, chosen, facet))
      for (const value of FACETS[facet](card)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([id, n]) => ({ id, count: n })).sort((a, b) => b.count - a.count);
}

/**
 * Exercises that fit the text (names, aliases, regions and equipment, in both languages) and the
 * chosen facets, best first: the text is a name, an alias, or either but for small words; all its words
 * are whole words of the name, then beginnings of words of it; an alias begins with it; the words are
 * whole words of name and aliases, then beginnings; some are regions or equipment. Only when nothing
 * fits, misspellings: most similar first. Equals: recommended; of a shared alias the one that fewer
 * precautions touch; shorter name; name. The library's tables have no row-level security, so that the
 * trigram index on `search_text` can be used (it is not leakproof).
 * Throws `Invalid` for input out of bounds.
 */
export async function searchExercises(
  access: ClinicAccess,
  input: SearchInput,
): Promise<SearchResult> {
  const { text, locale, limit, ...chosen } = parse(searchInput, input);
  const wanted = searchable(text);
  const rows = await inScope(access.scope, async (tx) => {
    await tx.execute(
      sql`select set_config('pg_trgm.word_similarity_threshold', ${String(SIMILAR_ENOUGH)}, true)`,
    );
    return matches(tx, wanted, locale);
  });
  const cards = rows.map(toCard);
  const found = cards.filter((card) => fits(card, chosen));
  return {
    items: found.slice(0, limit),
    total: found.length,
    facets: {
      regions: count(cards, chosen, "regions"),
      positions: count(cards, chosen, "positions"),
      equipment: count(cards, chosen, "equipment"),
      kinds: count(cards, chosen, "kinds"),
    },
  };
}
