import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { clinicState } from "../support/clinic-state";
import { type House, makeHouse, type NeedleGroup, needlesOf } from "../support/house";
import { serverActions } from "./access/actions";
import { attackActions, failsForItsOwn, NEVER, TYPED } from "./access/attack-actions";
import { attackHandler, attackPage } from "./access/attack-routes";
import { type Attacker, attackersOf, cookieOf } from "./access/attackers";
import { deadCookies } from "./access/dead-cookies";
import { faults } from "./access/faults";
import { AUDIENCE, addressesOf, HANDLER, leafState, type Route, routesOf } from "./access/routes";
import { all, leaks, origin, send } from "./access/send";
import { hostileBatches } from "./access/sync";

const ROUTES = routesOf();
const PAGES = ROUTES.filter(({ kind }) => kind === "page");
const HANDLERS = ROUTES.filter(({ kind }) => kind === "handler");

let db: Sql;
let victim: House;
let other: House;
let attackers: Attacker[];
let dead: Record<string, string>;
let before: Record<string, string>;

test.describe.configure({ mode: "default", timeout: 240_000 });

test.beforeAll(async () => {
  db = postgres(process.env.DATABASE_APP_URL ?? "", { max: 1, onnotice: () => {} });
  [victim, other] = await Promise.all([makeHouse(), makeHouse()]);
  dead = await deadCookies(victim, other);
  attackers = await attackersOf(victim, other);
  before = await clinicState(db, victim);
});

test.afterAll(async () => {
  await db.end();
  await closeDatabase();
});

type Attack = typeof attackPage;

/** Every attacker on every address of the routes. */
function onAll(routes: readonly Route[], attack: Attack): Promise<string[]> {
  const jobs = attackers.flatMap((attacker) =>
    routes.flatMap((route) =>
      addressesOf(route, victim).map((address) => () => attack(attacker, victim, route, address)),
    ),
  );
  return all(jobs);
}

test("every page and handler of the app folder is classified, and nothing else is served", () => {
  const patterns = (routes: readonly Route[]) => routes.map(({ pattern }) => pattern).sort();
  expect(patterns(PAGES)).toEqual(Object.keys(AUDIENCE).sort());
  expect(patterns(HANDLERS)).toEqual(Object.keys(HANDLER).sort());
  const built = path.join(process.env.NEXT_DIST ?? ".next", "app-path-routes-manifest.json");
  const served = Object.values(JSON.parse(readFileSync(built, "utf8")) as Record<string, string>);
  const own = ["/_global-error", "/_not-found", "/icon.svg"];
  expect(served.filter((pattern) => !own.includes(pattern)).sort()).toEqual(patterns(ROUTES));
});

test("no page shows the victim's values to anyone else", async () => {
  expect(await onAll(PAGES, attackPage)).toEqual([]);
});

test("the clinic and the patient find these values, so that they could have been seen", async () => {
  const owner = await cookieOf(victim.owner.sid);
  const everything = needlesOf(victim);
  const ofRecord = needlesOf(victim, "plan", "log", "clinical");
  const seen = new Set<string>();
  const blind: string[] = [];
  for (const route of PAGES)
    for (const address of addressesOf(route, victim)) {
      for (const needle of leaks(await send(address, owner), everything)) seen.add(needle);
      if (AUDIENCE[route.pattern] !== "clinical") continue;
      const headers = { rsc: "1", "next-router-state-tree": leafState(route, address) };
      const leaf = await send(address, owner, { headers });
      if (leaks(leaf, ofRecord).length === 0) blind.push(`${route.pattern}: ${leaf.status}`);
    }
  expect(blind).toEqual([]);
  const groups = Object.entries(victim.needles) as [NeedleGroup, readonly string[]][];
  const found = groups.filter(([, needles]) => needles.some((needle) => seen.has(needle)));
  expect(found.map(([group]) => group).sort()).toEqual(
    ["clinic", "clinical", "contact", "diary", "library", "log", "owner", "plan", "staff"].sort(),
  );
  const snapshot = await send("/api/portal/snapshot", await cookieOf(victim.patient.sid));
  expect(leaks(snapshot, needlesOf(victim, "plan"))).not.toEqual([]);
  expect(leaks(snapshot, needlesOf(victim, "log"))).not.toEqual([]);
});

