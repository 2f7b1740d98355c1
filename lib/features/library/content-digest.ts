import { createHash } from "node:crypto";
import type {
  ExerciseAmounts,
  ExerciseText,
  ExerciseWords,
} from "../../domain/library/exercise-content";

/** What a reviewer stands behind: words, amounts and traits. */
export interface ReviewedContent {
  readonly kind: string;
  readonly side: string;
  readonly traits: readonly string[];
  readonly amounts: ExerciseAmounts;
  readonly text: ExerciseWords;
}

const wordsOf = (text: ExerciseText | undefined) =>
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
