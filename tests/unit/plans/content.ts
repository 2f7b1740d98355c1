import { DAILY_ONCE, type Dosage } from "@/lib/domain/dosage/dosage";
import { DEFAULT_PAIN_RULE } from "@/lib/domain/pain/pain-rule";
import { PLAIN_LINE, PLAIN_PLAN } from "@/lib/domain/plan/line";
import type { ContentLine, DraftContent } from "@/lib/features/plans/draft-content";

/** Three repetitions of 20 seconds, once a day. */
export const HOLD_20: Dosage = {
  sets: 1,
  reps: 3,
  holdSeconds: 20,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "each",
  frequency: DAILY_ONCE,
};

export function line(lineId: string, change: Partial<ContentLine> = {}): ContentLine {
  return {
    ...PLAIN_LINE,
    lineId,
    slug: `exercise-${lineId}`,
    dosage: HOLD_20,
    cue: null,
    caution: null,
    ...change,
  };
}

export function contentOf(...lineIds: string[]): DraftContent {
  const lines = lineIds.map((id) => line(id));
  return { ...PLAIN_PLAN, note: null, painRule: DEFAULT_PAIN_RULE, advice: [], lines };
}
