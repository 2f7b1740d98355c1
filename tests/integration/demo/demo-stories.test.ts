import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, inScope } from "@/db/client";
import { patient } from "@/db/schema/patient";
import { plan, planVersion } from "@/db/schema/plan";
import { sessionLog } from "@/db/schema/session-log";
import { seedDemo } from "@/db/seed/demo";
import { DEMO_CLINICS } from "@/db/seed/demo-clinics";
import { staffId } from "@/db/seed/demo-rows";
import { demoPatientId } from "@/db/seed/demo-write";
import { clinicAccess, findViewerBySid, recordAccess, type StaffViewer } from "@/lib/auth/access";
import { openSession } from "@/lib/auth/open-session";
import { trailingSessions } from "@/lib/domain/adherence/adherence";
import { addDays, daysBetween, localDateOf, type Weekday } from "@/lib/domain/calendar/local-date";
import { dailyPain } from "@/lib/domain/pain/daily-pain";
import { ratioToNumber } from "@/lib/domain/pain/ratio";
import { sevenDayMean } from "@/lib/domain/pain/seven-day-mean";
import { dayState } from "@/lib/domain/schedule/due";
import { steppedDown } from "@/lib/domain/session/credit";
import { caseload } from "@/lib/features/patients/caseload-queries";
import { planOverview } from "@/lib/features/plans/overview-queries";
import { sessionHistory } from "@/lib/features/review/history-queries";
import { reviewOfPatient } from "@/lib/features/review/review-queries";
import { planFacts } from "@/lib/features/sessions/fact-queries";
import { type TestDatabase, testDatabase } from "@/tests/support/database";

const NOW = new Date("2026-11-20T09:30:00Z");
const [northgate, lakeside] = DEMO_CLINICS as [
  (typeof DEMO_CLINICS)[number],
  (typeof DEMO_CLINICS)[number],
];
const clinicId = northgate.id;
const ORIGIN = "http://localhost:3000";

let database: TestDatabase;
let maya: StaffViewer;
const common = process.env.DATABASE_APP_URL;

async function viewerOf(clinic: string, key: string): Promise<StaffViewer> {
  const holder = { kind: "staff", userId: staffId(key) } as const;
  const { sid } = await inScope({ clinicId: clinic }, (tx) =>
    openSession(tx, clinic, holder, null, NOW),
  );
  const viewer = await findViewerBySid(sid, NOW);
  if (viewer?.kind !== "staff") throw new Error("the demo's staff cannot sign in");
  return viewer;
}

beforeAll(async () => {
  database = await testDatabase();
  await closeDatabase();
  process.env.DATABASE_APP_URL = database.appUrl;
  await seedDemo({ now: NOW });
  maya = await viewerOf(clinicId, "maya");
});

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_APP_URL = common;
  await database.drop();
});

/** Facts of a patient's plan, with the patient's today. */
async function factsOf(key: string) {
  const patientId = demoPatientId(clinicId, key);
  return inScope({ clinicId }, async (tx) => {
    const [row] = await tx
      .select({ planId: plan.id, zone: patient.timeZone })
      .from(plan)
      .innerJoin(patient, eq(patient.id, plan.patientId))
      .where(and(eq(plan.clinicId, clinicId), eq(plan.patientId, patientId)));
    if (!row) throw new Error(`${key} has no plan`);
    const facts = await planFacts(tx, { clinicId, patientId, planId: row.planId });
    if (!facts) throw new Error(`${key} has no published plan`);
    return { ...facts, today: localDateOf(NOW, row.zone), weekStart: 1 as Weekday };
  });
}

type Facts = Awaited<ReturnType<typeof factsOf>>;

function meanPain({ sessions, today }: Facts, daysAgo: number): number | null {
  const window = sevenDayMean(dailyPain(sessions), addDays(today, -daysAgo));
  return window && ratioToNumber(window.mean);
}

const daysSinceLast = ({ sessions, today }: Facts) => daysBetween(sessions.at(-1)!.localOn, today);

