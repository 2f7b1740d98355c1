import { and, eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { template } from "../../../db/schema/template";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { parse } from "../../errors/parse";
import { lockOwnTemplate } from "./own-template";
import { templateKey } from "./schema";

/** Offers a retired template of the clinic again. Does nothing when it is not retired. Throws `NotFound`. */
export async function restoreTemplate(
  access: ClinicAccess<"edit-library">,
  input: unknown,
): Promise<void> {
  const { templateId } = parse(templateKey, input);
  const { clinicId } = access;
  await inScope(access.scope, async (tx) => {
    const { found } = await lockOwnTemplate(tx, access, templateId);
    if (!found.isRetired) return;
    await tx
      .update(template)
      .set({ retiredAt: null })
      .where(and(eq(template.clinicId, clinicId), eq(template.id, templateId)));
    await recordAudit(tx, access, {
      action: "template.restore",
      subjectKind: "template",
      subjectId: templateId,
    });
  });
}
