import { cleanText, oneLine } from "../../../domain/library/import/clean-text";
import {
  type Cell,
  COLUMNS_MAX,
  columnNames,
  DEPTH_MAX,
  NESTED,
  ROWS_MAX,
  type Table,
  type TableRow,
  TOO_MANY_ROWS,
} from "../../../domain/library/import/table";
import { Invalid } from "../../../errors/app-error";

/** Values of the whole file: each row full, and lists of some length. */
const VALUES_MAX = ROWS_MAX * COLUMNS_MAX * 2;
const KEY_MAX = 200;

const lineAt = (text: string, end: number) => text.slice(0, end).split("\n").length;

const [QUOTE, BACKSLASH, COMMA] = ['"', "\\", ","].map((mark) => mark.charCodeAt(0));
const OPENING = [..."[{"].map((mark) => mark.charCodeAt(0));
const CLOSING = [..."]}"].map((mark) => mark.charCodeAt(0));

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i;
    if (code === BACKSLASH) i++;
  }
  return text.length;
}

/** Refuses what would be too deep, too wide or too long before it is unpacked, and what ends too early. */
function scan(text: string): void {
  let depth = 0;
  let values = 0;
  let entries = 0;
  const inList = text.trimStart().startsWith("[") ? 1 : 2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i);
      if (i === text.length) depth++;
    } else if (OPENING.includes(code)) {
      depth++;
      if (depth > DEPTH_MAX)
        throw new Invalid({
          file: `Line ${lineAt(text, i)} is nested more than ${DEPTH_MAX} levels deep. A list of exercises is needed.`,
        });
    } else if (CLOSING.includes(code)) depth--;
    else if (code === COMMA) {
      values++;
      if (depth === inList && inList === 1) entries++;
      if (entries >= ROWS_MAX || values > VALUES_MAX) throw new Invalid({ file: TOO_MANY_ROWS });
    }
  }
  if (depth > 0)
    throw new Invalid({
      file: `The file is incomplete: it ends in line ${lineAt(text, text.length)}, in the middle of the list.`,
    });
}

function parsed(text: string): unknown {
  scan(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = lineAt(text, position === undefined ? text.length : Number(position));
    throw new Invalid({ file: `The file is not valid JSON: line ${line} cannot be read.` });
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The list of exercises: the file itself, or the only list of objects in it. */
function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const lists = isObject(value)
    ? Object.values(value).filter((one) => Array.isArray(one) && one.some(isObject))
    : [];
  if (lists.length === 1) return lists[0] as readonly unknown[];
  throw new Invalid({
    file: "The file has to hold one list of exercises, each with its fields.",
  });
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null);
    return items.some((item) => typeof item === "object") ? NESTED : items.map(String);
  }
  return typeof value === "object" ? NESTED : String(value);
}

function keysOf(entries: readonly unknown[]): string[] {
  const keys = new Set<string>();
  for (const entry of entries) {
    if (isObject(entry)) for (const key of Object.keys(entry)) keys.add(key);
    if (keys.size > COLUMNS_MAX)
      throw new Invalid({ file: `The exercises have more than ${COLUMNS_MAX} different fields.` });
  }
  return [...keys];
}

function rowOf(entry: unknown, keys: readonly string[], number: number): TableRow {
  if (isObject(entry)) return { number, cells: keys.map((key) => cellOf(entry[key])), fault: null };
  const fault = "This entry is not an exercise with fields.";
  return { number, cells: keys.map(() => null), fault };
}

/**
 * A table from the text of a JSON file: a list of objects, or an object with one such list. Throws `Invalid`
 * on `file` with the line of what cannot be read.
 */
export function readJson(text: string): Pick<Table, "columns" | "rows"> {
  const entries = listIn(parsed(text));
  if (entries.length > ROWS_MAX) throw new Invalid({ file: TOO_MANY_ROWS });
  const keys = keysOf(entries);
  return {
    columns: columnNames(keys.map((key) => oneLine(cleanText(key).text).slice(0, KEY_MAX))),
    rows: entries.map((entry, i) => rowOf(entry, keys, i + 1)),
  };
}
