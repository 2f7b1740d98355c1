import type { Locale } from "./locale";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** An instant as a clock and calendar in `zone` show it, such as `20 Nov 2026, 14:05`. */
export function momentWords(at: Date, locale: Locale, zone: string): string {
  const key = `${locale}|${zone}`;
  let format = formatters.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "es", {
      timeZone: zone,
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formatters.set(key, format);
  }
  return format.format(at);
}
