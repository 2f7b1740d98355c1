import type { ExaminedRow, ValueNote } from "../domain/library/import/examine";
import { fieldWords, problemWords, sameWords } from "../domain/library/import/report";
import type { ImportPreview } from "../features/library/import/preview-import";

/** Rows that are named one by one on the console. */
const NAMED = 20;

export const USAGE = `npm run -s import -- FILE --clinic NAME --as EMAIL [options]

  --map COLUMN=FIELD    take a column as something else than its header suggests; COLUMN= leaves it out
  --source NAME         what the set is called (default: the name of the file)
  --licence TEXT        under which licence it may be used
  --kind KIND           for exercises whose kind is not known (default: strengthening)
  --include-duplicates  import also what has the name of an exercise that is there
  --leave-out-faulty    import the rest when rows have problems
  --report FILE         write what became of every row as CSV
  --dry-run             only say what would happen`;

const several = (count: number, one: string, more: string) =>
  `${count} ${count === 1 ? one : more}`;

function named(rows: readonly ExaminedRow[], total: number, why: (row: ExaminedRow) => string) {
  const lines = rows.slice(0, NAMED).map((row) => `  row ${row.number}  ${row.name}  ${why(row)}`);
  return total > NAMED ? [...lines, `  and ${total - NAMED} more`] : lines;
}

const valueLine = ({ field, given, ids, count }: ValueNote) =>
  `  ${fieldWords(field)}: "${given}" (${count}) ${ids ? `is ${ids.join(", ")}` : "is unknown and left out"}`;

/** What a file would become, for the console. */
export function previewLines(preview: ImportPreview): string[] {
  const { counts, missing, columns, faulty, duplicates, values } = preview;
  const unknown = values.filter(({ ids }) => ids === null);
  const lacking = Object.entries(missing).filter(([, count]) => count > 0);
  return [
    `${preview.format.toUpperCase()}, ${several(counts.read, "row", "rows")}.`,
    ...(preview.oldEncoding ? ["Read as Windows-1252, because it is not UTF-8."] : []),
    "Columns:",
    ...columns.map(({ name, field }) => `  ${name}: ${field ? fieldWords(field) : "left out"}`),
    ...(unknown.length > 0 ? ["Unknown words:", ...unknown.map(valueLine)] : []),
    ...(counts.duplicate > 0 ? ["Duplicates:"] : []),
    ...named(duplicates, counts.duplicate, ({ sameAs }) => (sameAs ? sameWords(sameAs) : "")),
    ...(counts.faulty > 0 ? ["Problems:"] : []),
    ...named(faulty, counts.faulty, problemWords),
    ...(lacking.length > 0
      ? [`Still missing: ${lacking.map(([what, count]) => `${what} ${count}`).join(", ")}.`]
      : []),
    `To import: ${counts.import}. Duplicates: ${counts.duplicate}. With problems: ${counts.faulty}.`,
  ];
}
