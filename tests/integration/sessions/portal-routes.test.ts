import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/portal/snapshot/route";
import { POST } from "@/app/api/portal/sync/route";
import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { auditEvent } from "@/db/schema/audit";
import { consent } from "@/db/schema/patient";
import { session } from "@/db/schema/people";
import { sessionLog } from "@/db/schema/session-log";
import { addDays, localDateOf } from "@/lib/domain/calendar/local-date";
import { env } from "@/lib/env";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import type { PortalSnapshot } from "@/lib/features/sessions/snapshot";
import { makeClinic, makePatient, makeStaff, type TestPatient } from "@/tests/support/fixtures";
import { makePublishedPlan, type PublishedPlan } from "@/tests/support/published-plan";
import { sessionCookie } from "@/tests/support/session-cookie";
import { sessionEntry } from "./entries";

let elena: TestPatient;
let plan: PublishedPlan;

async function cookieOf(sid: string) {
  const { name, value } = await sessionCookie(sid, { origin: env.origin });
  return `${name}=${value}`;
}

async function post(body: BodyInit, headers: Record<string, string> = {}, sid = elena.sid) {
  const request = new Request(`${env.origin}/api/portal/sync`, {
    method: "POST",
    body,
    headers: {
      origin: env.origin,
      "content-type": "application/json",
      cookie: await cookieOf(sid),
      ...headers,
    },
  });
  return POST(request);
}

async function get(sid: string, headers: Record<string, string> = {}) {
  const cookie = await cookieOf(sid);
  return GET(new Request(`${env.origin}/api/portal/snapshot`, { headers: { cookie, ...headers } }));
}

function agree({ clinicId, patientId }: TestPatient) {
  return inScope({ clinicId }, (tx) =>
    tx
      .insert(consent)
      .values({ clinicId, id: newId(), patientId, documentVersion: PRIVACY_VERSION, locale: "en" }),
  );
}

const read = async (response: Response) => (await response.json()) as PortalSnapshot;

beforeAll(async () => {
  elena = await makePatient(await makeClinic({ name: "Riverside", phone: "+34 600 000 000" }));
  await agree(elena);
  const startedOn = addDays(localDateOf(new Date(), "Europe/Madrid"), -9);
  plan = await makePublishedPlan(elena, { startedOn, versions: 2 });
});

function batch(items: readonly unknown[], patientId = elena.patientId) {
  return JSON.stringify({ patientId, deviceNow: new Date().toISOString(), items });
}

function liveEntry() {
  const now = new Date().toISOString();
  return sessionEntry(plan, { occurredAt: now, typedAt: now });
}

describe("POST /api/portal/sync", () => {
  test("takes a batch and says what became of each entry", async () => {
    const entry = liveEntry();
    const response = await post(batch([entry, { ...liveEntry(), painAfter: 11 }]));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const { results } = (await response.json()) as { results: { status: string; code: string }[] };
    expect(results.map((r) => [r.status, r.code])).toEqual([
      ["accepted", null],
      ["rejected", "invalid"],
    ]);
  });

  test("the same entry sent twice at once is one row", async () => {
    const entry = liveEntry();
    const responses = await Promise.all([1, 2, 3].map(() => post(batch([entry]))));
    const answers = await Promise.all(
      responses.map(async (r) => ((await r.json()) as { results: { status: string }[] }).results),
    );
    expect(
      answers
        .flat()
        .map((r) => r.status)
        .sort(),
    ).toEqual(["accepted", "duplicate", "duplicate"]);
    const rows = await inScope({ clinicId: elena.clinicId }, (tx) =>
      tx.select().from(sessionLog).where(eq(sessionLog.id, entry.id)),
    );
    expect(rows).toHaveLength(1);
  });

  test.each([
    ["malformed JSON", "{", {}, 400, "malformed"],
    ["bytes that are not text", new Uint8Array([0xff, 0xfe]), {}, 400, "malformed"],
    ["a form", "a=1", { "content-type": "application/x-www-form-urlencoded" }, 415, "wrong_type"],
    ["no type", "{}", { "content-type": "" }, 415, "wrong_type"],
    ["a 2 MB note", JSON.stringify({ note: "x".repeat(2_000_000) }), {}, 413, "too_large"],
    ["another site", "{}", { origin: "https://evil.example" }, 403, "refused"],
    ["a batch that is none", "[]", {}, 422, "invalid"],
  ])("%s", async (_, body, headers, status, code) => {
    const response = await post(body, headers as unknown as Record<string, string>);
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: code });
    expect(text).not.toMatch(/ at |Error|select|insert/);
  });

  test("signed out, revoked, or staff: 401; another patient's outbox: 409", async () => {
    const clinic = { clinicId: elena.clinicId };
    const maya = await makeStaff(clinic, "therapist");
    const gone = await makePatient(clinic);
    await inScope(clinic, (tx) =>
      tx.update(session).set({ revokedAt: new Date() }).where(eq(session.id, gone.sessionId)),
    );
    const rosa = await makePatient(clinic);
    const entry = liveEntry();
    expect((await post(batch([entry]), { cookie: "" })).status).toBe(401);
    expect((await post(batch([entry], gone.patientId), {}, gone.sid)).status).toBe(401);
    expect((await post(batch([entry]), {}, maya.sid)).status).toBe(401);
    expect((await post(batch([entry]), {}, rosa.sid)).status).toBe(409);
  });
});

