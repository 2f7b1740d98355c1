import { beforeAll, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { recordAudit } from "@/lib/audit/record";
import { Refused } from "@/lib/errors/app-error";
import { AUDIT_PAGE_ROWS, type AuditPage, auditPage } from "@/lib/features/clinic/audit-queries";
import { auditWords } from "@/lib/features/clinic/audit-words";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";

const ROWS = AUDIT_PAGE_ROWS + 20;
let clinic: TestClinic;
let owner: TestStaff;
let elena: TestPatient;

beforeAll(async () => {
  clinic = await makeClinic();
  owner = await makeStaff(clinic, "owner");
  elena = await makePatient(clinic);
  const access = await owner.record(elena.patientId, "view-record");
  // One transaction, one instant: the order must still be total.
  await inScope(access.scope, (tx) =>
    recordAudit(
      tx,
      access,
      ...Array.from({ length: ROWS }, () => ({
        action: "patient.view" as const,
        subjectKind: "patient",
        subjectId: elena.patientId,
        patientId: elena.patientId,
      })),
    ),
  );
});

const page = (query: { before?: string; patientId?: string } = {}) =>
  auditPage(owner.access("view-audit"), query);

test("pages hold every event once, newest first, with names", async () => {
  const first = await page();
  expect(first.rows).toHaveLength(AUDIT_PAGE_ROWS);
  expect(first.rows[0]).toMatchObject({
    actorName: owner.name,
    actorKind: "staff",
    patientName: "Elena Marsh",
  });
  const second: AuditPage = await page({ before: first.older ?? "" });
  expect(second.rows).toHaveLength(ROWS - AUDIT_PAGE_ROWS);
  expect(second.older).toBeNull();
  const ids = new Set([...first.rows, ...second.rows].map((row) => row.id));
  expect(ids.size).toBe(ROWS);
});

test("one patient's rows alone, and nothing for a stranger's id", async () => {
  const tomas = await makePatient(clinic);
  expect((await page({ patientId: elena.patientId })).rows).toHaveLength(AUDIT_PAGE_ROWS);
  expect((await page({ patientId: tomas.patientId })).rows).toEqual([]);
});

test("another clinic sees none of it, even with its cursors", async () => {
  const neighbour = await makeStaff(await makeClinic(), "owner");
  const cursor = (await page()).older ?? "";
  for (const query of [{}, { before: cursor }, { patientId: elena.patientId }])
    expect((await auditPage(neighbour.access("view-audit"), query)).rows).toEqual([]);
});

test("only owners look, and nonsense in the address is ignored", async () => {
  const maya = await makeStaff(clinic);
  expect(() => maya.access("view-audit")).toThrow(Refused);
  const odd = await page({ before: "'; drop table", patientId: "x" });
  expect(odd.rows).toHaveLength(AUDIT_PAGE_ROWS);
});

test("an action that this version does not know keeps its name", () => {
  expect(auditWords("patient.view")).toBe("Looked at the record");
  expect(auditWords("robot.dance")).toBe("robot.dance");
});
