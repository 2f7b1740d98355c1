import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { Invalid } from "../../errors/app-error";
import { LOGO_MAX_BYTES, LOGO_MAX_SIDE } from "./logo-bounds";
import { readLogo } from "./logo-file";

/** Sets the clinic's logo from the bytes of a file, or removes it with null. Throws `Invalid` on `logo`. */
export async function updateLogo(
  access: ClinicAccess<"manage-clinic">,
  bytes: Buffer | null,
  now: Date,
): Promise<void> {
  const logoMime = bytes === null ? null : checkLogo(bytes);
  await inScope(access.scope, async (tx) => {
    await tx
      .update(clinic)
      .set({ logo: bytes, logoMime, updatedAt: now })
      .where(eq(clinic.id, access.clinicId));
    await recordAudit(tx, access, {
      action: "clinic.update",
      subjectKind: "clinic",
      subjectId: access.clinicId,
      fields: ["logo"],
    });
  });
}

function checkLogo(bytes: Buffer) {
  if (bytes.length === 0) throw new Invalid({ logo: "Choose a file." });
  if (bytes.length > LOGO_MAX_BYTES)
    throw new Invalid({ logo: "The file is larger than 500 kB. Save it smaller and try again." });
  const logo = readLogo(bytes);
  if (!logo) throw new Invalid({ logo: "Use a PNG or JPEG file." });
  if (logo.fault === "size")
    throw new Invalid({ logo: `The picture may be at most ${LOGO_MAX_SIDE} pixels a side.` });
  if (logo.fault === "damaged")
    throw new Invalid({
      logo: "The file is damaged or incomplete. Save it again and try once more.",
    });
  return logo.mime;
}
