import type { Locale } from "../plan/plan-document";
import { isWritten, type WrittenWords } from "./readiness";

/** The words of an exercise in a language, else in the one there is. */
export interface Worded<T> {
  readonly text: T;
  /** Language of the words where it is not the one asked for; null: it is. */
  readonly writtenIn: Locale | null;
}

/**
 * The words in this language when somebody can do the exercise by them, else whole ones in another, else
 * what there is, this language first; null: there are none in any.
 */
export function wordsIn<T extends WrittenWords & { readonly locale: Locale }>(
  texts: readonly T[],
  locale: Locale,
): Worded<T> | null {
  const inOrder = [...texts].sort(
    (a, b) => Number(b.locale === locale) - Number(a.locale === locale),
  );
  const text = inOrder.find(isWritten) ?? inOrder[0];
  return text ? { text, writtenIn: text.locale === locale ? null : text.locale } : null;
}
