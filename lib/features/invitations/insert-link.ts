import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { signInLink } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { RecordAccess } from "../../auth/access";
import { hashCode, hashSecret, newCode, newSecret } from "../../auth/secrets";
import { SIGN_IN_LINK_DAYS } from "../../auth/session-times";
import { env } from "../../env";

const DAY_MS = 86_400_000;

/** A patient's way in; address and code are told once and cannot be read again. */
export interface MadeLink {
  readonly linkId: string;
  /** Absolute address. */
  readonly url: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** Replaces the patient's open links by a new one, audited; devices stay signed in. */
export async function insertLink(
  tx: Tx,
  access: RecordAccess<"invite-patient" | "prescribe">,
  now: Date,
): Promise<MadeLink> {
  const token = newSecret();
  const code = newCode();
  const linkId = newId(now.getTime());
  const expiresAt = new Date(now.getTime() + SIGN_IN_LINK_DAYS * DAY_MS);
  await revokeOpenLinks(tx, access, now);
  await tx.insert(signInLink).values({
    clinicId: access.clinicId,
    id: linkId,
    patientId: access.patientId,
    tokenHash: hashSecret(token),
    codeHash: hashCode(code),
    expiresAt,
    createdBy: access.userId,
    createdAt: now,
  });
  await recordAudit(tx, access, {
    action: "patient.create-link",
    subjectKind: "sign_in_link",
    subjectId: linkId,
  });
  return { linkId, url: `${env.origin}/link/${token}`, code, expiresAt };
}

async function revokeOpenLinks(tx: Tx, access: RecordAccess, now: Date) {
  await tx
    .update(signInLink)
    .set({ revokedAt: now })
    .where(
      and(
        eq(signInLink.clinicId, access.clinicId),
        eq(signInLink.patientId, access.patientId),
        isNull(signInLink.revokedAt),
      ),
    );
}
