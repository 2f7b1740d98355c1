import { applyScope, inScope } from "../../../db/client";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { env } from "../../env";
import { Conflict } from "../../errors/app-error";
import { insertReset } from "../account/insert-reset";
import { allClinicIds } from "../account/staff-clinic";
import { lockColleague } from "./colleague";

/**
 * Makes a password reset link for a colleague, for the owner to hand over. Throws `NotFound`, and `Conflict`
 * for somebody who also belongs to another clinic: whoever holds the link could get into that one too.
 */
export async function createResetLink(
  access: ClinicAccess<"manage-staff">,
  userId: unknown,
  now: Date,
): Promise<{ url: string }> {
  return inScope(access.scope, async (tx) => {
    const { colleague } = await lockColleague(tx, access.clinicId, userId);
    if (colleague.disabledAt) throw new Conflict("Enable the account first.");
    await recordAudit(tx, access, {
      action: "staff.create-reset-link",
      subjectKind: "user",
      subjectId: colleague.userId,
    });
    await applyScope(tx, { userId: colleague.userId });
    const clinicIds = await allClinicIds(tx, colleague.userId);
    if (clinicIds.some((id) => id !== access.clinicId))
      throw new Conflict(
        "This person also works at another clinic, so only they can reset their password, by e-mail.",
      );
    const token = await insertReset(tx, colleague.userId, now);
    return { url: `${env.origin}/recovery/${token}` };
  });
}
