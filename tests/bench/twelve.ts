import { newId } from "@/db/id";
import { addDays, localDateOf } from "@/lib/domain/calendar/local-date";
import { makeClinic, makePatient, makeStaff, type TestPatient } from "@/tests/support/fixtures";
import type { Product } from "@/tests/support/product";
import { makePublishedPlan, type PublishedPlan } from "@/tests/support/published-plan";
import { sessionCookie } from "@/tests/support/session-cookie";

const EXERCISES = 12;
const PATIENTS = 20;

/** A patient with a plan of twelve exercises, signed in. */
export interface Twelve {
  readonly patient: TestPatient;
  readonly plan: PublishedPlan;
  readonly cookie: string;
}

export interface TwelveClinic {
  readonly clinicId: string;
  readonly people: readonly Twelve[];
  /** Another patient's plan, of the same exercises without pictures. */
  readonly plain: PublishedPlan;
  /** Cookie of a therapist of the clinic. */
  readonly therapist: string;
}

async function cookieOf(sid: string, { origin, secret }: Product): Promise<string> {
  const { name, value } = await sessionCookie(sid, { origin, secret });
  return `${name}=${value}`;
}

/** A clinic of patients with twelve exercises each, in the product's database. */
export async function twelveClinic(product: Product): Promise<TwelveClinic> {
  const clinic = await makeClinic();
  const startedOn = addDays(localDateOf(new Date(), "Europe/Madrid"), -10);
  const people: Twelve[] = [];
  for (let i = 0; i < PATIENTS; i++) {
    const patient = await makePatient(clinic);
    const plan = await makePublishedPlan(patient, { startedOn, exercises: EXERCISES });
    people.push({ patient, plan, cookie: await cookieOf(patient.sid, product) });
  }
  const of = { startedOn, exercises: EXERCISES, figures: false };
  const plain = await makePublishedPlan(await makePatient(clinic), of);
  const { sid } = await makeStaff(clinic);
  return { clinicId: clinic.clinicId, people, plain, therapist: await cookieOf(sid, product) };
}

/** What a phone hands in after one session of all twelve exercises; every call is another session. */
export function sessionBody({ patient, plan }: Twelve): string {
  const { versionId, prescribedIds } = plan.versions[0]!;
  const now = new Date().toISOString();
  const id = newId();
  const exercises = prescribedIds.map((prescribedId) => ({
    prescribedId,
    outcome: "done",
    setsDone: 3,
    repsDone: 10,
    holdSecondsDone: 5,
    durationSecondsDone: null,
    painWorst: 3,
    effort: "right",
    skipReason: null,
  }));
  const item = {
    kind: "session",
    id,
    rootId: id,
    occurredAt: now,
    typedAt: now,
    zone: "Europe/Madrid",
    localOn: null,
    versionId,
    painBefore: 4,
    painAfter: 3,
    stoppedForPain: false,
    withdrawn: false,
    note: "Better than yesterday.",
    exercises,
  };
  return JSON.stringify({ patientId: patient.patientId, deviceNow: now, items: [item] });
}
