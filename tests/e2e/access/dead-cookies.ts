import { and, eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { inScope } from "@/db/client";
import { patient } from "@/db/schema/patient";
import { membership, session } from "@/db/schema/people";
import { makePatient, makeStaff, type TestPatient, type TestStaff } from "../../support/fixtures";
import type { House } from "../../support/house";
import { sessionCookie } from "../../support/session-cookie";

const NAME = "next-auth.session-token";
const secretOf = (sid: string) => sid.slice(sid.indexOf(".") + 1);
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function end(who: TestStaff | TestPatient, set: Partial<typeof session.$inferInsert>) {
  const { clinicId, sessionId } = who;
  return inScope({ clinicId }, (tx) =>
    tx
      .update(session)
      .set(set)
      .where(and(eq(session.clinicId, clinicId), eq(session.id, sessionId))),
  );
}

/** Sessions of the house that were alive and are no longer, by why. */
async function endedSids(house: House): Promise<Record<string, string>> {
  const { clinicId } = house;
  const [revoked, idle, old, disabled] = await Promise.all([
    makeStaff(house),
    makeStaff(house),
    makeStaff(house),
    makeStaff(house),
  ]);
  const [revokedPatient, archived] = await Promise.all([makePatient(house), makePatient(house)]);
  const past = new Date(Date.now() - 1000);
  await Promise.all([
    end(revoked, { revokedAt: past }),
    end(revokedPatient, { revokedAt: past }),
    end(idle, { idleUntil: past }),
    end(old, { absoluteUntil: past }),
    inScope({ clinicId }, async (tx) => {
      const own = and(eq(membership.clinicId, clinicId), eq(membership.userId, disabled.userId));
      await tx.update(membership).set({ disabledAt: past }).where(own);
      const person = and(eq(patient.clinicId, clinicId), eq(patient.id, archived.patientId));
      await tx.update(patient).set({ archivedAt: past }).where(person);
    }),
  ]);
  return {
    "a revoked session": revoked.sid,
    "a patient's revoked device": revokedPatient.sid,
    "an idle session": idle.sid,
    "a session past its end": old.sid,
    "a disabled colleague": disabled.sid,
    "an archived patient": archived.sid,
  };
}

/** Cookies that must count for nothing, by what they are; `other` is the attacker's own house. */
export async function deadCookies(house: House, other: House): Promise<Record<string, string>> {
  const ended = await endedSids(house);
  const spliced = `${house.clinicId}.${secretOf(other.owner.sid)}`;
  const signed = { ...ended, "another clinic's id before the own secret": spliced };
  const cookies = await Promise.all(
    Object.entries(signed).map(async ([why, sid]) => [why, (await sessionCookie(sid)).value]),
  );
  const { sid } = house.owner;
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  const forged = {
    "a token of another secret": await encode({ token: { sid }, secret: `${secret}!` }),
    "a token past its end": await encode({ token: { sid }, secret, maxAge: -60 }),
    "a token without signature": `${base64({ alg: "none" })}.${base64({ sid })}.`,
    "the bare session secret": sid,
    "a user's id": house.owner.userId,
    nothing: "",
  };
  return Object.fromEntries(
    [...cookies, ...Object.entries(forged)].map(([why, value]) => [why, `${NAME}=${value}`]),
  );
}
