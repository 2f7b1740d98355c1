import { and, eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exercise } from "@/db/schema/library";
import { template } from "@/db/schema/template";
import type { Locale } from "@/lib/domain/plan/plan-document";
import { insertOwnExercises, type OwnExercise } from "@/lib/features/library/write-exercise";
import type { KeptLine } from "@/lib/features/templates/line-queries";
import { readAnyTemplate } from "@/lib/features/templates/queries";
import { insertOwnTemplate, replaceOwnTemplate } from "@/lib/features/templates/write-template";
import type { TestStaff } from "@/tests/support/fixtures";

export type OwnLine = Pick<KeptLine, "slug" | "dosage"> & Partial<KeptLine>;

interface OwnTemplate {
  readonly name?: string;
  readonly onlyForAuthor?: boolean;
  /** In English; there is no Spanish text. */
  readonly note?: string;
  readonly writtenIn?: Locale;
  readonly conditions?: readonly string[];
  readonly lines: readonly OwnLine[];
}

const keptOf = (lines: readonly OwnLine[]) =>
  lines.map((line) => ({ ...NO_EXTRAS, cue: null, caution: null, ...line }));

const NO_EXTRAS = { phaseId: null, mustDo: false, painLimits: null, ladder: [] };

/** A template of the clinic's own, or of one person's own; answers its id. */
export async function makeOwnTemplate(
  { clinicId, userId }: TestStaff,
  own: OwnTemplate,
): Promise<string> {
  const { name = "Our set", note = "", conditions = [], writtenIn = "en", lines } = own;
  const id = newId();
  await inScope({ clinicId, userId }, (tx) =>
    insertOwnTemplate(
      tx,
      { id, clinicId, createdBy: userId },
      {
        onlyForAuthor: own.onlyForAuthor ?? false,
        name,
        summary: "",
        notes: { en: note || null, es: null },
        writtenIn,
        phases: [],
        lines: keptOf(lines),
      },
      { conditions, sources: [], basis: "Ours" },
      new Date(),
    ),
  );
  return id;
}

/** The template as it is edited later. */
export const changeOwnTemplate = (
  { clinicId, userId }: TestStaff,
  id: string,
  lines: readonly OwnLine[],
  note: string,
) =>
  inScope({ clinicId, userId }, async (tx) => {
    const found = await readAnyTemplate(tx, id);
    if (!found) throw new Error("there is no such template");
    const own = {
      onlyForAuthor: false,
      name: found.name,
      summary: found.summary,
      notes: { en: note, es: null },
      writtenIn: "en" as const,
      phases: [],
      lines: keptOf(lines),
    };
    const owner = { id, clinicId, createdBy: userId };
    await replaceOwnTemplate(tx, owner, own, found.revision + 1, new Date());
  });

export const retireOwnTemplate = ({ clinicId, userId }: TestStaff, id: string) =>
  inScope({ clinicId, userId }, (tx) =>
    tx
      .update(template)
      .set({ retiredAt: new Date() })
      .where(and(eq(template.clinicId, clinicId), eq(template.id, id))),
  );

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
