import type { Dosage } from "../../domain/dosage/dosage";
import type { LineExtras, PlanDates } from "../../domain/plan/line";
import type { Phase } from "../../domain/plan/phase";
import type { PlanSide } from "../../domain/plan/plan-diff";
import type { PainRule } from "../../domain/plan/plan-document";

/** One exercise line of a draft, as it is saved. `lineId` stays from version to version. */
export interface ContentLine extends LineExtras {
  readonly lineId: string;
  readonly slug: string;
  readonly dosage: Dosage;
  readonly cue: string | null;
  readonly caution: string | null;
}

/** What a therapist edits: everything that a version will be made of. Lines stand in plan order. */
export interface DraftContent extends PlanDates {
  readonly note: string | null;
  readonly painRule: PainRule;
  /** Ids of the library's advice, in order. */
  readonly advice: readonly string[];
  /** In order; empty: the plan has no phases. */
  readonly phases: readonly Phase[];
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

/** Something that the patient may do: a line, or a variant under its own id. */
export type Performed = Pick<ContentLine, "lineId" | "slug" | "dosage">;

/** Lines, each followed by its variants. */
export const performed = (lines: readonly ContentLine[]): Performed[] =>
  lines.flatMap(({ lineId, slug, dosage, ladder }) => [
    { lineId, slug, dosage },
    ...ladder.map((step) => ({ lineId: step.stepId, slug: step.slug, dosage: step.dosage })),
  ]);

/** Exercises of lines and of their variants. */
export const slugsOfLines = (lines: readonly Pick<ContentLine, "slug" | "ladder">[]): string[] =>
  lines.flatMap(({ slug, ladder }) => [slug, ...ladder.map((step) => step.slug)]);

/** The content alone, without who saved it when. */
export function contentOf(draft: DraftContent): DraftContent {
  const { note, painRule, advice, phases, wantedStartOn, endsOn, lines } = draft;
  return { note, painRule, advice, phases, wantedStartOn, endsOn, lines };
}

/** A draft as one side of `diffPlans`. */
export function sideOfContent({ advice, lines, ...content }: DraftContent): PlanSide {
  return {
    ...content,
    advice: advice.map((id) => ({ id })),
    exercises: lines.map((line, position) => ({ ...line, position })),
  };
}
