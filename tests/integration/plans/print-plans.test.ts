import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { visit } from "@/db/schema/patient";
import { plan } from "@/db/schema/plan";
import { addDays, localDate } from "@/lib/domain/calendar/local-date";
import { Invalid, Refused, SignedOut } from "@/lib/errors/app-error";
import { mediaStore } from "@/lib/features/media/store";
import { type Printer, printPlans } from "@/lib/features/plans/print-plans";
import { printList } from "@/lib/features/plans/print-queries";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { makePublishedPlan } from "@/tests/support/published-plan";

/** Noon in Madrid, where the fixtures' clinic is. */
const NOW = new Date("2026-11-20T11:00:00Z");
const TODAY = localDate("2026-11-20");

let here: TestClinic;
let maya: TestStaff;

async function planOf(of: TestClinic, familyName: string, language: "en" | "es" = "en") {
  const patient = await makePatient(of, { givenName: "A", familyName, language });
  const startedOn = localDate("2026-11-01");
  const made = await makePublishedPlan(patient, { startedOn, versions: 2, exercises: 1 });
  return { ...made, patient };
}

type Made = Awaited<ReturnType<typeof planOf>>;
let [ana, ben, cleo]: Made[] = [];

beforeAll(async () => {
  here = await makeClinic();
  maya = await makeStaff(here, "therapist");
  ana = await planOf(here, "Abel");
  ben = await planOf(here, "Bosch", "es");
  cleo = await planOf(here, "Cruz");
});

/** Draws a word for each plan, and joins words. */
function printer(change: Partial<Printer> = {}): Printer & { told: number[] } {
  const told: number[] = [];
  return {
    origin: "https://plans.example",
    store: mediaStore,
    draw: async ({ planId, versionNumber, locale }, paper) =>
      Buffer.from(`${planId}/${versionNumber}/${locale}/${paper} `),
    join: (files) => ({ bytes: Buffer.concat(files), pages: files.length }),
    tell: (done) => told.push(done),
    signal: new AbortController().signal,
    told,
    ...change,
  };
}

const ids = (...plans: (Made | undefined)[]) => plans.map((one) => one!.planId);
const print = (planIds: unknown, with_ = printer(), viewer: TestStaff["viewer"] = maya.viewer) =>
  printPlans(viewer, { planIds, paper: "Letter" }, with_);
const textOf = (pdf: string | null) => Buffer.from(pdf ?? "", "base64").toString();
const printsOf = async (of: Made | undefined) =>
  (await auditTrail(here.clinicId, "plan.print")).filter(
    ({ patientId }) => patientId === of?.patient.patientId,
  );

