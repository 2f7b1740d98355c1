import { eq } from "drizzle-orm";
import postgres, { type TransactionSql } from "postgres";
import { inject } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exercise } from "@/db/schema/library";
import type { Dosage } from "@/lib/domain/dosage/dosage";
import { insertOwnExercises, type OwnExercise } from "@/lib/features/library/write-exercise";
import { dosageColumnsOf } from "@/lib/features/plans/draft-rows";
import type { TestStaff } from "@/tests/support/fixtures";

const TABLES = ["template", "template_text", "template_exercise"] as const;

/** Writes templates that belong to a clinic: no role of the application may yet. */
async function asOwner(work: (tx: TransactionSql) => Promise<unknown>): Promise<void> {
  const url = new URL(inject("testServer").adminUrl);
  url.pathname = new URL(process.env.DATABASE_APP_URL ?? "").pathname;
  const db = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    await db.begin(async (tx) => {
      for (const table of TABLES)
        await tx.unsafe(`alter table ${table} no force row level security`);
      await work(tx);
      for (const table of TABLES) await tx.unsafe(`alter table ${table} force row level security`);
    });
  } finally {
    await db.end();
  }
}

export interface OwnLine {
  readonly slug: string;
  readonly dosage: Dosage;
}

interface OwnTemplate {
  readonly name?: string;
  /** In English; there is no Spanish text. */
  readonly note?: string;
  readonly conditions?: readonly string[];
  readonly lines: readonly OwnLine[];
}

async function writeLines(
  tx: TransactionSql,
  clinicId: string,
  id: string,
  lines: readonly OwnLine[],
) {
  await tx`delete from template_exercise where template_id = ${id}`;
  for (const [position, { slug, dosage }] of lines.entries()) {
    const columns = Object.entries(dosageColumnsOf(dosage)).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]);
    const row = { template_id: id, position, clinic_id: clinicId, slug };
    await tx`insert into template_exercise ${tx({ ...row, ...Object.fromEntries(columns) })}`;
  }
}

/** A template of the clinic's own; answers its id. */
export async function makeOwnTemplate(
  { clinicId, userId }: TestStaff,
  { name = "Our set", note = "", conditions = [], lines }: OwnTemplate,
): Promise<string> {
  const id = newId();
  await asOwner(async (tx) => {
    const row = {
      id,
      clinic_id: clinicId,
      created_by: userId,
      regions: ["knee"],
      conditions: [...conditions],
      sources: [],
      basis: "Ours",
      review_state: "clinic",
      position: 0,
    };
    await tx`insert into template ${tx(row)}`;
    const text = { id, locale: "en", clinic_id: clinicId, name, summary: "", note };
    await tx`insert into template_text ${tx(text)}`;
    await writeLines(tx, clinicId, id, lines);
  });
  return id;
}

/** The template as it is edited later. */
export const changeOwnTemplate = (
  { clinicId }: TestStaff,
  id: string,
  lines: readonly OwnLine[],
  note: string,
) =>
  asOwner(async (tx) => {
    await writeLines(tx, clinicId, id, lines);
    await tx`update template_text set note = ${note} where id = ${id}`;
  });

export const retireOwnTemplate = (id: string) =>
  asOwner((tx) => tx`update template set retired_at = now() where id = ${id}`);

const WORDS = { aliases: [], setup: "Sit.", steps: ["Bend."], feel: "Work.", cautions: [] };

/** An exercise of the clinic's own, ready or not, retired or not; answers its key. */
export async function makeOwnExercise(
  { clinicId, userId }: TestStaff,
  { name, ready = true, retired = false }: { name: string; ready?: boolean; retired?: boolean },
): Promise<string> {
  const slug = newId();
  const own: OwnExercise = {
    onlyForAuthor: false,
    kind: "strengthening",
    side: "none",
    regions: ["knee"],
    positions: ["sitting"],
    equipment: ["chair"],
    optionalEquipment: [],
    traits: [],
    traitsDecided: ready,
    sets: 2,
    reps: 12,
    holdSeconds: null,
    durationSeconds: null,
    restSeconds: null,
    timesPerDay: 1,
    daysPerWeek: null,
    figureId: null,
    text: { en: { ...WORDS, name, faults: [], alt: "" } },
  };
  const origin = { slug, clinicId, createdBy: userId, importId: null, copiedFrom: null };
  await inScope({ clinicId, userId }, async (tx) => {
    await insertOwnExercises(
      tx,
      [{ ...own, ...origin, origin: "own" as const, sources: [] }],
      new Date(),
    );
    if (retired)
      await tx.update(exercise).set({ retiredAt: new Date() }).where(eq(exercise.slug, slug));
  });
  return slug;
}
