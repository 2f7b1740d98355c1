import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { auditEvent } from "@/db/schema/audit";
import { clinic } from "@/db/schema/clinic";
import { plan, planPause } from "@/db/schema/plan";
import type { Viewer } from "@/lib/auth/access";
import { type LocalDate, localDate } from "@/lib/domain/calendar/local-date";
import { NotFound, Refused, SignedOut } from "@/lib/errors/app-error";
import { planDocuments } from "@/lib/features/plans/document-queries";
import { versionNumberOf } from "@/lib/features/plans/document-schema";
import { documentAccess, planOfToken, versionDocument } from "@/lib/features/plans/version-queries";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestPatient,
  type TestStaff,
} from "@/tests/support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "@/tests/support/published-plan";

const NOW = new Date("2026-11-20T11:00:00Z");
const ORIGIN = "https://plans.example";

let here: TestClinic;
let elena: TestPatient;
let maya: TestStaff;
let made: PublishedPlan;

/** What the PDF route and the sheet do: access for whoever asks, then the document. */
async function ask(
  viewer: Viewer | null,
  {
    planId = made.planId,
    number = 2,
    as = "plan.print" as const,
    locale = null,
  }: {
    planId?: string;
    number?: number;
    as?: "plan.print" | "plan.view";
    locale?: "es" | null;
  } = {},
) {
  const access = await documentAccess(viewer, planId);
  return versionDocument(access, { planId, number, locale, origin: ORIGIN, as });
}

async function audited(action: string) {
  return inScope({ clinicId: here.clinicId }, (tx) =>
    tx
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.clinicId, here.clinicId), eq(auditEvent.action, action))),
  );
}

beforeAll(async () => {
  here = await makeClinic({ phone: "+34 600 000 000", paperSize: "Letter" });
  elena = await makePatient(here, { timeZone: "Pacific/Auckland" });
  maya = await makeStaff(here, "therapist");
  made = await makePublishedPlan(elena, {
    startedOn: localDate("2026-11-01"),
    versions: 2,
    exercises: 3,
  });
});

describe("a published version as a document", () => {
  test("is what was published, in the language asked for, and the reading is audited", async () => {
    const { document, newestNumber, patientName } = await ask(maya.viewer, { locale: "es" });
    expect(document).toMatchObject({
      locale: "es",
      versionNumber: 2,
      startsOn: "2026-11-02",
      publishedOn: "2026-11-02",
      paperSize: "Letter",
      therapistName: "Maya Rao",
      patientGivenName: "Elena",
      clinic: { emergencyNumber: "112", phone: "+34 600 000 000", logo: null },
    });
    expect(document.exercises.map((e) => e.name)).toEqual([
      "Ejercicio 1",
      "Ejercicio 2",
      "Ejercicio 3",
    ]);
    expect(document.exercises[0]?.dosage).toMatchObject({
      sets: 3,
      reps: 10,
      holdSeconds: 6,
      frequency: { pattern: "daily", weekdays: [] },
    });
    expect(document.planUrl).toMatch(/^https:\/\/plans\.example\/p\/[\w-]+\/2$/);
    expect([newestNumber, patientName]).toEqual([2, "Elena Marsh"]);
    const rows = await audited("plan.print");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actorUserId: maya.userId,
      patientId: elena.patientId,
      subjectId: made.versions[1]?.versionId,
      fields: [],
    });
  });

  test("an earlier version stays as it was; without a choice it speaks the patient's language", async () => {
    const { document } = await ask(maya.viewer, { number: 1, as: "plan.view" });
    expect(document.exercises[0]?.dosage.holdSeconds).toBe(5);
    expect([document.versionNumber, document.locale]).toEqual([1, "en"]);
    expect(await audited("plan.view")).toHaveLength(1);
  });

  test("the patient gets their own, and that is no reading by staff", async () => {
    const before = (await audited("plan.print")).length;
    expect((await ask(elena.viewer)).document.versionNumber).toBe(2);
    expect(await audited("plan.print")).toHaveLength(before);
  });

  test("versions come in the order asked for; without the logo where it is not wanted", async () => {
    const logo = Buffer.from([137, 80, 78, 71]);
    await inScope({ clinicId: here.clinicId }, (tx) =>
      tx.update(clinic).set({ logo, logoMime: "image/png" }).where(eq(clinic.id, here.clinicId)),
    );
    const versionIds = [made.versions[1]!.versionId, newId(), made.versions[0]!.versionId];
    const wanted = { clinicId: here.clinicId, versionIds, locale: "en", origin: ORIGIN } as const;
    const [withLogo, without] = await inScope({ clinicId: here.clinicId }, (tx) =>
      Promise.all([planDocuments(tx, wanted), planDocuments(tx, { ...wanted, logo: false })]),
    );
    expect(withLogo.map((d) => d.versionNumber)).toEqual([2, 1]);
    expect(withLogo[0]?.clinic.logo).toEqual({
      mime: "image/png",
      base64: logo.toString("base64"),
    });
    expect(without[0]?.clinic.logo).toBeNull();
  });
});

