import { beforeAll, describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { exerciseLog, sessionLog } from "@/db/schema/session-log";
import { addDays, localDate } from "@/lib/domain/calendar/local-date";
import { Invalid, Refused } from "@/lib/errors/app-error";
import { addCondition } from "@/lib/features/patients/add-condition";
import { addVisit } from "@/lib/features/patients/add-visit";
import { archivePatient } from "@/lib/features/patients/archive-patient";
import { caseloadFacts } from "@/lib/features/patients/caseload-fact-queries";
import { caseload } from "@/lib/features/patients/caseload-queries";
import { caseloadInput } from "@/lib/features/patients/schema";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "@/tests/support/published-plan";

const NOW = new Date("2026-11-20T10:00:00Z");
const TODAY = localDate("2026-11-20");

let clinic: TestClinic;
let maya: TestStaff;
let desk: TestStaff;
let elena: TestPatient;
let gone: TestPatient;
let plan: PublishedPlan;

/** One whole session on a day; 3 x 10 with 5 s hold is what was prescribed. */
async function log(
  daysAgo: number,
  painBefore: number | null,
  row: { rootId?: string; withdrawn?: boolean } = {},
) {
  const on = addDays(TODAY, -daysAgo);
  const id = newId();
  const { versionId, prescribedIds } = plan.versions[0]!;
  const { clinicId, patientId } = elena;
  await inScope({ clinicId, userId: maya.userId }, async (tx) => {
    await tx.insert(sessionLog).values({
      clinicId,
      id,
      rootId: row.rootId ?? id,
      patientId,
      planId: plan.planId,
      versionId,
      occurredAt: new Date(`${on}T07:15:00Z`),
      typedAt: new Date(`${on}T07:${row.rootId ? 40 : 30}:00Z`),
      zone: "Europe/Madrid",
      localOn: on,
      source: "live",
      painBefore,
      withdrawn: row.withdrawn ?? false,
    });
    await tx.insert(exerciseLog).values(
      prescribedIds.map((prescribedId) => ({
        clinicId,
        sessionLogId: id,
        prescribedId,
        patientId,
        outcome: "done" as const,
        setsDone: 3,
        repsDone: 10,
        holdSecondsDone: 5,
      })),
    );
  });
  return id;
}

beforeAll(async () => {
  clinic = await makeClinic();
  maya = await makeStaff(clinic, "therapist");
  desk = await makeStaff(clinic, "front_desk");
  elena = await makePatient(clinic, { therapistId: maya.userId });
  await makePatient(clinic, { givenName: "Ruth", familyName: "Adeyemi", recordNumber: "R-7" });
  gone = await makePatient(clinic, { givenName: "Aiko", familyName: "Tanaka" });
  await archivePatient(await maya.record(gone.patientId, "edit-record"), NOW);
  const edit = await maya.record(elena.patientId, "edit-record");
  await addCondition(edit, { conditionId: "hypertension_controlled" }, NOW);
  await addCondition(edit, { conditionId: "hip_oa" }, NOW);
  const visits = await desk.record(elena.patientId, "edit-patient");
  await addVisit(visits, { visitOn: "2026-11-25", visitTime: "09:30" }, NOW);
  plan = await makePublishedPlan(elena, { startedOn: addDays(TODAY, -30) });
  for (const [i, pain] of [6, 6, 7, 6, 5, 6, 6].entries()) await log(30 - i, pain);
  for (const [i, pain] of [4, 4, 0, null].entries()) await log(6 - i, pain);
  const taken = await log(1, 9);
  await log(1, 9, { rootId: taken, withdrawn: true });
});

const list = (input: Record<string, unknown> = {}, staff = maya) =>
  caseload(
    staff.access("view-caseload"),
    caseloadInput.parse({ therapistId: null, ...input }),
    NOW,
  );
const names = async (input: Record<string, unknown>, staff = maya) =>
  (await list(input, staff)).rows.map(({ name }) => name);

describe("the list", () => {
  test("has everybody in care by family name, with counts for each filter", async () => {
    expect(await names({})).toEqual(["Ruth Adeyemi", "Elena Marsh"]);
    expect(await names({ filter: "plan" })).toEqual(["Elena Marsh"]);
    expect(await names({ filter: "no-plan" })).toEqual(["Ruth Adeyemi"]);
    expect(await names({ filter: "archived" })).toEqual(["Aiko Tanaka"]);
    expect(await names({ sort: "last-session" })).toEqual(["Elena Marsh", "Ruth Adeyemi"]);
    expect(await names({ therapistId: maya.userId })).toEqual(["Elena Marsh"]);
    expect(await names({ filter: "nonsense", sort: "'; drop" })).toHaveLength(2);
    const { counts, people } = await list();
    expect(counts).toEqual({ all: 2, plan: 1, "no-plan": 1, archived: 1 });
    expect(people).toBe(3);
  });

  test("says of each person what leads, what runs, and when they come", async () => {
    const [, row] = (await list()).rows;
    expect(row).toMatchObject({
      name: "Elena Marsh",
      nextVisit: { on: "2026-11-25", time: "09:30" },
      clinical: {
        condition: { name: "Hip osteoarthritis", more: 1 },
        plan: { planId: plan.planId, published: { number: 1 } },
        lastSession: { on: "2026-11-17" },
      },
    });
  });

  test("has nothing clinical for the front desk, whatever it asks for", async () => {
    const view = await list({ filter: "plan" }, desk);
    expect(JSON.stringify(view)).not.toMatch(/osteoarthritis|Low back|2026-11-17/);
    expect(view.rows.every(({ clinical }) => clinical === null)).toBe(true);
    expect(view.counts.plan).toBeNull();
    expect(() => desk.access("view-record")).toThrow(Refused);
  });

  test("is empty for another clinic", async () => {
    const stranger = await makeStaff(await makeClinic(), "owner");
    expect(await list({ therapistId: maya.userId }, stranger)).toMatchObject({
      rows: [],
      people: 0,
    });
    const facts = await caseloadFacts(
      stranger.access("view-record"),
      { patientIds: [elena.patientId] },
      NOW,
    );
    expect(facts).toEqual({});
  });
});

describe("the numbers of a row", () => {
  const facts = (patientIds: unknown) =>
    caseloadFacts(maya.access("view-record"), { patientIds }, NOW);

  test("are counted from the log: withdrawn is not, silence is a gap, 0 is a rating", async () => {
    const found = (await facts([elena.patientId, gone.patientId]))[elena.patientId];
    expect(found?.sessions).toEqual({ done: 9, due: 28 });
    expect(found?.grid).toHaveLength(28);
    expect(found?.grid.at(-1), "today is not missed yet").toBe("rest");
    expect(found?.grid.at(-2)).toBe("missed");
    expect(found?.grid.at(-4)).toBe("done");
    expect(found?.painBaseline).toEqual({ mean: 6, provisional: false });
    expect(found?.painNow).toEqual({ mean: 2.7, provisional: true });
  });

  test("fall while the patient is silent, and too few ratings are no number", async () => {
    const later = new Date("2026-11-27T10:00:00Z");
    const ids = { patientIds: [elena.patientId] };
    const found = (await caseloadFacts(maya.access("view-record"), ids, later))[elena.patientId];
    expect(found?.sessions?.done).toBe(4);
    expect(found?.painNow).toBeNull();
  });

  test.each([
    ["more people than a page", Array.from({ length: 61 }, () => newId())],
    ["an id that is none", ["1 or 1=1"]],
    ["no list", "all"],
  ])("are refused for %s", async (_, ids) => {
    await expect(facts(ids)).rejects.toBeInstanceOf(Invalid);
  });
});
