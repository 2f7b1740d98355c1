import { and, eq, gt, isNull } from "drizzle-orm";
import { applyScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { appUser, type StaffRole, staffInvitation } from "../../../db/schema/people";

export interface OpenInvitation {
  readonly clinicId: string;
  readonly clinicName: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  /** The account of this address, if there is one. */
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly passwordHash: string;
  } | null;
}

/** The invitation of a token while it can be accepted. The transaction's scope must be the token's hash. */
export async function openInvitation(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const [row] = await tx
    .select({
      clinicId: staffInvitation.clinicId,
      id: staffInvitation.id,
      email: staffInvitation.email,
      name: staffInvitation.name,
      role: staffInvitation.role,
    })
    .from(staffInvitation)
    .where(
      and(
        eq(staffInvitation.tokenHash, tokenHash),
        isNull(staffInvitation.acceptedAt),
        isNull(staffInvitation.revokedAt),
        gt(staffInvitation.expiresAt, now),
      ),
    );
  if (!row) return null;
  const { clinicId, email } = row;
  const [, clinics, users] = await Promise.all([
    applyScope(tx, { clinicId, loginEmail: email }),
    tx.select({ name: clinic.name }).from(clinic).where(eq(clinic.id, clinicId)),
    tx
      .select({ id: appUser.id, name: appUser.name, passwordHash: appUser.passwordHash })
      .from(appUser)
      .where(eq(appUser.email, email)),
  ]);
  return { ...row, clinicName: clinics[0]?.name ?? "", user: users[0] ?? null };
}
