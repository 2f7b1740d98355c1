import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { clinicState } from "../support/clinic-state";
import { type House, makeHouse, type NeedleGroup, needlesOf } from "../support/house";
import {
  callAction,
  postForm,
  type ServerAction,
  serverActions,
  succeeded,
} from "./access/actions";
import { argumentsFor, formFor } from "./access/arguments";
import {
  type Attacker,
  answerOfPage,
  attackersOf,
  cookieOf,
  shownByHandler,
  shownOnPage,
} from "./access/attackers";
import { deadCookies } from "./access/dead-cookies";
import { prepare } from "./access/prepare";
import {
  AUDIENCE,
  addressesOf,
  HANDLER,
  leafState,
  queryOf,
  type Route,
  routesOf,
} from "./access/routes";
import { type Answer, all, leaks, origin, send } from "./access/send";
import { hostileBatches } from "./access/sync";

/** Stands in every text that attackers type. */
const TYPED = "zqtypedbyattackers";
const ROUTES = routesOf();
const PAGES = ROUTES.filter(({ kind }) => kind === "page");
const HANDLERS = ROUTES.filter(({ kind }) => kind === "handler");

let db: Sql;
let victim: House;
let other: House;
let attackers: Attacker[];
let dead: Record<string, string>;
let before: Record<string, string>;

test.describe.configure({ mode: "default", timeout: 90_000 });

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

function hidden(shown: readonly NeedleGroup[]): string[] {
  const groups = Object.keys(victim.needles) as NeedleGroup[];
  return needlesOf(victim, ...groups.filter((group) => !shown.includes(group)));
}

/** What is wrong with an answer, in words. */
function faults(what: string, answer: Answer, shown: readonly NeedleGroup[]): string[] {
  const found = leaks(answer, hidden(shown)).map((needle) => `${what}: shows ${needle}`);
  return answer.status >= 500 ? [...found, `${what}: ${answer.status}`] : found;
}

test("every page and handler of the app folder is classified, served and nothing else is", () => {
  const patterns = (routes: readonly Route[]) => routes.map(({ pattern }) => pattern).sort();
  expect(patterns(PAGES)).toEqual(Object.keys(AUDIENCE).sort());
  expect(patterns(HANDLERS)).toEqual(Object.keys(HANDLER).sort());
  const built = path.join(process.env.NEXT_DIST ?? ".next", "app-path-routes-manifest.json");
  const served = Object.values(JSON.parse(readFileSync(built, "utf8")) as Record<string, string>);
  const own = ["/_global-error", "/_not-found", "/icon.svg"];
  expect(served.filter((pattern) => !own.includes(pattern)).sort()).toEqual(patterns(ROUTES));
});

/** The same page asked for in every way that Next or a proxy in front of it understands. */
function requestsFor(route: Route, address: string): [string, string, Record<string, string>][] {
  const rsc = { rsc: "1" };
  const inner = Array.from({ length: 5 }, () => "proxy").join(":");
  return [
    ["html", address, {}],
    ["html with ids", `${address}?${queryOf(victim)}`, {}],
    ["rsc", address, rsc],
    ["prefetch", address, { ...rsc, "next-router-prefetch": "1" }],
    ["tree", address, { ...rsc, "next-router-segment-prefetch": "/_tree" }],
    ["leaf", address, { ...rsc, "next-router-state-tree": leafState(route, address) }],
    ["inner", address, { "x-middleware-subrequest": inner, "x-middleware-next": "1" }],
    [
      "proxied",
      "/sign-in",
      {
        "x-middleware-rewrite": address,
        "x-matched-path": address,
        "x-invoke-path": address,
        "x-original-url": address,
        "x-rewrite-url": address,
        "x-forwarded-uri": address,
        "x-nextjs-data": "1",
      },
    ],
  ];
}

async function attackPage(attacker: Attacker, route: Route, address: string): Promise<string[]> {
  const audience = AUDIENCE[route.pattern];
  const expected = audience ? answerOfPage(audience, attacker) : "a classified page";
  const shown = shownOnPage(route.pattern, attacker);
  const found: string[] = [];
  for (const [way, target, headers] of requestsFor(route, address)) {
    const answer = await send(target, attacker.cookie, { headers });
    const what = `${attacker.name}, ${route.pattern}, ${way}`;
    found.push(...faults(what, answer, shown));
    const got = answer.location ?? String(answer.status);
    if (["html", "html with ids", "inner"].includes(way) && expected && got !== expected)
      found.push(`${what}: answers ${got}, not ${expected}`);
  }
  return found;
}

