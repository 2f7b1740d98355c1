import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { episode } from "@/db/schema/patient";
import {
  plan,
  planPause,
  planVersion,
  prescribedExercise,
  prescribedExerciseText,
} from "@/db/schema/plan";
import { exerciseLog, morningLog, sessionLog } from "@/db/schema/session-log";
import type { LocalDate } from "@/lib/domain/calendar/local-date";
import { DAILY_ONCE, type Dosage } from "@/lib/domain/dosage/dosage";
import { DEFAULT_PAIN_RULE } from "@/lib/domain/pain/pain-rule";
import type { PainRule } from "@/lib/domain/plan/plan-document";
import type { ExerciseFact } from "@/lib/domain/session/facts";

export interface Person {
  readonly clinicId: string;
  readonly patientId: string;
}

/** One line of a version: `key` is the same line in every version. */
export interface LineRow {
  readonly key: string;
  readonly name: string;
  readonly slug: string;
  readonly dosage?: Partial<Dosage>;
}

export interface VersionRow {
  readonly startsOn: LocalDate;
  readonly lines: readonly LineRow[];
  readonly painRule?: Partial<PainRule>;
}

export interface MadePlan {
  readonly planId: string;
  readonly versionIds: readonly string[];
  /** Prescribed id of a line in a version, by number. */
  prescribed(number: number, key: string): string;
}

function dosageColumns(overrides: Partial<Dosage> = {}) {
  const { frequency, ...amounts } = {
    sets: 3,
    reps: 10,
    holdSeconds: null,
    durationSeconds: null,
    side: "none" as const,
    frequency: DAILY_ONCE,
    ...overrides,
  };
  return { ...amounts, ...frequency, weekdays: [...frequency.weekdays] };
}

/** A published plan straight into the tables. Needs the seeded library for the slugs. */
export async function insertPlan(
  { clinicId, patientId }: Person,
  {
    versions,
    startedOn = versions[0]?.startsOn,
    endedOn = null,
    pauses = [],
  }: {
    versions: readonly VersionRow[];
    startedOn?: LocalDate;
    endedOn?: LocalDate | null;
    pauses?: readonly { startsOn: LocalDate; endsOn: LocalDate | null }[];
  },
): Promise<MadePlan> {
  const by = newId();
  const [planId, episodeId] = [newId(), newId()];
  const title = "Low back, phase 1";
  const lineIds = new Map<string, string>();
  const prescribed = new Map<string, string>();
  const versionIds = versions.map(() => newId());
  const owner = { clinicId, patientId };
  await inScope({ clinicId, userId: by }, async (tx) => {
    await tx
      .insert(episode)
      .values({ ...owner, id: episodeId, title: "Low back", startedOn: startedOn as LocalDate });
    await tx.insert(plan).values({
      ...owner,
      id: planId,
      episodeId,
      title,
      qrToken: newId(),
      latestVersion: versions.length,
      startedOn,
      endedOn,
    });
    for (const [i, { startsOn, lines, painRule }] of versions.entries()) {
      const versionId = versionIds[i] as string;
      await tx.insert(planVersion).values({
        ...owner,
        id: versionId,
        planId,
        number: i + 1,
        title,
        ...DEFAULT_PAIN_RULE,
        ...painRule,
        startsOn,
        therapistName: "Maya Rao",
        publishedBy: by,
        publishedAt: new Date(`${startsOn}T09:00:00Z`),
      });
      for (const [position, { key, name, slug, dosage }] of lines.entries()) {
        const id = newId();
        prescribed.set(`${i + 1} ${key}`, id);
        lineIds.set(key, lineIds.get(key) ?? newId());
        await tx.insert(prescribedExercise).values({
          ...owner,
          id,
          versionId,
          lineId: lineIds.get(key) as string,
          position,
          slug,
          ...dosageColumns(dosage),
        });
        await tx.insert(prescribedExerciseText).values(
          (["en", "es"] as const).map((locale) => ({
            ...owner,
            prescribedId: id,
            locale,
            name: locale === "en" ? name : `${name} (es)`,
            setup: "Lie on your back.",
            steps: ["Breathe out."],
            feel: "A gentle stretch.",
            cautions: [],
            alt: "A person lying down.",
          })),
        );
      }
    }
    if (pauses.length > 0)
      await tx
        .insert(planPause)
        .values(
          pauses.map((pause) => ({ ...owner, id: newId(), planId, createdBy: by, ...pause })),
        );
  });
  return {
    planId,
    versionIds,
    prescribed: (number, key) => prescribed.get(`${number} ${key}`) as string,
  };
}

export type LoggedExercise = Partial<ExerciseFact> & Pick<ExerciseFact, "prescribedId">;

/** A session as a phone would have sent it; returns its id, for corrections. */
export async function insertSession(
  { clinicId, patientId }: Person,
  made: MadePlan,
  {
    on,
    number = 1,
    exercises = [],
    hour = 8,
    ...columns
  }: {
    on: LocalDate;
    number?: number;
    exercises?: readonly LoggedExercise[];
    hour?: number;
  } & Partial<typeof sessionLog.$inferInsert>,
): Promise<string> {
  const id = columns.id ?? newId();
  const at = new Date(`${on}T${String(hour).padStart(2, "0")}:00:00Z`);
  await inScope({ clinicId, patientId }, async (tx) => {
    await tx.insert(sessionLog).values({
      clinicId,
      patientId,
      rootId: id,
      planId: made.planId,
      versionId: made.versionIds[number - 1] as string,
      occurredAt: at,
      typedAt: at,
      zone: "Europe/Madrid",
      localOn: on,
      source: "live",
      ...columns,
      id,
    });
    if (exercises.length > 0)
      await tx.insert(exerciseLog).values(
        exercises.map((exercise) => ({
          outcome: "done" as const,
          ...exercise,
          clinicId,
          patientId,
          sessionLogId: id,
        })),
      );
  });
  return id;
}

/** A next-morning rating; returns its id, for corrections. */
export async function insertMorning(
  { clinicId, patientId }: Person,
  {
    on,
    pain,
    ...columns
  }: { on: LocalDate; pain: number } & Partial<typeof morningLog.$inferInsert>,
): Promise<string> {
  const id = newId();
  const at = new Date(`${on}T06:00:00Z`);
  await inScope({ clinicId, patientId }, (tx) =>
    tx.insert(morningLog).values({
      clinicId,
      id,
      patientId,
      rootId: id,
      occurredAt: at,
      typedAt: at,
      zone: "Europe/Madrid",
      localOn: on,
      source: "live",
      pain,
      ...columns,
    }),
  );
  return id;
}