describe("stories of the demo clinic", () => {
  it("Elena's pain rises two days after the longer holds came into force", async () => {
    const facts = await factsOf("elena");
    const third = facts.versions.find(({ number }) => number === 3)!;
    const [now, weekAgo] = [meanPain(facts, 0)!, meanPain(facts, 7)!];
    expect(now).toBeGreaterThanOrEqual(5);
    expect(now - weekAgo).toBeGreaterThanOrEqual(2);
    const pain = dailyPain(facts.sessions).map(
      ({ on, mean }) => [on, ratioToNumber(mean)] as const,
    );
    const rose = pain.find(([on, value]) => on >= third.startsOn && value >= 4)!;
    expect(daysBetween(third.startsOn, rose[0])).toBeGreaterThanOrEqual(2);
    expect(daysBetween(third.startsOn, rose[0])).toBeLessThanOrEqual(3);
    expect(facts.sessions.filter((s) => s.stoppedForPain)).toHaveLength(3);
  });

  it("Ruth has been silent for nine days", async () => {
    expect(daysSinceLast(await factsOf("ruth"))).toBe(9);
  });

  it("George had no pain throughout: a mean of 0 is drawn, not left out", async () => {
    const facts = await factsOf("george");
    expect(meanPain(facts, 0)).toBe(0);
    expect(meanPain(facts, 28)).toBe(0);
  });

  it("Samuel improves steadily", async () => {
    const facts = await factsOf("samuel");
    const means = [77, 49, 28, 0].map((daysAgo) => meanPain(facts, daysAgo)!);
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(means[0]! - means[3]!).toBeGreaterThan(3);
  });

  it("Tomasz stopped yesterday's session for pain and has gaps", async () => {
    const facts = await factsOf("tomasz");
    expect(facts.sessions.at(-1)).toMatchObject({ stoppedForPain: true });
    expect(daysSinceLast(facts)).toBe(1);
    const days = [...new Set(facts.sessions.map(({ localOn }) => localOn))];
    const gaps = days.slice(1).map((on, i) => daysBetween(days[i]!, on));
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(3);
  });

  it("Margaret filled in late, corrected a log and took one back", async () => {
    const facts = await factsOf("margaret");
    expect(facts.sessions.filter(({ source }) => source === "late").length).toBeGreaterThan(5);
    expect(facts.sessions.some(({ corrected }) => corrected)).toBe(true);
    const rows = await inScope({ clinicId }, (tx) =>
      tx
        .select()
        .from(sessionLog)
        .where(and(eq(sessionLog.clinicId, clinicId), eq(sessionLog.withdrawn, true))),
    );
    expect(rows).toHaveLength(1);
    expect(facts.sessions.map(({ rootId }) => rootId)).not.toContain(rows[0]!.rootId);
  });

  it("Hannah logged in another time zone", async () => {
    const { sessions } = await factsOf("hannah");
    const away = sessions.filter(
      ({ occurredAt, localOn }) => localDateOf(occurredAt, "Europe/London") !== localOn,
    );
    expect(away.length).toBeGreaterThan(5);
    expect(new Set(sessions.map(({ localOn }) => localOn)).size).toBe(sessions.length);
  });

  it("Salma stepped down, Ingrid is paused, Petr has no target, Kwame has not begun", async () => {
    const [salma, ingrid, petr, kwame] = await Promise.all(
      ["salma", "ingrid", "peter", "kwame"].map(factsOf),
    );
    expect(salma!.sessions.filter(steppedDown).length).toBeGreaterThanOrEqual(3);
    expect(dayState(ingrid!.today, ingrid!)).toBe("paused");
    expect(trailingSessions(petr!).hasTarget).toBe(false);
    expect(petr!.sessions.length).toBeGreaterThan(2);
    expect(kwame!.sessions).toEqual([]);
  });

  it("Carmen reads Spanish and does any four days a week", async () => {
    const { versions } = await factsOf("carmen");
    expect(versions.at(-1)!.exercises[0]!.dosage.frequency).toMatchObject({
      pattern: "per_week",
      daysPerWeekMin: 4,
    });
  });

  it("Aiko's new glaucoma makes an exercise of her plan contraindicated", async () => {
    const access = await recordAccess(maya, demoPatientId(clinicId, "aiko"), "view-record");
    const { active } = await planOverview(access, { origin: ORIGIN, now: NOW });
    expect(active?.contraindicated.map(({ conditionName }) => conditionName)).toEqual(["Glaucoma"]);
  });

  it("says of nobody's plan that the library renewed something", async () => {
    for (const { key } of northgate.patients.filter(({ plan }) => plan)) {
      const access = await recordAccess(maya, demoPatientId(clinicId, key), "view-record");
      const { active } = await planOverview(access, { origin: ORIGIN, now: NOW });
      if (active?.draft.isEdited === false) expect(active.draft.changes ?? []).toEqual([]);
    }
  });

  it("has one archived person, one without a plan, one with a draft alone, one open draft", async () => {
    const rows = await inScope({ clinicId }, async (tx) => ({
      people: await tx.select().from(patient).where(eq(patient.clinicId, clinicId)),
      plans: await tx.select().from(plan).where(eq(plan.clinicId, clinicId)),
      active: await tx
        .select({ id: patient.id })
        .from(patient)
        .where(and(eq(patient.clinicId, clinicId), isNull(patient.archivedAt))),
      versions: await tx.select().from(planVersion).where(eq(planVersion.clinicId, clinicId)),
    }));
    expect(rows.people.length - rows.active.length).toBe(1);
    const without = rows.people.filter(({ id }) => !rows.plans.some((p) => p.patientId === id));
    expect(without.map(({ givenName }) => givenName)).toEqual(["Béatrice"]);
    expect(rows.plans.filter(({ latestVersion }) => latestVersion === 0)).toHaveLength(1);
  });
});

describe("the therapist's screens over the demo clinics", () => {
  const people = DEMO_CLINICS.flatMap((own) =>
    own.patients.map((person) => ({ own, key: person.key })),
  );

  it.each(people)("reads $key", async ({ own, key }) => {
    const viewer = own.id === clinicId ? maya : await viewerOf(lakeside.id, "carla");
    const access = await recordAccess(viewer, demoPatientId(own.id, key), "view-record");
    for (const period of ["4", "12", "all"] as const) {
      const review = await reviewOfPatient(access, { period, now: NOW });
      expect(review.patientId).toBe(access.patientId);
    }
    await sessionHistory(access, { month: null, now: NOW });
    await planOverview(access, { origin: ORIGIN, now: NOW });
  });

  it("reads the caseloads", async () => {
    for (const [own, key] of [
      [northgate, "maya"],
      [lakeside, "carla"],
    ] as const) {
      const access = clinicAccess(await viewerOf(own.id, key), "view-caseload");
      const input = { filter: "all", sort: "name", therapistId: null } as const;
      const { rows } = await caseload(access, input, NOW);
      const archived = own.patients.filter((person) => person.archived !== undefined).length;
      expect(rows).toHaveLength(own.patients.length - archived);
    }
  });
});
