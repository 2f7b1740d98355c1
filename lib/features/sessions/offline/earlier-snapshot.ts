import { PLAIN_LINE, PLAIN_PLAN } from "../../../domain/plan/line";
import type { PlanDiff } from "../../../domain/plan/plan-diff";
import type { DocumentExercise, PlanDocument } from "../../../domain/plan/plan-document";
import { type PortalSnapshot, SNAPSHOT_FORMAT } from "../snapshot";

/** Fields that came with a later format; what an earlier page kept has none of them. */
const NEW_IN_EXERCISE: Pick<DocumentExercise, "faults" | "media" | keyof typeof PLAIN_LINE> = {
  ...PLAIN_LINE,
  ladder: [],
  faults: [],
  media: [],
};
const NEW_IN_DOCUMENT: Pick<PlanDocument, "advice" | keyof typeof PLAIN_PLAN> = {
  ...PLAIN_PLAN,
  advice: [],
};
const NEW_IN_CHANGE: Pick<PlanDiff, "advice" | "renewed" | "phases" | "dates"> = {
  phases: { added: [], removed: [], changed: [], reordered: false },
  dates: [],
  advice: { added: [], removed: [], renewed: [], reordered: [] },
  renewed: [],
};

function toDocument(document: PlanDocument): PlanDocument {
  return {
    ...NEW_IN_DOCUMENT,
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
      adviceTitles: plan.adviceTitles ?? {},
      change: plan.change && {
        ...NEW_IN_CHANGE,
        ...plan.change,
        advice: { ...NEW_IN_CHANGE.advice, ...plan.change.advice },
      },
      documents: { en: toDocument(plan.documents.en), es: toDocument(plan.documents.es) },
    })),
  };
}
