import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/id";
import { localDate } from "@/lib/domain/calendar/local-date";
import { Invalid, NotFound, Refused, SignedOut } from "@/lib/errors/app-error";
import { versionRecordText } from "@/lib/features/plans/record-text-queries";
import { planRecordAccess } from "@/lib/features/plans/version-queries";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "@/tests/support/published-plan";

let here: TestClinic;
let elena: TestPatient;
let maya: TestStaff;
let made: PublishedPlan;

beforeAll(async () => {
  here = await makeClinic();
  elena = await makePatient(here, { givenName: "Elenita" });
  maya = await makeStaff(here, "therapist");
  made = await makePublishedPlan(elena, {
    startedOn: localDate("2026-11-01"),
    versions: 2,
    exercises: 2,
  });
});

const ask = async (
  who: TestStaff["viewer"] | TestPatient["viewer"] | null,
  change: object = {},
  planId = made.planId,
) => {
  const access = await planRecordAccess(who, planId);
  return versionRecordText(access, { planId, number: 2, locale: "en", ...change });
};

describe("a version as text for the record", () => {
  test("says what was published and what it changed, and is audited as a look", async () => {
    const text = await ask(maya.viewer);
    expect(text).toContain("Version 2, published on 2 November 2026 by Maya Rao");
    expect(text).toContain("1. Exercise 1\n   Hold 6 seconds");
    expect(text).toContain("Changes since version 1:\n- Exercise 1\n");
    expect(text).not.toContain("Elenita");
    const trail = await auditTrail(here.clinicId, "plan.view");
    expect(trail).toHaveLength(1);
    expect(trail[0]).toMatchObject({
      actorUserId: maya.userId,
      patientId: elena.patientId,
      subjectId: made.versions[1]?.versionId,
    });
  });

  test("in Spanish where it is asked for; version 1 is the first", async () => {
    const text = await ask(maya.viewer, { number: 1, locale: "es" });
    expect(text).toContain("1. Ejercicio 1\n");
    expect(text).toContain("Primera versión de este plan");
  });

  test("another clinic's therapist and a strange id find nothing", async () => {
    const stranger = await makeStaff(await makeClinic(), "therapist");
    await expect(ask(stranger.viewer)).rejects.toThrow(NotFound);
    for (const id of [newId(), "", "' or 1=1 --"])
      await expect(ask(maya.viewer, {}, id)).rejects.toThrow(NotFound);
  });

  test("a plan of somebody else does not open with this record", async () => {
    const other = await makePatient(here);
    const access = await maya.record(other.patientId, "view-record");
    const input = { planId: made.planId, number: 2, locale: "en" };
    await expect(versionRecordText(access, input)).rejects.toThrow(NotFound);
  });

  test("front desk, the patient and nobody are refused", async () => {
    const desk = await makeStaff(here, "front_desk");
    await expect(ask(desk.viewer)).rejects.toThrow(Refused);
    for (const who of [elena.viewer, null]) await expect(ask(who)).rejects.toThrow(SignedOut);
  });

  test.each([
    { number: 0 },
    { number: "2" },
    { number: 1.5 },
    { number: null },
    { locale: "fr" },
    { locale: undefined },
    { planId: [] },
  ])("%j is no version and language", async (change) => {
    await expect(ask(maya.viewer, change)).rejects.toThrow(Invalid);
  });

  test("a number that was never published is not found", async () => {
    await expect(ask(maya.viewer, { number: 3 })).rejects.toThrow(NotFound);
  });
});
