import { createReadStream, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "../../db/client";
import { explain, OperatorError } from "../../db/operator-error";
import { clinicAccess } from "../auth/access";
import { IMPORT_FIELDS, type ImportField, isList } from "../domain/library/import/fields";
import { Invalid, Refused } from "../errors/app-error";
import { importExercises } from "../features/library/import/import-exercises";
import { type ImportPreview, previewImport } from "../features/library/import/preview-import";
import { actingStaff } from "./acting-staff";
import { previewLines, USAGE } from "./import-words";
import { runningApp } from "./running-app";
import { readSettings } from "./settings";

const OPTIONS = {
  clinic: { type: "string" },
  as: { type: "string" },
  map: { type: "string", multiple: true },
  source: { type: "string" },
  licence: { type: "string" },
  kind: { type: "string" },
  report: { type: "string" },
  "include-duplicates": { type: "boolean" },
  "leave-out-faulty": { type: "boolean" },
  "dry-run": { type: "boolean" },
} as const;

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [file, ...others] = positionals;
    const { clinic, as: email } = values;
    if (!file || !clinic || !email || others.length > 0) throw new OperatorError(USAGE);
    return { ...values, file, clinic, email };
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
type Arguments = ReturnType<typeof readArguments>;

function checkFile(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new OperatorError(`There is no file ${file}.`);
}

/** The bytes of the file, anew each time. */
const bytesOf = (file: string): AsyncIterable<Uint8Array> => createReadStream(file);

const isField = (name: string): name is ImportField =>
  (IMPORT_FIELDS as readonly string[]).includes(name);

/** What the headers suggest, with what was said on the command line. */
function mappingOf({ columns }: ImportPreview, said: readonly string[] = []) {
  const mapping = new Map(columns.map(({ name, field }) => [name, field]));
  for (const pair of said) {
    const cut = pair.lastIndexOf("=");
    const [column, field] = [pair.slice(0, cut), pair.slice(cut + 1)];
    if (cut < 1) throw new OperatorError(`Write --map ${pair} as COLUMN=FIELD.`);
    if (field !== "" && !isField(field))
      throw new OperatorError(`There is no field "${field}". Fields: ${IMPORT_FIELDS.join(", ")}.`);
    // A column that was said wins over one that was only guessed.
    for (const [other, taken] of mapping)
      if (taken === field && !isList(taken) && !said.includes(`${other}=${taken}`))
        mapping.set(other, null);
    mapping.set(column, field === "" ? null : (field as ImportField));
  }
  return [...mapping];
}

async function run(args: Arguments): Promise<number> {
  const access = clinicAccess(await actingStaff(args.email, args.clinic), "edit-library");
  const choices = {
    sourceName: args.source ?? path.basename(args.file),
    licence: args.licence ?? null,
    kind: args.kind,
    includeDuplicates: args["include-duplicates"] ?? false,
    leaveOutFaulty: args["leave-out-faulty"] ?? false,
  };
  const guessed = await previewImport(access, choices, bytesOf(args.file));
  const mapping = mappingOf(guessed, args.map);
  const preview = args.map
    ? await previewImport(access, { ...choices, mapping }, bytesOf(args.file))
    : guessed;
  console.log(previewLines(preview).join("\n"));
  if (preview.mappingFault) throw new OperatorError(preview.mappingFault);
  if (args["dry-run"]) return 0;
  const tell = (done: number, total: number) => console.error(`${done} of ${total}`);
  const input = { ...choices, mapping };
  const done = await importExercises(access, input, bytesOf(args.file), { tell }, new Date());
  const { counts, importId, report } = done;
  if (args.report) writeFileSync(args.report, report);
  console.log(
    importId
      ? `Imported ${counts.import} of ${counts.read}, not ready until a therapist has set text and traits.`
      : "There was nothing to import.",
  );
  return 0;
}

/** Imports exercises into a clinic, as a member of its staff. */
async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  checkFile(args.file);
  process.env.DATABASE_APP_URL = await runningApp(readSettings([]));
  try {
    return await run(args);
  } finally {
    await closeDatabase();
  }
}

function sentence(error: unknown): string {
  if (error instanceof Invalid) return Object.values(error.fieldErrors).join("\n");
  if (error instanceof Refused) return "Their role may not change the library.";
  const known = explain(error) ?? explain((error as Error).cause);
  return known?.message ?? "Carryover cannot import this file. Nothing was saved.";
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
