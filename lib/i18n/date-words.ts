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
