/** The highest English grade for patients: AMA, Health Literacy and Patient Safety (Weiss, 2007). */
export const MAX_GRADE = 6;

/** The lowest Spanish score for patients: where INFLESZ begins to call a text "quite easy". */
export const MIN_INFLESZ = 65;

interface Counts {
  readonly syllablesPerWord: number;
  readonly wordsPerSentence: number;
}

/** A word: letters and digits, also with a mark inside ("don't", "push-up", "1.5"). */
const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu;

/** Where one sentence ends and another begins: after its mark and what closes with it. */
const SENTENCE_BREAK = /(?<=[.!?…]["'”’»)\]]*)\s+/u;

function count(text: string, syllables: (part: string) => number): Counts {
  const words = text.normalize("NFC").toLowerCase().match(WORD);
  if (!words) throw new RangeError("no words to measure");
  const sentences = text.split(SENTENCE_BREAK).filter((part) => part.match(WORD)).length;
  const parts = words.flatMap((word) => word.replace(/['’]/g, "").split(/[.,-]/));
  const spoken = parts.reduce((sum, part) => sum + Math.max(1, syllables(part)), 0);
  return { syllablesPerWord: spoken / words.length, wordsPerSentence: words.length / sentences };
}

/** Syllables by spelling: groups of vowels, without the silent e, with the common breaks. */
function englishSyllables(part: string): number {
  const heard = part
    .replace(/(?<=[^aeiouy])e(?=(?:ful|less|ly|ment|ness)$)/, "")
    .replace(/(?<=[^aeioutdy])(?<![bcdfgkptz]l)ed$/, "")
    .replace(/(?<=[^aeioucgsxyz])(?<![cs]h|[bcdfgkptz]l)es$/, "")
    .replace(/(?<=[^aeiouy])(?<![bcdfgkptz]l)e$/, "")
    .replace(/^y/, "")
    .replace(/(?<=[aeiouy])ing/, " ing")
    .replace(/(?<![cgst])i(?=[aou])/, "i ");
  return heard.match(/[aeiouy]+/g)?.length ?? 0;
}

/** Syllables by spelling: runs of vowels, parted between two strong ones (a, e, o, í, ú). */
function spanishSyllables(part: string): number {
  const runs = part.match(/[aeiouáéíóúü]+/g)?.length ?? 0;
  return runs + (part.match(/[aeoáéíóú](?=[aeoáéíóú])/g)?.length ?? 0);
}

/**
 * School grade (United States) at which an English text can be read; lower is easier, and a very
 * easy text is below 0. Syllables are counted by spelling, so a grade is right to about a half;
 * a number counts as one syllable. Throws RangeError when the text has no word.
 *
 * Source: Kincaid, Fishburne, Rogers, Chissom (1975), Derivation of new readability formulas for
 * Navy enlisted personnel: 0.39 words per sentence + 11.8 syllables per word - 15.59.
 */
export function fleschKincaidGrade(text: string): number {
  const { syllablesPerWord, wordsPerSentence } = count(text, englishSyllables);
  return 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59;
}

/**
 * INFLESZ score of a Spanish text; higher is easier: below 40 very hard, 40 rather hard, 55 normal,
 * 65 quite easy, 80 very easy. A number counts as one syllable. Throws RangeError when the text has
 * no word.
 *
 * Source: Barrio-Cantalejo et al. (2008), Validación de la Escala INFLESZ, An Sist Sanit Navar
 * 31(2):135-152, on the formula of Szigriszt-Pazos (1993): 206.835 - 62.3 syllables per word
 * - words per sentence.
 */
export function inflesz(text: string): number {
  const { syllablesPerWord, wordsPerSentence } = count(text, spanishSyllables);
  return 206.835 - 62.3 * syllablesPerWord - wordsPerSentence;
}
