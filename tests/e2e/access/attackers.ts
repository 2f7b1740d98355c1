import type { House, NeedleGroup } from "../../support/house";
import { sessionCookie } from "../../support/session-cookie";
import type { Audience } from "./routes";

/** Somebody who must not see the victim's data, or only some of it. */
export interface Attacker {
  readonly name: string;
  readonly is: "nobody" | "foreign" | "neighbour" | "self" | "desk";
  readonly role: "owner" | "therapist" | "front_desk" | "patient" | null;
  readonly cookie: string | null;
}

async function cookieOf(sid: string): Promise<string> {
  const { name, value } = await sessionCookie(sid);
  return `${name}=${value}`;
}

/** Everyone whom the house of the victim has to withstand. `other` is the house of the strangers. */
export async function attackersOf(victim: House, other: House): Promise<Attacker[]> {
  const foreign = { is: "foreign" } as const;
  const people = [
    { ...foreign, name: "another clinic's owner", role: "owner", sid: other.owner.sid },
    { ...foreign, name: "another clinic's therapist", role: "therapist", sid: other.therapist.sid },
    { ...foreign, name: "another clinic's patient", role: "patient", sid: other.patient.sid },
    {
      is: "neighbour",
      name: "another patient of the clinic",
      role: "patient",
      sid: victim.neighbour.sid,
    },
    { is: "self", name: "the patient as staff", role: "patient", sid: victim.patient.sid },
    { is: "desk", name: "the front desk", role: "front_desk", sid: victim.desk.sid },
  ] as const;
  const signedIn = await Promise.all(
    people.map(async ({ sid, ...person }) => ({ ...person, cookie: await cookieOf(sid) })),
  );
  return [{ name: "nobody", is: "nobody", role: null, cookie: null }, ...signedIn];
}

export { cookieOf };

/** Where the front desk types in a paper diary. */
const DIARY = "/patients/[patientId]/sessions/paper";

/** What a page may show of the victim to the attacker. */
export function shownOnPage(pattern: string, attacker: Attacker): readonly NeedleGroup[] {
  if (pattern === "/link/[token]") return ["clinic"];
  if (pattern === "/invitation/[token]") return ["clinic", "owner"];
  if (attacker.is !== "desk") return [];
  const shown = ["contact", "library", "clinic", "staff"] as const;
  return pattern === DIARY ? [...shown, "diary"] : shown;
}

/** What a route handler may tell of the victim to the attacker. */
export function shownByHandler(attacker: Attacker): readonly NeedleGroup[] {
  if (attacker.is === "self") return ["contact", "plan", "diary", "log", "clinic"];
  return attacker.is === "neighbour" || attacker.is === "desk" ? ["clinic"] : [];
}

/**
 * The status of a page, or where it sends the attacker; null: either, it is public. `isOwn`: it shows an
 * exercise of the victim's clinic.
 */
export function answerOfPage(
  audience: Audience,
  { is, role }: Attacker,
  isOwn: boolean,
): string | null {
  if (audience === "public") return null;
  if (audience === "portal") return "200";
  if (is === "nobody") return "/sign-in";
  if (role === "patient") return "/today";
  if (isOwn && is === "foreign") return "404";
  if (audience === "staff") return "200";
  if (audience === "clinicians") return is === "desk" ? "404" : "200";
  if (audience === "owner") return role === "owner" ? "200" : "404";
  return is === "desk" && (audience === "contact" || audience === "ours") ? "200" : "404";
}
