import { createHash } from "node:crypto";
import type { Locale } from "../../domain/plan/plan-document";

/** What a reviewer reads of an exercise in one language. */
interface ReviewedText {
  readonly name: string;
  readonly setup: string;
  readonly steps: readonly string[];
  readonly feel: string;
  readonly cautions: readonly string[];
  readonly faults: readonly string[];
}

/** What a reviewer stands behind: words, amounts and traits. */
export interface ReviewedContent {
  readonly kind: string;
  readonly side: string;
  readonly traits: readonly string[];
  readonly amounts: {
    readonly sets: number | null;
    readonly reps: number | null;
    readonly holdSeconds: number | null;
    readonly durationSeconds: number | null;
    readonly restSeconds: number | null;
    readonly timesPerDay: number | null;
    readonly daysPerWeek: number | null;
  };
  readonly text: Readonly<Partial<Record<Locale, ReviewedText>>>;
}

const wordsOf = (text: ReviewedText | undefined) =>
  text ? [text.name, text.setup, text.steps, text.feel, text.cautions, text.faults] : null;

/** SHA-256 in hex: a review holds as long as it stays the same. */
export function contentDigest({ kind, side, traits, amounts, text }: ReviewedContent): string {
  const { sets, reps, holdSeconds, durationSeconds, restSeconds, timesPerDay, daysPerWeek } =
    amounts;
  const content = [
    [kind, side, [...traits].sort()],
    [sets, reps, holdSeconds, durationSeconds, restSeconds, timesPerDay, daysPerWeek],
    wordsOf(text.en),
    wordsOf(text.es),
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
