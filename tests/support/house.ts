import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { clinic } from "@/db/schema/clinic";
import { appUser, passwordReset, signInLink, staffInvitation } from "@/db/schema/people";
import { hashCode, hashSecret, newSecret } from "@/lib/auth/secrets";
import { makeClinic, makePatient, makeStaff, type TestPatient, type TestStaff } from "./fixtures";
import { type HouseLibrary, insertHouseLibrary } from "./house-library";
import { type HouseRecord, makeHouseRecord } from "./house-record";
import { pngWith } from "./png";

/** Texts found nowhere else, by who may see them. */
export interface Needles {
  /** Who the patient is and how to reach them: every role of the clinic. */
  readonly contact: readonly string[];
  /** Published for the patient: the patient, owners and therapists. */
  readonly plan: readonly string[];
  /** Names of prescribed exercises: as `plan`, and whoever types in a paper diary. */
  readonly diary: readonly string[];
  /** Written by the patient: the patient, owners and therapists. */
  readonly log: readonly string[];
  /** Never shown to the patient: owners and therapists. */
  readonly clinical: readonly string[];
  /** The clinic's own exercises: every role of the clinic. */
  readonly library: readonly string[];
  /** Settings that every page of the clinic may show. */
  readonly clinic: readonly string[];
  /** Names of staff: everyone of the clinic. */
  readonly staff: readonly string[];
  /** Addresses of staff, invited people: owners. */
  readonly owner: readonly string[];
  /** Hashes: nobody. */
  readonly secret: readonly string[];
}
export type NeedleGroup = keyof Needles;

/** A whole clinic with one patient who has everything; every tenant table holds a row of it. */
export interface House {
  readonly clinicId: string;
  readonly owner: TestStaff;
  readonly therapist: TestStaff;
  readonly desk: TestStaff;
  readonly patient: TestPatient;
  /** Another patient of the same clinic, with consent and nothing else. */
  readonly neighbour: TestPatient;
  readonly record: HouseRecord;
  readonly library: HouseLibrary;
  readonly linkId: string;
  readonly linkToken: string;
  readonly invitationId: string;
  readonly invitationToken: string;
  readonly resetToken: string;
  readonly needles: Needles;
}

const digits = (count: number) =>
  Array.from(randomBytes(count), (byte) => String(byte % 10)).join("");

/** Letters that no page, no id and no base64 contains by chance. */
function marker() {
  const tag = `zq${randomBytes(5).toString("hex")}x`;
  return (what: string) => `${tag}${what}`;
}

function hashesOf(clinicId: string, users: readonly TestStaff[]) {
  return Promise.all(
    users.map(async ({ userId }) => {
      const [row] = await inScope({ clinicId, userId }, (tx) =>
        tx.select({ hash: appUser.passwordHash }).from(appUser).where(eq(appUser.id, userId)),
      );
      return row?.hash ?? "";
    }),
  );
}

async function insertSecrets(clinicId: string, owner: TestStaff, patientId: string, as: Marker) {
  const [link, invitation, reset] = [newSecret(), newSecret(), newSecret()];
  const ids = { link: newId(), invitation: newId() };
  const later = new Date(Date.now() + 86_400_000);
  const codeHash = hashCode(newSecret());
  const who = { email: `${as("invited")}@needle.example`, name: as("Invitee") };
  await inScope({ clinicId, userId: owner.userId }, async (tx) => {
    await tx.insert(signInLink).values({
      clinicId,
      id: ids.link,
      patientId,
      tokenHash: hashSecret(link),
      codeHash,
      expiresAt: later,
      createdBy: owner.userId,
    });
    await tx.insert(staffInvitation).values({
      clinicId,
      id: ids.invitation,
      ...who,
      role: "therapist",
      tokenHash: hashSecret(invitation),
      expiresAt: later,
      createdBy: owner.userId,
    });
    await tx.insert(passwordReset).values({
      userId: owner.userId,
      id: newId(),
      tokenHash: hashSecret(reset),
      expiresAt: later,
    });
  });
  const hashes = [link, invitation, reset].map(hashSecret);
  return { link, invitation, reset, ids, who, hashes: [...hashes, codeHash] };
}

export type Marker = ReturnType<typeof marker>;

/** Makes a clinic whose every text is a needle. Needs the seeded library. */
export async function makeHouse(): Promise<House> {
  const as = marker();
  const clinicTexts = { name: as("Clinic"), address: as("Address"), phone: `+34${digits(9)}` };
  const { clinicId } = await makeClinic(clinicTexts);
  await inScope({ clinicId }, (tx) =>
    tx
      .update(clinic)
      .set({ logo: pngWith(as("Logo")), logoMime: "image/png" })
      .where(eq(clinic.id, clinicId)),
  );
  const staff = (role: TestStaff["role"]) =>
    makeStaff({ clinicId }, role, { name: as(role), email: `${as(role)}@needle.example` });
  const [owner, therapist, desk] = await Promise.all([
    staff("owner"),
    staff("therapist"),
    staff("front_desk"),
  ]);
  const person = {
    givenName: as("Given"),
    familyName: as("Family"),
    email: `${as("person")}@needle.example`,
    phone: `+34${digits(9)}`,
    recordNumber: as("Number"),
  };
  const patient = await makePatient({ clinicId }, { ...person, therapistId: therapist.userId });
  const neighbour = await makePatient({ clinicId }, { givenName: "Nora", familyName: "Next" });
  const [record, secrets, passwords] = await Promise.all([
    makeHouseRecord(patient, neighbour, therapist, as),
    insertSecrets(clinicId, owner, patient.patientId, as),
    hashesOf(clinicId, [owner, therapist, desk]),
  ]);
  const library = await inScope({ clinicId, userId: owner.userId }, (tx) =>
    insertHouseLibrary({ tx, owner, patient, record, as }),
  );
  const sids = [owner, therapist, desk, patient].map(({ sid }) => sid.slice(sid.indexOf(".") + 1));
  return {
    clinicId,
    owner,
    therapist,
    desk,
    patient,
    neighbour,
    record,
    library,
    linkId: secrets.ids.link,
    linkToken: secrets.link,
    invitationId: secrets.ids.invitation,
    invitationToken: secrets.invitation,
    resetToken: secrets.reset,
    needles: {
      ...record.needles,
      contact: Object.values(person),
      library: library.texts,
      clinic: [...Object.values(clinicTexts), as("Logo")],
      staff: [owner.name, therapist.name, desk.name],
      owner: [owner.email, therapist.email, ...Object.values(secrets.who)],
      secret: [...secrets.hashes, ...passwords, ...sids.map(hashSecret), ...sids],
    },
  };
}

/** Needles of these groups; of all groups without any. */
export function needlesOf(house: House, ...groups: readonly NeedleGroup[]): string[] {
  const wanted = groups.length > 0 ? groups : (Object.keys(house.needles) as NeedleGroup[]);
  return wanted.flatMap((group) => [...house.needles[group]]);
}
