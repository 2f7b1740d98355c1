import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { versionAdvice } from "../../../db/schema/advice";
import { planVersion, prescribedExercise, prescribedExerciseText } from "../../../db/schema/plan";
import { dosageOfRow } from "../plans/dosage-of-row";
import { painRuleOfRow } from "../plans/draft-rows";
import type { VersionSide } from "./assemble-review";

interface Wanted {
  readonly clinicId: string;
  readonly patientId: string;
  readonly planId: string;
}

function ofPlan({ clinicId, patientId, planId }: Wanted) {
  return and(
    eq(planVersion.clinicId, clinicId),
    eq(planVersion.patientId, patientId),
    eq(planVersion.planId, planId),
  );
}

function lineRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({ line: prescribedExercise, name: prescribedExerciseText.name })
    .from(planVersion)
    .innerJoin(
      prescribedExercise,
      and(
        eq(prescribedExercise.clinicId, planVersion.clinicId),
        eq(prescribedExercise.versionId, planVersion.id),
      ),
    )
    .innerJoin(
      prescribedExerciseText,
      and(
        eq(prescribedExerciseText.clinicId, prescribedExercise.clinicId),
        eq(prescribedExerciseText.prescribedId, prescribedExercise.id),
        eq(prescribedExerciseText.locale, "en"),
      ),
    )
    .where(ofPlan(wanted));
}

function adviceRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({
      versionId: versionAdvice.versionId,
      id: versionAdvice.adviceId,
      title: versionAdvice.title,
    })
    .from(planVersion)
    .innerJoin(
      versionAdvice,
      and(
        eq(versionAdvice.clinicId, planVersion.clinicId),
        eq(versionAdvice.versionId, planVersion.id),
        eq(versionAdvice.locale, "en"),
      ),
    )
    .where(ofPlan(wanted))
    .orderBy(asc(versionAdvice.position));
}

/** Every published version of a plan, by number, with what a comparison and a chart name. */
export async function versionSides(tx: Tx, wanted: Wanted): Promise<VersionSide[]> {
  const [versions, lines, advice] = await Promise.all([
    tx.select().from(planVersion).where(ofPlan(wanted)).orderBy(asc(planVersion.number)),
    lineRows(tx, wanted),
    adviceRows(tx, wanted),
  ]);
  return versions.map((version) => {
    const own = lines.filter(({ line }) => line.versionId === version.id);
    const advised = advice.filter(({ versionId }) => versionId === version.id);
    return {
      versionId: version.id,
      number: version.number,
      startsOn: version.startsOn,
      side: {
        note: version.note,
        painRule: painRuleOfRow(version),
        advice: advised,
        exercises: own.map(({ line }) => ({
          lineId: line.lineId,
          slug: line.slug,
          position: line.position,
          dosage: dosageOfRow(line),
          cue: line.cue,
          caution: line.caution,
        })),
      },
      names: new Map(own.map(({ line, name }) => [line.lineId, name])),
      adviceTitles: new Map(advised.map(({ id, title }) => [id, title])),
    };
  });
}
