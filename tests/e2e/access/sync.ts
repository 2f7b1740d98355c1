import { randomUUID } from "node:crypto";
import type { House } from "../../support/house";
import { origin } from "./send";

/** One request to the sync route that must not get through, and how it is answered. */
export interface HostileBatch {
  readonly what: string;
  readonly as: { readonly sid: string } | null;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly status: number;
  readonly says?: string;
}

const TOO_MANY_BYTES = 300_000;

function sessionItem(house: House, note: string, rootId: string) {
  const id = randomUUID();
  const at = new Date(Date.now() - 3_600_000).toISOString();
  return {
    kind: "session",
    id,
    rootId: rootId || id,
    occurredAt: at,
    typedAt: at,
    zone: "Europe/Madrid",
    localOn: null,
    versionId: house.record.versionId,
    painBefore: 1,
    painAfter: 1,
    stoppedForPain: false,
    withdrawn: true,
    note,
    exercises: [
      {
        prescribedId: house.record.prescribedId,
        outcome: "done",
        setsDone: 1,
        repsDone: 1,
        holdSecondsDone: null,
        durationSecondsDone: null,
        painWorst: null,
        effort: null,
        skipReason: null,
      },
    ],
  };
}

/** Every way to hand in something that is not one's own or not well-formed. */
export function hostileBatches(victim: House, other: House, typed: string): HostileBatch[] {
  const json = { origin: origin(), "content-type": "application/json" };
  const batch = (patientId: string) =>
    JSON.stringify({
      patientId,
      deviceNow: new Date().toISOString(),
      items: [
        sessionItem(victim, typed, ""),
        sessionItem(victim, typed, victim.record.sessionLogId),
      ],
    });
  const forVictim = batch(victim.patient.patientId);
  const own = { as: victim.patient, headers: json, body: forVictim };
  const rejected = { headers: json, status: 200, says: '"status":"rejected"' };
  return [
    { what: "nobody", as: null, headers: json, body: forVictim, status: 401 },
    { what: "staff", as: victim.therapist, headers: json, body: forVictim, status: 401 },
    { what: "foreign staff", as: other.owner, headers: json, body: forVictim, status: 401 },
    { what: "neighbour", as: victim.neighbour, headers: json, body: forVictim, status: 409 },
    { what: "foreign patient", as: other.patient, headers: json, body: forVictim, status: 409 },
    {
      ...rejected,
      what: "neighbour with the victim's version",
      as: victim.neighbour,
      body: batch(victim.neighbour.patientId),
    },
    {
      ...rejected,
      what: "foreign patient with the victim's version",
      as: other.patient,
      body: batch(other.patient.patientId),
    },
    { ...own, what: "no origin", headers: { "content-type": json["content-type"] }, status: 403 },
    {
      ...own,
      what: "another origin",
      headers: { ...json, origin: "https://elsewhere.example" },
      status: 403,
    },
    { ...own, what: "an opaque origin", headers: { ...json, origin: "null" }, status: 403 },
    {
      ...own,
      what: "a longer origin",
      headers: { ...json, origin: `${origin()}.elsewhere.example` },
      status: 403,
    },
    { ...own, what: "half a text", body: forVictim.slice(0, -9), status: 400 },
    { ...own, what: "no text", body: "", status: 400 },
    {
      ...own,
      what: "plain text",
      headers: { ...json, "content-type": "text/plain" },
      status: 415,
    },
    {
      ...own,
      what: "a form",
      headers: { ...json, "content-type": "application/x-www-form-urlencoded" },
      status: 415,
    },
    {
      ...own,
      what: "too much",
      body: `"${typed.repeat(TOO_MANY_BYTES / typed.length)}"`,
      status: 413,
    },
    { ...own, what: "a list", body: "[]", status: 422 },
    { ...own, what: "nothing known", body: '{"patientId":{"$ne":null}}', status: 422 },
  ];
}
