import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { inScope } from "@/db/client";
import { patient } from "@/db/schema/patient";
import { membership, type StaffRole, session } from "@/db/schema/people";
import { clinicAccess, findViewerBySid, recordAccess, selfAccess } from "@/lib/auth/access";
import { ACTIONS, type Action } from "@/lib/auth/policy";
import { NotFound, Refused, SignedOut } from "@/lib/errors/app-error";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestPatient,
  type TestStaff,
} from "../support/fixtures";

/** Written down a second time on purpose: a slip in the policy must not pass unseen. */
const MAY: Readonly<Record<StaffRole, readonly Action[]>> = {
  owner: [
    "view-caseload",
    "view-record",
    "view-contact",
    "edit-patient",
    "edit-record",
    "invite-patient",
    "enter-diary",
    "prescribe",
    "view-library",
    "edit-library",
    "manage-staff",
    "manage-clinic",
    "view-audit",
    "use-account",
  ],
  therapist: [
    "view-caseload",
    "view-record",
    "view-contact",
    "edit-patient",
    "edit-record",
    "invite-patient",
    "enter-diary",
    "prescribe",
    "view-library",
    "edit-library",
    "use-account",
  ],
  front_desk: [
    "view-caseload",
    "view-contact",
    "edit-patient",
    "invite-patient",
    "enter-diary",
    "view-library",
    "use-account",
  ],
};
const ROLES = Object.keys(MAY) as StaffRole[];
const CELLS = ROLES.flatMap((role) =>
  ACTIONS.map((action) => ({ role, action, may: MAY[role].includes(action) })),
);

const staff = {} as Record<StaffRole, TestStaff>;
let own: TestPatient;
let foreign: TestPatient;

beforeAll(async () => {
  const [here, there] = await Promise.all([makeClinic(), makeClinic()]);
  for (const role of ROLES) staff[role] = await makeStaff(here, role);
  own = await makePatient(here);
  foreign = await makePatient(there);
});

