import { eq } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { signInLink } from "../../../db/schema/people";
import { SIGN_IN_LINK_TRIES, SIGN_IN_LINK_USES } from "../../auth/session-times";

/** The scope in which the holder of a link's secret sees its row, and only that. */
export type LinkHolder = { readonly tokenHash: string } | { readonly codeHash: string };

/** The link of a secret; null when there is none. The transaction's scope must be `holder`. */
export async function seenLink(tx: Tx, holder: LinkHolder) {
  const [row] = await tx
    .select({
      clinicId: signInLink.clinicId,
      id: signInLink.id,
      patientId: signInLink.patientId,
      expiresAt: signInLink.expiresAt,
      failedTries: signInLink.failedTries,
      uses: signInLink.uses,
      revokedAt: signInLink.revokedAt,
    })
    .from(signInLink)
    .where(
      "tokenHash" in holder
        ? eq(signInLink.tokenHash, holder.tokenHash)
        : eq(signInLink.codeHash, holder.codeHash),
    );
  return row ?? null;
}

/** True while the link can still sign somebody in. */
export function linkIsOpen(
  link: { expiresAt: Date; failedTries: number; uses: number; revokedAt: Date | null },
  now: Date,
): boolean {
  return (
    link.revokedAt === null &&
    link.expiresAt > now &&
    link.failedTries < SIGN_IN_LINK_TRIES &&
    link.uses < SIGN_IN_LINK_USES
  );
}