test("no page shows the victim's values to anyone else", async () => {
  const jobs = attackers.flatMap((attacker) =>
    PAGES.flatMap((route) =>
      addressesOf(route, victim).map((address) => () => attackPage(attacker, route, address)),
    ),
  );
  expect(await all(jobs)).toEqual([]);
});

test("their own clinic and the patient find these values, so that they could have been seen", async () => {
  const [owner, patient] = await Promise.all([
    cookieOf(victim.owner.sid),
    cookieOf(victim.patient.sid),
  ]);
  const seen = new Set<string>();
  const everything = needlesOf(victim);
  const leaf: Answer[] = [];
  for (const route of PAGES)
    for (const address of addressesOf(route, victim)) {
      const html = await send(address, owner);
      for (const needle of leaks(html, everything)) seen.add(needle);
      if (AUDIENCE[route.pattern] !== "clinical") continue;
      const tree = { rsc: "1", "next-router-state-tree": leafState(route, address) };
      leaf.push(await send(address, owner, { headers: tree }));
    }
  for (const needle of leaks(await send("/api/portal/snapshot", patient), everything))
    seen.add(needle);
  const groups = Object.entries(victim.needles) as [NeedleGroup, readonly string[]][];
  const found = groups.filter(([, needles]) => needles.some((needle) => seen.has(needle)));
  expect(found.map(([group]) => group).sort()).toEqual(
    ["clinic", "clinical", "contact", "log", "owner", "plan", "staff"].sort(),
  );
  const ofRecord = needlesOf(victim, "plan", "log", "clinical");
  expect(leaf.filter((answer) => leaks(answer, ofRecord).length === 0)).toEqual([]);
});

const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

async function attackHandler(attacker: Attacker, { pattern }: Route, address: string) {
  const shown = shownByHandler(attacker);
  const ids = Object.fromEntries(new URLSearchParams(queryOf(victim)));
  const found: string[] = [];
  for (const method of METHODS)
    for (const type of ["application/json", "application/x-www-form-urlencoded"]) {
      const writes = METHODS.indexOf(method) > 2;
      const body = type === "application/json" ? JSON.stringify(ids) : queryOf(victim);
      const headers = { origin: origin(), ...(writes ? { "content-type": type } : {}) };
      const init = writes ? { method, headers, body } : { method, headers };
      const answer = await send(`${address}?${queryOf(victim)}`, attacker.cookie, init);
      const what = `${method} ${address} as ${attacker.name}`;
      found.push(...faults(what, answer, shown));
      const expected = HANDLER[pattern];
      if (method === "GET" && attacker.is === "nobody" && expected && answer.status !== expected)
        found.push(`${what}: ${answer.status}, not ${expected}`);
    }
  return found;
}