describe("several plans in one file", () => {
  test("come in the order asked for, newest versions, in each patient's language, audited one by one", async () => {
    const with_ = printer();
    const result = await print(ids(cleo, ben, ana), with_);
    expect(textOf(result.pdf).trim().split(" ")).toEqual([
      `${cleo!.planId}/2/en/Letter`,
      `${ben!.planId}/2/es/Letter`,
      `${ana!.planId}/2/en/Letter`,
    ]);
    expect(result).toMatchObject({ pages: 3, printed: ids(cleo, ben, ana), failed: [] });
    expect(with_.told).toEqual([0, 1, 2, 3]);
    for (const one of [ana, ben, cleo])
      expect(await printsOf(one)).toMatchObject([
        { actorUserId: maya.userId, subjectId: one!.versions[1]?.versionId },
      ]);
  });

  test("another clinic's and a strange one are not found, and stop no other", async () => {
    const foreign = await planOf(await makeClinic(), "Foreign");
    const strange = newId();
    const result = await print([foreign.planId, ...ids(ana), strange]);
    expect(result.printed).toEqual(ids(ana));
    expect(result.failed).toEqual([
      { planId: foreign.planId, why: "not_found" },
      { planId: strange, why: "not_found" },
    ]);
    expect(textOf(result.pdf)).not.toContain(foreign.planId);
    expect(await auditTrail(foreign.patient.clinicId, "plan.print")).toEqual([]);
  });

  test("one that cannot be drawn is named, and stops no other", async () => {
    const draw: Printer["draw"] = async ({ planId }) => {
      if (planId === ben!.planId) throw new Error("crash");
      return Buffer.from("page ");
    };
    const result = await print(ids(ana, ben, cleo), printer({ draw }));
    expect(result).toMatchObject({
      printed: ids(ana, cleo),
      failed: [{ planId: ben!.planId, why: "failed" }],
    });
    const none = await print(ids(ben), printer({ draw }));
    expect(none).toMatchObject({ pdf: null, pages: 0, printed: [] });
  });

  test("end where nobody waits any more: nothing further is read", async () => {
    const gone = new AbortController();
    const before = (await printsOf(cleo)).length;
    const draw: Printer["draw"] = async () => {
      gone.abort();
      return Buffer.from("page");
    };
    const result = await print(ids(ana, ben, cleo), printer({ draw, signal: gone.signal }));
    expect(result).toMatchObject({ pdf: null, printed: ids(ana) });
    expect(await printsOf(cleo)).toHaveLength(before);
  });

  test("not for the front desk, a patient or nobody", async () => {
    const desk = await makeStaff(here, "front_desk");
    await expect(print(ids(ana), printer(), desk.viewer)).rejects.toThrow(Refused);
    const self = (ana!.patient as TestPatient).viewer;
    for (const viewer of [self, null])
      await expect(printPlans(viewer, {}, printer())).rejects.toThrow(SignedOut);
  });

  test.each([
    ["nobody", []],
    ["no list", "all"],
    ["a strange id", ["' or 1=1 --"]],
    ["nothing", undefined],
    ["more than forty", Array.from({ length: 41 }, () => newId())],
  ])("%s cannot be printed", async (_, planIds) => {
    const with_ = printer();
    await expect(print(planIds, with_)).rejects.toThrow(Invalid);
    expect(with_.told).toEqual([]);
  });

  test("the same one twice, and unknown paper, are refused", async () => {
    await expect(print(ids(ana, ana))).rejects.toThrow(Invalid);
    const input = { planIds: ids(ana), paper: "A3" };
    await expect(printPlans(maya.viewer, input, printer())).rejects.toThrow(Invalid);
  });
});

describe("the list to choose from", () => {
  test("has today's visits first, by time, and says whose version was never printed", async () => {
    const clinic = await makeClinic();
    const therapist = await makeStaff(clinic, "therapist");
    const [late, none, early, open] = [
      await planOf(clinic, "Alba"),
      await planOf(clinic, "Bell"),
      await planOf(clinic, "Cole"),
      await planOf(clinic, "Diaz"),
    ];
    const ended = await planOf(clinic, "Ended");
    await planOf(await makeClinic(), "Foreign");
    const at = (of: Made, visitOn: string, visitTime: string | null) => ({
      clinicId: clinic.clinicId,
      id: newId(),
      patientId: of.patient.patientId,
      visitOn: localDate(visitOn),
      visitTime,
      createdBy: therapist.userId,
    });
    await inScope({ clinicId: clinic.clinicId }, async (tx) => {
      await tx
        .insert(visit)
        .values([
          at(late, TODAY, "11:30"),
          at(early, TODAY, "09:00"),
          at(open, TODAY, null),
          at(none, addDays(TODAY, 1), "08:00"),
        ]);
      await tx.update(plan).set({ endedOn: TODAY }).where(eq(plan.id, ended.planId));
    });
    await printPlans(therapist.viewer, { planIds: [early.planId], paper: "A4" }, printer());
    const { rows } = await printList(therapist.access("view-record"), NOW);
    expect(rows.map((row) => [row.patientName, row.visit?.time, row.isPrinted])).toEqual([
      ["A Cole", "09:00", true],
      ["A Alba", "11:30", false],
      ["A Diaz", null, false],
      ["A Bell", undefined, false],
    ]);
  });

  test("is not for the front desk", async () => {
    const desk = await makeStaff(here, "front_desk");
    expect(() => desk.access("view-record")).toThrow(Refused);
  });
});
