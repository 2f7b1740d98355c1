import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { media } from "@/db/schema/media";
import { insertOwnExercises, type OwnExercise } from "@/lib/features/library/write-exercise";
import type { TestStaff } from "@/tests/support/fixtures";

const TEXT = {
  name: "Heel slide on a towel",
  aliases: [],
  setup: "Lie on your back.",
  steps: ["Slide your heel towards you."],
  feel: "A gentle stretch.",
  cautions: [],
  faults: [],
  alt: "A person sliding a heel along the floor.",
};

const OWN: OwnExercise = {
  onlyForAuthor: false,
  traitsDecided: true,
  kind: "mobility",
  side: "none",
  regions: ["knee"],
  positions: ["supine"],
  equipment: [],
  optionalEquipment: [],
  traits: [],
  sets: 2,
  reps: 10,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: null,
  timesPerDay: 1,
  daysPerWeek: null,
  figureId: null,
  text: { en: TEXT, es: TEXT },
};

/** An exercise of the clinic's own, ready to be prescribed. */
export async function makeOwnExercise(
  { clinicId, userId }: TestStaff,
  change: Partial<OwnExercise> = {},
): Promise<string> {
  const slug = newId();
  const origin = { origin: "own", copiedFrom: null, importId: null, sources: [] } as const;
  await inScope({ clinicId, userId }, (tx) =>
    insertOwnExercises(
      tx,
      [{ ...OWN, ...change, ...origin, slug, clinicId, createdBy: userId }],
      new Date(),
    ),
  );
  return slug;
}

/** A row without bytes, for tests that do not look at them. */
export async function makeMediaRow(
  { clinicId, userId }: TestStaff,
  kind: "photo" | "video" = "photo",
  change: Partial<typeof media.$inferInsert> = {},
): Promise<string> {
  const id = newId();
  await inScope({ clinicId, userId }, (tx) =>
    tx.insert(media).values({
      clinicId,
      id,
      kind,
      mime: kind === "photo" ? "image/jpeg" : "video/mp4",
      sizeBytes: 1000,
      width: 40,
      height: 30,
      durationMs: kind === "video" ? 2000 : null,
      createdBy: userId,
      ...change,
    }),
  );
  return id;
}
