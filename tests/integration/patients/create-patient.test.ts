import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { patient } from "@/db/schema/patient";
import { SignedOut } from "@/lib/errors/app-error";
import { createPatient } from "@/lib/features/patients/create-patient";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestStaff,
} from "@/tests/support/fixtures";
import { auditOf, fieldsOf, patientRow } from "./record-rows";

const NOW = new Date("2026-11-20T10:00:00Z");
const ELENA = {
  givenName: "Elena",
  familyName: "Marsh",
  birthOn: "1968-04-09",
  email: "",
  phone: "",
  recordNumber: "",
  language: "en",
  timeZone: "Europe/Madrid",
  therapistId: "",
};

let clinic: TestClinic;
let maya: TestStaff;
let desk: TestStaff;

beforeAll(async () => {
  clinic = await makeClinic();
  maya = await makeStaff(clinic, "therapist");
  desk = await makeStaff(clinic, "front_desk");
});

const create = (changes: Record<string, unknown> = {}, staff = maya) =>
  createPatient(staff.access("edit-patient"), { ...ELENA, ...changes }, NOW);

async function created(changes: Record<string, unknown> = {}, staff = maya): Promise<string> {
  const answer = await create(changes, staff);
  if (answer.kind !== "created") throw new Error("taken for someone else");
  return answer.patientId;
}

describe("a new patient", () => {
  test("is saved as typed and audited", async () => {
    const therapistId = maya.userId;
    const id = await created({
      familyName: "First",
      email: " Elena.First@Mail.Example ",
      phone: "+34 600 123 456",
      recordNumber: "R-17",
      language: "es",
      therapistId,
    });
    expect(await patientRow(clinic.clinicId, id)).toMatchObject({
      familyName: "First",
      birthOn: "1968-04-09",
      email: "elena.first@mail.example",
      recordNumber: "R-17",
      language: "es",
      therapistId,
      createdBy: maya.userId,
      archivedAt: null,
    });
    expect(await auditOf(clinic.clinicId, id)).toEqual([
      { action: "patient.create", fields: [], by: maya.userId },
    ]);
  });

  test("may be added by the front desk, and not by a patient", async () => {
    await created({ familyName: "Second", birthOn: "1950-01-01" }, desk);
    const { viewer } = await makePatient(clinic);
    const { clinicAccess } = await import("@/lib/auth/access");
    expect(() => clinicAccess(viewer, "edit-patient")).toThrow(SignedOut);
  });

  test.each([
    ["right to left", "محمد", "العربي"],
    ["Persian with its joiner", "می\u200cترا", "نیک\u200cنام"],
    ["combined accents", "Zoe\u0308", "Nu\u0301n\u0303ez"],
    ["Japanese", "愛子", "田中"],
    ["an emoji, as somebody will", "Ann 🙂", "O’Neill-Smith"],
  ])("keeps a name in %s", async (_, givenName, familyName) => {
    const id = await created({ givenName, familyName, birthOn: "1971-02-03" });
    expect(await patientRow(clinic.clinicId, id)).toMatchObject({
      givenName: givenName.normalize("NFC"),
      familyName: familyName.normalize("NFC"),
    });
  });
});

