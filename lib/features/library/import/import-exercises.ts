import { eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../../db/client";
import { newId } from "../../../../db/id";
import { clinic } from "../../../../db/schema/clinic";
import { exerciseImport } from "../../../../db/schema/library";
import { recordAudit } from "../../../audit/record";
import type { ClinicAccess } from "../../../auth/access";
import type { Counts, Examination, ExaminedRow } from "../../../domain/library/import/examine";
import { mappingFault } from "../../../domain/library/import/fields";
import type { ImportedExercise } from "../../../domain/library/import/read-row";
import { reportCsv } from "../../../domain/library/import/report";
import type { Table } from "../../../domain/library/import/table";
import { Invalid } from "../../../errors/app-error";
import { parse } from "../../../errors/parse";
import { insertOwnExercises, type OwnExercise, type OwnOrigin } from "../write-exercise";
import { examineTable, knownNames, mappingOf } from "./examine-table";
import { readTable } from "./read-table";
import { type ImportChoices, importChoices } from "./schema";

/** Exercises that are written in one go. */
const BATCH = 250;
/** Rows that are named one by one in the result. */
const LISTED = 200;

/** What an import did. */
export interface ImportResult {
  /** Null: there was nothing to import, so that nothing was written. */
  readonly importId: string | null;
  readonly counts: Counts;
  /** The first rows that stayed out, with their reasons; the report has all. */
  readonly leftOut: readonly ExaminedRow[];
  /** What became of every row, as CSV. */
  readonly report: string;
}

/** How far an import is. `signal`: gives up, and nothing is kept. */
export interface Progress {
  readonly tell: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

interface Work {
  readonly tx: Tx;
  readonly access: ClinicAccess<"edit-library">;
  readonly choices: ImportChoices;
  readonly table: Table;
  readonly now: Date;
}

function sourcesOf({ source, licence }: ImportedExercise, choices: ImportChoices): string[] {
  const rights = licence || (choices.licence ?? "");
  const name = source || choices.sourceName;
  return [rights ? `${name} (${rights})` : name];
}

/** Not ready, whatever the file says: a therapist has not looked at it. */
function ownOf(
  exercise: ImportedExercise,
  choices: ImportChoices,
  origin: Omit<OwnOrigin, "slug" | "sources">,
  now: Date,
): OwnExercise & OwnOrigin {
  const { amounts, kind, source, licence, ...facts } = exercise;
  return {
    ...facts,
    ...origin,
    slug: newId(now.getTime()),
    sources: sourcesOf(exercise, choices),
    onlyForAuthor: false,
    traitsDecided: false,
    kind: kind ?? choices.kind,
    traits: [],
    sets: amounts.sets,
    reps: amounts.reps,
    holdSeconds: amounts.hold,
    durationSeconds: amounts.duration,
    restSeconds: amounts.rest,
    timesPerDay: amounts.times_per_day,
    daysPerWeek: amounts.days_per_week,
    figureId: null,
  };
}

function refuseFaulty({ counts, rows }: Examination, { leaveOutFaulty }: ImportChoices): void {
  if (counts.faulty === 0 || leaveOutFaulty) return;
  const first = rows.find(({ outcome }) => outcome === "faulty");
  const rest = counts.faulty === 1 ? "1 row has" : `${counts.faulty} rows have`;
  throw new Invalid({
    rows: `${rest} problems, the first is row ${first?.number}. Nothing was imported: put them right, or leave them out.`,
  });
}

/** Two imports of a clinic wait for each other, so that the second sees the names of the first. */
const oneAtATime = (tx: Tx, clinicId: string) =>
  tx.select({ id: clinic.id }).from(clinic).where(eq(clinic.id, clinicId)).for("no key update");

async function insertAll(
  { tx, access, choices, table, now }: Work,
  { counts }: Examination,
  exercises: readonly ImportedExercise[],
  { tell, signal }: Progress,
): Promise<string> {
  const { clinicId, userId } = access;
  const importId = newId(now.getTime());
  await tx.insert(exerciseImport).values({
    clinicId,
    id: importId,
    sourceName: choices.sourceName,
    licence: choices.licence || null,
    format: table.format,
    rowsRead: counts.read,
    imported: counts.import,
    skipped: counts.duplicate + counts.faulty,
    createdBy: userId,
    createdAt: now,
  });
  const origin = { clinicId, createdBy: userId, origin: "import", copiedFrom: null } as const;
  for (let done = 0; done < exercises.length; done += BATCH) {
    signal?.throwIfAborted();
    tell(done, exercises.length);
    const batch = exercises.slice(done, done + BATCH);
    const own = batch.map((one) => ownOf(one, choices, { ...origin, importId }, now));
    await insertOwnExercises(tx, own, now);
  }
  signal?.throwIfAborted();
  tell(exercises.length, exercises.length);
  await recordAudit(tx, access, {
    action: "library.import",
    subjectKind: "exercise_import",
    subjectId: importId,
  });
  return importId;
}

const exercisesOf = (rows: readonly ExaminedRow[]) =>
  rows.flatMap(({ outcome, exercise }) => (outcome === "import" && exercise ? [exercise] : []));

/**
 * Imports the exercises in the bytes of a file into the clinic, all in one transaction or none: not ready, so
 * that they are found and marked and cannot be prescribed. Duplicates by name stay out unless asked for. Throws
 * `Invalid`: on `file` for what cannot be read, on `mapping` for one that cannot be, on `rows` when a row has
 * problems and was not left out, else on the field of a choice.
 */
export async function importExercises(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  bytes: AsyncIterable<Uint8Array>,
  progress: Progress,
  now: Date,
): Promise<ImportResult> {
  const choices = parse(importChoices, input);
  const table = await readTable(bytes);
  const mapping = mappingOf(table.columns, choices.mapping);
  const fault = mappingFault(mapping);
  if (fault) throw new Invalid({ mapping: fault });
  const { includeDuplicates } = choices;
  return inScope(access.scope, async (tx) => {
    await oneAtATime(tx, access.clinicId);
    const known = await knownNames(tx, access);
    const found = await examineTable(table, { mapping, includeDuplicates, known });
    refuseFaulty(found, choices);
    const coming = exercisesOf(found.rows);
    const work = { tx, access, choices, table, now };
    const importId = coming.length > 0 ? await insertAll(work, found, coming, progress) : null;
    const leftOut = found.rows.filter(({ outcome }) => outcome !== "import").slice(0, LISTED);
    return { importId, counts: found.counts, leftOut, report: reportCsv(found.rows) };
  });
}
