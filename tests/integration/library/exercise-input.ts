import { eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { exercise, exerciseText } from "@/db/schema/library";
import { createExercise } from "@/lib/features/library/create-exercise";
import type { TestStaff } from "@/tests/support/fixtures";

export const NOW = new Date("2026-11-20T11:00:00Z");

/** Words of one language as the form sends them. */
export const WORDS = {
  name: "Tray slide",
  aliases: ["tray push", "slide the tray"],
  setup: "Sit at a table with both hands on a tray.",
  steps: ["Slide the tray away from you.", "Slide it back."],
  feel: "A gentle stretch in the shoulders.",
  cautions: ["Stop if it hurts more."],
  faults: ["The back rounds. Sit tall."],
  alt: "A person slides a tray over a table.",
};

const NO_AMOUNTS = {
  sets: null,
  reps: null,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: null,
  timesPerDay: null,
  daysPerWeek: null,
};

/** A whole exercise as the form sends it: ready to be prescribed, English alone. */
export const INPUT = {
  onlyForAuthor: false,
  kind: "dynamic mobility",
  side: "both",
  regions: ["shoulder"],
  positions: ["sitting"],
  equipment: ["table"],
  optionalEquipment: [],
  traits: [],
  noTraits: true,
  amounts: { ...NO_AMOUNTS, sets: 2, reps: 12 },
  words: { en: WORDS, es: null },
  mediaIds: [],
};

export const amounts = (some: object) => ({ amounts: { ...NO_AMOUNTS, ...some } });
export const words = (some: object) => ({ words: { en: { ...WORDS, ...some }, es: null } });

/** Makes an exercise; answers its key. */
export async function make(staff: TestStaff, change: object = {}): Promise<string> {
  const { slug } = await createExercise(staff.access("edit-library"), { ...INPUT, ...change }, NOW);
  return slug;
}

/** What is kept of an exercise, seen by this clinic. */
export function kept({ clinicId }: { readonly clinicId: string }, slug: string) {
  return inScope({ clinicId }, async (tx) => {
    const [row] = await tx.select().from(exercise).where(eq(exercise.slug, slug));
    const texts = await tx.select().from(exerciseText).where(eq(exerciseText.slug, slug));
    return { row, texts };
  });
}
