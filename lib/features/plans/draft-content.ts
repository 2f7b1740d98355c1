import type { Dosage } from "../../domain/dosage/dosage";
import type { PlanSide } from "../../domain/plan/plan-diff";
import type { PainRule } from "../../domain/plan/plan-document";

/** One exercise line of a draft, as it is saved. `lineId` stays from version to version. */
export interface ContentLine {
  readonly lineId: string;
  readonly slug: string;
  readonly dosage: Dosage;
  readonly cue: string | null;
  readonly caution: string | null;
}

/** What a therapist edits: everything that a version will be made of. Lines stand in plan order. */
export interface DraftContent {
  readonly note: string | null;
  readonly painRule: PainRule;
  /** Ids of the library's advice, in order. */
  readonly advice: readonly string[];
  readonly lines: readonly ContentLine[];
}

/** A draft as it stands in the database, with who saved it last. */
export interface SavedDraft extends DraftContent {
  readonly revision: number;
  /** Number of the version it was started from; 0: from nothing. */
  readonly basedOn: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** A draft as one side of `diffPlans`. */
export function sideOfContent({ note, painRule, advice, lines }: DraftContent): PlanSide {
  return {
    note,
    painRule,
    advice: advice.map((id) => ({ id })),
    exercises: lines.map((line, position) => ({ ...line, position })),
  };
}
