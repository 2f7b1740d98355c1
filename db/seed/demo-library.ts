import { and, eq, inArray } from "drizzle-orm";
import { ownExerciseOf } from "../../lib/features/library/own-exercise";
import {
  insertOwnExercises,
  type OwnExercise,
  type OwnOrigin,
} from "../../lib/features/library/write-exercise";
import { applyScope, type Tx } from "../client";
import { exercise, exerciseFavourite, exerciseReview, exerciseText } from "../schema/library";
import { dayCount } from "./demo-clock";
import { demoId } from "./demo-random";
import { staffId } from "./demo-rows";
import { writeDemoTemplates } from "./demo-templates";

/** The ids of own exercises never change. */
const MADE_AT = new Date("2025-03-03T10:00:00Z");
const CUSHION_BRIDGE = demoId("own exercise bridge", MADE_AT);
const DOORSTEP = demoId("own exercise doorstep", MADE_AT);

/** The clinic whose library is alive, and who keeps what at hand. */
interface DemoLibrary {
  readonly clinicId: string;
  /** IANA zone of the clinic. */
  readonly zone: string;
  readonly now: Date;
}

const COPIED = "bridge";
const SIGNED = "single-knee-to-chest";
const FAVOURITES: Readonly<Record<string, readonly string[]>> = {
  maya: [COPIED, "bird-dog", "sit-to-stand", CUSHION_BRIDGE],
  daniel: ["clamshell", "heel-raise-both"],
};

/** New, and in English alone so far. */
const doorstep: OwnExercise = {
  onlyForAuthor: false,
  kind: "functional",
  side: "each",
  regions: ["knee", "hip"],
  positions: ["standing"],
  equipment: ["step"],
  optionalEquipment: ["walking stick"],
  traits: [],
  traitsDecided: true,
  sets: 2,
  reps: 8,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: 45,
  timesPerDay: 1,
  daysPerWeek: 5,
  figureId: null,
  text: {
    en: {
      name: "Doorstep step-ups with a shopping bag",
      aliases: ["doorstep step-up", "bag step-up"],
      setup: "Stand at your front step with a light bag in one hand. Keep the rail close.",
      steps: [
        "Put your whole foot on the step.",
        "Push through that heel and stand up tall.",
        "Step down with the other foot first.",
      ],
      feel: "You should feel the front of the thigh and the buttock work.",
      cautions: ["Hold the rail if you feel unsure.", "Leave the bag out on a wet day."],
      faults: ["The knee falls in. Keep it over your second toe."],
      alt: "A person steps up on a doorstep with a bag in one hand.",
    },
  },
};

async function copyOfBridge(tx: Tx): Promise<OwnExercise | null> {
  const [[row], texts] = await Promise.all([
    tx.select().from(exercise).where(eq(exercise.slug, COPIED)),
    tx.select().from(exerciseText).where(eq(exerciseText.slug, COPIED)),
  ]);
  if (!row) return null;
  const own = ownExerciseOf(row, texts);
  const { en, es } = own.text;
  if (!en || !es) return null;
  return {
    ...own,
    reps: 12,
    holdSeconds: 5,
    text: {
      en: {
        ...en,
        name: "Bridge with a cushion between the knees",
        aliases: ["cushion bridge"],
        setup: `${en.setup} Put a cushion between your knees.`,
        steps: ["Squeeze the cushion gently.", ...en.steps],
      },
      es: {
        ...es,
        name: "Puente con un cojín entre las rodillas",
        aliases: ["puente con cojín"],
        setup: `${es.setup} Ponga un cojín entre las rodillas.`,
        steps: ["Apriete el cojín con suavidad.", ...es.steps],
      },
    },
  };
}

async function writeOwn(tx: Tx, { clinicId }: DemoLibrary, changedAt: Date) {
  const maya = staffId("maya");
  const origin = { clinicId, createdBy: maya, origin: "own", importId: null } as const;
  const bridge = await copyOfBridge(tx);
  const made: (OwnExercise & OwnOrigin)[] = [
    { ...doorstep, ...origin, slug: DOORSTEP, copiedFrom: null, sources: [] },
  ];
  if (bridge)
    made.push({ ...bridge, ...origin, slug: CUSHION_BRIDGE, copiedFrom: COPIED, sources: [] });
  await insertOwnExercises(tx, made, changedAt);
}

/** Own exercises and templates, favourites and a signed wording of a demo clinic, in its running transaction. */
export async function writeDemoLibrary(tx: Tx, library: DemoLibrary): Promise<void> {
  const { clinicId, zone, now } = library;
  const days = dayCount(now, zone);
  await writeOwn(tx, library, days.at(12, "16:40"));
  await writeDemoTemplates(tx, clinicId, days.at(8, "17:05"));
  const wanted = Object.entries(FAVOURITES).flatMap(([who, slugs]) =>
    slugs.map((slug, i) => ({ userId: staffId(who), slug, createdAt: days.at(9 + i, "09:05") })),
  );
  const there = await tx
    .select({ slug: exercise.slug, digest: exercise.contentDigest })
    .from(exercise)
    .where(and(inArray(exercise.slug, [...wanted.map(({ slug }) => slug), SIGNED])));
  const digests = new Map(there.map(({ slug, digest }) => [slug, digest]));
  // Each sees and writes their own alone.
  for (const row of wanted.filter(({ slug }) => digests.has(slug))) {
    await applyScope(tx, { clinicId, userId: row.userId });
    await tx.insert(exerciseFavourite).values({ clinicId, ...row });
  }
  await applyScope(tx, { clinicId });
  const digest = digests.get(SIGNED);
  if (!digest) return;
  const reviewedAt = days.at(20, "12:15");
  await tx.insert(exerciseReview).values({
    clinicId,
    id: demoId(`review ${SIGNED}`, reviewedAt),
    slug: SIGNED,
    contentDigest: digest,
    reviewedBy: staffId("maya"),
    reviewerName: "Maya Rao",
    reviewedAt,
  });
}
