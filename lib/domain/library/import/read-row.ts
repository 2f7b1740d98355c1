import { LOCALES, type Locale } from "../../plan/plan-document";
import type { ExerciseFacts, ExerciseText, ExerciseWords } from "../exercise-content";
import { searchable } from "../search-text";
import { amountOf } from "./amounts";
import { cleanText, itemOf, itemsOf, oneLine } from "./clean-text";
import {
  AMOUNT_FIELDS,
  type AmountField,
  type ImportField,
  ITEMS_MAX,
  LICENCE_MAX,
  type Mapping,
  type MatchedField,
  SOURCE_MAX,
  TEXT_MAX,
} from "./fields";
import { CELL_MAX, type Cell, NESTED, type TableRow } from "./table";
import { isSide, type MatchedValue, matchValue } from "./values";

/** An exercise as a row of a file tells it; null: the row does not say. */
export interface ImportedExercise extends Omit<ExerciseFacts, "kind"> {
  readonly text: ExerciseWords;
  readonly kind: string | null;
  readonly amounts: Readonly<Record<AmountField, number | null>>;
  readonly source: string;
  readonly licence: string;
}

/** Something in a row that keeps it out, at its field; a null field is the row as a whole. */
export interface RowProblem {
  readonly field: ImportField | null;
  readonly message: string;
}

/** A row as it was understood. With problems there is no exercise. */
export interface ReadRow {
  readonly number: number;
  /** For lists of rows: as far as it is known. */
  readonly name: string;
  readonly exercise: ImportedExercise | null;
  readonly problems: readonly RowProblem[];
  readonly matched: readonly (MatchedValue & { readonly field: MatchedField })[];
  readonly hadMarkup: boolean;
  readonly hadUnseen: boolean;
}

const NESTED_FAULT = "This holds data inside data; a text or a list of texts is needed.";
/** Longer words are none that the library could know. */
const WORD_MAX = 200;

/** Reads the cells of a row by field and gathers what is found on the way. */
class Reader {
  readonly problems: RowProblem[] = [];
  readonly matched: (MatchedValue & { field: MatchedField })[] = [];
  hadMarkup = false;
  hadUnseen = false;
  private readonly cells = new Map<ImportField, Cell[]>();

  constructor(row: TableRow, mapping: Mapping) {
    mapping.forEach((field, i) => {
      const cell = row.cells[i] ?? null;
      if (field !== null && cell !== null)
        this.cells.set(field, [...(this.cells.get(field) ?? []), cell]);
    });
  }

  problem(field: ImportField | null, message: string) {
    this.problems.push({ field, message });
  }

  private clean(field: ImportField, given: string): string {
    if (given.length > CELL_MAX) {
      this.problem(field, `This is longer than ${CELL_MAX} characters.`);
      return "";
    }
    const { text, hadMarkup, hadUnseen } = cleanText(given);
    this.hadMarkup ||= hadMarkup;
    this.hadUnseen ||= hadUnseen;
    return text;
  }

  private within(field: ImportField, text: string, most: number): string {
    const length = [...text].length;
    if (length > most)
      this.problem(field, `This has ${length} characters; at most ${most} are taken.`);
    return text;
  }

  /** What the columns of a field hold, clean; `split` parts a cell, which an item of a list is not. */
  private values(field: ImportField, split: (text: string) => string[]): string[] {
    return (this.cells.get(field) ?? []).flatMap((cell) => {
      if (cell === NESTED) this.problem(field, NESTED_FAULT);
      if (cell === NESTED || cell === null) return [];
      if (typeof cell === "string") return split(this.clean(field, cell));
      return cell.map((item) => itemOf(this.clean(field, item))).filter(Boolean);
    });
  }

  /** A text of one line. */
  line(field: ImportField, most: number): string {
    const text = this.values(field, (cell) => (cell === "" ? [] : [oneLine(cell)])).join(" ");
    return this.within(field, text, most);
  }

  items(field: ImportField, most: number, mostEach: number): string[] {
    const items = this.values(field, itemsOf);
    if (items.length > most)
      this.problem(field, `This has ${items.length} items; at most ${most} are taken.`);
    return items.map((item) => this.within(field, item, mostEach));
  }

