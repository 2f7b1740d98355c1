import {
  draftExercise,
  draftPhase,
  phaseBegun,
  plan,
  planDraft,
  planPause,
  planVersion,
  precautionOverride,
  prescribedExercise,
  prescribedExerciseText,
  versionPhase,
} from "@/db/schema/plan";
import { addDays } from "@/lib/domain/calendar/local-date";
import type { Work } from "./house-record";

/** Contraindicated for the condition of the record by its trait. */
export const OVERRIDDEN = {
  slug: "prone-press-up",
  conditionId: "pregnancy_t2t3",
  trait: "pos_prone",
} as const;

/** A dosage as it stands in a row: 3 x 10 with 5 s hold, daily. */
const DOSAGE = {
  sets: 3,
  reps: 10,
  holdSeconds: 5,
  side: "none",
  pattern: "daily",
  timesPerDayMin: 1,
  timesPerDayMax: 1,
} as const;

/** The plan of a house with a published version, a draft, an override and a past pause. */
export async function insertPlan({
  tx,
  clinicId,
  patientId,
  by,
  ids,
  texts,
  qrToken,
  today,
}: Work) {
  const { plan: shown, clinical } = texts;
  const { greenText, amberText, redText } = shown;
  const rule = { greenMax: 3, amberMax: 5, settledMax: 3, greenText, amberText, redText };
  const own = { clinicId, patientId };
  const planId = ids.plan;
  const startedOn = addDays(today, -20);
  await tx.insert(plan).values({
    ...own,
    id: planId,
    episodeId: ids.episode,
    title: shown.title,
    qrToken,
    latestVersion: 1,
    startedOn,
  });
  await tx.insert(planVersion).values({
    ...own,
    id: ids.version,
    planId,
    number: 1,
    title: shown.title,
    note: shown.note,
    ...rule,
    startsOn: startedOn,
    therapistName: "Maya Rao",
    publishedBy: by,
    publishedAt: new Date(`${startedOn}T09:00:00Z`),
  });
  const line = { lineId: ids.line, position: 0, slug: OVERRIDDEN.slug, ...DOSAGE };
  await tx.insert(prescribedExercise).values({
    ...own,
    ...line,
    id: ids.prescribed,
    versionId: ids.version,
    cue: shown.cue,
    caution: shown.caution,
  });
  await tx.insert(prescribedExerciseText).values(
    (["en", "es"] as const).map((locale) => ({
      ...own,
      prescribedId: ids.prescribed,
      locale,
      name: shown.exercise,
      setup: "Lie on your front.",
      steps: ["Press up."],
      feel: "A stretch.",
      cautions: ["Stop when it tingles."],
      alt: "A person pressing up.",
    })),
  );
  await tx
    .insert(planDraft)
    .values({ clinicId, planId, note: clinical.draftNote, ...rule, basedOn: 1, updatedBy: by });
  await tx.insert(draftExercise).values({
    clinicId,
    planId,
    ...line,
    cue: clinical.draftCue,
    caution: clinical.draftCaution,
  });
  const { conditionId, trait } = OVERRIDDEN;
  await tx.insert(precautionOverride).values({
    clinicId,
    id: ids.plan,
    planId,
    lineId: ids.line,
    conditionId,
    trait,
    reason: clinical.reason,
    createdBy: by,
  });
  const phase = { phaseId: ids.plan, position: 0, name: shown.phase, aim: shown.phase };
  await tx.insert(draftPhase).values({ clinicId, planId, ...phase });
  await tx.insert(versionPhase).values({ ...own, versionId: ids.version, ...phase });
  await tx.insert(phaseBegun).values({
    ...own,
    id: ids.plan,
    planId,
    phaseId: ids.plan,
    begunOn: startedOn,
    begunBy: by,
  });
  await tx.insert(planPause).values({
    ...own,
    id: ids.plan,
    planId,
    startsOn: addDays(today, -12),
    endsOn: addDays(today, -10),
    reason: clinical.pause,
    createdBy: by,
  });
}