describe("who does not get it", () => {
  test("another clinic's therapist finds nothing, and nothing is audited", async () => {
    const stranger = await makeStaff(await makeClinic(), "therapist");
    await expect(ask(stranger.viewer)).rejects.toBeInstanceOf(NotFound);
  });

  test("another patient of the same clinic finds nothing", async () => {
    const other = await makePatient(here, { givenName: "Otto" });
    await expect(ask(other.viewer)).rejects.toBeInstanceOf(NotFound);
  });

  test("access to one patient's record does not open another's plan", async () => {
    const other = await makePatient(here, { givenName: "Olga" });
    const access = await maya.record(other.patientId, "view-record");
    const wanted = {
      planId: made.planId,
      number: 2,
      locale: null,
      origin: ORIGIN,
      as: "plan.print",
    } as const;
    await expect(versionDocument(access, wanted)).rejects.toBeInstanceOf(NotFound);
  });

  test("front desk is refused, whether or not the plan exists", async () => {
    const desk = await makeStaff(here, "front_desk");
    await expect(ask(desk.viewer)).rejects.toBeInstanceOf(Refused);
    await expect(ask(desk.viewer, { planId: newId() })).rejects.toBeInstanceOf(Refused);
  });

  test("nobody who is not signed in", async () => {
    await expect(ask(null)).rejects.toBeInstanceOf(SignedOut);
  });

  test.each(["no-id", "' or 1=1 --", "", newId()])("plan %j", async (planId) => {
    await expect(ask(maya.viewer, { planId })).rejects.toBeInstanceOf(NotFound);
    await expect(ask(elena.viewer, { planId })).rejects.toBeInstanceOf(NotFound);
  });

  test("a number that was never published", async () => {
    await expect(ask(maya.viewer, { number: 3 })).rejects.toBeInstanceOf(NotFound);
    for (const text of ["0", "-1", "1.5", "01", "1e3", "x", "", "9999999", "2 "])
      expect(versionNumberOf(text)).toBeNull();
  });
});

async function tokenOf(planId: string): Promise<string> {
  const [row] = await inScope({ clinicId: here.clinicId }, (tx) =>
    tx.select({ token: plan.qrToken }).from(plan).where(eq(plan.id, planId)),
  );
  return row!.token;
}

describe("behind the QR code", () => {
  test("its token finds the plan's numbers; any other finds nothing", async () => {
    const [row] = await inScope({ clinicId: here.clinicId }, (tx) =>
      tx.select({ token: plan.qrToken }).from(plan).where(eq(plan.id, made.planId)),
    );
    expect(await planOfToken(row!.token, NOW)).toEqual({
      clinicId: here.clinicId,
      planId: made.planId,
      patientId: elena.patientId,
      newestNumber: 2,
      hasEnded: false,
      pause: null,
    });
    for (const token of [newId(), "", "%", row!.token.toUpperCase(), `${row!.token} `])
      expect(await planOfToken(token, NOW)).toBeNull();
  });

  test("says that the plan is paused, and until when, or has ended", async () => {
    const token = await tokenOf(made.planId);
    const id = newId();
    const pause = (change: Partial<typeof planPause.$inferInsert>) =>
      inScope({ clinicId: here.clinicId }, (tx) =>
        tx.update(planPause).set(change).where(eq(planPause.id, id)),
      );
    await inScope({ clinicId: here.clinicId }, (tx) =>
      tx.insert(planPause).values({
        clinicId: here.clinicId,
        id,
        planId: made.planId,
        patientId: elena.patientId,
        startsOn: localDate("2026-11-20"),
        reason: "an operation",
        createdBy: maya.userId,
      }),
    );
    expect((await planOfToken(token, NOW))?.pause).toEqual({ until: null });
    await pause({ endsOn: localDate("2026-11-20") });
    expect((await planOfToken(token, NOW))?.pause).toEqual({ until: "2026-11-20" });
    const later = new Date("2026-11-21T00:00:00Z");
    expect((await planOfToken(token, later))?.pause).toBeNull();
    await pause({ startsOn: localDate("2026-11-21"), endsOn: null });
    expect((await planOfToken(token, NOW))?.pause).toBeNull();
    const end = (endedOn: LocalDate | null) =>
      inScope({ clinicId: here.clinicId }, (tx) =>
        tx.update(plan).set({ endedOn }).where(eq(plan.id, made.planId)),
      );
    await end(localDate("2026-11-19"));
    expect((await planOfToken(token, NOW))?.hasEnded).toBe(true);
    await end(null);
  });

  test("another plan's pause stays out of sight", async () => {
    const token = await tokenOf(made.planId);
    const other = await makePatient(here);
    const { planId } = await makePublishedPlan(other, { startedOn: localDate("2026-11-01") });
    await inScope({ clinicId: here.clinicId }, (tx) =>
      tx.insert(planPause).values({
        clinicId: here.clinicId,
        id: newId(),
        planId,
        patientId: other.patientId,
        startsOn: localDate("2026-11-01"),
        createdBy: maya.userId,
      }),
    );
    const seen = await inScope({ planToken: token }, (tx) => tx.select().from(planPause));
    expect(seen.filter((row) => row.planId !== made.planId)).toEqual([]);
    expect(await inScope({}, (tx) => tx.select().from(planPause))).toEqual([]);
  });

  test("the token opens the plan's row and nothing else", async () => {
    const [row] = await inScope({ clinicId: here.clinicId }, (tx) =>
      tx.select({ token: plan.qrToken }).from(plan).where(eq(plan.id, made.planId)),
    );
    const versionIds = made.versions.map((v) => v.versionId);
    const documents = await inScope({ planToken: row!.token }, (tx) =>
      planDocuments(tx, { clinicId: here.clinicId, versionIds, locale: "en", origin: ORIGIN }),
    );
    expect(documents).toEqual([]);
  });
});
