import type { House } from "../../support/house";
import { type Attacker, answerOfPage, shownByHandler, shownOnPage } from "./attackers";
import { faults } from "./faults";
import { AUDIENCE, HANDLER, leafState, queryOf, type Route } from "./routes";
import { origin, send } from "./send";

type Way = readonly [name: string, address: string, headers: Record<string, string>];

/** The same page asked for in every way that Next, or a proxy in front of it, understands. */
function waysTo(route: Route, address: string, house: House): Way[] {
  const rsc = { rsc: "1" };
  const inner = Array.from({ length: 5 }, () => "proxy").join(":");
  return [
    ["html", address, {}],
    ["html with ids", `${address}?${queryOf(house)}`, {}],
    ["html as if from inside", address, { "x-middleware-subrequest": inner }],
    ["payload", address, rsc],
    ["prefetch", address, { ...rsc, "next-router-prefetch": "1" }],
    ["tree", address, { ...rsc, "next-router-segment-prefetch": "/_tree" }],
    ["leaf", address, { ...rsc, "next-router-state-tree": leafState(route, address) }],
    [
      "another address",
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

/** Asks for a page of the house in every way; answers what came out that should not have. */
export async function attackPage(
  attacker: Attacker,
  house: House,
  route: Route,
  address: string,
): Promise<string[]> {
  const audience = AUDIENCE[route.pattern];
  const isOwn = address.includes(house.library.ownSlug);
  const expected = audience ? answerOfPage(audience, attacker, isOwn) : "a classified page";
  const shown = shownOnPage(route.pattern, attacker);
  const found: string[] = [];
  for (const [way, target, headers] of waysTo(route, address, house)) {
    const answer = await send(target, attacker.cookie, { headers });
    const what = `${attacker.name}, ${route.pattern}, ${way}`;
    found.push(...faults(what, answer, house, shown));
    const got = answer.location ?? String(answer.status);
    if (way.startsWith("html") && expected && got !== expected)
      found.push(`${what}: answers ${got}, not ${expected}`);
  }
  return found;
}

const READS = ["GET", "HEAD", "OPTIONS"];
const WRITES = ["POST", "PUT", "PATCH", "DELETE"];

/** Calls a route handler with every method and the house's ids in address and body. */
export async function attackHandler(
  attacker: Attacker,
  house: House,
  { pattern }: Route,
  address: string,
): Promise<string[]> {
  const shown = shownByHandler(attacker);
  const query = queryOf(house);
  const bodies = {
    "application/json": JSON.stringify(Object.fromEntries(new URLSearchParams(query))),
    "application/x-www-form-urlencoded": query,
  };
  const found: string[] = [];
  const ask = async (method: string, type?: keyof typeof bodies) => {
    const headers = { origin: origin(), ...(type ? { "content-type": type } : {}) };
    const init = type ? { method, headers, body: bodies[type] } : { method, headers };
    const answer = await send(`${address}?${query}`, attacker.cookie, init);
    const what = `${method} ${address} as ${attacker.name}`;
    found.push(...faults(what, answer, house, shown));
    const expected = HANDLER[pattern];
    if (method === "GET" && attacker.is === "nobody" && expected && answer.status !== expected)
      found.push(`${what}: ${answer.status}, not ${expected}`);
  };
  for (const method of READS) await ask(method);
  for (const method of WRITES)
    for (const type of Object.keys(bodies)) await ask(method, type as keyof typeof bodies);
  return found;
}
