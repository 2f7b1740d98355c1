import { type LocalDate, localDateOf } from "../calendar/local-date";
import { DOSAGE_BOUNDS } from "../dosage/dosage";

/** What may be logged as done, inclusive; 0 is an honest answer, the upper ends are those of a dosage. */
export const DONE_BOUNDS = {
  setsDone: { min: 0, max: DOSAGE_BOUNDS.sets.max },
  repsDone: { min: 0, max: DOSAGE_BOUNDS.reps.max },
  holdSecondsDone: { min: 0, max: DOSAGE_BOUNDS.holdSeconds.max },
  durationSecondsDone: { min: 0, max: DOSAGE_BOUNDS.durationSeconds.max },
} as const;

/** Characters of a session's note. */
export const NOTE_MAX = 2000;

/** A live session may last this long before it is typed to the end; beyond, it was filled in afterwards (design judgement). */
export const LIVE_HOURS = 6;

/** Milliseconds to add to the device's clock to get the server's. */
export function clockSkewMs(deviceNow: Date, serverNow: Date): number {
  return serverNow.getTime() - deviceNow.getTime();
}

/** The instant and local date of something typed on a device, its clock corrected. */
export function correctedInstant(
  typed: Date,
  skewMs: number,
  zone: string,
): { at: Date; on: LocalDate } {
  const at = new Date(typed.getTime() + skewMs);
  return { at, on: localDateOf(at, zone) };
}
