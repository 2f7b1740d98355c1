import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { template } from "../../../db/schema/template";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { lockOwnTemplate } from "./own-template";
import { templateKey } from "./schema";

/**
 * Takes a template of the clinic out of every list. Plans that were made with it keep what they have. Does
 * nothing when it is retired already. Throws `NotFound`.
 */
export async function retireTemplate(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  now: Date,
): Promise<void> {
  const { templateId } = parse(templateKey, input);
  const { clinicId } = access;
  await inScope(access.scope, async (tx) => {
    const { found } = await lockOwnTemplate(tx, access, templateId);
    if (found.isRetired) return;
    await tx
      .update(template)
      .set({ retiredAt: now })
      .where(and(eq(template.clinicId, clinicId), eq(template.id, templateId)));
    await recordAudit(tx, access, {
      action: "template.retire",
      subjectKind: "template",
      subjectId: templateId,
    });
  });
}
