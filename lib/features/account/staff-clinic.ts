import { and, eq, isNull, sql } from "drizzle-orm";
import { applyScope, type Tx } from "../../../db/client";
import { membership, session } from "../../../db/schema/people";

/** Clinics in which the user is active. The transaction's scope must carry the user's id. */
export async function activeClinicIds(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx
    .select({ clinicId: membership.clinicId })
    .from(membership)
    .where(and(eq(membership.userId, userId), isNull(membership.disabledAt)));
  return rows.map((row) => row.clinicId);
}

/** Every clinic the user ever joined, disabled ones included. */
export async function allClinicIds(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx
    .select({ clinicId: membership.clinicId })
    .from(membership)
    .where(eq(membership.userId, userId));
  return rows.map((row) => row.clinicId);
}

/** Seconds since 1970. */
async function lastUsed(tx: Tx, clinicId: string, userId: string): Promise<number> {
  await applyScope(tx, { clinicId, userId });
  const [row] = await tx
    .select({
      at: sql<number>`extract(epoch from greatest(max(${session.createdAt}), max(${membership.createdAt})))::float8`,
    })
    .from(membership)
    .leftJoin(
      session,
      and(eq(session.clinicId, membership.clinicId), eq(session.userId, membership.userId)),
    )
    .where(and(eq(membership.clinicId, clinicId), eq(membership.userId, userId)));
  return row?.at ?? 0;
}

/** The clinic joined or signed in to last; null when the user is active in none. Leaves the scope there. */
export async function lastUsedClinic(tx: Tx, userId: string): Promise<string | null> {
  await applyScope(tx, { userId });
  let found: { clinicId: string; at: number } | null = null;
  for (const clinicId of await activeClinicIds(tx, userId)) {
    const at = await lastUsed(tx, clinicId, userId);
    if (!found || at > found.at) found = { clinicId, at };
  }
  if (found) await applyScope(tx, { clinicId: found.clinicId, userId });
  return found?.clinicId ?? null;
}
