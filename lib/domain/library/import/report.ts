import type { ExaminedRow, SameName } from "./examine";
import type { ImportField } from "./fields";

/** Behind these a spreadsheet would calculate. */
const FORMULA = /^[=+\-@\t\r|%]/;

/** A cell of a CSV: always quoted, and with an apostrophe before what a spreadsheet would take for a formula. */
function cellOf(value: string | number): string {
  const text = String(value);
  const safe = FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** CSV that Excel reads as UTF-8 and no spreadsheet runs. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;
}

/** A field as people say it: "times per day". */
export const fieldWords = (field: ImportField) =>
  field.replace(/_es$/, " (Spanish)").replaceAll("_", " ");

const PLACES: Readonly<Record<SameName["where"], string>> = {
  file: "of this file",
  clinic: "of your clinic",
  library: "of the Carryover library",
};

/** Where the exercise of the same name is, in words. */
export function sameWords({ where, name, row }: SameName): string {
  return where === "file"
    ? `Same name as row ${row} ${PLACES.file}`
    : `Same name as "${name}" ${PLACES[where]}`;
}

/** Problems of a row in one line. */
export const problemWords = ({ problems }: Pick<ExaminedRow, "problems">) =>
  problems
    .map(({ field, message }) => (field ? `${fieldWords(field)}: ${message}` : message))
    .join(" ");

const OUTCOMES: Readonly<Record<ExaminedRow["outcome"], string>> = {
  import: "imported",
  duplicate: "left out: duplicate",
  faulty: "left out: faulty",
};

/** What became of every row, as a CSV for people. */
export function reportCsv(rows: readonly ExaminedRow[]): string {
  const lines = rows.map((row) => [
    row.number,
    row.name,
    OUTCOMES[row.outcome],
    [problemWords(row), row.sameAs ? sameWords(row.sameAs) : ""].filter(Boolean).join(" "),
  ]);
  return csvOf([["row", "name", "result", "why"], ...lines]);
}