  amount(field: AmountField): number | null {
    const text = this.line(field, WORD_MAX);
    if (text === "") return null;
    const found = amountOf(field, text);
    if ("amount" in found) return found.amount;
    this.problem(field, found.problem);
    return null;
  }

  /** Ids of the library's own words; what is unknown is noted and left out. */
  ids(field: MatchedField): string[] {
    const matched = this.values(field, itemsOf).flatMap((value) =>
      matchValue(field, value.slice(0, WORD_MAX)),
    );
    this.matched.push(...matched.map((one) => ({ ...one, field })));
    return [...new Set(matched.flatMap(({ ids }) => ids ?? []))];
  }
}

const NAMELESS = { en: ["name", "English"], es: ["name_es", "Spanish"] } as const;

function textOf(reader: Reader, locale: Locale): ExerciseText {
  const of = <N extends keyof typeof TEXT_MAX>(name: N) =>
    (locale === "en" ? name : `${name}_es`) as ImportField;
  const line = (name: "name" | "setup" | "feel" | "alt") => reader.line(of(name), TEXT_MAX[name]);
  const items = (name: keyof typeof ITEMS_MAX) =>
    reader.items(of(name), ITEMS_MAX[name], TEXT_MAX[name]);
  const text = {
    name: line("name"),
    aliases: items("aliases"),
    setup: line("setup"),
    steps: items("steps"),
    feel: line("feel"),
    cautions: items("cautions"),
    faults: items("faults"),
    alt: line("alt"),
  };
  if (text.name !== "" && searchable(text.name) === "")
    reader.problem(of("name"), "A name needs letters or digits.");
  return text;
}

/** The texts of the languages that have a name; words in a language without one would be lost. */
function textsOf(reader: Reader, mapping: Mapping): ImportedExercise["text"] {
  const all = { en: textOf(reader, "en"), es: textOf(reader, "es") };
  const named = LOCALES.filter((locale) => all[locale].name !== "");
  if (named.length === 0)
    reader.problem(mapping.includes("name") ? "name" : "name_es", "The name is missing.");
  for (const locale of LOCALES) {
    const worded = Object.values(all[locale]).some((value) => value.length > 0);
    if (named.length === 1 && worded && !named.includes(locale)) {
      const [field, language] = NAMELESS[locale];
      reader.problem(field, `Texts in ${language} need a name in ${language}.`);
    }
  }
  return Object.fromEntries(named.map((locale) => [locale, all[locale]]));
}

function amountsOf(reader: Reader): Record<AmountField, number | null> {
  const amounts = Object.fromEntries(
    AMOUNT_FIELDS.map((field) => [field, reader.amount(field)]),
  ) as Record<AmountField, number | null>;
  if (amounts.reps !== null && amounts.duration !== null)
    reader.problem("duration", "Give repetitions or a duration, not both.");
  if (amounts.hold !== null && amounts.duration !== null)
    reader.problem("hold", "A hold belongs to repetitions, not to a duration.");
  return amounts;
}

/** Reads a row as the mapping says. What keeps it out is a problem; what is only unknown is noted in `matched`. */
export function readRow(row: TableRow, mapping: Mapping): ReadRow {
  const reader = new Reader(row, mapping);
  if (row.fault) reader.problem(null, row.fault);
  const text = textsOf(reader, mapping);
  const side = reader.ids("side").find(isSide) ?? "none";
  const exercise = {
    text,
    regions: reader.ids("regions"),
    positions: reader.ids("positions"),
    equipment: reader.ids("equipment"),
    optionalEquipment: reader.ids("optional_equipment"),
    kind: reader.ids("kind")[0] ?? null,
    side,
    amounts: amountsOf(reader),
    source: reader.line("source", SOURCE_MAX),
    licence: reader.line("licence", LICENCE_MAX),
  };
  const { problems, matched, hadMarkup, hadUnseen } = reader;
  const name = (text.en ?? text.es)?.name ?? "";
  const sound = problems.length === 0 ? exercise : null;
  return { number: row.number, name, exercise: sound, problems, matched, hadMarkup, hadUnseen };
}
