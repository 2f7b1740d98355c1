import type { Locale } from "../plan/plan-document";
import type { ExerciseFacts, ExerciseText } from "./exercise-content";
import { searchable } from "./search-text";
import { factWords, SMALL_WORDS } from "./search-words";

/** What search reads of an exercise. A language may lack its text. */
export interface SearchedExercise
  extends Pick<ExerciseFacts, "regions" | "positions" | "equipment" | "kind"> {
  readonly traits: readonly string[];
  readonly ready: boolean;
  readonly recommended: boolean;
  readonly text: Readonly<Partial<Record<Locale, Pick<ExerciseText, "name" | "aliases">>>>;
}

/** One row of what search reads. */
export interface SearchRow {
  readonly ready: boolean;
  readonly recommended: boolean;
  readonly traitCount: number;
  /** Every facet value between bars: `|regions:hip|kinds:balance|`. */
  readonly facets: string;
  readonly nameEn: string;
  readonly nameEs: string;
  /** All that the exercise is found by; see `MARK`. */
  readonly keys: readonly string[];
}

/** What a key says, by its first sign; words and names never hold one of these. */
const MARK = {
  /** A word of name, alias or facts begins so. */
  any: "",
  /** A word of a name or an alias begins so, or is so. */
  said: "+",
  saidWhole: ":",
  /** A word of a name begins so, or is so. */
  named: "-",
  namedWhole: ".",
  /** A whole name or alias begins so. */
  nameBegins: "^",
  aliasBegins: "~",
  /** A name or an alias is so, as it stands or without small words. */
  name: "=",
  alias: "@",
  tellingName: "%",
  tellingAlias: "&",
} as const;

/** Longer words and names are told apart by their beginnings. */
const WORD_LETTERS = 20;
const PHRASE_LETTERS = 40;
/** Shorter beginnings name no region or equipment. */
const LEAST_FACT_LETTERS = 3;
/** More words than this narrow a search no further. */
const MOST_WORDS = 10;

/** The text without the words that say nothing; `text` as `searchable` writes it. */
function tellingText(text: string): string {
  const words = text.split(" ");
  return words.filter((word) => !SMALL_WORDS.includes(word)).join(" ");
}

const distinct = (values: readonly string[]) => [...new Set(values.filter(Boolean))];
const wordsOf = (texts: readonly string[]) => distinct(texts.flatMap((text) => text.split(" ")));

/** Every beginning of the text, from `least` letters on. */
function beginnings(text: string, most: number, least = 1): string[] {
  const letters = [...text].slice(0, most);
  return letters.flatMap((_, i) => (i + 1 < least ? [] : [letters.slice(0, i + 1).join("")]));
}

const marked = (mark: string, texts: readonly string[]) => texts.map((text) => `${mark}${text}`);
const cut = (text: string, most: number) => [...text].slice(0, most).join("");

/** Names, aliases and facts of an exercise, in both languages, as search compares them. */
function saidOf({ text: { en, es }, ...exercise }: SearchedExercise) {
  const texts = [en, es].filter((text) => text !== undefined);
  return {
    names: distinct(texts.map(({ name }) => searchable(name))),
    aliases: distinct(texts.flatMap((text) => text.aliases.map(searchable))),
    facts: distinct(factWords(exercise)),
  };
}

function keysOf(exercise: SearchedExercise): string[] {
  const { names, aliases, facts } = saidOf(exercise);
  const begun = (texts: readonly string[], least?: number) =>
    wordsOf(texts).flatMap((word) => beginnings(word, WORD_LETTERS, least));
  const whole = (texts: readonly string[]) => wordsOf(texts).map((word) => cut(word, WORD_LETTERS));
  const phrases = (texts: readonly string[]) =>
    texts.flatMap((text) => beginnings(text, PHRASE_LETTERS));
  const said = [...names, ...aliases];
  const { any, named, namedWhole, nameBegins, name, tellingName } = MARK;
  const keys = [
    // The empty beginning, which everything has.
    "",
    ...marked(any, [...begun(said), ...begun(facts, LEAST_FACT_LETTERS)]),
    ...marked(named, begun(names)),
    ...marked(namedWhole, whole(names)),
    ...marked(nameBegins, phrases(names)),
    ...marked(name, names),
    ...marked(tellingName, names.map(tellingText)),
    ...marked(MARK.said, begun(said)),
    ...marked(MARK.saidWhole, whole(said)),
    ...marked(MARK.aliasBegins, phrases(aliases)),
    ...marked(MARK.alias, aliases),
    ...marked(MARK.tellingAlias, aliases.map(tellingText)),
  ];
  return [...new Set(keys)];
}

