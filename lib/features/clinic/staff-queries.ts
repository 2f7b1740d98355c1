import { and, asc, desc, eq, isNull, max } from "drizzle-orm";
import { inScope } from "../../../db/client";
import {
  appUser,
  membership,
  type StaffRole,
  session,
  staffInvitation,
} from "../../../db/schema/people";
import type { ClinicAccess } from "../../auth/access";

export interface StaffMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly isDisabled: boolean;
  readonly isSelf: boolean;
  readonly lastSignedInAt: Date | null;
}

export interface PendingInvitation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly expiresAt: Date;
  readonly isExpired: boolean;
}

/** Everybody who works or worked here, by name, disabled ones last; and invitations not yet accepted. */
export async function staffOfClinic(
  access: ClinicAccess<"manage-staff">,
  now: Date,
): Promise<{ staff: StaffMember[]; invitations: PendingInvitation[] }> {
  const { clinicId, userId } = access;
  return inScope(access.scope, async (tx) => {
    const [members, sessions, invitations] = await Promise.all([
      tx
        .select({
          userId: membership.userId,
          name: appUser.name,
          email: appUser.email,
          role: membership.role,
          disabledAt: membership.disabledAt,
        })
        .from(membership)
        .innerJoin(appUser, eq(appUser.id, membership.userId))
        .where(eq(membership.clinicId, clinicId))
        .orderBy(asc(appUser.name), asc(appUser.id)),
      tx
        .select({ userId: session.userId, at: max(session.createdAt) })
        .from(session)
        .where(and(eq(session.clinicId, clinicId), eq(session.kind, "staff")))
        .groupBy(session.userId),
      tx
        .select({
          id: staffInvitation.id,
          name: staffInvitation.name,
          email: staffInvitation.email,
          role: staffInvitation.role,
          expiresAt: staffInvitation.expiresAt,
        })
        .from(staffInvitation)
        .where(
          and(
            eq(staffInvitation.clinicId, clinicId),
            isNull(staffInvitation.acceptedAt),
            isNull(staffInvitation.revokedAt),
          ),
        )
        .orderBy(desc(staffInvitation.createdAt)),
    ]);
    const signedIn = new Map(sessions.map((row) => [row.userId, row.at]));
    const staff = members.map(({ disabledAt, ...member }) => ({
      ...member,
      isDisabled: disabledAt !== null,
      isSelf: member.userId === userId,
      lastSignedInAt: signedIn.get(member.userId) ?? null,
    }));
    return {
      staff: staff.sort((a, b) => Number(a.isDisabled) - Number(b.isDisabled)),
      invitations: invitations.map((row) => ({ ...row, isExpired: row.expiresAt <= now })),
    };
  });
}
