import type { DocumentExercise, PlanDocument } from "../../../domain/plan/plan-document";
import { type PortalSnapshot, SNAPSHOT_FORMAT } from "../snapshot";

/** Fields that came with a later format; what an earlier page kept has none of them. */
const NEW_IN_EXERCISE: Pick<DocumentExercise, "faults"> = { faults: [] };

function toDocument(document: PlanDocument): PlanDocument {
  return {
    ...document,
    exercises: document.exercises.map((exercise) => ({ ...NEW_IN_EXERCISE, ...exercise })),
  };
}

/**
 * A snapshot that this device kept, as this page reads it: an app that was updated while the phone is
 * offline still shows the plan. What came with a later format is empty.
 */
export function readEarlier(snapshot: PortalSnapshot): PortalSnapshot {
  if (snapshot.format === SNAPSHOT_FORMAT) return snapshot;
  return {
    ...snapshot,
    plans: snapshot.plans.map((plan) => ({
      ...plan,
      documents: { en: toDocument(plan.documents.en), es: toDocument(plan.documents.es) },
    })),
  };
}
