/** A value that is neither text nor a list of texts: data inside data. */
export const NESTED = false;

/** One value of a row: text, a list of texts, nothing, or what cannot be read. */
export type Cell = string | readonly string[] | null | typeof NESTED;

export interface TableRow {
  /** As people count: the row of a spreadsheet (the header is row 1), the place in a JSON list from 1 on. */
  readonly number: number;
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** Why the row as a whole cannot be taken; null: it can. */
  readonly fault: string | null;
}

/** What a file holds, before anything is made of it. */
export interface Table {
  readonly format: "json" | "csv";
  /** Names of the columns, each once. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** The file was written in an old encoding of Windows and read as such. */
  readonly oldEncoding: boolean;
}

export const FILE_MAX_BYTES = 25_000_000;
export const ROWS_MAX = 20_000;
export const COLUMNS_MAX = 100;
/** Characters of one cell; no field of an exercise takes as many. */
export const CELL_MAX = 20_000;
/** Lists in lists of a JSON file. A list of exercises whose values are lists has 3 levels; one within an object, 4. */
export const DEPTH_MAX = 8;

export const TOO_MANY_ROWS = `The file has more than ${ROWS_MAX.toLocaleString("en")} rows. Split it into smaller files and import one after the other.`;
export const TOO_LARGE = `The file is larger than ${FILE_MAX_BYTES / 1_000_000} MB. Split it into smaller files and import one after the other.`;

/** Makes names of columns unique: the second "note" becomes "note (2)", one without a name "column 3". */
export function columnNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given, i) => {
    const name = given || `column ${i + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}
