import postgres from "postgres";
import type { Product } from "@/tests/support/product";
import type { FloorApp } from "./floor-app";
import { load } from "./load";
import { type Figure, inTurns } from "./measure";
import { sessionBody, type TwelveClinic } from "./twelve";

const ROUNDS = 6;
const SECONDS = 4;
const WARM_UP_SECONDS = 3;
const JSON_TYPE = { "Content-Type": "application/json" };

/** The tables of the floor: the same columns, checks and indexes, without policies. */
export async function makeFloorTables(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  for (const table of ["session_log", "exercise_log"])
    await sql.unsafe(`create table floor_${table} (like ${table} including all)`);
  await sql.end({ timeout: 5 });
}

/** (a) Sync of one session of twelve exercises against the bare inserts of the same rows. */
export async function syncFigure(
  product: Product,
  floor: FloorApp,
  { clinicId, people }: TwelveClinic,
): Promise<Figure> {
  let turn = 0;
  const someone = () => people[turn++ % people.length]!;
  const ours = (seconds: number) =>
    load(product.origin, seconds, () => {
      const person = someone();
      const headers = { ...JSON_TYPE, Cookie: person.cookie, Origin: product.origin };
      return { path: "/api/portal/sync", method: "POST", headers, body: sessionBody(person) };
    });
  const bare = (seconds: number) =>
    load(floor.origin, seconds, () => {
      const person = someone();
      const { planId } = person.plan;
      const body = JSON.stringify({ ...JSON.parse(sessionBody(person)), clinicId, planId });
      return { path: "/api/rows", method: "POST", headers: JSON_TYPE, body };
    });
  await ours(WARM_UP_SECONDS);
  await bare(WARM_UP_SECONDS);
  const { a, b } = await inTurns(
    ROUNDS,
    async () => (await ours(SECONDS)).perSecond,
    async () => (await bare(SECONDS)).perSecond,
  );
  return {
    name: "sync of a 12-exercise session",
    measured: `${a.toFixed(0)} requests/s`,
    floor: `${b.toFixed(0)} requests/s, bare inserts`,
    value: a / b,
    target: { atLeast: 0.6 },
    unit: "",
  };
}
