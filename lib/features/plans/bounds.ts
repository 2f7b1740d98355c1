/** Characters of a plan's title. */
export const TITLE_MAX = 120;
/** Characters of the note to the patient: half a page of paper (design judgement). */
export const NOTE_MAX = 2000;
/** Characters of a reason to prescribe against a rule: long enough to be one (design judgement). */
export const REASON_MIN = 10;
export const REASON_MAX = 1000;
/** Characters of why a plan is paused. */
export const PAUSE_REASON_MAX = 200;

/** Length of a text as people count it: Unicode code points. */
export function characters(text: string): number {
  return Array.from(text).length;
}
