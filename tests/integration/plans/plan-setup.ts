import { inScope } from "@/db/client";
import { newId } from "@/db/id";
import { patientCondition } from "@/db/schema/patient";
import { adviceContent } from "@/db/seed/library-advice";
import type { ClinicAccess } from "@/lib/auth/access";
import { DAILY_ONCE, type Dosage } from "@/lib/domain/dosage/dosage";
import { DEFAULT_PAIN_RULE } from "@/lib/domain/pain/pain-rule";
import { PLAIN_LINE } from "@/lib/domain/plan/line";
import { createPlan } from "@/lib/features/plans/create-plan";
import type { ContentLine } from "@/lib/features/plans/draft-content";
import { publishPlan } from "@/lib/features/plans/publish-plan";
import { saveDraft } from "@/lib/features/plans/save-draft";
import { makeClinic, makePatient, makeStaff } from "@/tests/support/fixtures";

/** Noon in Madrid, where the fixtures' clinic and patient are. */
export const NOW = new Date("2026-11-20T11:00:00Z");
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const HOLD_25: Dosage = {
  sets: 1,
  reps: 3,
  holdSeconds: 25,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "each",
  frequency: DAILY_ONCE,
};

export function line(slug: string, change: Partial<ContentLine> = {}): ContentLine {
  return {
    ...PLAIN_LINE,
    lineId: newId(),
    slug,
    dosage: HOLD_25,
    cue: null,
    caution: null,
    ...change,
  };
}

/** What every new plan starts with. */
export const DEFAULT_ADVICE = adviceContent()
  .filter(({ isDefault }) => isDefault)
  .map(({ id }) => id);

/** What is saved: the given lines, the standard pain rule, the default advice, no note. */
export function input(planId: string, revision: number, ...lines: ContentLine[]) {
  const advice = DEFAULT_ADVICE;
  return { planId, revision, note: null, painRule: DEFAULT_PAIN_RULE, advice, lines };
}

/** A clinic with a therapist, a patient and an empty plan. */
export async function makePlan(...conditions: string[]) {
  const clinic = await makeClinic();
  const [therapist, patient] = await Promise.all([
    makeStaff(clinic, "therapist"),
    makePatient(clinic),
  ]);
  const record = await therapist.record(patient.patientId, "prescribe");
  for (const conditionId of conditions) await addCondition(patient, conditionId);
  const { planId } = await createPlan(record, { title: "Low back" }, NOW);
  const access = therapist.access("prescribe");
  return { clinic, therapist, patient, record, access, planId, clinicId: clinic.clinicId };
}

export async function addCondition(
  { clinicId, patientId }: { readonly clinicId: string; readonly patientId: string },
  conditionId: string,
) {
  await inScope({ clinicId }, (tx) =>
    tx.insert(patientCondition).values({ clinicId, id: newId(), patientId, conditionId }),
  );
}

/** A therapist of another clinic. */
export async function stranger(): Promise<ClinicAccess<"prescribe">> {
  return (await makeStaff(await makeClinic(), "therapist")).access("prescribe");
}

/** Saves the lines and publishes them; answers the revision to go on from. */
export async function publishLines(
  access: ClinicAccess<"prescribe">,
  planId: string,
  revision: number,
  lines: readonly ContentLine[],
  now = NOW,
) {
  const saved = await saveDraft(access, input(planId, revision, ...lines), now);
  return publishPlan(access, { planId, revision: saved.revision }, now);
}
