import { and, eq, isNull } from "drizzle-orm";
import { inScope } from "../../db/client";
import { OperatorError } from "../../db/operator-error";
import { clinic } from "../../db/schema/clinic";
import { appUser, membership } from "../../db/schema/people";
import type { StaffViewer } from "../auth/access";

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

async function userOf(email: string) {
  const [user] = await inScope({ loginEmail: email }, (tx) =>
    tx.select({ id: appUser.id, name: appUser.name }).from(appUser).where(eq(appUser.email, email)),
  );
  if (user) return user;
  throw new OperatorError(`Nobody signs in with the address ${email}.`);
}

async function clinicsOf(userId: string) {
  const members = await inScope({ userId }, (tx) =>
    tx
      .select({ clinicId: membership.clinicId, role: membership.role })
      .from(membership)
      .where(and(eq(membership.userId, userId), isNull(membership.disabledAt))),
  );
  const found = [];
  for (const { clinicId, role } of members) {
    const [row] = await inScope({ clinicId, userId }, (tx) =>
      tx.select({ name: clinic.name }).from(clinic).where(eq(clinic.id, clinicId)),
    );
    found.push({ clinicId, role, name: row?.name ?? "" });
  }
  return found;
}

/**
 * The member of staff in whose name whoever runs the server does something, as if signed in to the clinic of
 * that name. Throws `OperatorError` for an unknown address and for a clinic that they do not work at.
 */
export async function actingStaff(address: string, clinicName: string): Promise<StaffViewer> {
  const email = address.trim().toLowerCase();
  const user = await userOf(email);
  const clinics = (await clinicsOf(user.id)).filter(({ name }) => same(name, clinicName));
  const [found] = clinics;
  if (!found) throw new OperatorError(`${email} does not work at a clinic called "${clinicName}".`);
  if (clinics.length > 1)
    throw new OperatorError(`${email} works at ${clinics.length} clinics called "${clinicName}".`);
  const { clinicId, role } = found;
  return { kind: "staff", sessionId: "", clinicId, userId: user.id, role, name: user.name, email };
}
