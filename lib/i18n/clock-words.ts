const formatters = new Map<string, Intl.DateTimeFormat>();

/** What a clock in `zone` shows at an instant, such as `14:05`. */
export function clockWords(at: Date, zone: string): string {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formatters.set(zone, format);
  }
  return format.format(at);
}
