import { and, eq, isNotNull } from "drizzle-orm";
import { hashPassword } from "../../lib/auth/password";
import { hashCode, hashSecret, newSecret } from "../../lib/auth/secrets";
import {
  SIGN_IN_LINK_DAYS,
  SIGN_IN_LINK_TRIES,
  SIGN_IN_LINK_USES,
} from "../../lib/auth/session-times";
import { env } from "../../lib/env";
import { inScope } from "../client";
import { clinic } from "../schema/clinic";
import { setupCode, signInLink } from "../schema/people";
import { DEMO_CLINICS, DEMO_PASSWORD, DEMO_PHONE } from "./demo-clinics";
import { demoId } from "./demo-random";
import { staffId } from "./demo-rows";
import { demoPatientId, writeClinic } from "./demo-write";

/** One way into the demo clinic, as printed on the console. */
export interface DemoSignIn {
  /** "Owner", "Therapist", "Patient on a phone", ... */
  readonly who: string;
  /** E-mail and password, or a link. */
  readonly how: string;
}

export interface DemoSummary {
  readonly signIns: readonly DemoSignIn[];
}

const DAY_MS = 86_400_000;
const LINK_ID = demoId("demo link", new Date("2025-01-06T09:00:00Z"));

/** A clinic that somebody set up for real; the code of that first visit is the trace that every role may read. */
async function holdsRealClinic(): Promise<boolean> {
  const used = await inScope({}, (tx) =>
    tx.select({ at: setupCode.usedAt }).from(setupCode).where(isNotNull(setupCode.usedAt)).limit(1),
  );
  return used.length > 0;
}

async function missingClinics() {
  const found = await Promise.all(
    DEMO_CLINICS.map(({ id }) =>
      inScope({ clinicId: id }, (tx) =>
        tx.select({ id: clinic.id }).from(clinic).where(eq(clinic.id, id)),
      ),
    ),
  );
  return DEMO_CLINICS.filter((_, i) => found[i]?.length === 0);
}

/**
 * Keeps the one link that everybody may try open: made at the first start, and opened again at a later one
 * once it has expired, was used up or was killed. It signs in with a code that is no secret, to data that are none.
 */
async function openDemoLink(now: Date): Promise<void> {
  const { clinic: clinicId, patient, code } = DEMO_PHONE;
  const fresh = {
    expiresAt: new Date(now.getTime() + SIGN_IN_LINK_DAYS * DAY_MS),
    failedTries: 0,
    uses: 0,
    revokedAt: null,
  };
  await inScope({ clinicId }, async (tx) => {
    const own = and(eq(signInLink.clinicId, clinicId), eq(signInLink.id, LINK_ID));
    const [link] = await tx.select().from(signInLink).where(own);
    if (!link) {
      await tx
        .insert(signInLink)
        .values({
          clinicId,
          id: LINK_ID,
          patientId: demoPatientId(clinicId, patient),
          tokenHash: hashSecret(newSecret()),
          codeHash: hashCode(code),
          createdBy: staffId("maya"),
          createdAt: now,
          ...fresh,
        })
        .onConflictDoNothing();
      return;
    }
    const dead =
      link.revokedAt !== null ||
      link.expiresAt <= now ||
      link.uses >= SIGN_IN_LINK_USES ||
      link.failedTries >= SIGN_IN_LINK_TRIES;
    if (dead) await tx.update(signInLink).set(fresh).where(own);
  });
}

const ROLES = { owner: "Owner", therapist: "Therapist", front_desk: "Front desk" } as const;

function signIns(): DemoSignIn[] {
  const staff = DEMO_CLINICS.flatMap((own) =>
    own.staff.map(({ role, email }) => ({ who: `${ROLES[role]}, ${own.name}`, email })),
  );
  const once = staff.filter(({ email }, i) => staff.findIndex((s) => s.email === email) === i);
  const phone = DEMO_CLINICS.find(({ id }) => id === DEMO_PHONE.clinic)?.patients.find(
    ({ key }) => key === DEMO_PHONE.patient,
  );
  return [
    ...once.map(({ who, email }) => ({ who, how: `${email}   password ${DEMO_PASSWORD}` })),
    {
      who: `Patient, ${phone?.given} ${phone?.family}`,
      how: `${env.origin}/code   code ${DEMO_PHONE.code}, born ${phone?.birthOn}`,
    },
  ];
}

/**
 * Makes the demo clinics unless they exist, as the application's login under its row-level security; dates
 * are relative to `now`. Beside a clinic that was set up for real only when DEMO=1 asks for it.
 */
export async function seedDemo({ now }: { readonly now: Date }): Promise<DemoSummary> {
  const missing = await missingClinics();
  if (missing.length === DEMO_CLINICS.length && !env.demoAsked && (await holdsRealClinic()))
    return { signIns: [] };
  if (missing.length > 0) {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    for (const own of missing)
      await inScope({ clinicId: own.id }, (tx) => writeClinic(tx, own, { now, passwordHash }));
  }
  await openDemoLink(now);
  return { signIns: signIns() };
}