describe("what a role may do", () => {
  it("is decided for every action", () => {
    expect([...MAY.owner].sort()).toEqual([...ACTIONS].sort());
  });

  it.each(CELLS)("$role, $action: $may", async ({ role, action, may }) => {
    const { viewer, clinicId, userId } = staff[role];
    if (!may) {
      expect(() => clinicAccess(viewer, action)).toThrow(Refused);
      await expect(recordAccess(viewer, own.patientId, action)).rejects.toThrow(Refused);
      await expect(recordAccess(viewer, foreign.patientId, action)).rejects.toThrow(Refused);
      return;
    }
    expect(clinicAccess(viewer, action)).toMatchObject({ clinicId, userId, role, action });
    const access = await recordAccess(viewer, own.patientId, action);
    expect(access).toMatchObject({ clinicId, patientId: own.patientId, action });
    expect(access.scope).toEqual({ clinicId, userId });
    await expect(recordAccess(viewer, foreign.patientId, action)).rejects.toThrow(NotFound);
  });

  it.each(ACTIONS)("%s: never a patient, never a stranger", async (action) => {
    for (const viewer of [own.viewer, foreign.viewer, null]) {
      expect(() => clinicAccess(viewer, action)).toThrow(SignedOut);
      await expect(recordAccess(viewer, own.patientId, action)).rejects.toThrow(SignedOut);
    }
  });

  it.each([
    ["nothing", ""],
    ["a word", "all"],
    ["SQL", "' or true --"],
    ["an upper-case id", "0190AAAA-AAAA-7AAA-8AAA-AAAAAAAAAAAA"],
    ["an absent id", "0190aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa"],
    ["two ids", ["0190aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa"]],
    ["an object", { id: "0190aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa" }],
    ["null", null],
  ])("finds no patient for %s", async (_, id) => {
    const asked = recordAccess(staff.owner.viewer, id as string, "view-record");
    await expect(asked).rejects.toThrow(NotFound);
  });

  it("gives a patient their own data alone, and staff nobody's", () => {
    const { patientId, clinicId } = own;
    expect(selfAccess(own.viewer).scope).toEqual({ clinicId, patientId });
    for (const role of ROLES) expect(() => selfAccess(staff[role].viewer)).toThrow(SignedOut);
    expect(() => selfAccess(null)).toThrow(SignedOut);
  });
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const soon = (ms: number) => new Date(Date.now() + ms);

describe("a session", () => {
  const change = (who: TestStaff | TestPatient, set: Partial<typeof session.$inferInsert>) =>
    inScope({ clinicId: who.clinicId }, (tx) =>
      tx
        .update(session)
        .set(set)
        .where(and(eq(session.clinicId, who.clinicId), eq(session.id, who.sessionId))),
    );

  it("of an archived patient is dead", async () => {
    const archived = await makePatient(own);
    expect(await findViewerBySid(archived.sid, new Date())).not.toBeNull();
    await inScope({ clinicId: archived.clinicId }, (tx) =>
      tx.update(patient).set({ archivedAt: new Date() }).where(eq(patient.id, archived.patientId)),
    );
    expect(await findViewerBySid(archived.sid, new Date())).toBeNull();
  });

  it("of a disabled member is dead at once, here and not elsewhere", async () => {
    const there = await makeClinic();
    const member = await makeStaff(own);
    const elsewhere = await makeStaff(there, "therapist", member);
    await inScope({ clinicId: member.clinicId }, (tx) =>
      tx
        .update(membership)
        .set({ disabledAt: new Date() })
        .where(and(eq(membership.clinicId, member.clinicId), eq(membership.userId, member.userId))),
    );
    expect(await findViewerBySid(member.sid, new Date())).toBeNull();
    expect(await findViewerBySid(elsewhere.sid, new Date())).toMatchObject({
      clinicId: there.clinicId,
    });
  });

  it("has the role of now, not of the sign-in", async () => {
    const member = await makeStaff(own, "owner");
    await inScope({ clinicId: member.clinicId }, (tx) =>
      tx
        .update(membership)
        .set({ role: "front_desk" })
        .where(and(eq(membership.clinicId, member.clinicId), eq(membership.userId, member.userId))),
    );
    const viewer = await findViewerBySid(member.sid, new Date());
    expect(() => clinicAccess(viewer, "view-record")).toThrow(Refused);
  });

  it("ends when revoked", async () => {
    const [member, person] = [await makeStaff(own), await makePatient(own)];
    for (const who of [member, person]) {
      await change(who, { revokedAt: new Date() });
      expect(await findViewerBySid(who.sid, new Date())).toBeNull();
    }
  });

  it("ends when idle and at its absolute end, earlier for staff than for patients", async () => {
    const [member, person] = [await makeStaff(own), await makePatient(own)];
    expect(await findViewerBySid(member.sid, soon(5 * HOUR))).toBeNull();
    expect(await findViewerBySid(person.sid, soon(5 * HOUR))).not.toBeNull();
    await change(member, { idleUntil: soon(99 * DAY) });
    expect(await findViewerBySid(member.sid, soon(15 * HOUR))).toBeNull();
    await change(person, { idleUntil: soon(999 * DAY) });
    expect(await findViewerBySid(person.sid, soon(401 * DAY))).toBeNull();
  });

  it("belongs to its clinic: the id of another one in the cookie opens nothing", async () => {
    const secret = staff.owner.sid.slice(staff.owner.sid.indexOf(".") + 1);
    const hostile = [
      `${foreign.clinicId}.${secret}`,
      `${foreign.clinicId}.`,
      `.${secret}`,
      secret,
      staff.owner.sid.toUpperCase(),
      `${staff.owner.sid} `,
      `${foreign.clinicId}.' or true --`,
      "",
    ];
    for (const sid of hostile) expect(await findViewerBySid(sid, new Date())).toBeNull();
  });
});
