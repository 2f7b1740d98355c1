import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { clinic } from "@/db/schema/clinic";
import { patient } from "@/db/schema/patient";
import { appUser, membership, type StaffRole } from "@/db/schema/people";
import {
  type ClinicAccess,
  clinicAccess,
  findViewerBySid,
  type PatientViewer,
  type RecordAccess,
  recordAccess,
  type SelfAccess,
  type StaffViewer,
  selfAccess,
} from "@/lib/auth/access";
import { openSession, type SessionHolder } from "@/lib/auth/open-session";
import { hashPassword } from "@/lib/auth/password";
import type { Action } from "@/lib/auth/policy";
import { localDate } from "@/lib/domain/calendar/local-date";
import { DEFAULT_PAIN_RULE } from "@/lib/domain/pain/pain-rule";

/** The password of every `makeStaff`. */
export const PASSWORD = "correct horse battery";
let passwordHash: Promise<string> | undefined;
const NAMES = { owner: "Ida Berg", therapist: "Maya Rao", front_desk: "Tom Ferris" } as const;

export interface TestClinic {
  readonly clinicId: string;
  readonly name: string;
}

export interface TestStaff {
  readonly clinicId: string;
  readonly userId: string;
  readonly role: StaffRole;
  readonly name: string;
  readonly email: string;
  /** What the session cookie carries; see session-cookie.ts. */
  readonly sid: string;
  readonly sessionId: string;
  readonly viewer: StaffViewer;
  access<A extends Action>(action: A): ClinicAccess<A>;
  record<A extends Action>(patientId: string, action: A): Promise<RecordAccess<A>>;
}

export interface TestPatient {
  readonly clinicId: string;
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthOn: string;
  readonly sid: string;
  readonly sessionId: string;
  readonly viewer: PatientViewer;
  readonly self: SelfAccess;
}

/** A clinic of its own, so that tests never see each other's rows. Scope: the app's role, no bypass. */
export async function makeClinic(
  overrides: Partial<typeof clinic.$inferInsert> = {},
): Promise<TestClinic> {
  const clinicId = overrides.id ?? newId();
  const name = overrides.name ?? "Riverside Physiotherapy";
  await inScope({ clinicId }, (tx) =>
    tx.insert(clinic).values({
      emergencyNumber: "112",
      paperSize: "A4",
      weekStart: 1,
      timeZone: "Europe/Madrid",
      ...DEFAULT_PAIN_RULE,
      ...overrides,
      id: clinicId,
      name,
    }),
  );
  return { clinicId, name };
}

async function viewerOf(clinicId: string, holder: SessionHolder, now: Date) {
  const opened = await inScope({ clinicId }, (tx) =>
    openSession(tx, clinicId, holder, "Firefox on Linux", now),
  );
  const viewer = await findViewerBySid(opened.sid, now);
  if (!viewer) throw new Error("the fixture's session was not found");
  return { ...opened, viewer };
}

/** A member of staff with the password `PASSWORD`, signed in. `userId` joins an existing user to this clinic. */
export async function makeStaff(
  { clinicId }: { readonly clinicId: string },
  role: StaffRole = "therapist",
  overrides: { name?: string; email?: string; userId?: string; now?: Date } = {},
): Promise<TestStaff> {
  const userId = overrides.userId ?? newId();
  const email = overrides.email ?? `${userId}@clinic.example`;
  passwordHash ??= hashPassword(PASSWORD);
  const stored = await passwordHash;
  await inScope({ clinicId, userId, loginEmail: email }, async (tx) => {
    if (!overrides.userId)
      await tx.insert(appUser).values({
        id: userId,
        email,
        name: overrides.name ?? NAMES[role],
        passwordHash: stored,
      });
    await tx.insert(membership).values({ clinicId, userId, role });
  });
  const now = overrides.now ?? new Date();
  const { sid, sessionId, viewer } = await viewerOf(clinicId, { kind: "staff", userId }, now);
  if (viewer.kind !== "staff") throw new Error("the fixture's session is not a staff session");
  return {
    clinicId,
    userId,
    role,
    name: viewer.name,
    email: viewer.email,
    sid,
    sessionId,
    viewer,
    access: (action) => clinicAccess(viewer, action),
    record: (patientId, action) => recordAccess(viewer, patientId, action),
  };
}

/** A patient of the clinic, signed in on one device. */
export async function makePatient(
  { clinicId }: { readonly clinicId: string },
  overrides: Partial<typeof patient.$inferInsert> & { now?: Date } = {},
): Promise<TestPatient> {
  const { now = new Date(), ...columns } = overrides;
  const row = {
    id: newId(),
    givenName: "Elena",
    familyName: "Marsh",
    birthOn: localDate("1961-04-09"),
    language: "en" as const,
    timeZone: "Europe/Madrid",
    ...columns,
    clinicId,
  };
  await inScope({ clinicId }, (tx) => tx.insert(patient).values(row));
  const holder = { kind: "patient", patientId: row.id } as const;
  const { sid, sessionId, viewer } = await viewerOf(clinicId, holder, now);
  if (viewer.kind !== "patient") throw new Error("the fixture's session is not a patient session");
  return {
    clinicId,
    patientId: row.id,
    givenName: row.givenName,
    familyName: row.familyName,
    birthOn: row.birthOn,
    sid,
    sessionId,
    viewer,
    self: selfAccess(viewer),
  };
}
