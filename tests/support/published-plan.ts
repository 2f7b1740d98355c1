import { isNull } from "drizzle-orm";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exercise } from "@/db/schema/library";
import { episode } from "@/db/schema/patient";
import { plan, planVersion, prescribedExercise, prescribedExerciseText } from "@/db/schema/plan";
import { addDays, type LocalDate } from "@/lib/domain/calendar/local-date";
import { DEFAULT_PAIN_RULE } from "@/lib/domain/pain/pain-rule";

export interface PublishedPlan {
  readonly planId: string;
  readonly startedOn: LocalDate;
  /** Oldest first. */
  readonly versions: readonly { readonly versionId: string; readonly prescribedIds: string[] }[];
}

/**
 * A published plan straight into the tables, every exercise once a day: 3 x 10 with 5 s hold. For tests
 * of what comes after publishing; publishing itself has its own. Drawn exercises come first. Needs the seeded library.
 */
export async function makePublishedPlan(
  { clinicId, patientId }: { readonly clinicId: string; readonly patientId: string },
  {
    startedOn,
    versions = 1,
    exercises = 2,
    endedOn = null,
    figures = true,
  }: {
    startedOn: LocalDate;
    versions?: number;
    exercises?: number;
    endedOn?: LocalDate | null;
    /** False: published without pictures. */
    figures?: boolean;
  },
): Promise<PublishedPlan> {
  const by = newId();
  const planId = newId();
  const episodeId = newId();
  const lines = Array.from({ length: exercises }, () => newId());
  return inScope({ clinicId, userId: by }, async (tx) => {
    const slugs = await tx
      .select({ slug: exercise.slug, figureId: exercise.figureId })
      .from(exercise)
      .orderBy(isNull(exercise.figureId), exercise.slug)
      .limit(exercises);
    if (slugs.length < exercises) throw new Error("the library is not seeded");
    await tx
      .insert(episode)
      .values({ clinicId, id: episodeId, patientId, title: "Low back", startedOn });
    await tx.insert(plan).values({
      clinicId,
      id: planId,
      patientId,
      episodeId,
      title: "Low back, phase 1",
      qrToken: newId(),
      latestVersion: versions,
      startedOn,
      endedOn,
    });
    const made = [];
    for (let number = 1; number <= versions; number++) {
      const versionId = newId();
      const prescribedIds = lines.map(() => newId());
      await tx.insert(planVersion).values({
        clinicId,
        id: versionId,
        planId,
        patientId,
        number,
        title: "Low back, phase 1",
        ...DEFAULT_PAIN_RULE,
        startsOn: addDays(startedOn, number - 1),
        therapistName: "Maya Rao",
        publishedBy: by,
        publishedAt: new Date(`${addDays(startedOn, number - 1)}T09:00:00Z`),
      });
      await tx.insert(prescribedExercise).values(
        prescribedIds.map((id, position) => ({
          clinicId,
          id,
          versionId,
          patientId,
          lineId: lines[position]!,
          position,
          ...slugs[position]!,
          ...(figures ? {} : { figureId: null }),
          sets: 3,
          reps: 10,
          holdSeconds: 4 + number,
          side: "none" as const,
          pattern: "daily" as const,
          timesPerDayMin: 1,
          timesPerDayMax: 1,
        })),
      );
      await tx.insert(prescribedExerciseText).values(
        prescribedIds.flatMap((prescribedId, position) =>
          (["en", "es"] as const).map((locale) => ({
            clinicId,
            prescribedId,
            patientId,
            locale,
            name: `${locale === "en" ? "Exercise" : "Ejercicio"} ${position + 1}`,
            setup: "Lie on your back.",
            steps: ["Breathe out.", "Hold."],
            feel: "A gentle stretch.",
            cautions: ["Stop when it tingles."],
            alt: "A person lying on their back.",
          })),
        ),
      );
      made.push({ versionId, prescribedIds });
    }
    return { planId, startedOn, versions: made };
  });
}
