import { addDays, type LocalDate, localDateOf } from "../../lib/domain/calendar/local-date";

const MINUTE_MS = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallTimeMs(instant: Date, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "medium",
    });
    clocks.set(zone, clock);
  }
  return Date.parse(`${clock.format(instant).replace(" ", "T")}Z`);
}

/** The instant at which a clock in `zone` shows `on` and `time` (`HH:MM`), `minutes` later. */
export function instantAt(on: LocalDate, time: string, zone: string, minutes = 0): Date {
  const wanted = Date.parse(`${on}T${time}:00Z`) + minutes * MINUTE_MS;
  const first = wanted - (wallTimeMs(new Date(wanted), zone) - wanted);
  const drift = wallTimeMs(new Date(first), zone) - wanted;
  return new Date(first - drift);
}

/** Dates and instants of one person, counted back from the day that it is now where they are. */
export interface DayCount {
  readonly today: LocalDate;
  on(daysAgo: number): LocalDate;
  /** Never after `now`: what would lie ahead happened a moment ago. */
  at(daysAgo: number, time: string): Date;
}

/** Counts days back from `now` in a zone. */
export function dayCount(now: Date, zone: string): DayCount {
  const today = localDateOf(now, zone);
  return {
    today,
    on: (daysAgo) => addDays(today, -daysAgo),
    at: (daysAgo, time) => {
      const at = instantAt(addDays(today, -daysAgo), time, zone);
      return at > now ? now : at;
    },
  };
}
