import { z } from "zod";
import { KINDS } from "../../../domain/library/facets";
import { IMPORT_FIELDS, LICENCE_MAX, SOURCE_MAX } from "../../../domain/library/import/fields";
import { COLUMNS_MAX } from "../../../domain/library/import/table";

const COLUMN_MAX = 240;

/** Which column is taken as what; a column that is not named is left out. Null: as the headers suggest. */
const mapping = z
  .array(z.tuple([z.string().max(COLUMN_MAX), z.enum(IMPORT_FIELDS).nullable()]))
  .max(COLUMNS_MAX, "Too many columns.");

/** What a person decides about a file before it is imported. */
export const importChoices = z.object({
  /** What the set of exercises is called. */
  sourceName: z
    .string()
    .trim()
    .min(1, "Say what the set of exercises is called.")
    .max(SOURCE_MAX, `Use at most ${SOURCE_MAX} characters.`),
  licence: z
    .string()
    .trim()
    .max(LICENCE_MAX, `Use at most ${LICENCE_MAX} characters.`)
    .nullable()
    .default(null),
  mapping: mapping.nullable().default(null),
  /** The kind of exercises of which the file tells none that is known here. */
  kind: z.enum(KINDS, "Choose a kind from the list.").default("strengthening"),
  includeDuplicates: z.boolean().default(false),
  /** Rows with problems stay out; otherwise one of them stops everything. */
  leaveOutFaulty: z.boolean().default(false),
});
export type ImportChoices = z.output<typeof importChoices>;

/** Everything that was found out about a file, for a look before the import. */
export const previewChoices = importChoices.pick({
  mapping: true,
  kind: true,
  includeDuplicates: true,
});

export const withdrawInput = z.object({ importId: z.uuid("Choose an import from the list.") });
