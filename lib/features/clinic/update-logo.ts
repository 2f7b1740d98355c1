import { eq } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { Invalid } from "../../errors/app-error";
import { LOGO_MAX_BYTES, LOGO_MAX_MEGAPIXELS } from "./logo-bounds";
import { type Logo, type LogoFault, makeLogo } from "./logo-file";

/**
 * Sets the clinic's logo from the bytes of a file, drawn anew, or removes it with null. Throws `Invalid` on
 * `logo`; the logo of before stays.
 */
export async function updateLogo(
  access: ClinicAccess<"manage-clinic">,
  file: Buffer | null,
  now: Date,
): Promise<void> {
  const logo = file === null ? null : await readLogo(file);
  await inScope(access.scope, async (tx) => {
    await tx
      .update(clinic)
      .set({ logo: logo?.bytes ?? null, logoMime: logo?.mime ?? null, updatedAt: now })
      .where(eq(clinic.id, access.clinicId));
    await recordAudit(tx, access, {
      action: "clinic.update",
      subjectKind: "clinic",
      subjectId: access.clinicId,
      fields: ["logo"],
    });
  });
}

const SENTENCES: Readonly<Record<LogoFault, string>> = {
  kind: "Use a PNG or JPEG file.",
  moving: "Moving pictures cannot be printed. Use a still PNG or JPEG file.",
  pixels: `The picture has more than ${LOGO_MAX_MEGAPIXELS} megapixels. Save it smaller and try again.`,
  damaged: "The file is damaged or incomplete. Save it again and try once more.",
};

async function readLogo(file: Buffer): Promise<Logo> {
  if (file.length === 0) throw new Invalid({ logo: "Choose a file." });
  if (file.length > LOGO_MAX_BYTES)
    throw new Invalid({ logo: "The file is larger than 500 kB. Save it smaller and try again." });
  const made = await makeLogo(file);
  if (typeof made === "string") throw new Invalid({ logo: SENTENCES[made] });
  return made;
}
