import type { Locale } from "../plan/plan-document";
import { searchable } from "./search-text";
import { factWords, SMALL_WORDS } from "./search-words";

/** What search reads of an exercise. A language may lack its text. */
export interface SearchedExercise {
  readonly regions: readonly string[];
  readonly positions: readonly string[];
  readonly equipment: readonly string[];
  readonly kind: string;
  readonly traits: readonly string[];
  readonly ready: boolean;
  readonly recommended: boolean;
  readonly text: Readonly<
    Partial<Record<Locale, { readonly name: string; readonly aliases: readonly string[] }>>
  >;
}

/** One row of what search compares. Phrases stand between bars: `| knee to chest | knee hug |`. */
export interface SearchRow {
  readonly ready: boolean;
  readonly recommended: boolean;
  readonly traitCount: number;
  /** Every facet value between bars: `|regions:hip|kinds:balance|`. */
  readonly facets: string;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly names: string;
  readonly tellingNames: string;
  readonly aliases: string;
  readonly tellingAliases: string;
  /** Words for regions and equipment, in both languages. */
  readonly facts: string;
}

/** The text without the words that say nothing; `text` as `searchable` writes it. */
function tellingText(text: string): string {
  const words = text.split(" ");
  return words.filter((word) => !SMALL_WORDS.includes(word)).join(" ");
}

const distinct = (values: readonly string[]) => [...new Set(values.filter(Boolean))];
const phrases = (values: readonly string[]) => `| ${distinct(values).join(" | ")} |`;

/** One value of a facet as search keeps it. */
export const facetToken = (facet: string, value: string) => `${facet}:${value}`;

function facetsOf({ regions, positions, equipment, kind }: SearchedExercise): string {
  const values = { regions, positions, equipment, kinds: [kind] };
  const tokens = Object.entries(values).flatMap(([facet, all]) =>
    all.map((value) => facetToken(facet, value)),
  );
  return `|${tokens.join("|")}|`;
}

/** What search compares of an exercise: names, aliases, and words for its regions and equipment. */
export function searchRow(exercise: SearchedExercise): SearchRow {
  const { en, es } = exercise.text;
  const texts = [en, es].filter((text) => text !== undefined);
  const names = texts.map(({ name }) => searchable(name));
  const aliases = texts.flatMap((text) => text.aliases.map(searchable));
  return {
    ready: exercise.ready,
    recommended: exercise.recommended,
    traitCount: exercise.traits.length,
    facets: facetsOf(exercise),
    nameEn: (en ?? es)?.name ?? "",
    nameEs: (es ?? en)?.name ?? "",
    names: phrases(names),
    tellingNames: phrases(names.map(tellingText)),
    aliases: phrases(aliases),
    tellingAliases: phrases(aliases.map(tellingText)),
    facts: distinct(factWords(exercise)).join(" "),
  };
}

/** The letters of a word in order: two words with the same are mixed up by a slip of the fingers. */
const sorted = (word: string) => [...word].sort().join("");

/** The words of a search row, with what finds them when they are misspelt. */
export function wordsOfRow({
  names,
  aliases,
  facts,
}: Pick<SearchRow, "names" | "aliases" | "facts">) {
  const words = distinct(`${names} ${aliases} ${facts}`.split(" ")).filter((word) => word !== "|");
  return words.map((word) => ({ word, letters: sorted(word) }));
}

/** What someone typed, as search compares it. */
export interface SearchText {
  /** As `searchable` writes it. */
  readonly wanted: string;
  /** The words that say something; all of them when none does. At most ten; one empty word when there is none. */
  readonly words: readonly string[];
}

/** More words than this narrow a search no further. */
const MOST_WORDS = 10;
/** The beginnings that the index holds. */
const MOST_LETTERS = 20;

/** Reads a search text. */
export function searchText(typed: string): SearchText {
  const wanted = searchable(typed);
  const said = tellingText(wanted) || wanted;
  return { wanted, words: said.split(" ").slice(0, MOST_WORDS) };
}

/** Words as the index knows their beginnings. */
export const begun = (words: readonly string[]) => words.map((word) => word.slice(0, MOST_LETTERS));
