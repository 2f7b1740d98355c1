import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import type { ClinicAccess, RecordAccess } from "../../auth/access";
import { localDateOf } from "../../domain/calendar/local-date";
import { type FoundTemplate, findTemplates } from "../templates/find-templates";
import { templateCards } from "../templates/queries";
import { currentConditions } from "./precaution-queries";

/** What a new plan of the patient may start with: templates for their conditions first. */
export async function templateChoices(
  access: RecordAccess<"view-record">,
  library: ClinicAccess<"view-library">,
  now: Date,
): Promise<FoundTemplate[]> {
  const { clinicId, patientId } = access;
  const [templates, conditions] = await Promise.all([
    templateCards(library),
    inScope(access.scope, async (tx) => {
      const [house] = await tx
        .select({ timeZone: clinic.timeZone })
        .from(clinic)
        .where(eq(clinic.id, clinicId));
      const today = localDateOf(now, house?.timeZone ?? "UTC");
      return currentConditions(tx, clinicId, patientId, today);
    }),
  ]);
  const conditionIds = conditions.map(({ conditionId }) => conditionId);
  return findTemplates(templates, { text: "", region: null, conditionIds });
}