test("no route handler answers with the victim's values, whatever the method", async () => {
  expect(await onAll(HANDLERS, attackHandler)).toEqual([]);
});

test("the PDF goes to the record's readers and the patient alone", async () => {
  const pdf = `/api/plans/${victim.record.planId}/versions/1/pdf`;
  const status = { nobody: 401, foreign: 404, neighbour: 404, self: 200, desk: 403 };
  for (const attacker of attackers) {
    const answer = await send(pdf, attacker.cookie);
    expect(`${attacker.name}: ${answer.status}`).toBe(`${attacker.name}: ${status[attacker.is]}`);
    expect(answer.type.startsWith("application/pdf")).toBe(attacker.is === "self");
  }
});

test("what phones hand in is refused from elsewhere, unread when malformed, never another's", async () => {
  for (const { what, as, headers, body, status, says } of hostileBatches(victim, other, TYPED)) {
    const cookie = as && (await cookieOf(as.sid));
    const answer = await send("/api/portal/sync", cookie, { method: "POST", headers, body });
    expect(`${what}: ${answer.status}`).toBe(`${what}: ${status}`);
    if (says) expect(answer.body).toContain(says);
    expect(answer.body).not.toContain('"status":"accepted"');
    expect(faults(what, answer, victim, [])).toEqual([]);
  }
});

test("a session that ended, a forged token and a spliced clinic are nobody", async () => {
  const { patient, record } = victim;
  const living = await send(`/patients/${patient.patientId}`, await cookieOf(victim.owner.sid));
  expect(living.status).toBe(200);
  for (const [why, cookie] of Object.entries(dead)) {
    for (const page of [`/patients/${patient.patientId}/record`, "/caseload", "/settings/staff"]) {
      const answer = await send(page, cookie);
      expect(`${why}: ${answer.location}`).toBe(`${why}: /sign-in`);
      expect(faults(why, answer, victim, [])).toEqual([]);
    }
    for (const api of ["/api/portal/snapshot", `/api/plans/${record.planId}/versions/1/pdf`]) {
      const answer = await send(api, cookie);
      expect(`${why}: ${answer.status}`).toBe(`${why}: 401`);
      expect(faults(why, answer, victim, [])).toEqual([]);
    }
  }
});

test("no server action tells or changes anything of the victim", async () => {
  expect(serverActions().length).toBeGreaterThan(30);
  const jobs = attackers.map((each) => () => attackActions(each, victim, origin()));
  expect(await all(jobs)).toEqual([]);
  expect(await clinicState(db, victim)).toEqual(before);
});

test("a page elsewhere cannot use the sessions of the owner and the patient", async () => {
  const browser = async ({ sid }: { sid: string }): Promise<Attacker> => ({
    name: "own browser",
    is: "self",
    role: null,
    cookie: await cookieOf(sid),
  });
  const [owner, patient] = await Promise.all([browser(victim.owner), browser(victim.patient)]);
  await all([
    () => attackActions(owner, victim, "https://elsewhere.example"),
    () => attackActions(owner, victim, undefined),
    () => attackActions(patient, victim, "null"),
  ]);
  expect(await clinicState(db, victim)).toEqual(before);
});

test("the same calls work for those who may, so that the attacks were real", async () => {
  const failed = await all(serverActions().map((action) => () => failsForItsOwn(action)));
  expect(failed).toEqual(NEVER);
});

test("nothing of the victim changed", async () => {
  expect(await clinicState(db, victim)).toEqual(before);
});

test("the server printed no value, nothing typed, no statement and no stack", () => {
  const log = readFileSync(process.env.PRODUCT_LOG ?? "", "utf8");
  expect([...needlesOf(victim), TYPED].filter((needle) => log.includes(needle))).toEqual([]);
  // Next names its own frames as "ignore-listed frames" and nothing more.
  const telling =
    /^\s+at (?!ignore-listed frames)|\$\d|\b(select|insert into|update|delete from)\b|params|\bquery\b/i;
  expect(log.split("\n").filter((line) => telling.test(line))).toEqual([]);
});
