import { addDays, type LocalDate } from "../calendar/local-date";

/** Local days from `from` up to the day before `before`; null: open at that end. */
export interface DateWindow {
  readonly from: LocalDate | null;
  readonly before: LocalDate | null;
}

/** True when any of the windows holds the day; null: every day. */
export function isWithin(windows: readonly DateWindow[] | null | undefined, day: LocalDate) {
  return (
    windows == null ||
    windows.some(
      ({ from, before }) => (from === null || from <= day) && (before === null || day < before),
    )
  );
}

const later = (a: LocalDate | null, b: LocalDate | null) =>
  a === null ? b : b === null ? a : a > b ? a : b;
const earlier = (a: LocalDate | null, b: LocalDate | null) =>
  a === null ? b : b === null ? a : a < b ? a : b;

/** The windows cut to the days from `from` through `through`, both included; those without a day left out. */
export function intersect(
  windows: readonly DateWindow[],
  { from, through }: { readonly from: LocalDate | null; readonly through: LocalDate | null },
): DateWindow[] {
  const end = through === null ? null : addDays(through, 1);
  return windows
    .map((window) => ({ from: later(window.from, from), before: earlier(window.before, end) }))
    .filter(
      (window) => window.from === null || window.before === null || window.from < window.before,
    );
}
