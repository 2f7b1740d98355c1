import { and, eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exercise } from "@/db/schema/library";
import { patient } from "@/db/schema/patient";
import { plan, planPause } from "@/db/schema/plan";
import { template } from "@/db/schema/template";
import type { House } from "../../support/house";
import type { ServerAction } from "./actions";

/** Brings a house to where the action has something to do. */
export async function prepare({ name }: ServerAction, house: House): Promise<void> {
  const { clinicId, record } = house;
  const { patientId } = house.patient;
  const ofPlan = and(eq(plan.clinicId, clinicId), eq(plan.id, record.planId));
  const person = and(eq(patient.clinicId, clinicId), eq(patient.id, patientId));
  await inScope({ clinicId, userId: house.owner.userId }, async (tx) => {
    if (name === "createPlanAction")
      await tx.update(plan).set({ endedOn: record.today }).where(ofPlan);
    if (name === "restoreExerciseAction")
      await tx
        .update(exercise)
        .set({ retiredAt: new Date() })
        .where(and(eq(exercise.clinicId, clinicId), eq(exercise.slug, house.library.ownSlug)));
    if (name === "restoreTemplateAction")
      await tx
        .update(template)
        .set({ retiredAt: new Date() })
        .where(and(eq(template.clinicId, clinicId), eq(template.id, house.library.templateId)));
    if (name === "restorePatientAction")
      await tx.update(patient).set({ archivedAt: new Date() }).where(person);
    if (name === "resumePlanAction")
      await tx.insert(planPause).values({
        clinicId,
        id: newId(),
        planId: record.planId,
        patientId,
        startsOn: record.today,
        createdBy: house.owner.userId,
      });
  });
}
