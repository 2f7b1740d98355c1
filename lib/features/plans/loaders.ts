import "server-only";
import { cache } from "react";
import { clinicAccess } from "../../auth/access";
import { requireClinic, requireRecord, requireStaff } from "../../auth/viewer";
import { env } from "../../env";
import { orNotFound } from "../../errors/or-not-found";
import type { FoundTemplate } from "../templates/find-templates";
import { type BuilderData, builderOf } from "./builder-queries";
import { type PlanOverview, planOverview } from "./overview-queries";
import { type PlanStanding, planStanding } from "./standing-queries";
import { templateChoices } from "./template-choice-queries";

/** The builder of a plan, for those who may prescribe. */
export const loadBuilder = cache(
  (planId: string): Promise<BuilderData> =>
    orNotFound(async () => {
      const viewer = await requireStaff();
      return builderOf(clinicAccess(viewer, "prescribe"), {
        planId,
        origin: env.origin,
        therapistName: viewer.name,
        now: new Date(),
      });
    }),
);

/** The plan tab of a patient, for those who may read the record. */
export const loadPlanOverview = cache(
  (patientId: string): Promise<PlanOverview> =>
    orNotFound(async () => {
      const access = await requireRecord(patientId, "view-record");
      return planOverview(access, { origin: env.origin, now: new Date() });
    }),
);

/** How the plan that runs stands against the record, for those who may read it. */
export const loadPlanStanding = cache(
  (patientId: string): Promise<PlanStanding | null> =>
    orNotFound(async () => {
      const access = await requireRecord(patientId, "view-record");
      return planStanding(access, new Date());
    }),
);

/** The templates that a new plan of the patient may start with. */
export function loadTemplateChoices(patientId: string): Promise<readonly FoundTemplate[]> {
  return orNotFound(async () => {
    const [access, library] = await Promise.all([
      requireRecord(patientId, "view-record"),
      requireClinic("view-library"),
    ]);
    return templateChoices(access, library, new Date());
  });
}