describe("GET /api/portal/snapshot", () => {
  test("holds the newest version in both languages, dueness, logs and what changed", async () => {
    const entry = { ...liveEntry(), painBefore: 0, note: "Easier today" };
    await post(batch([entry]));
    const response = await get(elena.sid);
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    const snapshot = await read(response);
    expect(snapshot.patient).toMatchObject({ id: elena.patientId, givenName: "Elena" });
    expect(snapshot.clinic).toMatchObject({ name: "Riverside", emergencyNumber: "112" });
    expect(snapshot.consent.wanted).toBeNull();
    const kept = snapshot.plans[0]!;
    expect(kept.documents.en.versionNumber).toBe(2);
    expect(kept.documents.es.exercises[0]?.name).toBe("Ejercicio 1");
    expect(kept.versions.map((v) => v.number)).toEqual([1, 2]);
    expect(kept.change?.changed[0]?.fields[0]).toMatchObject({
      field: "holdSeconds",
      before: 5,
      after: 6,
    });
    const session = kept.sessions.find((s) => s.id === entry.id);
    expect(session).toMatchObject({ painBefore: 0, painAfter: null, note: "Easier today" });
    expect(session?.exercises[0]).toEqual({
      prescribedId: expect.any(String),
      outcome: "done",
    });
  });

  test("answers 304 while nothing changed, and the whole after a session", async () => {
    const etag = (await get(elena.sid)).headers.get("etag")!;
    const same = await get(elena.sid, { "if-none-match": etag });
    expect(same.status).toBe(304);
    expect(Date.parse(same.headers.get("server-now")!)).not.toBeNaN();
    await post(batch([liveEntry()]));
    const changed = await get(elena.sid, { "if-none-match": etag });
    expect(changed.status).toBe(200);
  });

  test("without consent it names who signed in and nothing of their health", async () => {
    const rosa = await makePatient({ clinicId: elena.clinicId }, { givenName: "Rosa" });
    const rosasPlan = await makePublishedPlan(rosa, { startedOn: plan.startedOn });
    const text = await (await get(rosa.sid)).text();
    expect(JSON.parse(text)).toMatchObject({ consent: { wanted: PRIVACY_VERSION }, plans: [] });
    expect(text).not.toContain(rosasPlan.planId);
    expect(text).not.toContain("Exercise 1");
  });

  test("holds nothing of another patient, and only the living patient session gets it", async () => {
    const rosa = await makePatient({ clinicId: elena.clinicId }, { givenName: "Rosa" });
    await agree(rosa);
    const text = await (await get(rosa.sid)).text();
    expect(text).not.toContain(elena.patientId);
    expect(text).not.toContain(plan.planId);
    const maya = await makeStaff({ clinicId: elena.clinicId }, "therapist");
    expect((await get(maya.sid)).status).toBe(401);
    expect((await get("nobody")).status).toBe(401);
  });

  test("is audited once an hour", async () => {
    const rosa = await makePatient({ clinicId: elena.clinicId });
    await get(rosa.sid);
    await get(rosa.sid);
    const rows = await inScope({ clinicId: elena.clinicId }, (tx) =>
      tx.select().from(auditEvent).where(eq(auditEvent.patientId, rosa.patientId)),
    );
    expect(rows.map((r) => [r.action, r.actorPatientId])).toEqual([
      ["snapshot.read", rosa.patientId],
    ]);
  });
});