test("no route handler answers with the victim's values, whatever the method", async () => {
  const jobs = attackers.flatMap((attacker) =>
    HANDLERS.flatMap((route) =>
      addressesOf(route, victim).map((address) => () => attackHandler(attacker, route, address)),
    ),
  );
  expect(await all(jobs)).toEqual([]);
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

test("what phones hand in is refused from elsewhere, unread when malformed, and never another's", async () => {
  const tries = hostileBatches(victim, other, TYPED);
  for (const { what, as, headers, body, status, says } of tries) {
    const cookie = as && (await cookieOf(as.sid));
    const answer = await send("/api/portal/sync", cookie, { method: "POST", headers, body });
    expect(`${what}: ${answer.status}`).toBe(`${what}: ${status}`);
    if (says) expect(answer.body).toContain(says);
    expect(faults(what, answer, [])).toEqual([]);
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
      expect(faults(why, answer, [])).toEqual([]);
    }
    for (const api of ["/api/portal/snapshot", `/api/plans/${record.planId}/versions/1/pdf`]) {
      const answer = await send(api, cookie);
      expect(`${why}: ${answer.status}`).toBe(`${why}: 401`);
      expect(faults(why, answer, [])).toEqual([]);
    }
  }
});

/** The front desk may do these: contact data, visits, ways in, the own account and session. */
const DESK_MAY = [
  "createPatientAction",
  "updatePatientAction",
  "addVisitAction",
  "removeVisitAction",
  "createSignInLinkAction",
  "revokeLinkAction",
  "revokePatientSessionAction",
  "updateAccountAction",
  "changePasswordAction",
  "switchClinicAction",
];

async function attackActions(attacker: Attacker, from: string | undefined): Promise<string[]> {
  const { cookie, name, is } = attacker;
  const caller = { house: victim, cookie, from };
  const found: string[] = [];
  for (const action of serverActions()) {
    if (is === "desk" && from === origin() && DESK_MAY.includes(action.name)) continue;
    const what = `${action.name} as ${name} from ${from}`;
    const shown = shownOnPage(action.page, attacker);
    for (const args of argumentsFor(action, victim, TYPED)) {
      const answer = await callAction(action, args, caller);
      found.push(...leaks(answer, hidden(shown)).map((needle) => `${what}: shows ${needle}`));
      if (from === origin()) found.push(...faults(what, answer, shown));
      const echo = args.some((arg) => arg instanceof FormData);
      if (!echo && answer.body.includes(victim.patient.patientId))
        found.push(`${what}: knows the patient`);
    }
    const plain = await postForm(action, formFor(action, victim, TYPED), caller);
    found.push(...leaks(plain, hidden(shown)).map((needle) => `${what}, plain: shows ${needle}`));
  }
  return [...new Set(found)];
}

test("no server action tells or changes anything of the victim", async () => {
  expect(serverActions().length).toBeGreaterThan(30);
  const found = await all(attackers.map((attacker) => () => attackActions(attacker, origin())));
  expect(found).toEqual([]);
  expect(await clinicState(db, victim)).toEqual(before);
});

test("a page elsewhere cannot use the therapist's or the patient's own session", async () => {
  const [owner, patient] = await Promise.all([
    cookieOf(victim.owner.sid),
    cookieOf(victim.patient.sid),
  ]);
  const browser = (cookie: string): Attacker => ({ name: "own", is: "self", role: null, cookie });
  await all([
    () => attackActions(browser(owner), "https://elsewhere.example"),
    () => attackActions(browser(owner), undefined),
    () => attackActions(browser(patient), "null"),
  ]);
  expect(await clinicState(db, victim)).toEqual(before);
});

/** Cannot be done in a house that stands: the first visit is over. */
const NEVER = ["setUpAction"];

async function doesIt(action: ServerAction): Promise<string[]> {
  const house = await makeHouse();
  await prepare(action, house);
  const token = /Invitation/.test(action.name) ? house.invitationToken : house.resetToken;
  const holder = action.name === "giveConsentAction" ? house.patient : house.owner;
  const more = { token, sessionId: house.patient.sessionId };
  if (action.name === "revokeSessionAction") more.sessionId = house.owner.sessionId;
  const caller = { house, cookie: await cookieOf(holder.sid), from: origin() };
  for (const args of argumentsFor(action, house, `zqown${action.id.slice(2, 12)}`, more))
    if (succeeded(await callAction(action, args, caller))) return [];
  return [action.name];
}

test("the same calls work for those who may, so that the attacks were real", async () => {
  const failed = await all(serverActions().map((action) => () => doesIt(action)));
  expect(failed).toEqual(NEVER);
});

test("nothing of the victim changed", async () => {
  expect(await clinicState(db, victim)).toEqual(before);
});

test("the server printed no value, nothing typed, no statement and no stack", () => {
  const log = readFileSync(process.env.PRODUCT_LOG ?? "", "utf8");
  expect([...needlesOf(victim), TYPED].filter((needle) => log.includes(needle))).toEqual([]);
  const lines = log.split("\n");
  const telling =
    /^\s+at (?!ignore-listed frames)|\$\d|\b(select|insert into|update|delete from)\b|params|\bquery\b/i;
  expect(lines.filter((line) => telling.test(line))).toEqual([]);
});
