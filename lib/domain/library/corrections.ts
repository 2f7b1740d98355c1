/** A word of the library that a typed one may mean; `likeness` from 0 to 1. */
export interface Candidate {
  readonly ofWord: string;
  readonly word: string;
  readonly likeness: number;
}

/** Readings of a whole text that are tried, best first. */
const MOST_READINGS = 24;

/**
 * What the typed words may mean, word by word, best reading first, the text as typed left out. A word
 * without a candidate stands for itself. When a reading of all words finds nothing, those come last in which
 * one word is left out (two words or more are left).
 */
export function readings(words: readonly string[], candidates: readonly Candidate[]): string[][] {
  const options = words.map((word) => {
    const own = candidates
      .filter(({ ofWord }) => ofWord === word)
      // A word that begins so stands for itself: what is being typed is not cut short.
      .map(({ word: other, likeness }) => ({ word: likeness === 1 ? word : other, likeness }));
    return own.length > 0 ? own : [{ word, likeness: 0 }];
  });
  let all: { words: string[]; likeness: number }[] = [{ words: [], likeness: 0 }];
  for (const option of options)
    all = all
      .flatMap((so) =>
        option.map(({ word, likeness }) => ({
          words: [...so.words, word],
          likeness: so.likeness + likeness,
        })),
      )
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_READINGS);
  const typed = words.join(" ");
  const whole = all.map((one) => one.words).filter((one) => one.join(" ") !== typed);
  const best = all[0]?.words ?? [];
  const shorter = best.length < 3 ? [] : best.map((_, left) => best.filter((__, i) => i !== left));
  return [...whole, ...shorter];
}
