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

/** One row of what search compares; `words` in PostgreSQL's own way of writing a tsvector. */
export interface SearchRow {
  readonly ready: boolean;
  readonly recommended: boolean;
  readonly traitCount: number;
  /** Every facet value as `facet:value`. */
  readonly facets: string[];
  readonly nameEn: string;
  readonly nameEs: string;
  readonly names: string[];
  readonly tellingNames: string[];
  readonly aliases: string[];
  readonly tellingAliases: string[];
  readonly said: string;
  readonly words: string;
}

/** The text without the words that say nothing; `text` as `searchable` writes it. */
export function tellingText(text: string): string {
  const words = text.split(" ");
  return words.filter((word) => !SMALL_WORDS.includes(word)).join(" ");
}

const distinct = (values: readonly string[]) => [...new Set(values.filter(Boolean))];

/** Lexemes with the weight of where they stand; PostgreSQL keeps the strongest, up to 255 places each. */
function lexemes(
  weighted: readonly (readonly [weight: "A" | "B" | "C", texts: readonly string[]])[],
) {
  const strongest = new Map<string, string>();
  for (const [weight, texts] of weighted)
    for (const word of texts.flatMap((text) => text.split(" ")))
      if (word && !strongest.has(word)) strongest.set(word, weight);
  return [...strongest].map(([word, weight]) => `'${word}':1${weight}`).join(" ");
}

/** The facet values of an exercise as search keeps them: `regions:hip`. */
export function facetTokens({
  regions,
  positions,
  equipment,
  kind,
}: Pick<SearchedExercise, "regions" | "positions" | "equipment" | "kind">): string[] {
  const of = (facet: string, values: readonly string[]) =>
    values.map((value) => `${facet}:${value}`);
  return [
    ...of("regions", regions),
    ...of("positions", positions),
    ...of("equipment", equipment),
    ...of("kinds", [kind]),
  ];
}

/** What search compares of an exercise: names, then aliases, then words for its regions and equipment. */
export function searchRow(exercise: SearchedExercise): SearchRow {
  const { en, es } = exercise.text;
  const texts = [en, es].filter((text) => text !== undefined);
  const names = distinct(texts.map(({ name }) => searchable(name)));
  const aliases = distinct(texts.flatMap((text) => text.aliases.map(searchable)));
  const facts = factWords(exercise);
  return {
    ready: exercise.ready,
    recommended: exercise.recommended,
    traitCount: exercise.traits.length,
    facets: facetTokens(exercise),
    nameEn: (en ?? es)?.name ?? "",
    nameEs: (es ?? en)?.name ?? "",
    names,
    tellingNames: distinct(names.map(tellingText)),
    aliases,
    tellingAliases: distinct(aliases.map(tellingText)),
    said: [...names, ...aliases].join(" "),
    words: lexemes([
      ["A", names],
      ["B", aliases],
      ["C", facts],
    ]),
  };
}

/** The conditions that a search text sets, in PostgreSQL's own way of writing a tsquery; null: none. */
export interface SearchConditions {
  readonly wanted: string;
  readonly telling: string;
  /** Every word begins a word of name, alias or facts. */
  readonly fits: string | null;
  readonly nameWhole: string | null;
  readonly nameBegun: string | null;
  readonly saidWhole: string | null;
  readonly saidBegun: string | null;
}

/** More words than this narrow a search no further. */
const MOST_WORDS = 10;
/** Shorter beginnings name no region or equipment. */
const LEAST_FACT_LETTERS = 3;

/** What to look for when someone typed `text`. */
export function searchConditions(text: string): SearchConditions {
  const wanted = searchable(text);
  const said = tellingText(wanted) || wanted;
  const words = said.split(" ").filter(Boolean).slice(0, MOST_WORDS);
  const all = (mark: (word: string) => string) =>
    words.length === 0 ? null : words.map((word) => `'${word}':${mark(word)}`).join(" & ");
  return {
    wanted,
    telling: words.join(" "),
    fits: all((word) => (word.length < LEAST_FACT_LETTERS ? "*AB" : "*ABC")),
    nameWhole: all(() => "A"),
    nameBegun: all(() => "*A"),
    saidWhole: all(() => "AB"),
    saidBegun: all(() => "*AB"),
  };
}
