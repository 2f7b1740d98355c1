import type { Locale } from "../plan/plan-document";

/** The words of an exercise in a language, else in the one there is. */
export interface Worded<T> {
  readonly text: T;
  /** Language of the words where it is not the one asked for; null: it is. */
  readonly writtenIn: Locale | null;
}

/** The words in this language, else in another; null: there are none in any. */
export function wordsIn<T extends { readonly locale: Locale }>(
  texts: readonly T[],
  locale: Locale,
): Worded<T> | null {
  const text = texts.find((one) => one.locale === locale) ?? texts[0];
  return text ? { text, writtenIn: text.locale === locale ? null : text.locale } : null;
}
