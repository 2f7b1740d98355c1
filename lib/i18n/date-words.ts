import type { LocalDate } from "../domain/calendar/local-date";
import type { Locale } from "./locale";

/** Day before month in English too: nobody can take it for another date. */
const TAGS: Record<Locale, string> = { en: "en-GB", es: "es" };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, style: "long" | "medium"): Intl.DateTimeFormat {
  const key = `${locale}:${style}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(TAGS[locale], { dateStyle: style, timeZone: "UTC" });
    formatters.set(key, found);
  }
  return found;
}

/** "20 November 2026", "20 de noviembre de 2026". */
export function longDate(date: LocalDate, locale: Locale): string {
  return formatter(locale, "long").format(new Date(`${date}T00:00:00Z`));
}

/** "20 Nov 2026", "20 nov 2026". */
export function shortDate(date: LocalDate, locale: Locale): string {
  return formatter(locale, "medium").format(new Date(`${date}T00:00:00Z`));
}

const nearFormatters = new Map<Locale, Intl.DateTimeFormat>();

/** "20 Nov"; with its year when that is not the year of `today`. */
export function nearDate(date: LocalDate, today: LocalDate, locale: Locale): string {
  if (date.slice(0, 4) !== today.slice(0, 4)) return shortDate(date, locale);
  let found = nearFormatters.get(locale);
  if (!found) {
    found = new Intl.DateTimeFormat(TAGS[locale], {
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
    nearFormatters.set(locale, found);
  }
  return found.format(new Date(`${date}T00:00:00Z`));
}

const monthFormatters = new Map<Locale, Intl.DateTimeFormat>();

/** "August"; with its year when that is not the year of `today`. */
export function nearMonth(date: LocalDate, today: LocalDate, locale: Locale): string {
  let found = monthFormatters.get(locale);
  if (!found) {
    found = new Intl.DateTimeFormat(TAGS[locale], { month: "long", timeZone: "UTC" });
    monthFormatters.set(locale, found);
  }
  const month = found.format(new Date(`${date}T00:00:00Z`));
  return date.slice(0, 4) === today.slice(0, 4) ? month : `${month} ${date.slice(0, 4)}`;
}
