import { and, eq, isNull } from "drizzle-orm";
import { applyScope, inScope, type Tx } from "../../../db/client";
import { newId } from "../../../db/id";
import { appUser, membership, staffInvitation } from "../../../db/schema/people";
import { recordAudit } from "../../audit/record";
import type { ClientInfo } from "../../auth/client-info";
import { hashPassword, verifyPassword } from "../../auth/password";
import { hashSecret } from "../../auth/secrets";
import { takeTry } from "../../auth/throttle";
import { Conflict, Invalid, NotFound } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { spendResets } from "./end-sessions";
import { type OpenInvitation, openInvitation } from "./invitation-holder";
import { acceptInvitationInput, newPassword } from "./schema";

interface Person {
  readonly userId: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly passwordHash: string;
}

/**
 * Joins the clinic of an invitation: somebody new chooses name and password, a known user confirms with
 * the password they have. Throws `NotFound` for a spent or unknown link, `Invalid` by field, `Throttled`.
 */
export async function acceptInvitation(
  input: unknown,
  client: ClientInfo,
  now: Date,
): Promise<{ clinicId: string; userId: string; email: string }> {
  const { token, name, password } = parse(acceptInvitationInput, input);
  await takeTry("token-address", client.address, now);
  const invitation = await inScope({ tokenHash: hashSecret(token) }, (tx) =>
    openInvitation(tx, hashSecret(token), now),
  );
  if (!invitation) throw new NotFound();
  const person = invitation.user
    ? await knownPerson(invitation.user, invitation.email, password, now)
    : await newPerson(name ?? invitation.name, password, now);
  await join(invitation, person, now);
  return { clinicId: invitation.clinicId, userId: person.userId, email: invitation.email };
}

async function knownPerson(
  user: { id: string; name: string; passwordHash: string },
  email: string,
  password: string,
  now: Date,
): Promise<Person> {
  await takeTry("staff-account", email, now);
  if (!(await verifyPassword(user.passwordHash, password)))
    throw new Invalid({ password: "That is not the password of this account." });
  return { userId: user.id, isNew: false, name: user.name, passwordHash: user.passwordHash };
}

async function newPerson(name: string, password: string, now: Date): Promise<Person> {
  const chosen = newPassword.safeParse(password);
  if (!chosen.success)
    throw new Invalid({ password: chosen.error.issues[0]?.message ?? "Choose a password." });
  const passwordHash = await hashPassword(chosen.data);
  return { userId: newId(now.getTime()), isNew: true, name, passwordHash };
}

function join(invitation: OpenInvitation, person: Person, now: Date): Promise<void> {
  const { clinicId, email, role } = invitation;
  const { userId } = person;
  return inScope({ clinicId, userId, loginEmail: email }, async (tx) => {
    await spendInvitation(tx, invitation, now);
    if (person.isNew) {
      const { name, passwordHash } = person;
      const made = await tx
        .insert(appUser)
        .values({ id: userId, email, name, passwordHash })
        .onConflictDoNothing()
        .returning({ id: appUser.id });
      if (made.length === 0)
        throw new Conflict("This address has an account by now. Open the link again.");
    }
    const joined = await tx
      .insert(membership)
      .values({ clinicId, userId, role })
      .onConflictDoNothing()
      .returning({ userId: membership.userId });
    if (joined.length === 0) throw new Conflict("This account already belongs to the clinic.");
    await recordAudit(
      tx,
      { clinicId, userId },
      { action: "staff.join", subjectKind: "user", subjectId: userId, fields: ["role"] },
    );
    // A reset link that another clinic's owner made must not reach this clinic.
    await applyScope(tx, { userId });
    await spendResets(tx, userId, now);
  });
}

async function spendInvitation(tx: Tx, invitation: OpenInvitation, now: Date): Promise<void> {
  const spent = await tx
    .update(staffInvitation)
    .set({ acceptedAt: now })
    .where(
      and(
        eq(staffInvitation.clinicId, invitation.clinicId),
        eq(staffInvitation.id, invitation.id),
        isNull(staffInvitation.acceptedAt),
        isNull(staffInvitation.revokedAt),
      ),
    )
    .returning({ id: staffInvitation.id });
  if (spent.length === 0) throw new NotFound();
}
