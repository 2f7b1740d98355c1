import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { inScope, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { auditEvent } from "@/db/schema/audit";
import { clinic } from "@/db/schema/clinic";
import { consent, patient } from "@/db/schema/patient";
import { plan, planPause } from "@/db/schema/plan";
import { portalSnapshot } from "@/db/schema/portal-snapshot";
import { morningLog, sessionLog } from "@/db/schema/session-log";
import { withSelf } from "@/lib/auth/access";
import { addDays, localDate } from "@/lib/domain/calendar/local-date";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { keepSnapshot } from "@/lib/features/sessions/keep-snapshot";
import type { PortalSnapshot } from "@/lib/features/sessions/snapshot";
import { makeClinic, makePatient, type TestPatient } from "../../support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "../../support/published-plan";

const NOW = new Date("2026-03-20T12:00:00Z");
const STARTED = localDate("2026-03-02");

let elena: TestPatient;
let running: PublishedPlan;

async function snapshot(now = NOW) {
  const kept = await withSelf(elena.sid, now, (tx, access, viewer) =>
    keepSnapshot(tx, access, viewer, { now, origin: "https://plans.example" }),
  );
  return { ...kept, content: JSON.parse(kept.body) as PortalSnapshot };
}

function asClinic<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inScope({ clinicId: elena.clinicId, userId: newId() }, work);
}

function log(localOn = addDays(STARTED, 3)) {
  const id = newId();
  const when = { occurredAt: NOW, typedAt: NOW, zone: "Europe/Madrid", localOn };
  const { clinicId, patientId } = elena;
  return { clinicId, id, patientId, rootId: id, ...when, source: "live" as const };
}

const CHANGES: Record<string, (tx: Tx) => Promise<unknown>> = {
  "a session": (tx) =>
    tx.insert(sessionLog).values({
      ...log(),
      planId: running.planId,
      versionId: running.versions[0]!.versionId,
    }),
  "a morning rating": (tx) => tx.insert(morningLog).values({ ...log(), pain: 0 }),
  "a pause": (tx) =>
    tx.insert(planPause).values({
      clinicId: elena.clinicId,
      id: newId(),
      planId: running.planId,
      patientId: elena.patientId,
      startsOn: STARTED,
      createdBy: newId(),
    }),
  "the clinic's phone": (tx) =>
    tx.update(clinic).set({ phone: "910 555 001" }).where(eq(clinic.id, elena.clinicId)),
  "the patient's name": (tx) =>
    tx
      .update(patient)
      .set({ givenName: "Ellen" })
      .where(and(eq(patient.clinicId, elena.clinicId), eq(patient.id, elena.patientId))),
  "the end of the plan": (tx) =>
    tx
      .update(plan)
      .set({ endedOn: localDate("2026-03-18") })
      .where(and(eq(plan.clinicId, elena.clinicId), eq(plan.id, running.planId))),
};

beforeEach(async () => {
  elena = await makePatient(await makeClinic(), { now: NOW });
  running = await makePublishedPlan(elena, { startedOn: STARTED });
  await asClinic((tx) =>
    tx.insert(consent).values({
      clinicId: elena.clinicId,
      id: newId(),
      patientId: elena.patientId,
      documentVersion: PRIVACY_VERSION,
      locale: "en",
    }),
  );
});

describe("the kept snapshot", () => {
  test("is handed out again while nothing has changed", async () => {
    const first = await snapshot();
    await asClinic((tx) =>
      tx
        .update(portalSnapshot)
        .set({ body: JSON.stringify({ ...first.content, plans: [] }) })
        .where(eq(portalSnapshot.clinicId, elena.clinicId)),
    );
    const second = await snapshot();
    expect(second.stamp).toBe(first.stamp);
    expect(first.content.plans).toHaveLength(1);
    expect(second.content.plans).toHaveLength(0);
  });

  test.each(Object.keys(CHANGES))("is made anew after %s", async (name) => {
    const before = await snapshot();
    await asClinic(CHANGES[name]!);
    const after = await snapshot();
    expect(after.stamp).not.toBe(before.stamp);
    expect(after.content).not.toEqual(before.content);
  });

  test("is made anew on the next day, and has no health data before consent", async () => {
    const today = await snapshot();
    expect((await snapshot(new Date("2026-03-21T12:00:00Z"))).stamp).not.toBe(today.stamp);
    elena = await makePatient({ clinicId: elena.clinicId }, { now: NOW, givenName: "Nour" });
    await makePublishedPlan(elena, { startedOn: STARTED });
    const without = await snapshot();
    expect(without.content.plans).toEqual([]);
    expect(without.content.consent.wanted).toBe(PRIVACY_VERSION);
  });

  test("is audited once an hour", async () => {
    await snapshot();
    await snapshot();
    const reads = await asClinic((tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.action, "snapshot.read")),
    );
    expect(reads.filter((r) => r.patientId === elena.patientId)).toHaveLength(1);
  });
});
