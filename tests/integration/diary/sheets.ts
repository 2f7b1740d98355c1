import { newId } from "@/db/id";
import type { DiaryPayload } from "@/lib/features/diary/schema";
import type { PublishedPlan } from "@/tests/support/published-plan";

/** The server's clock in these tests: a Friday afternoon in Madrid. */
export const NOW = new Date("2026-11-20T15:00:00Z");
export const STARTED_ON = "2026-11-02";
/** A Monday whose week is over: far beyond the days that a phone may fill in. */
export const WEEK_ON = "2026-11-02";

type SessionEntry = DiaryPayload["sessions"][number];
type MorningEntry = DiaryPayload["mornings"][number];

export function doneEntry(
  prescribedId: string,
  overrides: Partial<SessionEntry["exercises"][number]> = {},
): SessionEntry["exercises"][number] {
  const nothing = { setsDone: null, repsDone: null, durationSecondsDone: null, skipReason: null };
  return { prescribedId, outcome: "done", ...nothing, ...overrides };
}

/** A first entry of a session, everything done. */
export function sessionEntry(
  plan: PublishedPlan,
  localOn: string,
  overrides: Partial<SessionEntry> = {},
): SessionEntry {
  const id = overrides.id ?? newId();
  return {
    rootId: id,
    replaces: null,
    localOn,
    withdrawn: false,
    beside: 0,
    isExtra: false,
    painBefore: 4,
    painAfter: 3,
    exercises: plan.versions[0]!.prescribedIds.map((prescribedId) => doneEntry(prescribedId)),
    ...overrides,
    id,
  };
}

export function morningEntry(localOn: string, overrides: Partial<MorningEntry> = {}): MorningEntry {
  const id = overrides.id ?? newId();
  const entry = { rootId: id, replaces: null, localOn, withdrawn: false, pain: 2 };
  return { ...entry, ...overrides, id };
}

export function sheet(overrides: Partial<DiaryPayload> = {}): DiaryPayload {
  return { weekOn: WEEK_ON, reportedBy: "patient", sessions: [], mornings: [], ...overrides };
}
