import { EXERCISE_BOUNDS } from "../exercise-bounds";
import type { ExerciseText } from "../exercise-content";
import { searchable } from "../search-text";
import type { Mapping, MatchedField } from "./fields";
import { type ImportedExercise, type ReadRow, type RowProblem, readRow } from "./read-row";
import type { TableRow } from "./table";

/** Where an exercise of the same name is. */
export interface SameName {
  readonly where: "file" | "clinic" | "library";
  /** How it is written there. */
  readonly name: string;
  /** The earlier row of the file; null: not in the file. */
  readonly row: number | null;
}

/** What becomes of a row. */
export interface ExaminedRow {
  readonly number: number;
  readonly name: string;
  readonly outcome: "import" | "duplicate" | "faulty";
  /** Null for a faulty row. */
  readonly exercise: ImportedExercise | null;
  readonly problems: readonly RowProblem[];
  /** Also set where a duplicate is imported because that was asked for. */
  readonly sameAs: SameName | null;
}

/** A word of the file, and what it became; null: nothing. */
export interface ValueNote {
  readonly field: MatchedField;
  readonly given: string;
  readonly ids: readonly string[] | null;
  readonly count: number;
}

/** How many of the exercises that come in lack something that a therapist will want to add. */
export interface Missing {
  readonly steps: number;
  readonly setup: number;
  readonly english: number;
  readonly spanish: number;
  readonly regions: number;
  readonly positions: number;
  readonly equipment: number;
  /** They get the kind that was chosen for them. */
  readonly kind: number;
  /** Not missing but too much: texts that have to be shortened before the exercise can be made ready. */
  readonly long: number;
}

export interface Counts {
  readonly read: number;
  readonly import: number;
  readonly duplicate: number;
  readonly faulty: number;
}

export interface Examination {
  readonly rows: readonly ExaminedRow[];
  readonly counts: Counts;
  /** Most frequent first; words that became nothing before all others. */
  readonly values: readonly ValueNote[];
  readonly missing: Missing;
  /** Rows from which tags, and unseen characters, were taken out. */
  readonly markupRows: number;
  readonly unseenRows: number;
}

export interface ExamineOptions {
  readonly mapping: Mapping;
  readonly includeDuplicates: boolean;
  /** Names that are taken, as `searchable` writes them. */
  readonly known: ReadonlyMap<string, SameName>;
}

const { name, setup, step, feel, alt, alias, caution, fault, steps, aliases, cautions, faults } =
  EXERCISE_BOUNDS;

/** True when a therapist could not save the text as it is. */
function isLong(text: ExerciseText): boolean {
  const over = (most: number, ...texts: readonly string[]) =>
    texts.some((one) => [...one].length > most);
  return (
    over(name, text.name) ||
    over(setup, text.setup) ||
    over(feel, text.feel) ||
    over(alt, text.alt) ||
    over(step, ...text.steps) ||
    over(alias, ...text.aliases) ||
    over(caution, ...text.cautions) ||
    over(fault, ...text.faults) ||
    text.steps.length > steps ||
    text.aliases.length > aliases ||
    text.cautions.length > cautions ||
    text.faults.length > faults
  );
}

const keysOf = ({ text }: ImportedExercise) =>
  [text.en, text.es].flatMap((one) => (one ? [searchable(one.name)] : []));

/** Goes through a table row by row, so that the caller may do something else in between. */
export class Examiner {
  private readonly rows: ExaminedRow[] = [];
  private readonly values = new Map<string, { -readonly [K in keyof ValueNote]: ValueNote[K] }>();
  private readonly inFile = new Map<string, SameName>();
  private markupRows = 0;
  private unseenRows = 0;

  constructor(private readonly options: ExamineOptions) {}

  read(row: TableRow): void {
    const read = readRow(row, this.options.mapping);
    if (read.hadMarkup) this.markupRows++;
    if (read.hadUnseen) this.unseenRows++;
    for (const { field, given, ids } of read.matched) {
      const key = `${field} ${searchable(given)}`;
      const note = this.values.get(key) ?? { field, given, ids, count: 0 };
      this.values.set(key, { ...note, count: note.count + 1 });
    }
    this.rows.push(this.judge(read));
  }

  private judge({ number, name, exercise, problems }: ReadRow): ExaminedRow {
    const row = { number, name, exercise, problems };
    if (!exercise) return { ...row, outcome: "faulty", sameAs: null };
    const keys = keysOf(exercise);
    const sameAs =
      keys.map((key) => this.inFile.get(key) ?? this.options.known.get(key)).find(Boolean) ?? null;
    for (const key of keys)
      if (!this.inFile.has(key)) this.inFile.set(key, { where: "file", name, row: number });
    const skipped = sameAs !== null && !this.options.includeDuplicates;
    return { ...row, outcome: skipped ? "duplicate" : "import", sameAs };
  }

  private missing(): Missing {
    const coming = this.rows.flatMap(({ outcome, exercise }) =>
      outcome === "import" && exercise ? [exercise] : [],
    );
    const lacking = (lacks: (exercise: ImportedExercise) => boolean) => coming.filter(lacks).length;
    const words = ({ text }: ImportedExercise) => text.en ?? text.es;
    return {
      steps: lacking((one) => words(one)?.steps.length === 0),
      setup: lacking((one) => words(one)?.setup === ""),
      english: lacking(({ text }) => !text.en),
      spanish: lacking(({ text }) => !text.es),
      regions: lacking(({ regions }) => regions.length === 0),
      positions: lacking(({ positions }) => positions.length === 0),
      equipment: lacking(({ equipment }) => equipment.length === 0),
      kind: lacking(({ kind }) => kind === null),
      long: lacking(({ text }) => [text.en, text.es].some((one) => one && isLong(one))),
    };
  }

  /** What came out of all rows that were read. */
  result(): Examination {
    const { rows, markupRows, unseenRows } = this;
    const count = (outcome: ExaminedRow["outcome"]) =>
      rows.filter((row) => row.outcome === outcome).length;
    const values = [...this.values.values()].sort(
      (a, b) => Number(a.ids !== null) - Number(b.ids !== null) || b.count - a.count,
    );
    return {
      rows,
      counts: {
        read: rows.length,
        import: count("import"),
        duplicate: count("duplicate"),
        faulty: count("faulty"),
      },
      values,
      missing: this.missing(),
      markupRows,
      unseenRows,
    };
  }
}
