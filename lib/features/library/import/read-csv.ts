import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, type Info, parse } from "csv-parse";
import { cleanText, oneLine } from "../../../domain/library/import/clean-text";
import {
  COLUMNS_MAX,
  columnNames,
  ROWS_MAX,
  type Table,
  type TableRow,
  TOO_MANY_ROWS,
} from "../../../domain/library/import/table";
import { Invalid } from "../../../errors/app-error";

const DELIMITERS = [",", ";", "\t"];
/** Excel's own first line about the delimiter. */
const SAYS_DELIMITER = /^sep=([,;\t|])(?:\r\n|\r|\n)/i;
/** Characters of a row; a quote that is never closed must not swallow the file. */
const RECORD_MAX = 1_000_000;
const HEADER_MAX = 200;

/** What parts the cells: the candidate found most often in the header, outside of quotes. */
function delimiterOf(head: string): string {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const letter of head) {
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === "\n" || letter === "\r") break;
    const count = counts.get(letter);
    if (count !== undefined) counts.set(letter, count + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : ",";
}

/** csv-parse's own words, which name the line, as a sentence for a therapist. */
function sentence({ code, message, lines }: CsvError & { lines?: number }): string {
  const line = Number(/at line (\d+)/.exec(message)?.[1] ?? lines ?? 1);
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return `The file ends inside a quoted text that begins near line ${line}: it is incomplete, or a quotation mark is missing.`;
  if (code === "CSV_MAX_RECORD_SIZE")
    return `The row near line ${line} is too long: a quotation mark may be missing before it.`;
  return `Line ${line} has a quotation mark in a place where it cannot be. Put texts with quotation marks into quotation marks and write theirs twice.`;
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: Info;
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");

function rowOf(cells: readonly string[], number: number, columns: number): TableRow {
  const many = cells.length > columns;
  const fault = many ? `The row has ${cells.length} cells, but the header has ${columns}.` : null;
  return { number, cells: Array.from({ length: columns }, (_, i) => cells[i] ?? null), fault };
}

/** A last row without all cells and without an end of line is what is left of a longer file. */
function markCut(rows: TableRow[], last: readonly string[], columns: number): void {
  const row = rows.at(-1);
  if (!row || last.length >= columns) return;
  const fault = `The file ends in the middle of this row: it has ${last.length} of ${columns} cells.`;
  rows[rows.length - 1] = { ...row, fault };
}

interface Following {
  /** The end of what was handed on. */
  tail: string;
}

async function* followed(head: string, rest: AsyncIterable<string>, following: Following) {
  if (head) yield head;
  following.tail = head;
  for await (const text of rest) {
    if (text) following.tail = text;
    yield text;
  }
}

/** Makes a table of the records; stops at the first one too many. */
async function gather(records: AsyncIterable<CsvRecord>, following: Following) {
  let columns: string[] | null = null;
  const rows: TableRow[] = [];
  let number = 0;
  let last: readonly string[] = [];
  for await (const { record } of records) {
    number++;
    if (number > ROWS_MAX + 1) throw new Invalid({ file: TOO_MANY_ROWS });
    if (isBlank(record)) continue;
    last = record;
    if (columns) rows.push(rowOf(record, number, columns.length));
    else columns = headerOf(record);
  }
  if (columns && !/[\r\n]$/.test(following.tail)) markCut(rows, last, columns.length);
  return { columns: columns ?? [], rows };
}

function headerOf(record: readonly string[]): string[] {
  if (record.length > COLUMNS_MAX)
    throw new Invalid({ file: `The file has more than ${COLUMNS_MAX} columns.` });
  return columnNames(record.map((name) => oneLine(cleanText(name).text).slice(0, HEADER_MAX)));
}

/**
 * A table from the text of a CSV with a header; `head` is its beginning. Commas, semicolons and tabs are told
 * apart by the header. Read as it comes: what has too many rows is refused without reading on. Throws
 * `Invalid` on `file` with the line of what cannot be read.
 */
export async function readCsv(
  head: string,
  rest: AsyncIterable<string>,
): Promise<Pick<Table, "columns" | "rows">> {
  const said = SAYS_DELIMITER.exec(head);
  const start = said ? head.slice(said[0].length) : head;
  const parser = parse({
    delimiter: said?.[1] ?? delimiterOf(start),
    info: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: RECORD_MAX,
  });
  const following = { tail: "" };
  const source = Readable.from(followed(start, rest, following));
  try {
    const reading = gather(parser as AsyncIterable<CsvRecord>, following);
    const [table] = await Promise.all([reading, pipeline(source, parser)]);
    return table;
  } catch (error) {
    if (error instanceof CsvError) throw new Invalid({ file: sentence(error) });
    throw error;
  }
}
