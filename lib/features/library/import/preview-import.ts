import { inScope } from "../../../../db/client";
import type { ClinicAccess } from "../../../auth/access";
import type { Examination, ExaminedRow, ValueNote } from "../../../domain/library/import/examine";
import type { ImportField } from "../../../domain/library/import/fields";
import { mappingFault } from "../../../domain/library/import/fields";
import { NESTED, type Table } from "../../../domain/library/import/table";
import { parse } from "../../../errors/parse";
import { examineTable, knownNames, mappingOf } from "./examine-table";
import { readTable } from "./read-table";
import { previewChoices } from "./schema";

/** Rows that are shown as they will be. */
const SHOWN_ROWS = 20;
/** Problems, duplicates and words that are listed one by one; the counts are of all. */
const LISTED = 200;
const SAMPLE_MAX = 80;

/** A column of the file, what it is taken as, and something that stands in it. */
export interface PreviewColumn {
  readonly name: string;
  readonly field: ImportField | null;
  readonly sample: string;
}

/** What a file would become, before anything is saved. */
export interface ImportPreview
  extends Pick<Examination, "counts" | "missing" | "markupRows" | "unseenRows"> {
  readonly format: Table["format"];
  readonly oldEncoding: boolean;
  readonly columns: readonly PreviewColumn[];
  /** The sentence about a mapping that cannot be, such as one without a name; null: it can. */
  readonly mappingFault: string | null;
  readonly first: readonly ExaminedRow[];
  readonly faulty: readonly ExaminedRow[];
  /** Rows whose name is there already, left out or not, and how many there are. */
  readonly duplicates: readonly ExaminedRow[];
  readonly sameNames: number;
  readonly values: readonly ValueNote[];
}

function sampleOf({ rows }: Table, column: number): string {
  for (const { cells } of rows) {
    const cell = cells[column];
    const text = cell === NESTED ? "{…}" : Array.isArray(cell) ? cell.join(" | ") : cell;
    if (typeof text === "string" && text.trim()) return text.trim().slice(0, SAMPLE_MAX);
  }
  return "";
}

const EMPTY = { rows: [], values: [], markupRows: 0, unseenRows: 0 } as const;
const NOTHING = {
  ...EMPTY,
  counts: { read: 0, import: 0, duplicate: 0, faulty: 0 },
  missing: {
    steps: 0,
    setup: 0,
    english: 0,
    spanish: 0,
    regions: 0,
    positions: 0,
    equipment: 0,
    kind: 0,
    long: 0,
  },
};

/**
 * What the bytes of a file would become; nothing is saved. Without a chosen mapping the headers suggest one.
 * Throws `Invalid`: on `file` for what cannot be read, on `mapping` for a column that the file lacks.
 */
export async function previewImport(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ImportPreview> {
  const choices = parse(previewChoices, input);
  const table = await readTable(bytes);
  const mapping = mappingOf(table.columns, choices.mapping);
  const fault = mappingFault(mapping);
  const { includeDuplicates } = choices;
  // Going through a long file takes its time; no connection waits for it.
  const examined = async () => {
    const known = await inScope(access.scope, (tx) => knownNames(tx, access));
    return examineTable(table, { mapping, includeDuplicates, known });
  };
  const found: Examination = fault ? NOTHING : await examined();
  const listed = (fits: (row: ExaminedRow) => boolean) => found.rows.filter(fits).slice(0, LISTED);
  return {
    format: table.format,
    oldEncoding: table.oldEncoding,
    columns: table.columns.map((name, i) => ({
      name,
      field: mapping[i] ?? null,
      sample: sampleOf(table, i),
    })),
    mappingFault: fault,
    counts: { ...found.counts, read: table.rows.length },
    missing: found.missing,
    markupRows: found.markupRows,
    unseenRows: found.unseenRows,
    first: found.rows.slice(0, SHOWN_ROWS),
    faulty: listed(({ outcome }) => outcome === "faulty"),
    duplicates: listed(({ sameAs }) => sameAs !== null),
    sameNames: found.rows.filter(({ sameAs }) => sameAs !== null).length,
    values: found.values.slice(0, LISTED),
  };
}
