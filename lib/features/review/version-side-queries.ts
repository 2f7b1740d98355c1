import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { versionAdvice } from "../../../db/schema/advice";
import {
  planVersion,
  prescribedExercise,
  prescribedExerciseText,
  versionPhase,
} from "../../../db/schema/plan";
import { withMarks } from "../../domain/plan/frozen-marks";
import type { PlanSide } from "../../domain/plan/plan-diff";
import { linesOfRows, painRuleOfRow, phaseOfRow } from "../plans/draft-rows";
import { versionMarks } from "../plans/frozen-queries";
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
    .where(ofPlan(wanted))
    .orderBy(asc(prescribedExercise.position));
}

function phaseRows(tx: Tx, wanted: Wanted) {
  return tx
    .select({ phase: versionPhase })
    .from(planVersion)
    .innerJoin(
      versionPhase,
      and(
        eq(versionPhase.clinicId, planVersion.clinicId),
        eq(versionPhase.versionId, planVersion.id),
      ),
    )
    .where(ofPlan(wanted))
    .orderBy(asc(versionPhase.position));
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
  const [versions, lines, advice, phases, marks] = await Promise.all([
    tx.select().from(planVersion).where(ofPlan(wanted)).orderBy(asc(planVersion.number)),
    lineRows(tx, wanted),
    adviceRows(tx, wanted),
    phaseRows(tx, wanted),
    versionMarks(tx, wanted),
  ]);
  return versions.map((version) => {
    const own = lines.filter(({ line }) => line.versionId === version.id);
    const advised = advice.filter(({ versionId }) => versionId === version.id);
    const side: PlanSide = {
      note: version.note,
      painRule: painRuleOfRow(version),
      advice: advised,
      wantedStartOn: version.wantedStartOn,
      endsOn: version.endsOn,
      phases: phases
        .filter(({ phase }) => phase.versionId === version.id)
        .map(({ phase }) => phaseOfRow(phase)),
      exercises: linesOfRows(own.map(({ line }) => line)).map((line, position) => ({
        ...line,
        position,
      })),
    };
    return {
      versionId: version.id,
      number: version.number,
      startsOn: version.startsOn,
      side: withMarks(side, marks.get(version.number)),
      names: new Map(own.map(({ line, name }) => [line.lineId, name])),
      adviceTitles: new Map(advised.map(({ id, title }) => [id, title])),
    };
  });
}
