import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { membership, type StaffRole } from "../../../db/schema/people";
import { isId } from "../../auth/access";
import { Conflict, NotFound } from "../../errors/app-error";

export interface Colleague {
  readonly userId: string;
  readonly role: StaffRole;
  readonly disabledAt: Date | null;
}

/**
 * The membership to be changed, with the clinic's owners locked first, so that two owners cannot remove
 * each other at once. Throws `NotFound`.
 */
export async function lockColleague(
  tx: Tx,
  clinicId: string,
  userId: unknown,
): Promise<{ colleague: Colleague; activeOwners: number }> {
  if (!isId(userId)) throw new NotFound();
  const owners = await tx
    .select({ userId: membership.userId })
    .from(membership)
    .where(
      and(
        eq(membership.clinicId, clinicId),
        eq(membership.role, "owner"),
        isNull(membership.disabledAt),
      ),
    )
    .orderBy(membership.userId)
    .for("update");
  const [colleague] = await tx
    .select({
      userId: membership.userId,
      role: membership.role,
      disabledAt: membership.disabledAt,
    })
    .from(membership)
    .where(and(eq(membership.clinicId, clinicId), eq(membership.userId, userId)))
    .for("update");
  if (!colleague) throw new NotFound();
  return { colleague, activeOwners: owners.length };
}

/** Throws `Conflict` when the clinic would be left without an owner who can sign in. */
export function keepAnOwner(colleague: Colleague, activeOwners: number): void {
  const isOwner = colleague.role === "owner" && colleague.disabledAt === null;
  if (isOwner && activeOwners === 1)
    throw new Conflict("The clinic needs an owner. Make somebody else owner first.");
}
