/** A calendar date in somebody's zone, `YYYY-MM-DD`. Compares as text. */
export type LocalDate = string & { readonly __localDate: unique symbol };

/** ISO weekday: 1 Monday ... 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

function toUtcDay(date: LocalDate): number {
  const [y, m, d] = date.split("-").map(Number) as [number, number, number];
  return Date.UTC(y, m - 1, d) / MS_PER_DAY;
}

function fromUtcDay(day: number): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

/** True when the text is an existing calendar date written `YYYY-MM-DD`. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== "string" || !SHAPE.test(text)) return false;
  const t = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(t) && new Date(t).toISOString().slice(0, 10) === text;
}

/** Brands a date that is known to be well formed; throws `RangeError` otherwise. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a calendar date: ${text.slice(0, 12)}`);
  return text;
}

/** Names that were found good; the platform takes a tenth of a millisecond to say so. */
const knownZones = new Set<string>();
const KNOWN_ZONES_MAX = 1000;

/** True when the platform knows the IANA zone name. */
export function isTimeZone(zone: unknown): zone is string {
  if (typeof zone !== "string" || zone.length === 0 || zone.length > 64) return false;
  if (knownZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    if (knownZones.size < KNOWN_ZONES_MAX) knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date that a clock on the wall in `zone` shows at `instant`. */
export function localDateOf(instant: Date, zone: string): LocalDate {
  let f = formatters.get(zone);
  if (!f) {
    f = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formatters.set(zone, f);
  }
  return f.format(instant) as LocalDate;
}

/** `date` moved by whole days (negative: back). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtcDay(toUtcDay(date) + days);
}

/** Whole days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toUtcDay(to) - toUtcDay(from);
}

/** The earlier of two dates. */
export function earlierOf(a: LocalDate, b: LocalDate): LocalDate {
  return b < a ? b : a;
}

/** The later of two dates. */
export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a;
}

/** ISO weekday of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  return (((((toUtcDay(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** First day of the week that holds `date`, where weeks begin on `weekStart`. */
export function weekStartOf(date: LocalDate, weekStart: Weekday): LocalDate {
  return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7));
}

/** All dates from `first` to `last`, both included; empty when `last` is earlier. */
export function eachDay(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let d = toUtcDay(first), end = toUtcDay(last); d <= end; d++) days.push(fromUtcDay(d));
  return days;
}
