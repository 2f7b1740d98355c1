import type { LocalDate } from "./local-date";

const NOON_HOUR = 12;
const MINUTE_MS = 60_000;

/** Milliseconds that the clock on the wall in `zone` is ahead of UTC at an instant, to the minute. */
function offsetMs(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
  return wall - Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
}

/** The instant at which the clock on the wall in `zone` shows noon of a local day. */
export function localNoon(on: LocalDate, zone: string): Date {
  const wall = Date.parse(`${on}T${NOON_HOUR}:00:00Z`);
  const guess = new Date(wall - offsetMs(new Date(wall), zone));
  return new Date(wall - offsetMs(guess, zone));
}
