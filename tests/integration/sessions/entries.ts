import { newId } from "@/db/id";
import { withSelf } from "@/lib/auth/access";
import type { MorningItemInput, SessionItemInput } from "@/lib/features/sessions/schema";
import { syncBatch } from "@/lib/features/sessions/sync-batch";
import type { PublishedPlan } from "@/tests/support/published-plan";

/** The server's clock in these tests: a Friday afternoon in Madrid. */
export const NOW = new Date("2026-11-20T15:00:00Z");
export const STARTED_ON = "2026-11-02";

/** A live session of half an hour ago, everything done. */
export function sessionEntry(
  plan: PublishedPlan,
  overrides: Partial<SessionItemInput> = {},
): SessionItemInput {
  const id = overrides.id ?? newId();
  const version = plan.versions.at(-1)!;
  return {
    kind: "session",
    rootId: id,
    versionId: version.versionId,
    occurredAt: "2026-11-20T14:30:00.000Z",
    typedAt: "2026-11-20T14:45:00.000Z",
    zone: "Europe/Madrid",
    localOn: null,
    painBefore: 4,
    painAfter: null,
    stoppedForPain: false,
    withdrawn: false,
    note: null,
    exercises: version.prescribedIds.map((prescribedId) => exerciseEntry(prescribedId)),
    ...overrides,
    id,
  };
}

export function exerciseEntry(
  prescribedId: string,
  overrides: Partial<SessionItemInput["exercises"][number]> = {},
): SessionItemInput["exercises"][number] {
  return {
    prescribedId,
    outcome: "done",
    setsDone: null,
    repsDone: null,
    holdSecondsDone: null,
    durationSecondsDone: null,
    painWorst: null,
    effort: null,
    skipReason: null,
    ...overrides,
  };
}

export function morningEntry(overrides: Partial<MorningItemInput> = {}): MorningItemInput {
  const id = overrides.id ?? newId();
  return {
    kind: "morning",
    rootId: id,
    occurredAt: "2026-11-20T07:00:00.000Z",
    typedAt: "2026-11-20T07:00:00.000Z",
    zone: "Europe/Madrid",
    localOn: null,
    pain: 3,
    ...overrides,
    id,
  };
}

/** Hands in a batch as the patient's phone would. */
export function handIn(
  patient: { readonly sid: string; readonly patientId: string },
  items: readonly unknown[],
  {
    now = NOW,
    deviceNow = now,
    oneByOne = false,
  }: { now?: Date; deviceNow?: Date; oneByOne?: boolean } = {},
) {
  const batch = { patientId: patient.patientId, deviceNow: deviceNow.toISOString(), items };
  return withSelf(patient.sid, now, (tx, access) =>
    syncBatch(tx, access, batch, { now, oneByOne }),
  );
}
