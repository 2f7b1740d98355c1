import type { LocalDate } from "../domain/calendar/local-date";
import type { Locale } from "./locale";

/** Day before month in English too, as in date-words.ts. */
const TAGS: Record<Locale, string> = { en: "en-GB", es: "es" };

const STYLES = {
  weekday: { weekday: "long" },
  day: { weekday: "long", day: "numeric", month: "long" },
  short: { weekday: "short", day: "numeric", month: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A local date with its weekday: "Wednesday", "Wednesday 18 November", or "Wed 18 Nov". Spanish begins
 * with a capital only when `standing` alone, as a heading does.
 */
export function dayWords(
  date: LocalDate,
  locale: Locale,
  { style = "day", standing = false }: { style?: keyof typeof STYLES; standing?: boolean } = {},
): string {
  const key = `${locale}:${style}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(TAGS[locale], { ...STYLES[style], timeZone: "UTC" });
    formatters.set(key, found);
  }
  const words = found.format(new Date(`${date}T00:00:00Z`)).replace(",", "");
  return standing ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
