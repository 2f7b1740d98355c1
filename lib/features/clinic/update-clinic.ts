import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { updateClinicInput } from "./schema";

/** Saves the clinic's settings; plans already published keep what they were printed with. Throws `Invalid` by field. */
export async function updateClinic(
  access: ClinicAccess<"manage-clinic">,
  input: unknown,
  now: Date,
): Promise<void> {
  const settings = parse(updateClinicInput, input);
  await inScope(access.scope, async (tx) => {
    const [before] = await tx
      .select()
      .from(clinic)
      .where(eq(clinic.id, access.clinicId))
      .for("update");
    if (!before) throw new NotFound();
    const fields = (Object.keys(settings) as (keyof typeof settings)[]).filter(
      (field) => settings[field] !== before[field],
    );
    if (fields.length === 0) return;
    await tx
      .update(clinic)
      .set({ ...settings, updatedAt: now })
      .where(eq(clinic.id, access.clinicId));
    await recordAudit(tx, access, {
      action: "clinic.update",
      subjectKind: "clinic",
      subjectId: access.clinicId,
      fields,
    });
  });
}
