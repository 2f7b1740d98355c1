import { inScope } from "@/db/client";
import { DEMO_CLINICS } from "@/db/seed/demo-clinics";
import { demoPatientId } from "@/db/seed/demo-write";
import { openSession } from "@/lib/auth/open-session";
import type { Product } from "@/tests/support/product";
import { sessionCookie } from "@/tests/support/session-cookie";
import type { FloorApp } from "./floor-app";
import { load, type Shot } from "./load";
import { type Figure, inTurns } from "./measure";

const ROUNDS = 6;
const SECONDS = 4;
const WARM_UP_SECONDS = 3;
/** A page says its text twice: as HTML, and in the data that React starts from. */
const TIMES_IN_PAGE = 2;

/** The request of Elena Marsh's phone: twelve weeks, twice a day. */
export async function snapshotShot({ origin, secret }: Product): Promise<Shot> {
  const clinicId = DEMO_CLINICS[0]!.id;
  const patientId = demoPatientId(clinicId, "elena");
  const { sid } = await inScope({ clinicId }, (tx) =>
    openSession(tx, clinicId, { kind: "patient", patientId }, null, new Date()),
  );
  const { name, value } = await sessionCookie(sid, { origin, secret });
  const headers = { Cookie: `${name}=${value}` };
  return { path: "/api/portal/snapshot", method: "GET", headers };
}

/** Text for the floor's page, so that the page is as long as the snapshot. */
export async function textOfSnapshot({ origin }: Product, shot: Shot): Promise<string> {
  const answer = await fetch(new URL(shot.path, origin), { headers: shot.headers });
  if (!answer.ok) throw new Error(`the snapshot answered ${answer.status}`);
  const words = (await answer.text()).replace(/[^\w .:-]+/g, " ");
  const bytes = Number(answer.headers.get("content-length")) || words.length;
  return words.slice(0, Math.max(words.length, bytes) / TIMES_IN_PAGE);
}

/** (b) The snapshot of a twelve-week patient against a bare Next page of the same size. */
export async function snapshotFigure(
  product: Product,
  floor: FloorApp,
  shot: Shot,
): Promise<Figure> {
  const page: Shot = { path: "/", method: "GET", headers: {} };
  const ours = await load(product.origin, WARM_UP_SECONDS, () => shot);
  const bare = await load(floor.origin, WARM_UP_SECONDS, () => page);
  const { a, b } = await inTurns(
    ROUNDS,
    async () => (await load(product.origin, SECONDS, () => shot)).perSecond,
    async () => (await load(floor.origin, SECONDS, () => page)).perSecond,
  );
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  return {
    name: "snapshot",
    measured: `${a.toFixed(0)} requests/s of ${kB(ours.bytes)}`,
    floor: `${b.toFixed(0)} requests/s, bare page of ${kB(bare.bytes)}`,
    value: a / b,
    target: { atLeast: 0.8 },
    unit: "",
  };
}
