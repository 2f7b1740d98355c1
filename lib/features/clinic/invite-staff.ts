import { and, eq, isNull } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { appUser, membership, staffInvitation } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { hashSecret, newSecret } from "../../auth/secrets";
import { STAFF_INVITATION_DAYS } from "../../auth/session-times";
import { env } from "../../env";
import { Invalid } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { inviteStaffInput } from "./schema";

const DAY_MS = 86_400_000;

export interface NewInvitation {
  readonly invitationId: string;
  /** Told once; only its hash is kept. */
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * Invites a colleague by a link that works once, for 7 days. An open invitation of the same address is
 * replaced. Throws `Invalid` by field, also when the address already belongs to the clinic.
 */
export async function inviteStaff(
  access: ClinicAccess<"manage-staff">,
  input: unknown,
  now: Date,
): Promise<NewInvitation> {
  const { name, email, role } = parse(inviteStaffInput, input);
  const token = newSecret();
  const invitationId = newId(now.getTime());
  const expiresAt = new Date(now.getTime() + STAFF_INVITATION_DAYS * DAY_MS);
  await inScope(access.scope, async (tx) => {
    await refuseColleague(tx, access.clinicId, email);
    await tx
      .update(staffInvitation)
      .set({ revokedAt: now })
      .where(
        and(
          eq(staffInvitation.clinicId, access.clinicId),
          eq(staffInvitation.email, email),
          isNull(staffInvitation.acceptedAt),
          isNull(staffInvitation.revokedAt),
        ),
      );
    await tx.insert(staffInvitation).values({
      clinicId: access.clinicId,
      id: invitationId,
      email,
      name,
      role,
      tokenHash: hashSecret(token),
      expiresAt,
      createdBy: access.userId,
      createdAt: now,
    });
    await recordAudit(tx, access, {
      action: "staff.invite",
      subjectKind: "staff_invitation",
      subjectId: invitationId,
      fields: ["role"],
    });
  });
  return { invitationId, url: `${env.origin}/invitation/${token}`, expiresAt };
}

async function refuseColleague(tx: Tx, clinicId: string, email: string) {
  const [colleague] = await tx
    .select({ disabledAt: membership.disabledAt })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(eq(membership.clinicId, clinicId), eq(appUser.email, email)));
  if (colleague)
    throw new Invalid({
      email: colleague.disabledAt
        ? "This person was here before. Enable their account instead."
        : "This person already works here.",
    });
}
