import { eq, getTableColumns } from "drizzle-orm";
import { inScope } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import type { ClinicAccess, SelfAccess } from "../../auth/access";
import { NotFound } from "../../errors/app-error";

const { logo, isDemo, createdAt, updatedAt, ...columns } = getTableColumns(clinic);

/** Every setting of the clinic but the bytes of its logo. */
export async function clinicSettings(access: ClinicAccess<"manage-clinic">) {
  const [row] = await inScope(access.scope, (tx) =>
    tx.select(columns).from(clinic).where(eq(clinic.id, access.clinicId)),
  );
  if (!row) throw new NotFound();
  const { logoMime, ...settings } = row;
  return { ...settings, hasLogo: logoMime !== null };
}

export type ClinicSettings = Awaited<ReturnType<typeof clinicSettings>>;

/** Name and time zone, for the frame around every page of the clinic. */
export async function clinicName(
  access: ClinicAccess,
): Promise<{ name: string; timeZone: string }> {
  const [row] = await inScope(access.scope, (tx) =>
    tx
      .select({ name: clinic.name, timeZone: clinic.timeZone })
      .from(clinic)
      .where(eq(clinic.id, access.clinicId)),
  );
  if (!row) throw new NotFound();
  return row;
}

/** The clinic's logo, for its staff and its patients. Throws `NotFound` when there is none. */
export async function clinicLogo(access: ClinicAccess | SelfAccess) {
  const [row] = await inScope(access.scope, (tx) =>
    tx
      .select({ bytes: clinic.logo, mime: clinic.logoMime })
      .from(clinic)
      .where(eq(clinic.id, access.clinicId)),
  );
  if (!row?.bytes || !row.mime) throw new NotFound();
  return { bytes: row.bytes, mime: row.mime };
}
