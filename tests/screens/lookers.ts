import { and, eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { signInLink } from "@/db/schema/people";
import { plan } from "@/db/schema/plan";
import { DEMO_CLINICS } from "@/db/seed/demo-clinics";
import { staffId } from "@/db/seed/demo-rows";
import { demoPatientId } from "@/db/seed/demo-write";
import { openSession } from "@/lib/auth/open-session";
import { hashCode, hashSecret, newCode, newSecret } from "@/lib/auth/secrets";
import { sessionCookie } from "@/tests/support/session-cookie";
import type { Looker, Places } from "./screens";

const clinicId = DEMO_CLINICS[0]!.id;
const STAFF: readonly string[] = DEMO_CLINICS[0]!.staff.map(({ key }) => key);
const HOUR_MS = 3_600_000;

/** A session of its own for the person, as the cookie that the browser would hold. */
export async function signedIn(who: Exclude<Looker, "nobody">, origin: string) {
  const holder = STAFF.includes(who)
    ? ({ kind: "staff", userId: staffId(who) } as const)
    : ({ kind: "patient", patientId: demoPatientId(clinicId, who) } as const);
  const { sid } = await inScope({ clinicId }, (tx) =>
    openSession(tx, clinicId, holder, "Chrome on Linux", new Date()),
  );
  return sessionCookie(sid, { origin });
}

async function goodLink(): Promise<string> {
  const token = newSecret();
  await inScope({ clinicId }, (tx) =>
    tx.insert(signInLink).values({
      clinicId,
      id: newId(),
      patientId: demoPatientId(clinicId, "kwame"),
      tokenHash: hashSecret(token),
      codeHash: hashCode(newCode()),
      expiresAt: new Date(Date.now() + HOUR_MS),
      createdBy: staffId("maya"),
    }),
  );
  return `/link/${token}`;
}

/** Addresses in the demo clinic of the database in use. */
export async function findPlaces(): Promise<Places> {
  const plans = await inScope({ clinicId }, (tx) =>
    tx
      .select({ id: plan.id, patientId: plan.patientId, qrToken: plan.qrToken })
      .from(plan)
      .where(and(eq(plan.clinicId, clinicId))),
  );
  const planOf = (key: string) => {
    const found = plans.find(({ patientId }) => patientId === demoPatientId(clinicId, key));
    if (!found) throw new Error(`the demo has no plan of ${key}: is it seeded?`);
    return found;
  };
  return {
    patient: (key) => demoPatientId(clinicId, key),
    plan: (key) => planOf(key).id,
    qr: (key, version) => `/p/${planOf(key).qrToken}/${version}`,
    link: await goodLink(),
  };
}
