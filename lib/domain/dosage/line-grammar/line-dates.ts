import { isLocalDate, type LocalDate } from "../../calendar/local-date";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** A day as it is written in a line, without groups: `2026-12-01`, `1 dec`, `dec 1`, each with or without a year. */
export const DAY_WORDS = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? ?${MONTH}(?: \\d{4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)`;

const two = (n: number) => String(n).padStart(2, "0");

/**
 * The day that the words mean; null: there is no such day. Without a year it is the next one that is
 * not before `earliest`, this year's or the next's.
 */
export function readDay(words: string, earliest: LocalDate): LocalDate | null {
  if (/^\d{4}-/.test(words)) return isLocalDate(words) ? words : null;
  const month = MONTHS.indexOf(/[a-z]{3,}/.exec(words)?.[0].slice(0, 3) ?? "") + 1;
  const [, said] = /(?:^|\D)(\d{4})$/.exec(words) ?? [];
  const [, day] = /(?:^|\D)(\d{1,2})(?!\d)/.exec(words) ?? [];
  const thisYear = Number(earliest.slice(0, 4));
  const years = said ? [Number(said)] : [thisYear, thisYear + 1];
  const days = years.map((year) => `${year}-${two(month)}-${two(Number(day))}`).filter(isLocalDate);
  return (said ? days[0] : days.find((one) => one >= earliest)) ?? null;
}