/** Keys of a clinic's own exercise, behind the mark of the clinic (the end of its id). */
export const keysOfClinic = (clinicId: string, keys: readonly string[]) =>
  marked(`${clinicId.slice(-8)}/`, keys);

/** One value of a facet as search keeps it. */
export const facetToken = (facet: string, value: string) => `${facet}:${value}`;

function facetsOf({ regions, positions, equipment, kind }: SearchedExercise): string {
  const values = { regions, positions, equipment, kinds: [kind] };
  const tokens = Object.entries(values).flatMap(([facet, all]) =>
    all.map((value) => facetToken(facet, value)),
  );
  return `|${tokens.join("|")}|`;
}

/** What search reads of an exercise. */
export function searchRow(exercise: SearchedExercise): SearchRow {
  const { en, es } = exercise.text;
  return {
    ready: exercise.ready,
    recommended: exercise.recommended,
    traitCount: exercise.traits.length,
    facets: facetsOf(exercise),
    nameEn: (en ?? es)?.name ?? "",
    nameEs: (es ?? en)?.name ?? "",
    keys: keysOf(exercise),
  };
}

/** A word that search knows, with its letters in order: a slip of the fingers mixes up words that share them. */
export interface SearchedWord {
  readonly word: string;
  readonly letters: string;
}

/** The words of exercises, each once: what finds them when they are misspelt. */
export function searchedWords(exercises: readonly SearchedExercise[]): SearchedWord[] {
  const said = exercises.map(saidOf);
  const words = wordsOf(
    said.flatMap(({ names, aliases, facts }) => [...names, ...aliases, ...facts]),
  );
  return words.map((word) => ({ word, letters: [...word].sort().join("") }));
}

/** What someone typed, as search compares it. */
export interface SearchText {
  /** As `searchable` writes it; empty: nothing. */
  readonly wanted: string;
  /** The words that say something, at most ten; all of them when none does. */
  readonly words: readonly string[];
}

/** Reads a search text. */
export function searchText(typed: string): SearchText {
  const wanted = searchable(typed);
  const said = tellingText(wanted) || wanted;
  return { wanted, words: said.split(" ").filter(Boolean).slice(0, MOST_WORDS) };
}

/** Words as the keys know their beginnings. */
export const begun = (words: readonly string[]) => words.map((word) => cut(word, WORD_LETTERS));

/** One way to fit a search text: an exercise has all these keys. */
export interface Way {
  readonly keys: readonly string[];
  /** Equals: the one that fewer precautions touch comes first. */
  readonly fewestTraits?: true;
}

/** Keys that everything has which fits the words somehow; of no words, everything. */
export const fittingKeys = ({ words }: SearchText): string[] =>
  words.length === 0 ? [""] : marked(MARK.any, begun(words));

/**
 * The ways to fit a text, better ones first. First those by name: the text is a name, an alias, or either but
 * for small words; a name begins with it; all its words are whole words of the name, then beginnings of words
 * of it. Then the rest: an alias begins with it; its words are whole words of names and aliases, then
 * beginnings; some are regions or equipment.
 */
export function waysToFit({ wanted, words }: SearchText): Way[][] {
  const telling = words.join(" ");
  const all = (mark: string): Way => ({ keys: marked(mark, begun(words)) });
  const phrase = (mark: string, text: string): Way => ({ keys: [`${mark}${text}`] });
  const begins = cut(wanted, PHRASE_LETTERS);
  return [
    [
      phrase(MARK.name, wanted),
      { ...phrase(MARK.alias, wanted), fewestTraits: true },
      phrase(MARK.tellingName, telling),
      phrase(MARK.tellingAlias, telling),
      phrase(MARK.nameBegins, begins),
      all(MARK.namedWhole),
      all(MARK.named),
    ],
    [phrase(MARK.aliasBegins, begins), all(MARK.saidWhole), all(MARK.said), all(MARK.any)],
  ];
}
