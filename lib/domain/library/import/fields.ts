/** Texts of one language. */
const TEXTS = ["name", "setup", "feel", "alt"] as const;
const TEXT_LISTS = ["aliases", "steps", "cautions", "faults"] as const;
type TextName = (typeof TEXTS)[number];
type ListName = (typeof TEXT_LISTS)[number];

/** What a column of a file can be taken as, in the order in which a person looks for it. */
export const IMPORT_FIELDS = [
  "name",
  "aliases",
  "setup",
  "steps",
  "feel",
  "cautions",
  "faults",
  "alt",
  "name_es",
  "aliases_es",
  "setup_es",
  "steps_es",
  "feel_es",
  "cautions_es",
  "faults_es",
  "alt_es",
  "regions",
  "positions",
  "equipment",
  "optional_equipment",
  "kind",
  "side",
  "sets",
  "reps",
  "hold",
  "duration",
  "rest",
  "times_per_day",
  "days_per_week",
  "source",
  "licence",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** One field may be filled from several columns when it is a list. */
const LISTS: readonly ImportField[] = [
  "aliases",
  "steps",
  "cautions",
  "faults",
  "aliases_es",
  "steps_es",
  "cautions_es",
  "faults_es",
  "regions",
  "positions",
  "equipment",
  "optional_equipment",
];
export const isList = (field: ImportField) => LISTS.includes(field);

/** Fields whose values are Carryover's own words, so that the file's have to be matched with them. */
export const MATCHED_FIELDS = [
  "regions",
  "positions",
  "equipment",
  "optional_equipment",
  "kind",
  "side",
] as const;
export type MatchedField = (typeof MATCHED_FIELDS)[number];

export const AMOUNT_FIELDS = [
  "sets",
  "reps",
  "hold",
  "duration",
  "rest",
  "times_per_day",
  "days_per_week",
] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

/** Which field each column is taken as; null: left out. */
export type Mapping = readonly (ImportField | null)[];

/** Most characters of a text, and most items of a list; design judgement, well above what fits a page. */
export const TEXT_MAX: Readonly<Record<TextName | ListName, number>> = {
  name: 120,
  setup: 2000,
  feel: 1000,
  alt: 1000,
  aliases: 120,
  steps: 1000,
  cautions: 500,
  faults: 500,
};
export const ITEMS_MAX: Readonly<Record<ListName, number>> = {
  aliases: 20,
  steps: 30,
  cautions: 20,
  faults: 20,
};
/** Characters of what a set of exercises is called, and of its licence. */
export const SOURCE_MAX = 200;
export const LICENCE_MAX = 200;

/** What is wrong with a mapping, in a sentence; null: nothing. */
export function mappingFault(mapping: Mapping): string | null {
  if (!mapping.includes("name") && !mapping.includes("name_es"))
    return "Choose the column that holds the name of the exercise.";
  const twice = mapping.find(
    (field, i) => field !== null && !isList(field) && mapping.indexOf(field) !== i,
  );
  if (!twice) return null;
  return `Two columns are taken as "${twice.replaceAll("_", " ")}". Choose one of them.`;
}