describe("refused by its field", () => {
  test.each([
    ["no name", { givenName: "  " }, "givenName"],
    ["a name of 2 MB", { familyName: "a".repeat(2_000_000) }, "familyName"],
    ["a name with a zero byte", { givenName: "El\u0000ena" }, "givenName"],
    ["a name that turns direction", { givenName: "Elena\u202e" }, "givenName"],
    ["a file for a name", { givenName: new File(["x"], "x.txt") }, "givenName"],
    ["a birth date in 1900", { birthOn: "1900-06-01" }, "birthOn"],
    ["a birth date next year", { birthOn: "2027-01-01" }, "birthOn"],
    ["a day that does not exist", { birthOn: "1990-02-30" }, "birthOn"],
    ["no birth date", { birthOn: "" }, "birthOn"],
    ["an e-mail that is none", { email: "nobody" }, "email"],
    ["a phone that is none", { phone: "call me" }, "phone"],
    ["a language we do not speak", { language: "fr" }, "language"],
    ["a zone that is none", { timeZone: "Mars/Olympus" }, "timeZone"],
    ["a therapist that is no id", { therapistId: "-".repeat(36) }, "therapistId"],
    ["a therapist who does not exist", { therapistId: newId() }, "therapistId"],
  ])("%s", async (_, changes, field) => {
    expect(Object.keys(await fieldsOf(create(changes)))).toEqual([field]);
  });

  test("the front desk, or another clinic's therapist, as the one who treats", async () => {
    const stranger = await makeStaff(await makeClinic(), "therapist");
    for (const { userId } of [desk, stranger])
      expect(await fieldsOf(create({ therapistId: userId, birthOn: "1940-01-01" }))).toHaveProperty(
        "therapistId",
      );
  });
});

describe("possible duplicates", () => {
  let own: TestClinic;
  let ida: TestStaff;
  beforeEach(async () => {
    own = await makeClinic();
    ida = await makeStaff(own, "owner");
    await created({ recordNumber: "R-1", email: "one@mail.example" }, ida);
  });

  test.each([
    ["the same birth date under a similar name", { familyName: "Marsch" }, ["person"]],
    [
      "the same e-mail",
      { givenName: "Ivo", familyName: "X", birthOn: "1999-01-01", email: "ONE@mail.example" },
      ["email"],
    ],
    [
      "everything at once",
      { recordNumber: "R-1", email: "one@mail.example" },
      ["person", "recordNumber", "email"],
    ],
  ])("answers first with %s, and saves nothing", async (_, changes, reasons) => {
    const answer = await create(changes, ida);
    expect(answer).toMatchObject({
      kind: "duplicates",
      candidates: [{ name: "Elena Marsh", recordNumber: "R-1", reasons }],
    });
    const people = await inScope({ clinicId: own.clinicId }, (tx) => tx.select().from(patient));
    expect(people).toHaveLength(1);
  });

  test("goes on deliberately, once the look-alikes were seen", async () => {
    const answer = await create({}, ida);
    if (answer.kind !== "duplicates") throw new Error("nobody was asked");
    const knownDuplicates = answer.candidates.map(({ id }) => id).join(",");
    expect((await create({ knownDuplicates }, ida)).kind).toBe("created");
    const third = await create({ knownDuplicates }, ida);
    expect(third.kind, "the twin just added was not among those seen").toBe("duplicates");
  });

  test("never gives a record number twice, however deliberately", async () => {
    const taken = { recordNumber: "R-1", familyName: "Other", birthOn: "1980-01-01" };
    const answer = await create(taken, ida);
    if (answer.kind !== "duplicates") throw new Error("nobody was asked");
    const knownDuplicates = answer.candidates.map(({ id }) => id).join(",");
    expect(await fieldsOf(create({ ...taken, knownDuplicates }, ida))).toHaveProperty(
      "recordNumber",
    );
  });

  test("two who add the same number at once: one is told", async () => {
    const same = (givenName: string, birthOn: string) =>
      create({ givenName, familyName: givenName, birthOn, recordNumber: "R-9" }, ida);
    const answers = await Promise.allSettled([same("Ann", "1990-01-01"), same("Bo", "1991-01-01")]);
    expect(
      answers.filter((a) => a.status === "fulfilled" && a.value.kind === "created"),
    ).toHaveLength(1);
  });

  test("does not tell of another clinic's people, and lets it use the same number", async () => {
    const far = await makeStaff(await makeClinic(), "owner");
    const answer = await create({ recordNumber: "R-1", email: "one@mail.example" }, far);
    expect(answer.kind).toBe("created");
  });
});
